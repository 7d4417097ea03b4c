// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QSqlError>

namespace mc::store {

/// What a driver's error means for us. The detail names code and statement, never values: a driver's text may
/// contain what was bound.
[[nodiscard]] DatabaseError databaseError(const QSqlError &error, bool isPostgres, const QString &sql);

/// The same for a result code of SQLite's own interface.
[[nodiscard]] DatabaseError databaseError(int sqliteCode, const QString &sql);

/// PostgreSQL gave this transaction up in favour of another one: run it again.
[[nodiscard]] bool isRetryable(const DatabaseError &error);

} // namespace mc::store
