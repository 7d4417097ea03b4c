// SPDX-License-Identifier: Apache-2.0
#include "domain/orderelement.h"

#include "domain/codes.h"

using namespace Qt::StringLiterals;

namespace mc {
namespace {

template <typename Enum>
Enum enumOf(JsonMembers json, std::string_view key, Enum fallback)
{
    return fromCode<Enum>(textOf(json, key)).value_or(fallback);
}

QDateTime timeOf(JsonMembers json, std::string_view key)
{
    return timeFromText(textOf(json, key));
}

// What is no object in such a list is left out.
template <typename Value, typename FromMembers>
QList<Value> listOf(JsonMembers json, std::string_view key, FromMembers fromMembers)
{
    QList<Value> list;
    forEachElement(json, key, [&list, &fromMembers](JsonElement element) {
        JsonMembers members;
        if (element.get(members) == simdjson::SUCCESS)
            list.append(fromMembers(members));
    });
    return list;
}

LineItem lineFrom(JsonMembers json)
{
    LineItem line;
    line.id = LineId(textOf(json, "id"));
    line.title = textOf(json, "title");
    line.sku = textOf(json, "sku");
    line.quantity = smallNumberOf(json, "quantity", 1);
    line.cancelledQuantity = smallNumberOf(json, "cancelledQuantity");
    line.unitPriceMinor = numberOf(json, "unitPriceMinor");
    line.state = enumOf(json, "state", ItemStatus::Unknown);
    return line;
}

Shipment shipmentFrom(JsonMembers json)
{
    return {textOf(json, "carrier"), textOf(json, "trackingNumber"), timeOf(json, "shippedAt")};
}

TimelineEvent eventFrom(JsonMembers json)
{
    TimelineEvent event{timeOf(json, "at"), enumOf(json, "kind", TimelineKind::Unknown),
                        textOf(json, "actor"), textOf(json, "detail"), textOf(json, "code")};
    withMembers(json, "amount", [&event](JsonMembers amount) {
        if (isNumber(amount, "minor"))
            event.amount = Money{numberOf(amount, "minor"), textOf(amount, "currency")};
    });
    return event;
}

Cancellation cancellationFrom(JsonMembers json)
{
    Cancellation one;
    one.id = CancellationId(textOf(json, "id"));
    one.operation = OperationId(textOf(json, "operation"));
    one.state = enumOf(json, "state", CancellationState::Unknown);
    one.rejection = enumOf(json, "rejection", Rejection::None);
    one.rejectionDetail = textOf(json, "rejectionDetail");
    one.requestedBy = enumOf(json, "requestedBy", RequestedBy::Customer);
    one.requestedByName = textOf(json, "requestedByName");
    one.channel = enumOf(json, "channel", ContactChannel::None);
    one.isOnBehalfOfCustomer = flagOf(json, "onBehalfOfCustomer");
    one.reasonCode = textOf(json, "reasonCode");
    one.reasonText = textOf(json, "reasonText");
    one.comments = textOf(json, "comments");
    one.areCommentsForCustomer = flagOf(json, "commentsForCustomer", true);
    one.requestedAtUtc = timeOf(json, "requestedAt");
    one.decidedAtUtc = timeOf(json, "decidedAt");
    one.deadlineUtc = timeOf(json, "deadline");
    one.needsDecision = flagOf(json, "needsDecision");
    one.lines = listOf<CancelledLine>(json, "lines", [](JsonMembers line) {
        return CancelledLine{LineId(textOf(line, "lineId")), smallNumberOf(line, "quantity")};
    });
    withMembers(json, "refund", [&one](JsonMembers refund) {
        one.refund = {enumOf(refund, "state", RefundState::None), numberOf(refund, "amountMinor"),
                      textOf(refund, "failure")};
    });
    one.isClosed = flagOf(json, "closed");
    return one;
}

QString missingMember(JsonMembers json)
{
    for (const std::string_view key : {"id", "number", "currency", "placedAt"}) {
        if (rawTextOf(json, key).empty())
            return textOf(key);
    }
    for (const std::string_view key : {"version", "totalMinor"}) {
        if (!isNumber(json, key))
            return textOf(key);
    }
    return {};
}

void readParts(JsonMembers json, Order &order)
{
    withMembers(json, "customer", [&order](JsonMembers customer) {
        order.customer = {textOf(customer, "name"), textOf(customer, "email"), textOf(customer, "language")};
    });
    forEachElement(json, "shippingAddress", [&order](JsonElement line) {
        std::string_view text;
        if (line.get(text) != simdjson::SUCCESS)
            text = {};
        order.shippingAddress.append(textOf(text));
    });
    order.payment.status = PaymentStatus::Unknown;
    withMembers(json, "payment", [&order](JsonMembers payment) {
        order.payment = {enumOf(payment, "status", PaymentStatus::Unknown), textOf(payment, "method"),
                         numberOf(payment, "paidMinor"), numberOf(payment, "refundedMinor")};
    });
    order.lines = listOf<LineItem>(json, "lines", lineFrom);
    order.shipments = listOf<Shipment>(json, "shipments", shipmentFrom);
    order.cancellations = listOf<Cancellation>(json, "cancellations", cancellationFrom);
    order.timeline = listOf<TimelineEvent>(json, "timeline", eventFrom);
    withMembers(json, "conflict", [&order](JsonMembers conflict) {
        order.conflict = Conflict{timeOf(conflict, "at"), textOf(conflict, "detail")};
    });
}

JsonProblem unusable(const QString &member)
{
    return {u"order without a usable \"%1\""_s.arg(member)};
}

} // namespace

tl::expected<Order, JsonProblem> orderFromMembers(JsonMembers json)
{
    if (const QString missing = missingMember(json); !missing.isEmpty())
        return tl::unexpected(unusable(missing));
    Order order;
    order.placedAtUtc = timeOf(json, "placedAt");
    if (!order.placedAtUtc.isValid())
        return tl::unexpected(unusable(u"placedAt"_s));
    order.id = OrderId(textOf(json, "id"));
    order.number = textOf(json, "number");
    order.externalId = textOf(json, "externalId");
    order.source = textOf(json, "source");
    order.version = numberOf(json, "version");
    order.updatedAtUtc = timeOf(json, "updatedAt");
    order.currency = textOf(json, "currency");
    order.totalMinor = numberOf(json, "totalMinor");
    order.shippingMinor = numberOf(json, "shippingMinor");
    readParts(json, order);
    return order;
}

tl::expected<Order, JsonProblem> orderFromBytes(QByteArrayView bytes)
{
    simdjson::dom::parser parser;
    const auto json = membersOf(parser, bytes);
    if (!json)
        return tl::unexpected(JsonProblem{u"not a JSON object"_s});
    return orderFromMembers(*json);
}

} // namespace mc
