// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/orderbook.h"

#include <QMap>
#include <QStringList>

#include <random>
#include <set>

namespace mc::proof {

/**
 * Uses a store's database as many clients at once would, drawn from a seed, and remembers what it was told
 * was kept: orders, cancellations, a setting with its audit rows, a cursor of the feed.
 */
class StoreWorkload final
{
public:
    enum class AfterFailure : quint8 { Stop, GoOn };

    StoreWorkload(quint64 seed, AfterFailure afterFailure);

    /// The one store that it works in.
    [[nodiscard]] static bool addStore(store::Database &database);
    /// Up to `together` jobs at once, so that they share a commit.
    void run(store::Database &database, int bursts, int together);
    /// Looks at a database that was opened again.
    void check(store::Database &database);

    [[nodiscard]] qint64 acknowledged() const { return m_acknowledged; }
    [[nodiscard]] qint64 lost() const { return m_lost; }
    [[nodiscard]] const QStringList &broken() const { return m_broken; }

private:
    struct Attempt {
        enum class Kind : quint8 { Order, Cancellation, Setting } kind = Kind::Order;
        QString key;
        OrderId order;
        bool isDone = false; ///< By the job; its commit is another matter.
    };
    [[nodiscard]] Attempt nextAttempt();
    static void perform(store::Tx &tx, Attempt &attempt);
    void sendBurst(store::Database &database, int jobs);
    void acknowledge(const Attempt &attempt);
    void look(store::Tx &tx);
    void lookForLost(store::Tx &tx);
    void lookForHalves(store::Tx &tx);

    std::mt19937_64 m_random;
    AfterFailure m_afterFailure;
    QMap<QString, OrderId> m_orders; ///< By external id.
    QMap<QString, OrderId> m_cancellations; ///< By operation.
    std::set<int> m_settings;
    QByteArray m_cursor; ///< That a console has been given.
    QList<OrderId> m_free;
    QStringList m_broken;
    quint64 m_last = 0;
    qint64 m_acknowledged = 0;
    qint64 m_lost = 0;
    bool m_isStopped = false;
};

} // namespace mc::proof
