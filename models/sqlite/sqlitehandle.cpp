// SPDX-License-Identifier: Apache-2.0
#include "sqlite/sqlitehandle.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace mc {
namespace {

// The same for all connections of a program.
bool isDriversCopy(const QSqlDriver &driver)
{
    static const bool isSame = [&driver] {
        QSqlQuery query(driver.createResult());
        return query.exec(QStringLiteral("SELECT sqlite_source_id()")) && query.next()
            && query.value(0).toString() == QString::fromLatin1(sqlite3_sourceid());
    }();
    return isSame;
}

} // namespace

sqlite3 *sqliteHandle(const QSqlDriver &driver)
{
    const QVariant found = driver.handle();
    if (qstrcmp(found.typeName(), "sqlite3*") != 0 || !isDriversCopy(driver))
        return nullptr;
    return *static_cast<sqlite3 *const *>(found.constData());
}

} // namespace mc
