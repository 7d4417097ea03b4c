// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/postgresdatabase.h"

#include "store/orderbook/migrations.h"
#include "store/orderbook/sqlerror.h"
#include "store/orderbook/workertx.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

using Attempt = PostgresDatabase::Attempt;

constexpr int MostAttempts = 20;
// The feed's row is locked to the end of a commit, so waiting jobs share both; a longer group would keep the
// orders that it locks from other writers.
constexpr std::size_t LargestGroup = 16;
constexpr auto EnginePrefix = "engine:"_L1; // Among the ids of stores, which are UUIDs.

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

/// Again while it loses against other transactions.
Attempt runAlone(Connection &connection, const Database::Job &job)
{
    Attempt attempt = runOnce(connection, job);
    for (int i = 1; i < MostAttempts && isRetryable(attempt.error); ++i)
        attempt = runOnce(connection, job);
    return attempt;
}

/// All of them as one transaction, with one look at the feed; nullopt when that is no way: nothing is done
/// then.
std::optional<Attempt> runTogether(Connection &connection, const std::vector<WriteJob> &jobs)
{
    if (!connection.execute(u"BEGIN"_s))
        return std::nullopt;
    WorkerTx tx(connection);
    for (const WriteJob &job : jobs) {
        job.job(tx);
        if (tx.outcome() != CommitOutcome::Committed)
            break;
    }
    tx.finish();
    if (tx.outcome() != CommitOutcome::Committed) {
        (void)connection.execute(u"ROLLBACK"_s);
        return std::nullopt;
    }
    const auto committed = connection.execute(u"COMMIT"_s);
    if (committed)
        return Attempt{CommitOutcome::Committed, {}, tx.touchedStores()};
    (void)connection.execute(u"ROLLBACK"_s);
    // Without an answer it may have happened.
    if (committed.error().kind == DatabaseError::Kind::Unavailable && !isRetryable(committed.error()))
        return Attempt{CommitOutcome::Failed, committed.error(), {}};
    return std::nullopt;
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
    for (auto jobs = writeQueue().take(LargestGroup); !jobs.empty(); jobs = writeQueue().take(LargestGroup)) {
        if (!connection.database().isOpen())
            (void)connection.open();
        // A job that is refused undoes the group, so each is done by itself then.
        const auto together = jobs.size() > 1 ? runTogether(connection, jobs) : std::nullopt;
        if (together) {
            finish(connection, jobs, *together);
            continue;
        }
        for (const WriteJob &job : jobs)
            finish(connection, {job}, runAlone(connection, job.job));
    }
}

void PostgresDatabase::finish(Connection &connection, const std::vector<WriteJob> &jobs,
                              const Attempt &attempt)
{
    // A COMMIT without an answer may have happened: the job is not repeated, its sender asks again with the
    // same idempotency key.
    if (attempt.error.kind == DatabaseError::Kind::Unavailable && !connection.isAlive())
        (void)connection.open();
    for (const WriteJob &job : jobs) {
        if (job.done)
            job.done(attempt.outcome, attempt.error);
    }
    for (const QString &store : attempt.touchedStores) {
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
