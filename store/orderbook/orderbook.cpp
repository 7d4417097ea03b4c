// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/orderbook.h"

#include "domain/orderjson.h"
#include "domain/plantedbug.h"
#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {

Orderbook::Orderbook(Tx &tx, StoreId store, QDateTime now)
    : m_tx(tx)
    , m_store(std::move(store))
    , m_now(std::move(now))
{
}

std::optional<Order> Orderbook::order(const OrderId &id) const
{
    const auto document = orderDocument(id);
    if (!document)
        return std::nullopt;
    auto order = orderFromBytes(*document);
    if (order)
        return std::move(*order);
    m_tx.fail({DatabaseError::Kind::Damaged, u"document of order "_s + id.toString()});
    return std::nullopt;
}

std::optional<QByteArray> Orderbook::orderDocument(const OrderId &id) const
{
    const QString wanted = bugPlanted("order-of-any-store")
        ? u"SELECT document FROM orders WHERE :store <> '' AND id = :id"_s
        : u"SELECT document FROM orders WHERE store_id = :store AND id = :id"_s;
    Statement row(m_tx, wanted);
    row.bind(":store"_L1, m_store).bind(":id"_L1, id);
    return row.first() ? std::optional(row.bytes(0)) : std::nullopt;
}

std::optional<OrderId> Orderbook::findByNumber(const QString &number) const
{
    // The greatest is found here: asked to sort by id, SQLite would walk all orders of the store.
    Statement rows(m_tx, u"SELECT id FROM orders WHERE store_id = :store AND number = :number"_s);
    rows.bind(":store"_L1, m_store).bind(":number"_L1, number);
    QString newest;
    for (bool more = rows.first(); more; more = rows.next())
        newest = std::max(newest, rows.text(0));
    return newest.isEmpty() ? std::nullopt : std::optional(OrderId(newest));
}

std::optional<OrderId> Orderbook::findByExternalId(const QString &externalId) const
{
    Statement row(m_tx, u"SELECT id FROM orders WHERE store_id = :store AND external_id = :external"_s);
    row.bind(":store"_L1, m_store).bind(":external"_L1, externalId);
    return row.first() ? std::optional(OrderId(row.text(0))) : std::nullopt;
}

std::optional<OrderId> Orderbook::findByCancellation(const CancellationId &id) const
{
    Statement row(m_tx, u"SELECT order_id FROM cancellation WHERE store_id = :store AND id = :id"_s);
    row.bind(":store"_L1, m_store).bind(":id"_L1, id);
    return row.first() ? std::optional(OrderId(row.text(0))) : std::nullopt;
}

SnapshotPage Orderbook::snapshot(const SnapshotPosition &after, int limit) const
{
    SnapshotPage page;
    page.next = after;
    Statement rows(m_tx,
                   u"SELECT document, placed_at, id FROM orders WHERE store_id = :store "
                   "AND (placed_at, id) < (:placed, :id) ORDER BY placed_at DESC, id DESC LIMIT :most"_s);
    rows.bind(":store"_L1, m_store).bind(":placed"_L1, after.placedAtMs).bind(":id"_L1, after.id);
    rows.bind(":most"_L1, limit + 1);
    for (bool more = rows.first(); more; more = rows.next()) {
        if (page.orders.size() == limit) {
            page.hasMore = true;
            break;
        }
        page.orders.append(rows.bytes(0));
        page.next = {rows.number(1), rows.text(2)};
    }
    return page;
}

qint64 Orderbook::orderCount() const
{
    Statement row(m_tx, u"SELECT COUNT(*) FROM orders WHERE store_id = :store"_s);
    row.bind(":store"_L1, m_store);
    return row.first() ? row.number(0) : 0;
}

std::optional<OrdersDigest> Orderbook::digest(const QDateTime &from, const QDateTime &before, int most) const
{
    Statement rows(m_tx,
                   u"SELECT document FROM orders WHERE store_id = :store AND placed_at >= :first "
                   "AND placed_at < :last LIMIT :most"_s);
    rows.bind(":store"_L1, m_store).bind(":first"_L1, from).bind(":last"_L1, before);
    rows.bind(":most"_L1, most + 1);
    OrdersDigest digest;
    for (bool more = rows.first(); more; more = rows.next())
        digest.add(rows.bytes(0));
    return digest.count > most ? std::nullopt : std::optional(digest);
}

} // namespace mc::store
