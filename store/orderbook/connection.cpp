// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/connection.h"

#include "domain/plantedbug.h"
#include "store/orderbook/sqlerror.h"

#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

void describePostgres(QSqlDatabase &database, const QUrl &url)
{
    const QUrlQuery query(url);
    const QString socketDirectory = query.queryItemValue(u"host"_s, QUrl::FullyDecoded);
    database.setHostName(socketDirectory.isEmpty() ? url.host() : socketDirectory);
    if (url.port() > 0)
        database.setPort(url.port());
    else if (query.hasQueryItem(u"port"_s))
        database.setPort(query.queryItemValue(u"port"_s).toInt());
    database.setDatabaseName(url.path().mid(1));
    database.setUserName(url.userName(QUrl::FullyDecoded));
    database.setPassword(url.password(QUrl::FullyDecoded));
    QStringList options{u"application_name=merchant-store"_s, u"connect_timeout=10"_s};
    if (const QString mode = query.queryItemValue(u"sslmode"_s); !mode.isEmpty())
        options.append(u"sslmode="_s + mode);
    database.setConnectOptions(options.join(u';'));
}

} // namespace

Connection::Connection(const Database::Config &config, Access access)
    : m_config(config)
    , m_access(access)
    , m_isPostgres(!config.postgresUrl.isEmpty())
{
    describe();
}

void Connection::describe()
{
    m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(m_isPostgres ? u"QPSQL"_s : u"QSQLITE"_s, m_name);
    if (m_isPostgres) {
        describePostgres(m_database, QUrl(m_config.postgresUrl));
        return;
    }
    m_database.setDatabaseName(m_config.sqliteFile);
    QString options = u"QSQLITE_BUSY_TIMEOUT=10000"_s;
    if (m_access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    m_database.setConnectOptions(options);
}

Connection::~Connection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

tl::expected<void, DatabaseError> Connection::open()
{
    if (std::exchange(m_wasOpened, true)) {
        // The driver goes before its statements: with the server gone it could not free them and would warn.
        // SQLite closes no file that still has some.
        if (!m_isPostgres)
            m_prepared.clear();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
        m_prepared.clear();
        describe();
    }
    if (!m_database.open()) {
        return tl::unexpected(
            DatabaseError{DatabaseError::Kind::Unavailable,
                          m_database.lastError().driverText() + u": "_s
                              + m_database.lastError().databaseText().section(u'\n', 0, 0)});
    }
    return configure();
}

tl::expected<void, DatabaseError> Connection::configure()
{
    if (m_isPostgres)
        return execute(u"SET client_min_messages = warning"_s);
    QStringList pragmas{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cache_size = -16000"_s};
    if (m_access == Access::ReadWrite) {
        // FULL: an answer is given only for what survives a loss of power.
        pragmas += {u"PRAGMA journal_mode = WAL"_s,
                    bugPlanted("synchronous-normal") ? u"PRAGMA synchronous = NORMAL"_s
                                                     : u"PRAGMA synchronous = FULL"_s,
                    u"PRAGMA secure_delete = OFF"_s};
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    return {};
}

tl::expected<void, DatabaseError> Connection::execute(const QString &sql)
{
    if (!m_database.isOpen())
        return tl::unexpected(
            DatabaseError{DatabaseError::Kind::Unavailable, u"the connection is not open"_s});
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return tl::unexpected(databaseError(query.lastError(), m_isPostgres, sql));
    return {};
}

bool Connection::isAlive()
{
    return m_database.isOpen() && execute(u"SELECT 1"_s).has_value();
}

tl::expected<void, DatabaseError> Connection::executeAgain(const QString &sql)
{
    if (m_isPostgres) // which prepares no such words
        return execute(sql);
    auto prepared = takePrepared(sql);
    if (!prepared)
        return tl::unexpected(prepared.error());
    auto done = (*prepared)->run();
    (*prepared)->finish();
    giveBack(sql, std::move(*prepared));
    return done;
}

tl::expected<std::unique_ptr<Prepared>, DatabaseError> Connection::takePrepared(const QString &sql)
{
    if (const auto it = m_prepared.find(sql); it != m_prepared.end() && it->second)
        return std::move(it->second);
    return Prepared::prepare(m_database, m_isPostgres, sql);
}

void Connection::giveBack(const QString &sql, std::unique_ptr<Prepared> prepared)
{
    m_prepared[sql] = std::move(prepared);
}

} // namespace mc::store
