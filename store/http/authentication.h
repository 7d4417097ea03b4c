// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/headervalues.h"
#include "store/http/route.h"

namespace mc::store {

/// Who a bearer token belongs to: staff by a session, a shop or warehouse by an API token.
[[nodiscard]] std::optional<Principal> bearerPrincipal(Tx &tx, const Request &request, const QDateTime &now);
/// Whether that kind of principal, role or scope may use a route at all.
[[nodiscard]] bool mayUse(Access access, const Principal &principal);

[[nodiscard]] Response unauthenticated();
[[nodiscard]] Response forbidden();

} // namespace mc::store
