// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"

#include "domain/codes.h"
#include "domain/jsonmembers.h"
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

QJsonObject shipmentToJson(const Shipment &shipment)
{
    QJsonObject json{{u"carrier"_s, shipment.carrier}, {u"trackingNumber"_s, shipment.trackingNumber}};
    putTime(json, "shippedAt"_L1, shipment.shippedAtUtc);
    return json;
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

// "2026-11-20T13:28:00.000Z" and nothing else, invalid otherwise: nearly all times have that form, and an
// order has several, so the general parser was a third of what reading an order took (docs/performance.md).
QDateTime timeFromPlainText(QStringView text)
{
    constexpr QStringView Form = u"####-##-##T##:##:##.###Z";
    if (text.size() != Form.size())
        return {};
    for (qsizetype i = 0; i < Form.size(); ++i) {
        const bool isFigure = text[i] >= u'0' && text[i] <= u'9';
        if (Form[i] == u'#' ? !isFigure : text[i] != Form[i])
            return {};
    }
    const auto number = [text](int from, int count) {
        int value = 0;
        for (const QChar figure : text.sliced(from, count))
            value = value * 10 + (figure.unicode() - u'0');
        return value;
    };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2), number(20, 3));
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace

QString timeToText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFromText(const QString &text)
{
    const QDateTime plain = timeFromPlainText(text);
    return plain.isValid() ? plain : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
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

QByteArray orderToBytes(const Order &order)
{
    return withoutHalfPairs(QJsonDocument(toJson(order)).toJson(QJsonDocument::Compact));
}

} // namespace mc
