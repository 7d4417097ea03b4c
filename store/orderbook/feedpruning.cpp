// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/feedpruning.h"

#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr qint64 HalfADay = 12LL * 60 * 60;

} // namespace

FeedPruning::FeedPruning(Tx &tx, StoreId store)
    : m_tx(tx)
    , m_store(std::move(store))
{
}

bool FeedPruning::mark(const QDateTime &now)
{
    Statement row(m_tx,
                  u"INSERT INTO feed_mark (store_id, at, position) SELECT f.store_id, CAST(:now AS BIGINT), "
                  u"f.position FROM "
                  "feed f WHERE f.store_id = :store AND f.position > 0 AND NOT EXISTS (SELECT 1 FROM "
                  "feed_mark m WHERE m.store_id = f.store_id AND (m.position >= f.position OR m.at > "
                  ":recently))"_s);
    row.bind(":now"_L1, now).bind(":store"_L1, m_store).bind(":recently"_L1, now.addSecs(-HalfADay));
    return row.runAndCount() == 1;
}

bool FeedPruning::pruneBefore(const QDateTime &time)
{
    Statement mark(m_tx, u"SELECT MAX(position) FROM feed_mark WHERE store_id = :store AND at <= :time"_s);
    mark.bind(":store"_L1, m_store).bind(":time"_L1, time);
    const qint64 horizon = mark.first() ? mark.number(0) : 0;
    if (horizon == 0)
        return false;
    // First the horizon, then the entries: no reader between two steps takes the gap for the truth.
    Statement feed(m_tx,
                   u"UPDATE feed SET horizon = :horizon WHERE store_id = :store AND horizon < :horizon"_s);
    feed.bind(":horizon"_L1, horizon).bind(":store"_L1, m_store).run();
    Statement last(m_tx,
                   u"SELECT position FROM change WHERE store_id = :store AND position < :horizon "
                   "ORDER BY position, order_id LIMIT 1 OFFSET :most"_s);
    last.bind(":store"_L1, m_store).bind(":horizon"_L1, horizon).bind(":most"_L1, EntriesAtOnce);
    const bool hasMore = last.first();
    // The entry at the horizon stays: its tag belongs to the oldest cursor that is still good.
    Statement rows(m_tx, u"DELETE FROM change WHERE store_id = :store AND position <= :last"_s);
    rows.bind(":store"_L1, m_store).bind(":last"_L1, hasMore ? last.number(0) : horizon - 1).run();
    if (hasMore)
        return true;
    Statement marks(m_tx, u"DELETE FROM feed_mark WHERE store_id = :store AND position < :horizon"_s);
    marks.bind(":store"_L1, m_store).bind(":horizon"_L1, horizon).run();
    return false;
}

QList<ChangeKey> FeedPruning::superseded(int limit) const
{
    QList<ChangeKey> list;
    Statement rows(m_tx,
                   u"SELECT position, order_id FROM (SELECT position, order_id, "
                   "MAX(position) OVER (PARTITION BY order_id) AS newest, "
                   "MIN(order_id) OVER (PARTITION BY position) AS kept "
                   "FROM change WHERE store_id = :store) entries "
                   "WHERE position < newest AND order_id <> kept LIMIT :most"_s);
    rows.bind(":store"_L1, m_store).bind(":most"_L1, limit);
    for (bool more = rows.first(); more; more = rows.next())
        list.append({rows.number(0), OrderId(rows.text(1))});
    return list;
}

void FeedPruning::remove(const QList<ChangeKey> &entries)
{
    for (const ChangeKey &entry : entries) {
        Statement row(
            m_tx,
            u"DELETE FROM change WHERE store_id = :store AND position = :position AND order_id = :order"_s);
        row.bind(":store"_L1, m_store).bind(":position"_L1, entry.position).bind(":order"_L1, entry.order);
        row.run();
    }
}

} // namespace mc::store
