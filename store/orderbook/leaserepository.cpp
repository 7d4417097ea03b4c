// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/leaserepository.h"

#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {

LeaseRepository::LeaseRepository(Tx &tx)
    : m_tx(tx)
{
}

bool LeaseRepository::isTaken(const StoreId &store, const QString &name, const QString &holder,
                              const QDateTime &now) const
{
    Statement row(m_tx,
                  u"SELECT 1 FROM lease WHERE store_id = :store AND name = :name AND holder <> :holder "
                  "AND expires_at > :now"_s);
    row.bind(":store"_L1, store).bind(":name"_L1, name).bind(":holder"_L1, holder).bind(":now"_L1, now);
    return row.first();
}

bool LeaseRepository::take(const StoreId &store, const QString &name, const QString &holder,
                           const QDateTime &now, const QDateTime &until)
{
    Statement row(
        m_tx,
        u"INSERT INTO lease (store_id, name, holder, expires_at) VALUES (:store, :name, :holder, :until) "
        "ON CONFLICT (store_id, name) DO UPDATE SET holder = excluded.holder, expires_at = "
        "excluded.expires_at WHERE lease.holder = excluded.holder OR lease.expires_at <= :now"_s);
    row.bind(":store"_L1, store).bind(":name"_L1, name).bind(":holder"_L1, holder);
    row.bind(":until"_L1, until).bind(":now"_L1, now);
    return row.runAndCount() == 1;
}

void LeaseRepository::release(const StoreId &store, const QString &name, const QString &holder)
{
    Statement row(m_tx, u"DELETE FROM lease WHERE store_id = :store AND name = :name AND holder = :holder"_s);
    row.bind(":store"_L1, store).bind(":name"_L1, name).bind(":holder"_L1, holder).run();
}

} // namespace mc::store
