// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/orderbook.h"

namespace mc::store {

/// The order without anything that tells who the customer is: name, addresses, comments, how it was paid,
/// tracking numbers, answers of people and other systems. What was sold, when and for how much stays.
[[nodiscard]] Order withoutPersonalData(Order order);

/**
 * Erases what the store knows about a customer, order by order: the order's document and history, kept
 * answers, kept mails, answers of mail servers, the customer's links. The audit log holds ids only and stays
 * whole. What an engine or a shop tells later about the customer is not taken again.
 *
 * Lives as long as the Tx. Free pages of the file are another matter: Database::forgetDeleted().
 */
class Erasure final
{
public:
    Erasure(Tx &tx, StoreId store, QDateTime now);

    /// Orders with this e-mail address whose id is greater than `after`; reads all documents.
    [[nodiscard]] QList<OrderId> ordersOf(const QString &email, const OrderId &after, int limit) const;
    /// False: no such order.
    bool erase(const OrderId &order, const AuditEntry &entry);
    /// What is left of an address in kept answers, such as the report of an import.
    void eraseAnswers(const QString &email);

private:
    void eraseAnswers(const Order &order);
    void replaceAnswers(const QString &with, const QString &containing, const QString &butNot);

    Tx &m_tx; ///< Not owned; outlives this object.
    StoreId m_store;
    QDateTime m_now;
};

} // namespace mc::store
