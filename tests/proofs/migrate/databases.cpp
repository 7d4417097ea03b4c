// SPDX-License-Identifier: Apache-2.0
#include "databases.h"

#include "storage/ordercache.h"
#include "storage/outbox.h"
#include "store/orderbook/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace mc::proof {

using store::Connection;
using Config = store::Database::Config;

namespace {

const QString Fixtures = QStringLiteral(MC_FIXTURES);

Journey chain(bool isStore)
{
    return {isStore ? u"chain by the store"_s : u"chain by the console"_s, isStore, u"chain"_s, 0, {}};
}

int newestIn(const QString &set)
{
    return static_cast<int>(QDir(u":/sql/"_s + set).entryList({u"*.sql"_s}, QDir::Files).size());
}

QString rowText(const QSqlQuery &query)
{
    QStringList values;
    for (int i = 0; i < query.record().count(); ++i)
        values.append(query.value(i).toString().simplified());
    return values.join(u'|') + u'\n';
}

std::optional<QString> answer(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        return std::nullopt;
    QString text;
    while (query.next())
        text += rowText(query);
    return text;
}

QStringList descriptionQueries(bool isPostgres)
{
    if (!isPostgres)
        return {u"SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"_s,
                u"SELECT 'version', user_version FROM pragma_user_version"_s, u"PRAGMA integrity_check"_s};
    return {u"SELECT table_name, column_name, data_type, is_nullable, column_default "
            "FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, ordinal_position"_s,
            u"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"_s,
            u"SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"_s};
}

} // namespace

QList<Journey> allJourneys()
{
    QList<Journey> journeys{chain(false), chain(true)};
    for (const QString &set : {u"cache"_s, u"outbox"_s, u"store"_s}) {
        const bool isStore = set == u"store"_s;
        journeys.append({set + u" from nothing"_s, isStore, set, 0, {}});
        const QStringList files = QDir(Fixtures).entryList({set + u"-*.sql"_s}, QDir::Files, QDir::Name);
        for (const QString &file : files)
            journeys.append(
                {file, isStore, set, file.section(u'-', 1).left(4).toInt(), Fixtures + u'/' + file});
    }
    return journeys;
}

QStringList missingFixtures()
{
    QStringList missing;
    for (const QString &set : {u"cache"_s, u"outbox"_s, u"store"_s}) {
        for (int version = 1; version < newestIn(set); ++version) {
            const QString file = u"%1-%2.sql"_s.arg(set).arg(version, 4, 10, QChar(u'0'));
            if (!QFile::exists(Fixtures + u'/' + file))
                missing.append(file);
        }
    }
    return missing;
}

QStringList statementsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList statements;
    QString statement;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"--"_s) || line.trimmed().isEmpty())
            continue;
        statement += line + u'\n';
        if (line.trimmed().endsWith(u';'))
            statements.append(std::exchange(statement, {}).trimmed().chopped(1));
    }
    return statements;
}

namespace {

bool runAll(Connection &connection, const QStringList &statements)
{
    return std::all_of(statements.cbegin(), statements.cend(),
                       [&](const QString &statement) { return connection.execute(statement).has_value(); });
}

/// One migration, statement by statement.
bool takeStep(const Journey &journey, Connection &connection, int version)
{
    const QDir folder(u":/sql/"_s + journey.set);
    const QStringList files = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QStringList statements = statementsIn(folder.filePath(files.at(version - 1)));
    if (journey.isStore && version == 1) {
        statements.prepend(u"INSERT INTO schema_info (version) VALUES (0)"_s);
        statements.prepend(u"CREATE TABLE schema_info (version BIGINT NOT NULL)"_s);
    }
    const QString number =
        journey.isStore ? u"UPDATE schema_info SET version = %1"_s : u"PRAGMA user_version = %1"_s;
    statements.append(number.arg(version));
    return runAll(connection, statements);
}

} // namespace

std::optional<QStringList> stagesOf(const Journey &journey, const std::function<Config()> &newConfig)
{
    QStringList stages;
    for (int last = journey.begin; last <= newestIn(journey.set); ++last) {
        const Config config = newConfig();
        if (!makeBegin(journey, config))
            return std::nullopt;
        {
            Connection connection(config, Connection::Access::ReadWrite);
            bool isDone = connection.open().has_value();
            for (int version = journey.begin + 1; isDone && version <= last; ++version)
                isDone = takeStep(journey, connection, version);
            if (!isDone)
                return std::nullopt;
        }
        const auto stage = describe(config);
        if (!stage)
            return std::nullopt;
        stages.append(*stage);
    }
    return stages;
}

bool makeBegin(const Journey &journey, const Config &config)
{
    if (config.postgresUrl.isEmpty()) {
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
            QFile::remove(config.sqliteFile + end);
    }
    if (journey.fixture.isEmpty())
        return true;
    Connection connection(config, Connection::Access::ReadWrite);
    if (!connection.open())
        return false;
    const QStringList statements = statementsIn(journey.fixture);
    return !statements.isEmpty() && runAll(connection, statements);
}

QString migrateTo(const Journey &journey, const Config &config, const QString &folder)
{
    if (journey.isStore) {
        Connection connection(config, Connection::Access::ReadWrite);
        auto done = connection.open();
        if (done)
            done = store::migrate(connection, folder);
        return done ? QString() : u"failed: "_s + done.error().detail;
    }
    const auto connection = SqlConnection::open(config.sqliteFile, SqlConnection::Mode::Ledger);
    if (!connection)
        return u"failed: "_s + connection.error().detail;
    const auto done = migrate(**connection, folder.section(u'/', -1));
    return done ? QString() : u"failed: "_s + done.error().detail;
}

std::optional<QString> describe(const Config &config)
{
    const bool isPostgres = !config.postgresUrl.isEmpty();
    // As any next start: with a connection that can bring back what a killed one left.
    Connection connection(config, Connection::Access::ReadWrite);
    if (!connection.open())
        return std::nullopt;
    QString text;
    for (const QString &sql : descriptionQueries(isPostgres)) {
        const auto part = answer(connection.database(), sql);
        if (!part)
            return std::nullopt;
        text += *part;
    }
    QStringList tables = connection.database().tables();
    tables.sort();
    for (const QString &table : tables) {
        // The search index answers only to a search; its own tables are in the list too.
        const auto rows = table == u"search"_s
            ? u""_s
            : answer(connection.database(), u"SELECT * FROM "_s + table + u" ORDER BY 1"_s);
        if (!rows)
            return std::nullopt;
        text += table + u'\n' + *rows;
    }
    return text;
}

QString openAsProduct(const Journey &journey, const QString &file)
{
    if (journey.set == u"cache"_s) {
        const auto cache = OrderCache::open(file);
        return cache && (*cache)->file() == file ? QString() : u"the cache does not open"_s;
    }
    if (journey.set == u"outbox"_s) {
        const auto outbox = Outbox::open(file);
        return outbox ? QString() : u"the outbox does not open: "_s + outbox.error().detail;
    }
    if (journey.set == u"store"_s) {
        const auto database = store::Database::open({file, {}});
        return database ? QString() : u"the store does not open: "_s + database.error().detail;
    }
    return {};
}

} // namespace mc::proof
