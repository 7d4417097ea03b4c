// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/postgresdatabase.h"

#include "store/orderbook/migrations.h"
#include "store/orderbook/sqlerror.h"
#include "store/orderbook/workertx.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr int MostAttempts = 20;
constexpr auto EnginePrefix = "engine:"_L1; // Among the ids of stores, which are UUIDs.

struct Attempt {
    CommitOutcome outcome = CommitOutcome::Failed;
    DatabaseError error;
    QList<QString> touchedStores;
};

Attempt runOnce(Connection &connection, const Database::Job &job)
{
    if (auto begun = connection.execute(u"BEGIN"_s); !begun)
        return {CommitOutcome::Failed, begun.error(), {}};
    WorkerTx tx(connection);
    job(tx);
    tx.finish();
    if (tx.outcome() != CommitOutcome::Committed) {
        (void)connection.execute(u"ROLLBACK"_s);
        return {tx.outcome(), tx.error(), {}};
    }
    if (auto committed = connection.execute(u"COMMIT"_s); !committed) {
        (void)connection.execute(u"ROLLBACK"_s);
        return {CommitOutcome::Failed, committed.error(), {}};
    }
    return {CommitOutcome::Committed, {}, tx.touchedStores()};
}

} // namespace

PostgresDatabase::PostgresDatabase(Config config)
    : PooledDatabase(std::move(config))
{
}

PostgresDatabase::~PostgresDatabase()
{
    shutDown();
    m_notifier.reset();
}

tl::expected<void, DatabaseError> PostgresDatabase::openAll()
{
    {
        Connection connection(config(), Connection::Access::ReadWrite);
        if (auto opened = connection.open(); !opened)
            return opened;
        if (auto migrated = migrate(connection); !migrated)
            return migrated;
    }
    m_notifier = std::make_unique<FeedNotifier>(config(), [this](const QString &what) {
        if (what.startsWith(EnginePrefix))
            PooledDatabase::tellEngine(what.mid(EnginePrefix.size()));
        else
            tellListener(what);
    });
    for (int i = 0; i < config().writers; ++i) {
        auto started =
            start(Connection::Access::ReadWrite, [this](Connection &connection) { writeJobs(connection); });
        if (!started)
            return started;
    }
    return startReaders();
}

void PostgresDatabase::writeJobs(Connection &connection)
{
    for (auto jobs = writeQueue().take(1); !jobs.empty(); jobs = writeQueue().take(1))
        writeOne(connection, jobs.front());
}

void PostgresDatabase::writeOne(Connection &connection, const WriteJob &job)
{
    if (!connection.database().isOpen())
        (void)connection.open();
    Attempt attempt = runOnce(connection, job.job);
    for (int i = 1; i < MostAttempts && isRetryable(attempt.error); ++i)
        attempt = runOnce(connection, job.job);
    // A COMMIT without an answer may have happened: the job is not repeated, its sender asks again with the
    // same idempotency key.
    if (attempt.error.kind == DatabaseError::Kind::Unavailable && !connection.isAlive())
        (void)connection.open();
    if (job.done)
        job.done(attempt.outcome, attempt.error);
    for (const QString &store : std::as_const(attempt.touchedStores)) {
        tellListener(store);
        m_notifier->notifyOthers(store);
    }
}

void PostgresDatabase::tellEngine(const QString &engineId)
{
    PooledDatabase::tellEngine(engineId);
    m_notifier->notifyOthers(EnginePrefix + engineId);
}

tl::expected<void, DatabaseError> PostgresDatabase::backUpTo(const QString &file)
{
    Q_UNUSED(file)
    return tl::unexpected(
        DatabaseError{DatabaseError::Kind::Other, u"PostgreSQL is backed up with pg_dump"_s});
}

tl::expected<void, DatabaseError> PostgresDatabase::forgetDeleted()
{
    Connection connection(config(), Connection::Access::ReadWrite);
    if (auto opened = connection.open(); !opened)
        return opened;
    for (const QString &table : {u"orders"_s, u"idempotency"_s, u"effect"_s, u"mailbox"_s}) {
        if (auto rewritten = connection.execute(u"VACUUM FULL "_s + table); !rewritten)
            return rewritten;
    }
    return {};
}

} // namespace mc::store
