// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/feednotifier.h"
#include "store/orderbook/pooleddatabase.h"

namespace mc::store {

/// A pool of connections; each job is a transaction of its own and is run again when it lost a deadlock.
class PostgresDatabase final : public PooledDatabase
{
    Q_DISABLE_COPY_MOVE(PostgresDatabase)

public:
    explicit PostgresDatabase(Config config);
    ~PostgresDatabase() override;

    [[nodiscard]] tl::expected<void, DatabaseError> openAll();
    void tellEngine(const QString &engineId) override;
    [[nodiscard]] tl::expected<void, DatabaseError> backUpTo(const QString &file) override;
    [[nodiscard]] tl::expected<void, DatabaseError> forgetDeleted() override;

private:
    void writeJobs(Connection &connection);
    void writeOne(Connection &connection, const WriteJob &job);

    std::unique_ptr<FeedNotifier> m_notifier;
};

} // namespace mc::store
