// SPDX-License-Identifier: Apache-2.0
#include "store/api/incomingorder.h"

#include "domain/money.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

using Need = ObjectReader::Need;

LineItem readLine(ObjectReader &json)
{
    LineItem line;
    line.id = LineId(json.text("id"_L1, Need::Required, 200, 1));
    line.title = json.text("title"_L1, Need::Required, 500, 1);
    line.sku = json.text("sku"_L1, Need::Optional, 200);
    line.quantity = static_cast<int>(json.integer("quantity"_L1, Need::Required, {1, 1'000'000}));
    line.unitPriceMinor = json.integer("unitPriceMinor"_L1, Need::Required);
    line.state = json.word("state"_L1, Need::Optional, ItemStatus::NotShipped,
                           {ItemStatus::NotShipped, ItemStatus::Packed, ItemStatus::Shipped,
                            ItemStatus::Delivered, ItemStatus::Returned});
    json.finish();
    return line;
}

Shipment readShipment(ObjectReader &json)
{
    Shipment shipment;
    shipment.carrier = json.text("carrier"_L1, Need::Optional, 100);
    shipment.trackingNumber = json.text("trackingNumber"_L1, Need::Optional, 100);
    shipment.shippedAtUtc = json.time("shippedAt"_L1, Need::Optional);
    json.finish();
    return shipment;
}

Payment readPayment(ObjectReader &json, qint64 totalMinor)
{
    Payment payment;
    payment.status = json.word(
        "status"_L1, Need::Required, PaymentStatus::Pending,
        {PaymentStatus::Pending, PaymentStatus::Authorized, PaymentStatus::Paid, PaymentStatus::Voided});
    payment.method = json.text("method"_L1, Need::Optional, 200);
    payment.paidMinor = json.integer("paidMinor"_L1, Need::Optional, {},
                                     payment.status == PaymentStatus::Paid ? totalMinor : 0);
    payment.refundedMinor = json.integer("refundedMinor"_L1, Need::Optional);
    json.finish();
    return payment;
}

void readPeople(ObjectReader &body, Order &order)
{
    if (auto customer = body.object("customer"_L1, Need::Optional)) {
        order.customer.name = customer->text("name"_L1, Need::Optional, 300);
        order.customer.email = customer->text("email"_L1, Need::Optional, 320);
        order.customer.language = customer->text("language"_L1, Need::Optional, 20);
        customer->finish();
    }
    order.shippingAddress = body.texts("shippingAddress"_L1, 12, 300);
    if (auto payment = body.object("payment"_L1, Need::Optional))
        order.payment = readPayment(*payment, order.totalMinor);
}

} // namespace

IncomingOrder readIncomingOrder(ObjectReader &body, const QString &externalId)
{
    IncomingOrder incoming;
    Order &order = incoming.order;
    order.externalId = externalId;
    order.source = u"api"_s;
    order.number = body.text("number"_L1, Need::Required, 100, 1);
    order.version = body.integer("version"_L1, Need::Required);
    order.placedAtUtc = body.time("placedAt"_L1, Need::Required);
    order.currency = body.text("currency"_L1, Need::Required, 3);
    if (!isCurrency(order.currency))
        body.complain("currency"_L1, u"is not a currency code like EUR"_s);
    order.totalMinor = body.integer("totalMinor"_L1, Need::Required);
    order.shippingMinor = body.integer("shippingMinor"_L1, Need::Optional);
    readPeople(body, order);
    for (ObjectReader &line : body.objects("lines"_L1, Need::Required, {1, 500}))
        order.lines.append(readLine(line));
    for (ObjectReader &shipment : body.objects("shipments"_L1, Need::Optional, {0, 50}))
        order.shipments.append(readShipment(shipment));
    incoming.sendsConfirmation = body.flag("sendConfirmation"_L1, true);
    body.finish();
    return incoming;
}

} // namespace mc::store
