// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/strongid.h"
#include "store/orderbook/database.h"

#include <QDateTime>

namespace mc::store {

/// Fills an empty demo store with `count` orders and their histories, by the same steps that real orders
/// take; a store that has orders already is left alone. Blocks; not for a database worker. Returns how many
/// orders were made.
[[nodiscard]] tl::expected<int, DatabaseError> seedDemo(Database &database, const StoreId &store, int count,
                                                        const QDateTime &now);

} // namespace mc::store
