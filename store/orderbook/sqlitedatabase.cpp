// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/sqlitedatabase.h"

#include "domain/plantedbug.h"
#include "store/orderbook/migrations.h"
#include "store/orderbook/sqlerror.h"
#include "store/orderbook/workertx.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

// Long enough to share a sync among all waiting clients, short enough that the first one does not wait long.
constexpr std::size_t LargestGroup = 128;

struct JobResult {
    CommitOutcome outcome = CommitOutcome::Committed;
    DatabaseError error;
    QList<QString> touchedStores;
};

/// One job as a savepoint. An error of the savepoint itself means that SQLite gave the whole transaction up.
tl::expected<JobResult, DatabaseError> runInSavepoint(Connection &connection, const Database::Job &job)
{
    if (auto begun = connection.executeAgain(u"SAVEPOINT job"_s); !begun)
        return tl::unexpected(begun.error());
    WorkerTx tx(connection);
    job(tx);
    tx.finish();
    if (tx.outcome() != CommitOutcome::Committed) {
        if (auto undone = connection.executeAgain(u"ROLLBACK TO job"_s); !undone)
            return tl::unexpected(undone.error());
    }
    if (auto released = connection.executeAgain(u"RELEASE job"_s); !released)
        return tl::unexpected(released.error());
    const bool isCommitted = tx.outcome() == CommitOutcome::Committed;
    return JobResult{tx.outcome(), tx.error(), isCommitted ? tx.touchedStores() : QList<QString>()};
}

tl::expected<void, DatabaseError> renewEpochs(Connection &connection)
{
    return connection.execute(u"UPDATE feed SET epoch = lower(hex(randomblob(8))) WHERE epoch = ''"_s);
}

/// With a connection that cannot write, so that a newer version's file keeps every byte. What is wrong
/// otherwise, the connection that writes will say.
tl::expected<void, DatabaseError> refuseNewerFile(const Database::Config &config)
{
    if (QFileInfo(config.sqliteFile).size() == 0)
        return {};
    Connection connection(config, Connection::Access::ReadOnly);
    if (!connection.open())
        return {};
    auto checked = refuseNewer(connection);
    if (!checked && checked.error().kind == DatabaseError::Kind::NewerSchema)
        return checked;
    return {};
}

tl::expected<void, DatabaseError> prepareFile(const Database::Config &config)
{
    if (auto isOurs = refuseNewerFile(config); !isOurs)
        return isOurs;
    Connection connection(config, Connection::Access::ReadWrite);
    if (auto opened = connection.open(); !opened)
        return opened;
    // Customers' addresses are in there.
    QFile::setPermissions(config.sqliteFile, QFile::ReadOwner | QFile::WriteOwner);
    if (auto migrated = migrate(connection); !migrated)
        return migrated;
    if (auto renewed = renewEpochs(connection); !renewed)
        return renewed;
    // What a killed process left in the WAL may not be on the disk yet; it is before anybody is answered.
    return connection.execute(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

} // namespace

SqliteDatabase::SqliteDatabase(Config config)
    : PooledDatabase(std::move(config))
    , m_threadReaders(this->config())
{
}

SqliteDatabase::~SqliteDatabase()
{
    m_foreign.stop();
    shutDown();
}

tl::expected<void, DatabaseError> SqliteDatabase::openAll()
{
    if (auto prepared = prepareFile(config()); !prepared)
        return prepared;
    auto started =
        start(Connection::Access::ReadWrite, [this](Connection &connection) { writeJobs(connection); });
    return started ? startReaders() : started;
}

bool SqliteDatabase::readHere(const Job &job)
{
    Connection *const connection = m_threadReaders.mine();
    if (connection == nullptr)
        return false;
    runReading(*connection, job);
    return true;
}

void SqliteDatabase::setFeedListener(FeedListener listener)
{
    const bool isListening = static_cast<bool>(listener);
    PooledDatabase::setFeedListener(std::move(listener));
    if (!isListening || m_isWatching)
        return;
    const auto begun = std::make_shared<std::promise<void>>();
    auto isBegun = begun->get_future();
    const auto started = start(Connection::Access::ReadOnly, [this, begun](Connection &connection) {
        m_foreign.begin(connection);
        begun->set_value();
        m_foreign.run(connection, [this](const QString &store) { tellListener(store); });
    });
    // Without it nothing is lost: who listens asks now and then by itself.
    if (!started)
        return;
    isBegun.wait();
    m_isWatching = true;
}

void SqliteDatabase::writeJobs(Connection &connection)
{
    for (auto jobs = writeQueue().take(LargestGroup); !jobs.empty(); jobs = writeQueue().take(LargestGroup))
        writeGroup(connection, jobs);
}

void SqliteDatabase::writeGroup(Connection &connection, std::vector<WriteJob> &jobs)
{
    std::vector<JobResult> results;
    auto state = connection.executeAgain(u"BEGIN IMMEDIATE"_s);
    for (auto it = jobs.cbegin(); state && it != jobs.cend(); ++it) {
        auto result = runInSavepoint(connection, it->job);
        if (result)
            results.push_back(std::move(*result));
        else
            state = tl::unexpected(result.error());
    }
    QSet<QString> touched;
    for (const JobResult &result : results)
        touched += QSet<QString>(result.touchedStores.cbegin(), result.touchedStores.cend());
    QHash<QString, qint64> positions;
    if (m_isWatching && !touched.isEmpty())
        positions = feedPositions(connection);
    if (state)
        state = connection.executeAgain(u"COMMIT"_s);
    if (!state && results.size() == jobs.size() && bugPlanted("commit-result-ignored"))
        state = {};
    if (!state) {
        (void)connection.execute(u"ROLLBACK"_s);
        results.assign(jobs.size(), {CommitOutcome::Failed, state.error(), {}});
        touched.clear();
    } else {
        m_foreign.noteOwn(positions);
    }

    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (jobs[i].done)
            jobs[i].done(results[i].outcome, results[i].error);
    }
    for (const QString &store : std::as_const(touched))
        tellListener(store);
}

tl::expected<void, DatabaseError> SqliteDatabase::backUpTo(const QString &file)
{
    if (QFile::exists(file))
        return tl::unexpected(DatabaseError{DatabaseError::Kind::Other, u"the file exists already"_s});
    {
        Connection source(config(), Connection::Access::ReadWrite);
        if (auto opened = source.open(); !opened)
            return opened;
        if (auto copied = source.execute(u"VACUUM INTO '%1'"_s.arg(QString(file).replace(u'\'', u"''"_s)));
            !copied)
            return copied;
    }
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    Connection copy({file, {}}, Connection::Access::ReadWrite);
    if (auto opened = copy.open(); !opened)
        return opened;
    // A store that starts on the copy takes a new epoch, so that consoles notice that time went back.
    if (auto marked = copy.execute(u"UPDATE feed SET epoch = ''"_s); !marked)
        return marked;
    return copy.execute(u"PRAGMA journal_mode = DELETE"_s);
}

tl::expected<void, DatabaseError> SqliteDatabase::forgetDeleted()
{
    Connection connection(config(), Connection::Access::ReadWrite);
    if (auto opened = connection.open(); !opened)
        return opened;
    if (auto rewritten = connection.execute(u"VACUUM"_s); !rewritten)
        return rewritten;
    // Waits for readers of the old pages; its row says whether it had to give up.
    QSqlQuery query(connection.database());
    const QString sql = u"PRAGMA wal_checkpoint(TRUNCATE)"_s;
    if (!query.exec(sql) || !query.next())
        return tl::unexpected(databaseError(query.lastError(), false, sql));
    if (query.value(0).toInt() != 0)
        return tl::unexpected(DatabaseError{DatabaseError::Kind::Unavailable, u"others are reading"_s});
    return {};
}

} // namespace mc::store
