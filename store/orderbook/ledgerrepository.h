// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QDateTime>

#include <optional>

namespace mc::store {

struct LedgerEntry {
    StoreId store;
    QString uniqueKey;
    QString kind; ///< "refund", "restock"
    OrderId order;
    qint64 amountMinor = 0;
    QDateTime bookedAt;
};

/// Refunds and restocked goods of shops without an engine. Lives as long as the Tx.
class LedgerRepository final
{
public:
    explicit LedgerRepository(Tx &tx);

    /// Booking the same key again changes nothing.
    void book(const LedgerEntry &entry);
    [[nodiscard]] std::optional<LedgerEntry> find(const StoreId &store, const QString &uniqueKey) const;

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
