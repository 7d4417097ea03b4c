// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/feednotifier.h"
#include "store/orderbook/pooleddatabase.h"

namespace mc::store {

/// A pool of connections. Jobs that wait are one transaction; when one of them fails, is undone or loses a
/// deadlock, each is a transaction of its own, and is run again when it loses.
class PostgresDatabase final : public PooledDatabase
{
    Q_DISABLE_COPY_MOVE(PostgresDatabase)

public:
    struct Attempt {
        CommitOutcome outcome = CommitOutcome::Failed;
        DatabaseError error;
        QList<QString> touchedStores;
    };

    explicit PostgresDatabase(Config config);
    ~PostgresDatabase() override;

    [[nodiscard]] tl::expected<void, DatabaseError> openAll();
    void tellEngine(const QString &engineId) override;
    [[nodiscard]] tl::expected<void, DatabaseError> backUpTo(const QString &file) override;
    [[nodiscard]] tl::expected<void, DatabaseError> forgetDeleted() override;

private:
    void writeJobs(Connection &connection);
    void finish(Connection &connection, const std::vector<WriteJob> &jobs, const Attempt &attempt);

    std::unique_ptr<FeedNotifier> m_notifier;
};

} // namespace mc::store
