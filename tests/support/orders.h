// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/orderjson.h"
#include "storage/ordercache.h"

// Orders for tests of the console: small, and different only in what a test says.
namespace mc::test {

[[nodiscard]] inline QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toUTC();
}

[[nodiscard]] inline Order order(const QString &id, const QDateTime &placedAt, qint64 version = 1)
{
    Order order;
    order.id = OrderId(id);
    order.number = QStringLiteral("MC-") + id;
    order.version = version;
    order.placedAtUtc = placedAt;
    order.currency = QStringLiteral("EUR");
    order.totalMinor = 1000;
    order.customer = {QStringLiteral("Anna Berg"), QStringLiteral("anna@example.com"), QStringLiteral("en")};
    order.payment.status = PaymentStatus::Paid;
    order.payment.paidMinor = 1000;
    order.lines = {{LineId(QStringLiteral("1")), QStringLiteral("Walnut chair"), QStringLiteral("WC-1"), 1, 0,
                    1000, ItemStatus::NotShipped}};
    return order;
}

[[nodiscard]] inline Cancellation cancellation(const QString &id, CancellationState state,
                                               const QString &operation = {})
{
    Cancellation one;
    one.id = CancellationId(id);
    one.operation = OperationId(operation.isEmpty() ? QStringLiteral("op-") + id : operation);
    one.state = state;
    one.requestedAtUtc = at("2026-11-20T12:00:00Z");
    if (state == CancellationState::Succeeded || state == CancellationState::Rejected)
        one.decidedAtUtc = at("2026-11-20T13:00:00Z");
    one.lines = {{LineId(QStringLiteral("1")), 1}};
    return one;
}

[[nodiscard]] inline WireOrder wire(const Order &order)
{
    return {order, orderToBytes(order)};
}

[[nodiscard]] inline QList<WireOrder> wire(const QList<Order> &orders)
{
    QList<WireOrder> all;
    for (const Order &one : orders)
        all.append(wire(one));
    return all;
}

} // namespace mc::test
