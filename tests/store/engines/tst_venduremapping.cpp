// SPDX-License-Identifier: Apache-2.0
#include "domain/orderrules.h"
#include "vendurescript.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using mc::test::recordedOrder;

namespace mc::store {

class VendureMappingTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void eachStateHasItsWord_data();
    void eachStateHasItsWord();
    void customerAddressLinesAndParcelsArrive();
    void aCancelledOrderKeepsItsOriginalAmounts();
    void aPartialCancellationShowsInTheLine();
    void statesOfTheShopsOwnAreUnknownAndNotCancellable_data();
    void statesOfTheShopsOwnAreUnknownAndNotCancellable();
    void anOrderThatMakesNoSenseIsRefused_data();
    void anOrderThatMakesNoSenseIsRefused();
    void controlCharactersAndHugeTextsAreCut();
    void voidedAndRefundedPaymentsAreToldApart();
};

namespace {

Order mapped(const QJsonObject &json)
{
    const auto order = parseVendureOrder(json);
    if (!order)
        qFatal("unreadable: %s", qPrintable(order.error()));
    return toOrder(*order);
}

/// Sets a member of the first entry of a list.
QJsonObject with(QJsonObject order, const QString &list, const QString &key, const QJsonValue &value)
{
    QJsonArray entries = order[list].toArray();
    QJsonObject first = entries.first().toObject();
    first[key] = value;
    entries[0] = first;
    order[list] = entries;
    return order;
}

QJsonObject with(QJsonObject order, const QString &key, const QJsonValue &value)
{
    order[key] = value;
    return order;
}

} // namespace

void VendureMappingTest::eachStateHasItsWord_data()
{
    QTest::addColumn<QString>("recording");
    QTest::addColumn<ItemStatus>("items");
    QTest::addColumn<PaymentStatus>("payment");
    QTest::addColumn<bool>("isCancellable");
    using I = ItemStatus;
    using P = PaymentStatus;
    QTest::newRow("authorized") << u"order-paymentauthorized"_s << I::NotShipped << P::Authorized << true;
    QTest::newRow("settled") << u"order-paymentsettled"_s << I::NotShipped << P::Paid << true;
    QTest::newRow("packed") << u"settled-packed"_s << I::Packed << P::Paid << true;
    QTest::newRow("parcel called back") << u"settled-recalled"_s << I::NotShipped << P::Paid << true;
    QTest::newRow("partly shipped") << u"order-partiallyshipped"_s << I::Shipped << P::Paid << false;
    QTest::newRow("shipped") << u"order-shipped"_s << I::Shipped << P::Paid << false;
    QTest::newRow("partly delivered") << u"order-partiallydelivered"_s << I::Delivered << P::Paid << false;
    QTest::newRow("delivered") << u"order-delivered"_s << I::Delivered << P::Paid << false;
    QTest::newRow("being edited") << u"modifying"_s << I::NotShipped << P::Paid << true;
    QTest::newRow("cancelled, paid") << u"settled-cancelled"_s << I::Cancelled << P::Paid << false;
    QTest::newRow("cancelled, refund started")
        << u"settled-refund-pending"_s << I::Cancelled << P::Paid << false;
    QTest::newRow("cancelled, refunded") << u"settled-refunded"_s << I::Cancelled << P::Refunded << false;
    QTest::newRow("cancelled, authorized")
        << u"authorized-cancelled"_s << I::Cancelled << P::Authorized << false;
    QTest::newRow("cancelled, voided") << u"authorized-voided"_s << I::Cancelled << P::Voided << false;
    QTest::newRow("shipped without parcels") << u"late-recalled"_s << I::Shipped << P::Paid << false;
}

void VendureMappingTest::eachStateHasItsWord()
{
    QFETCH(QString, recording);
    QFETCH(ItemStatus, items);
    QFETCH(PaymentStatus, payment);
    QFETCH(bool, isCancellable);

    const Order order = mapped(recordedOrder(recording));

    QCOMPARE(itemStatusOf(order), items);
    QCOMPARE(paymentStatusOf(order), payment);
    QCOMPARE(canCancel(order), isCancellable);
}

void VendureMappingTest::customerAddressLinesAndParcelsArrive()
{
    const QJsonObject json = recordedOrder(u"order-shipped"_s);
    const QJsonObject customer = json[u"customer"].toObject();
    const QJsonObject address = json[u"shippingAddress"].toObject();
    const QJsonObject line = json[u"lines"].toArray().first().toObject();
    const QJsonObject parcel = json[u"fulfillments"].toArray().first().toObject();

    const Order order = mapped(json);

    QCOMPARE(order.number, json[u"code"].toString());
    QCOMPARE(order.externalId, json[u"id"].toString());
    QCOMPARE(order.currency, u"USD"_s);
    QCOMPARE(order.totalMinor, json[u"totalWithTax"].toInteger());
    QCOMPARE(order.shippingMinor, json[u"shippingWithTax"].toInteger());
    QCOMPARE(order.payment.paidMinor, order.totalMinor);
    QCOMPARE(order.customer.name,
             QString(customer[u"firstName"].toString() + u' ' + customer[u"lastName"].toString()));
    QCOMPARE(order.customer.email, customer[u"emailAddress"].toString());
    QCOMPARE(order.shippingAddress.first(), address[u"streetLine1"].toString());
    QCOMPARE(order.shippingAddress.last(), address[u"country"].toString());
    QCOMPARE(order.lines.first().id.toString(), line[u"id"].toString());
    QCOMPARE(order.lines.first().title, line[u"productVariant"].toObject()[u"name"].toString());
    QCOMPARE(order.lines.first().unitPriceMinor, line[u"proratedUnitPriceWithTax"].toInteger());
    QCOMPARE(order.shipments.size(), 1);
    QCOMPARE(order.shipments.first().trackingNumber, parcel[u"trackingCode"].toString());
    QCOMPARE(order.shipments.first().carrier, u"Courier"_s);
    QVERIFY(order.placedAtUtc.isValid());
    QVERIFY(order.updatedAtUtc >= order.placedAtUtc);
}

void VendureMappingTest::aCancelledOrderKeepsItsOriginalAmounts()
{
    const Order before = mapped(recordedOrder(u"settled-before"_s));
    const Order after = mapped(recordedOrder(u"settled-cancelled"_s));

    QCOMPARE(recordedOrder(u"settled-cancelled"_s)[u"totalWithTax"].toInt(), 0);
    QCOMPARE(after.totalMinor, before.totalMinor);
    QCOMPARE(after.shippingMinor, before.shippingMinor);
    QCOMPARE(itemCount(after), itemCount(before));
}

void VendureMappingTest::aPartialCancellationShowsInTheLine()
{
    const Order before = mapped(recordedOrder(u"partial-before"_s));
    const Order after = mapped(recordedOrder(u"partial-after"_s));

    QCOMPARE(after.lines.first().quantity, before.lines.first().quantity);
    QCOMPARE(after.lines.first().cancelledQuantity, 1);
    QCOMPARE(after.totalMinor, before.totalMinor);
    QCOMPARE(itemStatusOf(after), ItemStatus::NotShipped);
}

void VendureMappingTest::statesOfTheShopsOwnAreUnknownAndNotCancellable_data()
{
    QTest::addColumn<QJsonObject>("json");
    const QJsonObject settled = recordedOrder(u"order-paymentsettled"_s);
    const QJsonObject shipped = recordedOrder(u"order-shipped"_s);
    QTest::newRow("order") << with(settled, u"state"_s, u"AwaitingCustoms"_s);
    QTest::newRow("parcel") << with(shipped, u"fulfillments"_s, u"state"_s, u"HandedToDrone"_s);
}

void VendureMappingTest::statesOfTheShopsOwnAreUnknownAndNotCancellable()
{
    QFETCH(QJsonObject, json);

    const Order order = mapped(json);

    QCOMPARE(itemStatusOf(order), ItemStatus::Unknown);
    QVERIFY(!canCancel(order));
}

void VendureMappingTest::anOrderThatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("names");
    const QJsonObject good = recordedOrder(u"order-paymentsettled"_s);
    QTest::newRow("no id") << with(good, u"id"_s, QJsonValue::Null) << u"id"_s;
    QTest::newRow("id is a number") << with(good, u"id"_s, 7) << u"id"_s;
    QTest::newRow("no code") << with(good, u"code"_s, u""_s) << u"code"_s;
    QTest::newRow("never placed") << with(good, u"orderPlacedAt"_s, QJsonValue::Null) << u"orderPlacedAt"_s;
    QTest::newRow("time is no time") << with(good, u"orderPlacedAt"_s, u"yesterday"_s) << u"orderPlacedAt"_s;
    QTest::newRow("currency") << with(good, u"currencyCode"_s, u"DOLLARS"_s) << u"currencyCode"_s;
    QTest::newRow("amount is text") << with(good, u"totalWithTax"_s, u"12.00"_s) << u"totalWithTax"_s;
    QTest::newRow("amount is a fraction") << with(good, u"totalWithTax"_s, 12.5) << u"totalWithTax"_s;
    QTest::newRow("amount is huge") << with(good, u"totalWithTax"_s, 1e300) << u"totalWithTax"_s;
    QTest::newRow("quantity is negative") << with(good, u"lines"_s, u"quantity"_s, -1) << u"quantity"_s;
    QTest::newRow("quantity is huge") << with(good, u"lines"_s, u"quantity"_s, 2e9) << u"quantity"_s;
    QTest::newRow("line without id") << with(good, u"lines"_s, u"id"_s, QJsonValue::Null) << u"id"_s;
    QTest::newRow("payment is negative") << with(good, u"payments"_s, u"amount"_s, -5) << u"amount"_s;
    QTest::newRow("empty") << QJsonObject() << u"id"_s;
}

void VendureMappingTest::anOrderThatMakesNoSenseIsRefused()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, names);

    const auto order = parseVendureOrder(json);

    QVERIFY(!order);
    QCOMPARE(order.error(), names);
}

void VendureMappingTest::controlCharactersAndHugeTextsAreCut()
{
    QJsonObject json = recordedOrder(u"order-paymentsettled"_s);
    json[u"customer"_s] = QJsonObject{{u"firstName"_s, QString(u"A\0B\nC"_s)},
                                      {u"lastName"_s, QString(100'000, u'x')},
                                      {u"emailAddress"_s, QJsonValue::Null}};
    json[u"shippingAddress"_s] = QJsonValue::Null;

    const Order order = mapped(json);

    QVERIFY(order.customer.name.startsWith(u"A B C x"));
    QVERIFY(order.customer.name.size() < 1'100);
    QVERIFY(order.customer.email.isEmpty());
    QVERIFY(order.shippingAddress.isEmpty());
}

void VendureMappingTest::voidedAndRefundedPaymentsAreToldApart()
{
    const Order voided = mapped(recordedOrder(u"authorized-voided"_s));
    const Order refunded = mapped(recordedOrder(u"settled-refunded"_s));
    const Order pending = mapped(recordedOrder(u"settled-refund-pending"_s));

    QCOMPARE(voided.payment.paidMinor, 0);
    QVERIFY(voided.totalMinor > 0);
    QCOMPARE(refunded.payment.refundedMinor, refunded.payment.paidMinor);
    QCOMPARE(pending.payment.refundedMinor, 0); // Promised is not paid.
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::VendureMappingTest)
#include "tst_venduremapping.moc"
