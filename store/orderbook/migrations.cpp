// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/migrations.h"

#include "domain/plantedbug.h"
#include "store/orderbook/sqlerror.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QStringList migrationFiles(const QString &folder)
{
    return QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

QStringList statementsOf(const QString &file)
{
    QFile source(file);
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

/// The first number of the first row. Not by QSqlDatabase::tables(), which answers "none" to a failing disk.
tl::expected<int, DatabaseError> numberFrom(Connection &connection, const QString &sql)
{
    QSqlQuery query(connection.database());
    if (!query.exec(sql) || !query.next())
        return tl::unexpected(databaseError(query.lastError(), connection.isPostgres(), sql));
    return query.value(0).toInt();
}

/// 0: no schema yet. NewerSchema: more than the newest step in the folder.
tl::expected<int, DatabaseError> currentVersion(Connection &connection, int newest)
{
    const auto tables = numberFrom(
        connection,
        connection.isPostgres()
            ? u"SELECT CASE WHEN to_regclass('schema_info') IS NULL THEN 0 ELSE 1 END"_s
            : u"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_info'"_s);
    if (!tables || *tables == 0)
        return tables;
    const auto version = numberFrom(connection, u"SELECT version FROM schema_info"_s);
    if (version && *version > newest) {
        return tl::unexpected(DatabaseError{
            DatabaseError::Kind::NewerSchema,
            u"schema %1 is newer than %2, which this version knows"_s.arg(*version).arg(newest)});
    }
    return version;
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
tl::expected<void, DatabaseError> migrateTo(Connection &connection, int version, const QString &folder,
                                            const QStringList &files)
{
    const auto current = currentVersion(connection, static_cast<int>(files.size()));
    if (!current)
        return tl::unexpected(current.error());
    if (*current >= version)
        return {};
    const QString &file = files.at(version - 1);
    QStringList statements = statementsOf(folder + u'/' + file);
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

QString migrationFolder()
{
    return u":/sql/store"_s;
}

int newestSchemaVersion()
{
    return static_cast<int>(migrationFiles(migrationFolder()).size());
}

tl::expected<void, DatabaseError> refuseNewer(Connection &connection, const QString &folder)
{
    const auto current = currentVersion(connection, static_cast<int>(migrationFiles(folder).size()));
    if (!current)
        return tl::unexpected(current.error());
    return {};
}

tl::expected<void, DatabaseError> migrate(Connection &connection, const QString &folder)
{
    const QStringList files = migrationFiles(folder);
    const auto current = currentVersion(connection, static_cast<int>(files.size()));
    if (!current)
        return tl::unexpected(current.error());
    const bool isOutside = bugPlanted("migration-outside-transaction");
    for (int version = *current + 1; version <= files.size(); ++version) {
        const QString begin = connection.isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
        if (auto begun = connection.execute(isOutside ? u"SELECT 1"_s : begin); !begun)
            return begun;
        tl::expected<void, DatabaseError> done;
        if (connection.isPostgres()) // Several processes may start at once.
            done = connection.execute(u"SELECT pg_advisory_xact_lock(7141072651)"_s);
        if (done)
            done = migrateTo(connection, version, folder, files);
        if (done && !isOutside)
            done = connection.execute(u"COMMIT"_s);
        if (!done) {
            (void)connection.execute(u"ROLLBACK"_s);
            return done;
        }
    }
    return {};
}

} // namespace mc::store
