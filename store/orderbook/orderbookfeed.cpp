// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/feedcursor.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/statement.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

/// The end of the feed, and where it begins.
struct FeedEnd : FeedPlace {
    qint64 horizon = 0; ///< Entries before it are gone.
};

struct ChangeRow {
    qint64 position = 0;
    QString tag;
    OrderId order;
    bool isRemoved = false;
    QByteArray document;
};

std::optional<FeedEnd> feedEnd(Tx &tx, const StoreId &store)
{
    Statement row(tx, u"SELECT epoch, position, tag, horizon FROM feed WHERE store_id = :store"_s);
    row.bind(":store"_L1, store);
    if (!row.first())
        return std::nullopt;
    return FeedEnd{{row.text(0), row.number(1), row.text(2)}, row.number(3)};
}

/// The tag of a position that is not the end; empty when there is no such position.
QString tagAt(Tx &tx, const StoreId &store, qint64 position)
{
    if (position == 0)
        return u"0"_s;
    Statement row(tx, u"SELECT tag FROM change WHERE store_id = :store AND position = :position LIMIT 1"_s);
    row.bind(":store"_L1, store).bind(":position"_L1, position);
    return row.first() ? row.text(0) : QString();
}

QList<ChangeRow> changeRows(Tx &tx, const StoreId &store, qint64 from, qint64 to, int limit)
{
    QList<ChangeRow> list;
    Statement rows(tx,
                   u"SELECT c.position, c.tag, c.order_id, c.removed, o.document FROM change c "
                   "LEFT JOIN orders o ON o.store_id = c.store_id AND o.id = c.order_id "
                   "WHERE c.store_id = :store AND c.position >= :first AND c.position <= :last "
                   "ORDER BY c.position, c.order_id LIMIT :most"_s);
    rows.bind(":store"_L1, store).bind(":first"_L1, from).bind(":last"_L1, to).bind(":most"_L1, limit);
    for (bool more = rows.first(); more; more = rows.next())
        list.append({rows.number(0), rows.text(1), OrderId(rows.text(2)), rows.flag(3), rows.bytes(4)});
    return list;
}

void addRow(ChangePage &page, QSet<OrderId> &seen, const ChangeRow &row)
{
    if (seen.contains(row.order))
        return;
    seen.insert(row.order);
    // The newest state counts: an order that is gone now is removed, whatever this entry once said.
    if (row.document.isEmpty())
        page.removed.append(row.order);
    else
        page.orders.append(row.document);
}

} // namespace

QByteArray Orderbook::cursor() const
{
    const auto end = feedEnd(m_tx, m_store);
    return end ? cursorFrom(*end) : QByteArray();
}

tl::expected<ChangePage, ResyncRequired> Orderbook::changes(const QByteArray &after, int limit) const
{
    const auto end = feedEnd(m_tx, m_store);
    const auto start = feedPlaceFrom(after);
    if (!end || !start || start->epoch != end->epoch || start->position > end->position
        || start->position < end->horizon)
        return tl::unexpected(ResyncRequired{});
    const QString tag = start->position == end->position ? end->tag : tagAt(m_tx, m_store, start->position);
    if (tag.isEmpty() || tag != start->tag)
        return tl::unexpected(ResyncRequired{});

    QList<ChangeRow> rows = changeRows(m_tx, m_store, start->position + 1, end->position, limit + 1);
    ChangePage page;
    if (rows.size() > limit) {
        // Whole transactions only: drop the last one, unless it is the only one; then it is taken whole.
        page.hasMore = true;
        const qint64 last = rows.constLast().position;
        if (rows.constFirst().position == last)
            rows = changeRows(m_tx, m_store, last, last, std::numeric_limits<int>::max());
        else
            rows.removeIf([last](const ChangeRow &row) { return row.position == last; });
        page.hasMore = rows.constLast().position < end->position;
    }
    FeedPlace reached = *start;
    QSet<OrderId> seen;
    for (const ChangeRow &row : std::as_const(rows)) {
        addRow(page, seen, row);
        reached = {end->epoch, row.position, row.tag};
    }
    page.cursor = cursorFrom(reached);
    return page;
}

} // namespace mc::store
