// SPDX-License-Identifier: Apache-2.0
// Where SQLite's headers are missing.
#include "sqlite/sqlitehandle.h"

namespace mc {

sqlite3 *sqliteHandle(const QSqlDriver &)
{
    return nullptr;
}

} // namespace mc
