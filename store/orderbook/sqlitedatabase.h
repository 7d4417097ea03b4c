// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/foreigncommits.h"
#include "store/orderbook/pooleddatabase.h"
#include "store/orderbook/threadreaders.h"

#include <atomic>

namespace mc::store {

/// One writer with group commit, several readers on snapshots.
class SqliteDatabase final : public PooledDatabase
{
    Q_DISABLE_COPY_MOVE(SqliteDatabase)

public:
    explicit SqliteDatabase(Config config);
    ~SqliteDatabase() override;

    [[nodiscard]] tl::expected<void, DatabaseError> openAll();
    [[nodiscard]] bool readHere(const Job &job) override;
    /// Hears of other programs' commits too, within a second or two.
    void setFeedListener(FeedListener listener) override;
    [[nodiscard]] tl::expected<void, DatabaseError> backUpTo(const QString &file) override;
    [[nodiscard]] tl::expected<void, DatabaseError> forgetDeleted() override;

private:
    void writeJobs(Connection &connection);
    void writeGroup(Connection &connection, std::vector<WriteJob> &jobs);

    ThreadReaders m_threadReaders;
    ForeignCommits m_foreign;
    std::atomic<bool> m_isWatching = false; ///< Only who listens has a watching thread: commands do not.
};

} // namespace mc::store
