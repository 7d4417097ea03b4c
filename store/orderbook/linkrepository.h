// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QDateTime>

#include <optional>

namespace mc::store {

struct CustomerLink {
    QString tokenHash; ///< Keyring::tokenHash() of Keyring::linkToken()
    StoreId store;
    OrderId order;
    int generation = 1;
    QDateTime expiresAt;
};

/// The links in customers' mails. Lives as long as the Tx.
class LinkRepository final
{
public:
    explicit LinkRepository(Tx &tx);

    /// Adding the same token again only moves its end.
    void add(const CustomerLink &link);
    /// Unknown, expired and revoked look the same: nullopt.
    [[nodiscard]] std::optional<CustomerLink> find(const QString &tokenHash, const QDateTime &now) const;
    /// The generation of an order's links in force, 1 at first.
    [[nodiscard]] int generation(const StoreId &store, const OrderId &order) const;
    /// Whether a cookie of that generation still opens the order.
    [[nodiscard]] bool isInForce(const StoreId &store, const OrderId &order, int generation,
                                 const QDateTime &now) const;
    /// Ends all links of the order; later ones have the next generation, which is returned.
    int revoke(const StoreId &store, const OrderId &order);

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
