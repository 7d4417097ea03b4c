// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/orderrules.h"
#include "store/http/route.h"
#include "store/orderbook/orderbook.h"

#include <optional>
#include <tl/expected.hpp>

namespace mc::store {

/// What the orderbook refused, as a problem document.
[[nodiscard]] Response problemOf(const Refusal &refusal);
/// One 404 for unknown and for foreign ids: nobody learns what other stores have.
[[nodiscard]] Response notFound();
/// "shipped": the member `obstacle` of a problem.
[[nodiscard]] QString obstacleWord(CancelObstacle obstacle);

/// Who acts, by the principal of a call.
[[nodiscard]] Actor actorOf(const Principal &principal);

/// Strong entity tag of a version.
[[nodiscard]] QByteArray etagOf(qint64 version);
/// The version of If-Match; nullopt inside: no header or "*". The error is the 400 answer.
[[nodiscard]] tl::expected<std::optional<qint64>, Response> ifMatchVersion(const Request &request);
/// The first language of Accept-Language by weight; "en" when there is none.
[[nodiscard]] QString preferredLanguage(const Request &request);

[[nodiscard]] Response cancellationAnswer(int status, const Result<Cancellation> &result);
[[nodiscard]] Response orderAnswer(int status, const Result<Order> &result);

} // namespace mc::store
