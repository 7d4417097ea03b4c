// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlconnection.h"

#include "domain/plantedbug.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

StorageResult<void> makePrivate(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QDir().mkpath(folder))
        return tl::unexpected(
            StorageError{StorageError::Kind::CannotOpen, u"cannot create the folder "_s + folder});
    QFile::setPermissions(folder, OwnerOnly | QFileDevice::ExeOwner);
    QFile handle(file);
    // SQLite would create it with the umask's rights; WAL and SHM then inherit ours.
    if (!handle.exists() && !handle.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return tl::unexpected(StorageError{StorageError::Kind::CannotOpen, handle.errorString()});
    handle.close();
    QFile::setPermissions(file, OwnerOnly);
    return {};
}

QStringList statementsOf(const QString &script)
{
    QStringList statements;
    QString statement;
    for (const QString &line : script.split(u'\n')) {
        if (line.startsWith("--"_L1) || line.trimmed().isEmpty())
            continue;
        statement += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            statements.append(statement);
            statement.clear();
        }
    }
    return statements;
}

// Our own statements on a file that we brought to our own version: it is the file that is not right. SQLite
// has no code of its own for a definition that says something else (src/build.c, ext/fts5/fts5_config.c).
bool isAboutSchema(const QString &text)
{
    static constexpr std::array Beginnings{"no such"_L1,
                                           "no query solution"_L1,
                                           "vtable constructor failed"_L1,
                                           "invalid fts5 file format"_L1,
                                           "unrecognized "_L1,
                                           "malformed "_L1,
                                           "multiple "_L1,
                                           "reserved fts5 "_L1,
                                           "parse error in"_L1,
                                           "error in tokenizer"_L1,
                                           "prefix length"_L1,
                                           "too many prefix"_L1};
    return text.endsWith("already exists"_L1) || text.contains(" has no column named "_L1)
        || text.contains(" values were supplied"_L1)
        || std::any_of(Beginnings.begin(), Beginnings.end(),
                       [&text](QLatin1StringView one) { return text.startsWith(one); });
}

StorageResult<int> versionOf(const SqlConnection &connection, const QString &set)
{
    const auto found = connection.value(u"PRAGMA user_version"_s);
    if (!found)
        return tl::unexpected(found.error());
    if (bugPlanted("overflow-migration")) [[unlikely]]
        plantedOverflow(std::string(size_t(std::clamp(found->toInt(), 0, 4096)), 'v'));
    if (found->toInt() > newestVersion(set))
        return tl::unexpected(StorageError{StorageError::Kind::NewerVersion, found->toString()});
    return found->toInt();
}

StorageResult<void> takeStep(const SqlConnection &connection, const QString &set, const QString &name)
{
    QFile script(u":/sql/"_s + set + u'/' + name);
    if (!script.open(QIODevice::ReadOnly))
        return tl::unexpected(StorageError{StorageError::Kind::Failed, script.errorString()});
    std::optional<SqlTransaction> transaction;
    if (!bugPlanted("migration-outside-transaction")) {
        transaction.emplace(connection);
        if (!transaction->begun())
            return transaction->begun();
    }
    const int number = name.section(u'_', 0, 0).toInt();
    const auto version = versionOf(connection, set); // another program may have been faster
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= number)
        return {};
    for (const QString &statement : statementsOf(QString::fromUtf8(script.readAll()))) {
        if (const auto done = connection.run(statement); !done)
            return done;
    }
    if (const auto done = connection.run(u"PRAGMA user_version=%1"_s.arg(number)); !done)
        return done;
    return transaction ? transaction->commit() : StorageResult<void>();
}

StorageError::Kind kindOf(int code, const QString &text)
{
    switch (code) {
    case 1: // SQLITE_ERROR
        return isAboutSchema(text) ? StorageError::Kind::Damaged : StorageError::Kind::Failed;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return StorageError::Kind::Damaged;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return StorageError::Kind::Busy;
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
        return StorageError::Kind::CannotOpen;
    default:
        return StorageError::Kind::Failed;
    }
}

} // namespace

StorageError StorageError::fromCode(int code, const QString &text)
{
    return {kindOf(code & 0xff, text),
            QString::number(code) + u' ' + text}; // extended codes keep the kind below
}

StorageError StorageError::from(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    // The driver calls every failed step a connection's error; only where SQLite gave no code is that all
    // there is.
    const Kind withoutCode = error.type() == QSqlError::ConnectionError ? Kind::CannotOpen : Kind::Failed;
    StorageError found =
        isNumber ? fromCode(code, error.databaseText()) : StorageError{withoutCode, error.databaseText()};
    found.detail += u' ' + error.driverText();
    return found;
}

SqlConnection::SqlConnection(QString file, QString name)
    : m_file(std::move(file))
    , m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_database.setDatabaseName(m_file);
}

SqlConnection::~SqlConnection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

StorageResult<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &file, Mode mode)
{
    if (mode != Mode::Reader) {
        if (const auto made = makePrivate(file); !made)
            return tl::unexpected(made.error());
    }
    const QString name = u"mc-"_s + QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<SqlConnection> connection(new SqlConnection(file, name));
    connection->m_database.setConnectOptions(mode == Mode::Reader
                                                 ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                 : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!connection->m_database.open())
        return tl::unexpected(StorageError::from(connection->m_database.lastError()));
    if (const auto configured = connection->configure(mode); !configured)
        return tl::unexpected(configured.error());
    return connection;
}

StorageResult<void> SqlConnection::configure(Mode mode) const
{
    QStringList pragmas{u"PRAGMA foreign_keys=ON"_s, u"PRAGMA cache_size=-16384"_s};
    if (mode == Mode::Cache)
        pragmas << u"PRAGMA journal_mode=WAL"_s << u"PRAGMA synchronous=NORMAL"_s
                << u"PRAGMA secure_delete=OFF"_s;
    else if (mode == Mode::Ledger)
        pragmas << u"PRAGMA journal_mode=WAL"_s
                << (bugPlanted("synchronous-normal") ? u"PRAGMA synchronous=NORMAL"_s
                                                     : u"PRAGMA synchronous=FULL"_s);
    for (const QString &pragma : pragmas) {
        if (const auto done = run(pragma); !done)
            return done;
    }
    return {};
}

QSqlQuery SqlConnection::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query;
}

StorageResult<QSqlQuery> SqlConnection::prepare(const QString &sql) const
{
    QSqlQuery prepared = query();
    if (!prepared.prepare(sql))
        return tl::unexpected(StorageError::from(prepared.lastError()));
    return prepared;
}

StorageResult<void> SqlConnection::run(const QString &sql) const
{
    QSqlQuery statement = query();
    if (!statement.exec(sql))
        return tl::unexpected(StorageError::from(statement.lastError()));
    return {};
}

StorageResult<QVariant> SqlConnection::value(const QString &sql) const
{
    QSqlQuery statement = query();
    if (!statement.exec(sql))
        return tl::unexpected(StorageError::from(statement.lastError()));
    if (statement.next())
        return statement.value(0);
    if (const auto done = ended(statement); !done)
        return tl::unexpected(done.error());
    return QVariant();
}

SqlTransaction::SqlTransaction(const SqlConnection &connection)
    : m_connection(connection)
    , m_begun(connection.run(u"BEGIN IMMEDIATE"_s))
{
    m_isOpen = m_begun.has_value();
}

SqlTransaction::~SqlTransaction()
{
    if (m_isOpen)
        (void)m_connection.run(u"ROLLBACK"_s);
}

StorageResult<void> SqlTransaction::commit()
{
    if (!m_begun)
        return m_begun;
    const auto committed = m_connection.run(u"COMMIT"_s);
    if (!committed && bugPlanted("commit-result-ignored"))
        return {};
    if (committed)
        m_isOpen = false;
    return committed;
}

StorageResult<void> run(QSqlQuery &query)
{
    if (!query.exec())
        return tl::unexpected(StorageError::from(query.lastError()));
    return {};
}

StorageResult<void> ended(const QSqlQuery &query)
{
    if (query.lastError().isValid())
        return tl::unexpected(StorageError::from(query.lastError()));
    return {};
}

int newestVersion(const QString &set)
{
    const QStringList files = QDir(u":/sql/"_s + set).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    return files.isEmpty() ? 0 : files.constLast().section(u'_', 0, 0).toInt();
}

StorageResult<void> migrate(const SqlConnection &connection, const QString &set)
{
    const auto found = versionOf(connection, set);
    if (!found)
        return tl::unexpected(found.error());
    const QDir folder(u":/sql/"_s + set);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (name.section(u'_', 0, 0).toInt() <= *found)
            continue;
        if (const auto done = takeStep(connection, set, name); !done)
            return done;
    }
    return {};
}

StorageResult<void> refuseNewer(const QString &file, const QString &set)
{
    if (QFileInfo(file).size() == 0)
        return {};
    const auto reader = SqlConnection::open(file, SqlConnection::Mode::Reader);
    if (!reader)
        return {};
    const auto found = versionOf(**reader, set);
    if (!found && found.error().kind == StorageError::Kind::NewerVersion)
        return tl::unexpected(found.error());
    return {};
}

} // namespace mc
