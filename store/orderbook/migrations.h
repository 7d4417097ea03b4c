// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/connection.h"

namespace mc::store {

/// Brings a database to the newest schema: each step and its version in one transaction. A newer database is
/// refused and left alone.
[[nodiscard]] tl::expected<void, DatabaseError> migrate(Connection &connection);

/// The newest version that this program knows.
[[nodiscard]] int newestSchemaVersion();

} // namespace mc::store
