// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/migrations.h"

#include "store/orderbook/sqlerror.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QStringList migrationFiles()
{
    return QDir(u":/sql/store"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

QStringList statementsOf(const QString &file)
{
    QFile source(u":/sql/store/"_s + file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(source.readAll());
    static const QRegularExpression comments(u"^\\s*--[^\\n]*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression end(u";\\s*\\n"_s);
    return text.remove(comments)
        .append(u'\n')
        .split(end, Qt::SkipEmptyParts)
        .filter(QRegularExpression(u"\\S"_s));
}

tl::expected<int, DatabaseError> currentVersion(Connection &connection)
{
    const QString sql = u"SELECT version FROM schema_info"_s;
    if (!connection.database().tables().contains(u"schema_info"_s))
        return 0;
    QSqlQuery query(connection.database());
    if (!query.exec(sql) || !query.next())
        return tl::unexpected(databaseError(query.lastError(), connection.isPostgres(), sql));
    return query.value(0).toInt();
}

tl::expected<void, DatabaseError> runSteps(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = connection.execute(statement); !done)
            return done;
    }
    return {};
}

/// The version is read again inside: another process may have been faster.
tl::expected<void, DatabaseError> migrateTo(Connection &connection, int version, const QString &file)
{
    const auto current = currentVersion(connection);
    if (!current)
        return tl::unexpected(current.error());
    if (*current >= version)
        return {};
    QStringList statements = statementsOf(file);
    if (statements.isEmpty())
        return tl::unexpected(DatabaseError{DatabaseError::Kind::Other, u"empty migration "_s + file});
    if (*current == 0) {
        statements.prepend(u"INSERT INTO schema_info (version) VALUES (0)"_s);
        statements.prepend(u"CREATE TABLE schema_info (version BIGINT NOT NULL)"_s);
    }
    statements.append(u"UPDATE schema_info SET version = "_s + QString::number(version));
    return runSteps(connection, statements);
}

} // namespace

int newestSchemaVersion()
{
    return static_cast<int>(migrationFiles().size());
}

tl::expected<void, DatabaseError> migrate(Connection &connection)
{
    const auto current = currentVersion(connection);
    if (!current)
        return tl::unexpected(current.error());
    if (*current > newestSchemaVersion()) {
        return tl::unexpected(
            DatabaseError{DatabaseError::Kind::NewerSchema,
                          u"schema %1 is newer than %2, which this version knows"_s.arg(*current).arg(
                              newestSchemaVersion())});
    }
    const QStringList files = migrationFiles();
    for (int version = *current + 1; version <= files.size(); ++version) {
        const QString begin = connection.isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
        if (auto begun = connection.execute(begin); !begun)
            return begun;
        tl::expected<void, DatabaseError> done;
        if (connection.isPostgres()) // Several processes may start at once.
            done = connection.execute(u"SELECT pg_advisory_xact_lock(7141072651)"_s);
        if (done)
            done = migrateTo(connection, version, files.at(version - 1));
        if (done)
            done = connection.execute(u"COMMIT"_s);
        if (!done) {
            (void)connection.execute(u"ROLLBACK"_s);
            return done;
        }
    }
    return {};
}

} // namespace mc::store
