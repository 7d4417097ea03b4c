// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/sqlerror.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

DatabaseError::Kind sqliteKind(int code)
{
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
    case 7: // SQLITE_NOMEM
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
        return DatabaseError::Kind::Unavailable;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return DatabaseError::Kind::Damaged;
    case 19:
        return DatabaseError::Kind::Constraint;
    default:
        return DatabaseError::Kind::Other;
    }
}

DatabaseError::Kind postgresKind(const QString &state)
{
    if (state.startsWith(u"23"))
        return DatabaseError::Kind::Constraint;
    // Connection, resources, operator intervention, I/O; without a state the server did not answer at all.
    const bool isUnavailable = state.isEmpty() || state.startsWith(u"08") || state.startsWith(u"53")
        || state.startsWith(u"57") || state.startsWith(u"58") || state.startsWith(u"25006")
        || state.startsWith(u"40");
    if (isUnavailable)
        return DatabaseError::Kind::Unavailable;
    return state.startsWith(u"XX") ? DatabaseError::Kind::Damaged : DatabaseError::Kind::Other;
}

DatabaseError described(DatabaseError::Kind kind, const QString &code, const QString &sql)
{
    return {kind, u"%1 in \"%2\""_s.arg(code, sql.simplified().left(90))};
}

} // namespace

DatabaseError databaseError(const QSqlError &error, bool isPostgres, const QString &sql)
{
    const QString code = error.nativeErrorCode();
    if (!isPostgres)
        return databaseError(code.toInt(), sql);
    return described(postgresKind(code), u"SQLSTATE "_s + code, sql);
}

DatabaseError databaseError(int sqliteCode, const QString &sql)
{
    return described(sqliteKind(sqliteCode), u"SQLite %1"_s.arg(sqliteCode), sql);
}

bool isRetryable(const DatabaseError &error)
{
    return error.detail.startsWith(u"SQLSTATE 40001") || error.detail.startsWith(u"SQLSTATE 40P01");
}

} // namespace mc::store
