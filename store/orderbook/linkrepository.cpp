// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/linkrepository.h"

#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {

LinkRepository::LinkRepository(Tx &tx)
    : m_tx(tx)
{
}

void LinkRepository::add(const CustomerLink &link)
{
    Statement row(
        m_tx,
        u"INSERT INTO customer_link (store_id, token_hash, order_id, generation, expires_at, revoked) "
        "VALUES (:store, :token, :order, :generation, :expires, 0) "
        "ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at"_s);
    row.bind(":store"_L1, link.store).bind(":token"_L1, link.tokenHash).bind(":order"_L1, link.order);
    row.bind(":generation"_L1, link.generation).bind(":expires"_L1, link.expiresAt).run();
}

std::optional<CustomerLink> LinkRepository::find(const QString &tokenHash, const QDateTime &now) const
{
    Statement row(m_tx,
                  u"SELECT store_id, order_id, generation, expires_at FROM customer_link "
                  "WHERE token_hash = :token AND revoked = 0 AND expires_at > :now"_s);
    row.bind(":token"_L1, tokenHash).bind(":now"_L1, now);
    if (!row.first())
        return std::nullopt;
    return CustomerLink{tokenHash, StoreId(row.text(0)), OrderId(row.text(1)),
                        static_cast<int>(row.number(2)), row.time(3)};
}

int LinkRepository::generation(const StoreId &store, const OrderId &order) const
{
    Statement row(
        m_tx,
        u"SELECT MAX(generation + revoked) FROM customer_link WHERE store_id = :store AND order_id = :order"_s);
    row.bind(":store"_L1, store).bind(":order"_L1, order);
    return row.first() ? std::max(1, static_cast<int>(row.number(0))) : 1;
}

bool LinkRepository::isInForce(const StoreId &store, const OrderId &order, int generation,
                               const QDateTime &now) const
{
    Statement row(m_tx,
                  u"SELECT 1 FROM customer_link WHERE store_id = :store AND order_id = :order "
                  "AND generation = :generation AND revoked = 0 AND expires_at > :now"_s);
    row.bind(":store"_L1, store)
        .bind(":order"_L1, order)
        .bind(":generation"_L1, generation)
        .bind(":now"_L1, now);
    return row.first();
}

int LinkRepository::revoke(const StoreId &store, const OrderId &order)
{
    Statement rows(m_tx,
                   u"UPDATE customer_link SET revoked = 1 WHERE store_id = :store AND order_id = :order"_s);
    rows.bind(":store"_L1, store).bind(":order"_L1, order).run();
    return generation(store, order);
}

} // namespace mc::store
