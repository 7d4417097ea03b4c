// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/outbox.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>
#include <random>

namespace mc::proof {

/**
 * Uses an outbox as the console does, drawn from a seed, and keeps beside it what the outbox must hold.
 *
 * A call that failed has changed nothing that can be seen now; but when it failed while it was being made
 * durable, the next start may find it done, as a whole. So a start finds what is known or one of the maybes.
 */
class OutboxWorkload final
{
public:
    using Rows = QMap<OperationId, OutboxRow>;
    enum class AfterFailure : quint8 { Stop, GoOn };

    OutboxWorkload(QString file, quint64 seed, AfterFailure afterFailure);

    void run(int calls);
    void close() { m_outbox.reset(); }
    /// Starts again and compares.
    void check();

    [[nodiscard]] qint64 acknowledged() const { return m_acknowledged; }
    [[nodiscard]] qint64 lost() const { return m_lost; } ///< Rows that are not as acknowledged.
    [[nodiscard]] const QStringList &broken() const { return m_broken; }
    /// Called with each error, which has to be one that people can be told.
    void onError(std::function<void(const StorageError &)> what) { m_onError = std::move(what); }

private:
    void reopen();
    void add();
    void takeStep();
    [[nodiscard]] StorageResult<bool> step(OutboxRow &row);
    void settle(bool isDone);
    void look();
    [[nodiscard]] std::optional<Rows> readAll() const;
    void compare(const Rows &found);

    QString m_file;
    std::mt19937_64 m_random;
    AfterFailure m_afterFailure;
    std::function<void(const StorageError &)> m_onError;
    std::unique_ptr<Outbox> m_outbox;
    Rows m_known;
    Rows m_next; ///< When the call under way succeeds.
    QList<Rows> m_maybes; ///< Calls that failed since the last one that did not.
    QStringList m_broken;
    qint64 m_last = 0;
    qint64 m_acknowledged = 0;
    qint64 m_lost = 0;
    bool m_isStopped = false;
};

} // namespace mc::proof
