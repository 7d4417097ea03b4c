// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/message.h"

#include <tl/expected.hpp>

// What callers write into headers, read without a database.
namespace mc::store {

/// The token of "Authorization: Bearer …"; empty when there is none, two, or one that cannot be ours.
[[nodiscard]] QByteArray bearerToken(const Request &request);
/// The key of "Idempotency-Key": 16 to 200 of [A-Za-z0-9_-], bare or quoted (a structured field string). The
/// error is the 400 answer.
[[nodiscard]] tl::expected<QString, Response> idempotencyKey(const Request &request);

} // namespace mc::store
