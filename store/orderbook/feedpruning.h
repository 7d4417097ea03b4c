// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QDateTime>
#include <QList>

namespace mc::store {

/// One entry of the feed.
struct ChangeKey {
    qint64 position = 0;
    OrderId order;
};

/**
 * Keeps the change feed of a store short, in small transactions: what is older than some days goes, and what
 * was superseded by a later change of the same order.
 *
 * A cursor before the horizon is refused (ResyncRequired), never answered with a gap. Of every transaction
 * after the horizon at least one entry stays, because its tag is what a cursor is compared with. Lives as
 * long as the Tx.
 */
class FeedPruning final
{
public:
    FeedPruning(Tx &tx, StoreId store);

    /// Remembers where the feed stands now; at most twice a day, and only when it has moved. False: not now.
    bool mark(const QDateTime &now);
    /// Removes entries from before `time`, some thousands at most. False: there is nothing left to do.
    bool pruneBefore(const QDateTime &time);
    /// A read: entries that a later one makes superfluous.
    [[nodiscard]] QList<ChangeKey> superseded(int limit) const;
    void remove(const QList<ChangeKey> &entries);

    static constexpr int EntriesAtOnce = 2000;

private:
    Tx &m_tx; ///< Not owned; outlives this object.
    StoreId m_store;
};

} // namespace mc::store
