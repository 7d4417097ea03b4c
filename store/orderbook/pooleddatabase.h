// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/connection.h"
#include "store/orderbook/jobqueue.h"

#include <future>
#include <thread>
#include <vector>

namespace mc::store {

/**
 * What both databases share: queues, reader threads, waiting, the feed's listener.
 *
 * A subclass starts its writers after its construction is complete and calls shutDown() first thing in its
 * destructor, because the threads use its members.
 */
class PooledDatabase : public Database
{
    Q_DISABLE_COPY_MOVE(PooledDatabase)

public:
    ~PooledDatabase() override = default;

    void write(Job job, Done done) override;
    void read(Job job) override;
    [[nodiscard]] bool readHere(const Job &) override { return false; }
    [[nodiscard]] tl::expected<CommitOutcome, DatabaseError> writeAndWait(const Job &job) override;
    void readAndWait(const Job &job) override;
    void setFeedListener(FeedListener listener) override;
    void tellEngine(const QString &engineId) override;
    void setEngineListener(EngineListener listener) override;

protected:
    explicit PooledDatabase(Config config);

    [[nodiscard]] const Config &config() const noexcept { return m_config; }
    [[nodiscard]] JobQueue &writeQueue() noexcept { return m_writes; }
    /// Starts a thread with a connection of its own; answers once that is open.
    [[nodiscard]] tl::expected<void, DatabaseError> start(Connection::Access access,
                                                          std::function<void(Connection &)> work);
    [[nodiscard]] tl::expected<void, DatabaseError> startReaders();
    /// In a transaction that sees one state.
    static void runReading(Connection &connection, const Job &job);
    void shutDown();
    void tellListener(const QString &storeId) const;

private:
    void readJobs(Connection &connection);

    Config m_config;
    JobQueue m_writes;
    JobQueue m_reads;
    std::vector<std::thread> m_threads;
    mutable std::mutex m_listenerMutex;
    FeedListener m_listener;
    EngineListener m_engineListener;
};

} // namespace mc::store
