// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/connection.h"
#include "store/orderbook/database.h"

#include <QSet>

#include <optional>

namespace mc::sim {

/**
 * The store's SQLite file without threads: every job runs at once, in the caller's thread, in a transaction
 * of its own. Can be told to die with the process around one of its commits.
 */
class SimDatabase final : public store::Database
{
    Q_DISABLE_COPY_MOVE(SimDatabase)

public:
    explicit SimDatabase(const QString &file);
    ~SimDatabase() override = default;

    enum class Moment : quint8 { BeforeCommit, AfterCommit };
    /// At the n-th write from now the process ends; `died` is called, and nothing works any more.
    void dieAt(int nthWrite, Moment moment, std::function<void()> died);
    void die();
    [[nodiscard]] bool isDead() const { return m_isDead; }
    [[nodiscard]] store::Connection &connection() { return m_connection; }

    void write(Job job, Done done) override;
    void read(Job job) override;
    [[nodiscard]] bool readHere(const Job &) override { return false; }
    [[nodiscard]] tl::expected<store::CommitOutcome, store::DatabaseError>
    writeAndWait(const Job &job) override;
    void readAndWait(const Job &job) override { read(job); }
    [[nodiscard]] tl::expected<void, store::DatabaseError> backUpTo(const QString &file) override;
    [[nodiscard]] tl::expected<void, store::DatabaseError> forgetDeleted() override { return {}; }
    void setFeedListener(FeedListener listener) override { m_listener = std::move(listener); }
    void tellEngine(const QString &) override { }
    void setEngineListener(EngineListener) override { }

private:
    [[nodiscard]] bool isDying(Moment moment);
    [[nodiscard]] tl::expected<store::CommitOutcome, store::DatabaseError> run(const Job &job);

    store::Connection m_connection;
    FeedListener m_listener;
    bool m_isDead = false;
    int m_writesLeft = 0; ///< 0: not told to die.
    Moment m_moment = Moment::BeforeCommit;
    std::function<void()> m_died;
};

} // namespace mc::sim
