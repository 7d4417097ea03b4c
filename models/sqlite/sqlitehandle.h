// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSqlDriver;
struct sqlite3;

namespace mc {

/// The handle of an open connection, for what QtSql would make slow (ADR 9). Null where the driver is another
/// one, where it brings a copy of SQLite of its own (two copies must not share a handle), or where this was
/// built without SQLite's headers. The handle is the driver's.
[[nodiscard]] sqlite3 *sqliteHandle(const QSqlDriver &driver);

} // namespace mc
