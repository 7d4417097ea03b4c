// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/ledgerrepository.h"

#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {

LedgerRepository::LedgerRepository(Tx &tx)
    : m_tx(tx)
{
}

void LedgerRepository::book(const LedgerEntry &entry)
{
    Statement row(
        m_tx,
        u"INSERT INTO ledger (store_id, unique_key, kind, order_id, amount, booked_at) VALUES (:store, :key, "
        ":kind, :order, :amount, :booked) ON CONFLICT (store_id, unique_key) DO NOTHING"_s);
    row.bind(":store"_L1, entry.store).bind(":key"_L1, entry.uniqueKey).bind(":kind"_L1, entry.kind);
    row.bind(":order"_L1, entry.order).bind(":amount"_L1, entry.amountMinor);
    row.bind(":booked"_L1, entry.bookedAt).run();
}

std::optional<LedgerEntry> LedgerRepository::find(const StoreId &store, const QString &uniqueKey) const
{
    Statement row(
        m_tx,
        u"SELECT kind, order_id, amount, booked_at FROM ledger WHERE store_id = :store AND unique_key = :key"_s);
    row.bind(":store"_L1, store).bind(":key"_L1, uniqueKey);
    if (!row.first())
        return std::nullopt;
    return LedgerEntry{store, uniqueKey, row.text(0), OrderId(row.text(1)), row.number(2), row.time(3)};
}

} // namespace mc::store
