// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/pooleddatabase.h"

#include "store/orderbook/workertx.h"

using namespace Qt::StringLiterals;

namespace mc::store {

PooledDatabase::PooledDatabase(Config config)
    : m_config(std::move(config))
{
}

void PooledDatabase::write(Job job, Done done)
{
    m_writes.push({std::move(job), std::move(done)});
}

void PooledDatabase::read(Job job)
{
    m_reads.push({std::move(job), {}});
}

tl::expected<CommitOutcome, DatabaseError> PooledDatabase::writeAndWait(const Job &job)
{
    std::promise<tl::expected<CommitOutcome, DatabaseError>> promise;
    auto answer = promise.get_future();
    write(job, [&promise](CommitOutcome outcome, const DatabaseError &error) {
        if (outcome == CommitOutcome::Failed)
            promise.set_value(tl::unexpected(error));
        else
            promise.set_value(outcome);
    });
    return answer.get();
}

void PooledDatabase::readAndWait(const Job &job)
{
    std::promise<void> promise;
    auto done = promise.get_future();
    read([&job, &promise](Tx &tx) {
        job(tx);
        promise.set_value();
    });
    done.wait();
}

void PooledDatabase::setFeedListener(FeedListener listener)
{
    const std::lock_guard lock(m_listenerMutex);
    m_listener = std::move(listener);
}

void PooledDatabase::setEngineListener(EngineListener listener)
{
    const std::lock_guard lock(m_listenerMutex);
    m_engineListener = std::move(listener);
}

void PooledDatabase::tellEngine(const QString &engineId)
{
    const std::lock_guard lock(m_listenerMutex);
    if (m_engineListener)
        m_engineListener(engineId);
}

void PooledDatabase::tellListener(const QString &storeId) const
{
    // Under the lock, so that after setFeedListener({}) nobody is called any more.
    const std::lock_guard lock(m_listenerMutex);
    if (m_listener)
        m_listener(storeId);
}

tl::expected<void, DatabaseError> PooledDatabase::start(Connection::Access access,
                                                        std::function<void(Connection &)> work)
{
    auto opened = std::make_shared<std::promise<tl::expected<void, DatabaseError>>>();
    auto answer = opened->get_future();
    m_threads.emplace_back([this, access, opened, work = std::move(work)] {
        Connection connection(m_config, access);
        const auto result = connection.open();
        opened->set_value(result);
        if (result)
            work(connection);
    });
    return answer.get();
}

tl::expected<void, DatabaseError> PooledDatabase::startReaders()
{
    for (int i = 0; i < m_config.readers; ++i) {
        auto started =
            start(Connection::Access::ReadOnly, [this](Connection &connection) { readJobs(connection); });
        if (!started)
            return started;
    }
    return {};
}

void PooledDatabase::readJobs(Connection &connection)
{
    for (auto jobs = m_reads.take(1); !jobs.empty(); jobs = m_reads.take(1))
        runReading(connection, jobs.front().job);
}

void PooledDatabase::runReading(Connection &connection, const Job &job)
{
    const QString begin =
        connection.isPostgres() ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s : u"BEGIN"_s;
    WorkerTx tx(connection);
    auto begun = connection.executeAgain(begin);
    if (!begun && connection.isPostgres() && connection.open()) // The server was restarted.
        begun = connection.executeAgain(begin);
    if (!begun)
        tx.fail(begun.error());
    job(tx);
    if (begun)
        (void)connection.executeAgain(u"ROLLBACK"_s);
}

void PooledDatabase::shutDown()
{
    m_writes.close();
    m_reads.close();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

} // namespace mc::store
