// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/erasure.h"

#include "domain/orderjson.h"
#include "store/orderbook/linkrepository.h"
#include "store/orderbook/orderrows.h"
#include "store/orderbook/statement.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString containing(const QString &text)
{
    QString escaped = text.toLower();
    for (const char16_t special : {u'\\', u'%', u'_'})
        escaped.replace(QChar(special), QString(u"\\"_s + QChar(special)));
    return u'%' + escaped + u'%';
}

/// Under which names the customer appears in the history.
QSet<QString> namesOf(const Order &order)
{
    QSet<QString> names{order.customer.name};
    for (const Cancellation &one : order.cancellations) {
        if (one.requestedBy == RequestedBy::Customer)
            names.insert(one.requestedByName);
    }
    return names;
}

} // namespace

Order withoutPersonalData(Order order)
{
    const QSet<QString> names = namesOf(order);
    QSet<QString> reasons;
    order.customer = {{}, {}, order.customer.language};
    order.shippingAddress.clear();
    order.payment.method.clear();
    for (Shipment &shipment : order.shipments)
        shipment.trackingNumber.clear();
    for (Cancellation &one : order.cancellations) {
        reasons.insert(one.reasonText);
        one.comments.clear();
        one.rejectionDetail.clear();
        one.refund.failure.clear();
        if (one.requestedBy == RequestedBy::Customer)
            one.requestedByName.clear();
    }
    for (TimelineEvent &event : order.timeline) {
        if (event.kind == TimelineKind::OrderPlaced || names.contains(event.actor))
            event.actor.clear();
        if (!reasons.contains(event.detail))
            event.detail.clear();
    }
    if (order.conflict)
        order.conflict->detail.clear();
    return order;
}

Erasure::Erasure(Tx &tx, StoreId store, QDateTime now)
    : m_tx(tx)
    , m_store(std::move(store))
    , m_now(std::move(now))
{
}

QList<OrderId> Erasure::ordersOf(const QString &email, const OrderId &after, int limit) const
{
    QList<OrderId> orders;
    Statement rows(m_tx,
                   u"SELECT id, document FROM orders WHERE store_id = :store AND id > :after AND "
                   "lower(document) LIKE :pattern ESCAPE '\\' ORDER BY id LIMIT :most"_s);
    rows.bind(":store"_L1, m_store).bind(":after"_L1, after).bind(":pattern"_L1, containing(email));
    rows.bind(":most"_L1, limit);
    for (bool more = rows.first(); more; more = rows.next()) {
        const auto order = orderFromBytes(rows.bytes(1));
        if (order && order->customer.email.compare(email, Qt::CaseInsensitive) == 0)
            orders.append(OrderId(rows.text(0)));
    }
    return orders;
}

bool Erasure::erase(const OrderId &id, const AuditEntry &entry)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto row = rows.lock(id);
    if (!row)
        return false;
    row->order = withoutPersonalData(std::move(row->order));
    if (!rows.save(*row, OrderRows::Guard::None))
        return false;
    for (const QString &sql :
         {u"UPDATE orders SET erased = 1 WHERE store_id = :store AND id = :id"_s,
          u"DELETE FROM mailbox WHERE store_id = :store AND order_id = :id"_s,
          u"UPDATE effect SET detail = '' WHERE store_id = :store AND order_id = :id"_s}) {
        Statement statement(m_tx, sql);
        statement.bind(":store"_L1, m_store).bind(":id"_L1, id).run();
    }
    eraseAnswers(row->order);
    LinkRepository(m_tx).revoke(m_store, id);
    m_tx.audit(entry);
    return !m_tx.hasFailed();
}

/// A repeated request is still answered, with the order as it is now.
void Erasure::eraseAnswers(const Order &order)
{
    for (const Cancellation &one : order.cancellations)
        replaceAnswers(QString::fromUtf8(cancellationToBytes(one)), one.id.toString(), order.id.toString());
    replaceAnswers(QString::fromUtf8(orderToBytes(order)), order.id.toString(), {});
}

void Erasure::replaceAnswers(const QString &with, const QString &text, const QString &butNot)
{
    const QString unless = butNot.isEmpty() ? QString() : u" AND lower(body) NOT LIKE :other ESCAPE '\\'"_s;
    Statement rows(m_tx,
                   u"UPDATE idempotency SET body = :body WHERE store_id = :store AND lower(body) LIKE "
                   ":pattern ESCAPE '\\'"_s
                       + unless);
    rows.bind(":body"_L1, with).bind(":store"_L1, m_store).bind(":pattern"_L1, containing(text));
    if (!butNot.isEmpty())
        rows.bind(":other"_L1, containing(butNot));
    rows.run();
}

void Erasure::eraseAnswers(const QString &email)
{
    replaceAnswers(u"{}"_s, email, {});
}

} // namespace mc::store
