// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"

#include "domain/codes.h"
#include "domain/jsonwriter.h"
#include "domain/orderrules.h"

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr qsizetype UsualSize = 2'000; ///< Of an order, so that its bytes are seldom moved.

// Members in alphabetical order, see JsonWriter.

void putTime(JsonWriter &out, QLatin1StringView key, const QDateTime &time)
{
    if (time.isValid())
        out.member(key, timeToText(time));
}

template <typename List, typename Write>
void putList(JsonWriter &out, QLatin1StringView key, const List &list, Write write)
{
    out.key(key);
    out.beginArray();
    for (const auto &entry : list)
        write(entry);
    out.endArray();
}

void write(JsonWriter &out, const Order &order, const LineItem &line)
{
    out.beginObject();
    out.member("cancelledQuantity"_L1, line.cancelledQuantity);
    out.member("id"_L1, line.id.toString());
    out.member("itemStatus"_L1, codeOf(lineStatus(order, line)));
    out.member("quantity"_L1, line.quantity);
    out.member("sku"_L1, line.sku);
    out.member("state"_L1, codeOf(line.state));
    out.member("title"_L1, line.title);
    out.member("unitPriceMinor"_L1, line.unitPriceMinor);
    out.endObject();
}

void write(JsonWriter &out, const Shipment &shipment)
{
    out.beginObject();
    out.member("carrier"_L1, shipment.carrier);
    putTime(out, "shippedAt"_L1, shipment.shippedAtUtc);
    out.member("trackingNumber"_L1, shipment.trackingNumber);
    out.endObject();
}

void write(JsonWriter &out, const Money &amount)
{
    out.beginObject();
    out.member("currency"_L1, amount.currency);
    out.member("minor"_L1, amount.minor);
    out.endObject();
}

void write(JsonWriter &out, const TimelineEvent &event)
{
    out.beginObject();
    out.member("actor"_L1, event.actor);
    if (event.amount) {
        out.key("amount"_L1);
        write(out, *event.amount);
    }
    out.member("at"_L1, timeToText(event.atUtc));
    if (!event.code.isEmpty())
        out.member("code"_L1, event.code);
    out.member("detail"_L1, event.detail);
    out.member("kind"_L1, codeOf(event.kind));
    out.endObject();
}

void write(JsonWriter &out, const Refund &refund)
{
    out.beginObject();
    out.member("amountMinor"_L1, refund.amountMinor);
    out.member("failure"_L1, refund.failure);
    out.member("state"_L1, codeOf(refund.state));
    out.endObject();
}

void write(JsonWriter &out, const CancelledLine &line)
{
    out.beginObject();
    out.member("lineId"_L1, line.line.toString());
    out.member("quantity"_L1, line.quantity);
    out.endObject();
}

void write(JsonWriter &out, const Cancellation &one)
{
    out.beginObject();
    out.member("channel"_L1, codeOf(one.channel));
    out.member("closed"_L1, one.isClosed);
    out.member("comments"_L1, one.comments);
    out.member("commentsForCustomer"_L1, one.areCommentsForCustomer);
    putTime(out, "deadline"_L1, one.deadlineUtc);
    putTime(out, "decidedAt"_L1, one.decidedAtUtc);
    out.member("id"_L1, one.id.toString());
    putList(out, "lines"_L1, one.lines, [&out](const CancelledLine &line) { write(out, line); });
    out.member("needsDecision"_L1, one.needsDecision);
    out.member("onBehalfOfCustomer"_L1, one.isOnBehalfOfCustomer);
    out.member("operation"_L1, one.operation.toString());
    out.member("reasonCode"_L1, one.reasonCode);
    out.member("reasonText"_L1, one.reasonText);
    out.key("refund"_L1);
    write(out, one.refund);
    out.member("rejection"_L1, codeOf(one.rejection));
    out.member("rejectionDetail"_L1, one.rejectionDetail);
    out.member("requestedAt"_L1, timeToText(one.requestedAtUtc));
    out.member("requestedBy"_L1, codeOf(one.requestedBy));
    out.member("requestedByName"_L1, one.requestedByName);
    out.member("state"_L1, codeOf(one.state));
    out.endObject();
}

void write(JsonWriter &out, const Customer &customer)
{
    out.beginObject();
    out.member("email"_L1, customer.email);
    out.member("language"_L1, customer.language);
    out.member("name"_L1, customer.name);
    out.endObject();
}

void write(JsonWriter &out, const Payment &payment)
{
    out.beginObject();
    out.member("method"_L1, payment.method);
    out.member("paidMinor"_L1, payment.paidMinor);
    out.member("refundedMinor"_L1, payment.refundedMinor);
    out.member("status"_L1, codeOf(payment.status));
    out.endObject();
}

void write(JsonWriter &out, const Conflict &conflict)
{
    out.beginObject();
    out.member("at"_L1, timeToText(conflict.atUtc));
    out.member("detail"_L1, conflict.detail);
    out.endObject();
}

void write(JsonWriter &out, const Order &order)
{
    out.beginObject();
    putList(out, "cancellations"_L1, order.cancellations,
            [&out](const Cancellation &one) { write(out, one); });
    if (order.conflict) {
        out.key("conflict"_L1);
        write(out, *order.conflict);
    }
    out.member("currency"_L1, order.currency);
    out.key("customer"_L1);
    write(out, order.customer);
    out.member("externalId"_L1, order.externalId);
    out.member("id"_L1, order.id.toString());
    out.member("itemStatus"_L1, codeOf(itemStatusOf(order)));
    putList(out, "lines"_L1, order.lines, [&](const LineItem &line) { write(out, order, line); });
    out.member("number"_L1, order.number);
    out.key("payment"_L1);
    write(out, order.payment);
    out.member("paymentStatus"_L1, codeOf(paymentStatusOf(order)));
    out.member("placedAt"_L1, timeToText(order.placedAtUtc));
    putList(out, "shipments"_L1, order.shipments, [&out](const Shipment &shipment) { write(out, shipment); });
    putList(out, "shippingAddress"_L1, order.shippingAddress,
            [&out](const QString &line) { out.value(line); });
    out.member("shippingMinor"_L1, order.shippingMinor);
    out.member("source"_L1, order.source);
    putList(out, "timeline"_L1, order.timeline, [&out](const TimelineEvent &event) { write(out, event); });
    out.member("totalMinor"_L1, order.totalMinor);
    out.member("updatedAt"_L1, timeToText(order.updatedAtUtc));
    out.member("version"_L1, order.version);
    out.endObject();
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
    constexpr int MostYear = 9999;
    if (!time.isValid())
        return {};
    const QDateTime utc = time.toUTC();
    const QDate date = utc.date();
    const QTime clock = utc.time();
    if (date.year() < 0 || date.year() > MostYear)
        return utc.toString(Qt::ISODateWithMs);
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    const auto put = [&text](qsizetype end, int number) { // the last figure stands before `end`
        for (; number > 0; number /= 10)
            text[--end] = QChar(u'0' + number % 10);
    };
    put(4, date.year());
    put(7, date.month());
    put(10, date.day());
    put(13, clock.hour());
    put(16, clock.minute());
    put(19, clock.second());
    put(23, clock.msec());
    return text;
}

QDateTime timeFromText(const QString &text)
{
    const QDateTime plain = timeFromPlainText(text);
    return plain.isValid() ? plain : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QByteArray cancellationToBytes(const Cancellation &cancellation)
{
    JsonWriter out(UsualSize);
    write(out, cancellation);
    return out.bytes();
}

QByteArray orderToBytes(const Order &order)
{
    JsonWriter out(UsualSize);
    write(out, order);
    return out.bytes();
}

} // namespace mc
