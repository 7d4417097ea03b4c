// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/prepared.h"

namespace mc::store {

/// A statement of SQLite's own interface on the connection's handle: through QtSql half of the writer's time
/// went into fields, variants and names (docs/performance.md). Null, without an error, where sqliteHandle()
/// is.
[[nodiscard]] tl::expected<std::unique_ptr<Prepared>, DatabaseError>
nativePrepared(const QSqlDatabase &database, const QString &sql);

} // namespace mc::store
