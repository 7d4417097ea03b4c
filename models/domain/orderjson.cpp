// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"

#include "domain/codes.h"
#include "domain/orderrules.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

template <typename List, typename ToValue>
QJsonArray arrayOf(const List &list, ToValue toValue)
{
    QJsonArray array;
    for (const auto &entry : list)
        array.append(toValue(entry));
    return array;
}

template <typename Value, typename FromObject>
QList<Value> listOf(const QJsonValue &value, FromObject fromObject)
{
    QList<Value> list;
    const QJsonArray array = value.toArray();
    list.reserve(array.size());
    for (const auto &entry : array)
        list.append(fromObject(entry.toObject()));
    return list;
}

template <typename Enum>
Enum enumOf(const QJsonObject &json, QLatin1StringView key, Enum fallback)
{
    return fromCode<Enum>(json[key].toString()).value_or(fallback);
}

QDateTime timeOf(const QJsonObject &json, QLatin1StringView key)
{
    return timeFromText(json[key].toString());
}

void putTime(QJsonObject &json, QLatin1StringView key, const QDateTime &time)
{
    if (time.isValid())
        json[key] = timeToText(time);
}

QJsonObject lineToJson(const Order &order, const LineItem &line)
{
    return {{u"id"_s, line.id.toString()},
            {u"title"_s, line.title},
            {u"sku"_s, line.sku},
            {u"quantity"_s, line.quantity},
            {u"cancelledQuantity"_s, line.cancelledQuantity},
            {u"unitPriceMinor"_s, line.unitPriceMinor},
            {u"state"_s, codeOf(line.state)},
            {u"itemStatus"_s, codeOf(lineStatus(order, line))}};
}

LineItem lineFromJson(const QJsonObject &json)
{
    LineItem line;
    line.id = LineId(json["id"_L1].toString());
    line.title = json["title"_L1].toString();
    line.sku = json["sku"_L1].toString();
    line.quantity = json["quantity"_L1].toInt(1);
    line.cancelledQuantity = json["cancelledQuantity"_L1].toInt();
    line.unitPriceMinor = json["unitPriceMinor"_L1].toInteger();
    line.state = enumOf(json, "state"_L1, ItemStatus::Unknown);
    return line;
}

QJsonObject shipmentToJson(const Shipment &shipment)
{
    QJsonObject json{{u"carrier"_s, shipment.carrier}, {u"trackingNumber"_s, shipment.trackingNumber}};
    putTime(json, "shippedAt"_L1, shipment.shippedAtUtc);
    return json;
}

Shipment shipmentFromJson(const QJsonObject &json)
{
    return {json["carrier"_L1].toString(), json["trackingNumber"_L1].toString(),
            timeOf(json, "shippedAt"_L1)};
}

QJsonObject eventToJson(const TimelineEvent &event)
{
    QJsonObject json{{u"at"_s, timeToText(event.atUtc)},
                     {u"kind"_s, codeOf(event.kind)},
                     {u"actor"_s, event.actor},
                     {u"detail"_s, event.detail}};
    if (!event.code.isEmpty())
        json["code"_L1] = event.code;
    if (event.amount) {
        json["amount"_L1] =
            QJsonObject{{u"minor"_s, event.amount->minor}, {u"currency"_s, event.amount->currency}};
    }
    return json;
}

TimelineEvent eventFromJson(const QJsonObject &json)
{
    TimelineEvent event{timeOf(json, "at"_L1), enumOf(json, "kind"_L1, TimelineKind::Unknown),
                        json["actor"_L1].toString(), json["detail"_L1].toString(),
                        json["code"_L1].toString()};
    if (const QJsonObject amount = json["amount"_L1].toObject(); amount["minor"_L1].isDouble())
        event.amount = Money{amount["minor"_L1].toInteger(), amount["currency"_L1].toString()};
    return event;
}

Cancellation cancellationFromJson(const QJsonObject &json)
{
    Cancellation one;
    one.id = CancellationId(json["id"_L1].toString());
    one.operation = OperationId(json["operation"_L1].toString());
    one.state = enumOf(json, "state"_L1, CancellationState::Unknown);
    one.rejection = enumOf(json, "rejection"_L1, Rejection::None);
    one.rejectionDetail = json["rejectionDetail"_L1].toString();
    one.requestedBy = enumOf(json, "requestedBy"_L1, RequestedBy::Customer);
    one.requestedByName = json["requestedByName"_L1].toString();
    one.channel = enumOf(json, "channel"_L1, ContactChannel::None);
    one.isOnBehalfOfCustomer = json["onBehalfOfCustomer"_L1].toBool();
    one.reasonCode = json["reasonCode"_L1].toString();
    one.reasonText = json["reasonText"_L1].toString();
    one.comments = json["comments"_L1].toString();
    one.areCommentsForCustomer = json["commentsForCustomer"_L1].toBool(true);
    one.requestedAtUtc = timeOf(json, "requestedAt"_L1);
    one.decidedAtUtc = timeOf(json, "decidedAt"_L1);
    one.deadlineUtc = timeOf(json, "deadline"_L1);
    one.needsDecision = json["needsDecision"_L1].toBool();
    one.lines = listOf<CancelledLine>(json["lines"_L1], [](const QJsonObject &line) {
        return CancelledLine{LineId(line["lineId"_L1].toString()), line["quantity"_L1].toInt()};
    });
    const QJsonObject refund = json["refund"_L1].toObject();
    one.refund = {enumOf(refund, "state"_L1, RefundState::None), refund["amountMinor"_L1].toInteger(),
                  refund["failure"_L1].toString()};
    one.isClosed = json["closed"_L1].toBool();
    return one;
}

QString missingMember(const QJsonObject &json)
{
    for (const auto key : {"id"_L1, "number"_L1, "currency"_L1, "placedAt"_L1}) {
        if (json[key].toString().isEmpty())
            return key;
    }
    for (const auto key : {"version"_L1, "totalMinor"_L1}) {
        if (!json[key].isDouble())
            return key;
    }
    return timeOf(json, "placedAt"_L1).isValid() ? QString() : u"placedAt"_s;
}

void readParts(const QJsonObject &json, Order &order)
{
    const QJsonObject customer = json["customer"_L1].toObject();
    order.customer = {customer["name"_L1].toString(), customer["email"_L1].toString(),
                      customer["language"_L1].toString()};
    const QJsonArray address = json["shippingAddress"_L1].toArray();
    for (const auto &line : address)
        order.shippingAddress.append(line.toString());
    const QJsonObject payment = json["payment"_L1].toObject();
    order.payment = {enumOf(payment, "status"_L1, PaymentStatus::Unknown), payment["method"_L1].toString(),
                     payment["paidMinor"_L1].toInteger(), payment["refundedMinor"_L1].toInteger()};
    order.lines = listOf<LineItem>(json["lines"_L1], lineFromJson);
    order.shipments = listOf<Shipment>(json["shipments"_L1], shipmentFromJson);
    order.cancellations = listOf<Cancellation>(json["cancellations"_L1], cancellationFromJson);
    order.timeline = listOf<TimelineEvent>(json["timeline"_L1], eventFromJson);
    if (json["conflict"_L1].isObject()) {
        const QJsonObject conflict = json["conflict"_L1].toObject();
        order.conflict = Conflict{timeOf(conflict, "at"_L1), conflict["detail"_L1].toString()};
    }
}

} // namespace

QString timeToText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFromText(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QJsonObject toJson(const Cancellation &one)
{
    QJsonObject json{{u"id"_s, one.id.toString()},
                     {u"operation"_s, one.operation.toString()},
                     {u"state"_s, codeOf(one.state)},
                     {u"rejection"_s, codeOf(one.rejection)},
                     {u"rejectionDetail"_s, one.rejectionDetail},
                     {u"requestedBy"_s, codeOf(one.requestedBy)},
                     {u"requestedByName"_s, one.requestedByName},
                     {u"channel"_s, codeOf(one.channel)},
                     {u"onBehalfOfCustomer"_s, one.isOnBehalfOfCustomer},
                     {u"reasonCode"_s, one.reasonCode},
                     {u"reasonText"_s, one.reasonText},
                     {u"comments"_s, one.comments},
                     {u"commentsForCustomer"_s, one.areCommentsForCustomer},
                     {u"requestedAt"_s, timeToText(one.requestedAtUtc)},
                     {u"needsDecision"_s, one.needsDecision},
                     {u"closed"_s, one.isClosed}};
    putTime(json, "decidedAt"_L1, one.decidedAtUtc);
    putTime(json, "deadline"_L1, one.deadlineUtc);
    json["lines"_L1] = arrayOf(one.lines, [](const CancelledLine &line) {
        return QJsonObject{{u"lineId"_s, line.line.toString()}, {u"quantity"_s, line.quantity}};
    });
    json["refund"_L1] = QJsonObject{{u"state"_s, codeOf(one.refund.state)},
                                    {u"amountMinor"_s, one.refund.amountMinor},
                                    {u"failure"_s, one.refund.failure}};
    return json;
}

QJsonObject toJson(const Order &order)
{
    QJsonObject json{{u"id"_s, order.id.toString()},
                     {u"number"_s, order.number},
                     {u"externalId"_s, order.externalId},
                     {u"source"_s, order.source},
                     {u"version"_s, order.version},
                     {u"placedAt"_s, timeToText(order.placedAtUtc)},
                     {u"updatedAt"_s, timeToText(order.updatedAtUtc)},
                     {u"currency"_s, order.currency},
                     {u"totalMinor"_s, order.totalMinor},
                     {u"shippingMinor"_s, order.shippingMinor},
                     {u"itemStatus"_s, codeOf(itemStatusOf(order))},
                     {u"paymentStatus"_s, codeOf(paymentStatusOf(order))},
                     {u"customer"_s,
                      QJsonObject{{u"name"_s, order.customer.name},
                                  {u"email"_s, order.customer.email},
                                  {u"language"_s, order.customer.language}}},
                     {u"shippingAddress"_s, QJsonArray::fromStringList(order.shippingAddress)},
                     {u"payment"_s,
                      QJsonObject{{u"status"_s, codeOf(order.payment.status)},
                                  {u"method"_s, order.payment.method},
                                  {u"paidMinor"_s, order.payment.paidMinor},
                                  {u"refundedMinor"_s, order.payment.refundedMinor}}}};
    json["lines"_L1] =
        arrayOf(order.lines, [&order](const LineItem &line) { return lineToJson(order, line); });
    json["shipments"_L1] = arrayOf(order.shipments, shipmentToJson);
    json["cancellations"_L1] =
        arrayOf(order.cancellations, [](const Cancellation &one) { return toJson(one); });
    json["timeline"_L1] = arrayOf(order.timeline, eventToJson);
    if (order.conflict) {
        json["conflict"_L1] =
            QJsonObject{{u"at"_s, timeToText(order.conflict->atUtc)}, {u"detail"_s, order.conflict->detail}};
    }
    return json;
}

tl::expected<Order, JsonProblem> orderFromJson(const QJsonObject &json)
{
    if (const QString missing = missingMember(json); !missing.isEmpty())
        return tl::unexpected(JsonProblem{u"order without a usable \"%1\""_s.arg(missing)});
    Order order;
    order.id = OrderId(json["id"_L1].toString());
    order.number = json["number"_L1].toString();
    order.externalId = json["externalId"_L1].toString();
    order.source = json["source"_L1].toString();
    order.version = json["version"_L1].toInteger();
    order.placedAtUtc = timeOf(json, "placedAt"_L1);
    order.updatedAtUtc = timeOf(json, "updatedAt"_L1);
    order.currency = json["currency"_L1].toString();
    order.totalMinor = json["totalMinor"_L1].toInteger();
    order.shippingMinor = json["shippingMinor"_L1].toInteger();
    readParts(json, order);
    return order;
}

QByteArray orderToBytes(const Order &order)
{
    return QJsonDocument(toJson(order)).toJson(QJsonDocument::Compact);
}

tl::expected<Order, JsonProblem> orderFromBytes(QByteArrayView bytes)
{
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return tl::unexpected(JsonProblem{u"not a JSON object: "_s + error.errorString()});
    return orderFromJson(document.object());
}

} // namespace mc
