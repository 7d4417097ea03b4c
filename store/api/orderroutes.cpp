// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "domain/plantedbug.h"
#include "store/api/api.h"
#include "store/api/apiproblems.h"
#include "store/api/incomingorder.h"
#include "store/api/objectreader.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

using Need = ObjectReader::Need;

OrderId orderIn(const Call &call)
{
    return OrderId(call.request.parameters.value(u"id"_s));
}

/// The version inside a stored document without parsing all of it: an unescaped quote cannot occur inside a
/// JSON text, and no object inside an order has a member of this name.
qint64 versionOf(const QByteArray &document)
{
    static const QByteArray Key = "\"version\":";
    const qsizetype at = document.indexOf(Key);
    if (at < 0)
        return 0;
    qsizetype end = at + Key.size();
    while (end < document.size() && document[end] >= '0' && document[end] <= '9')
        ++end;
    return document.mid(at + Key.size(), end - at - Key.size()).toLongLong();
}

Response getOrder(const Call &call)
{
    auto document = Orderbook(*call.tx, call.principal.store, call.now).orderDocument(orderIn(call));
    if (!document)
        return notFound();
    if (bugPlanted("stale-read")) [[unlikely]] {
        thread_local QHash<OrderId, QByteArray> kept; // and nobody tells it of changes
        if (!kept.contains(orderIn(call)))
            kept.insert(orderIn(call), *document);
        document = kept.value(orderIn(call));
    }
    const QByteArray etag = etagOf(versionOf(*document));
    Response response = json(200, *document);
    if (call.request.header("if-none-match") == etag) {
        response = {};
        response.status = 304;
    }
    response.addHeader("ETag", etag);
    return response;
}

Response putOrder(const Call &call)
{
    auto body = ObjectReader::fromBody(call.request.body);
    if (!body)
        return body.error();
    const IncomingOrder incoming = readIncomingOrder(*body, call.request.parameters.value(u"id"_s));
    if (const auto wrong = body->problem())
        return *wrong;
    Orderbook book(*call.tx, call.principal.store, call.now);
    const auto merged = book.merge(incoming.order, actorOf(call.principal), incoming.sendsConfirmation);
    if (!merged)
        return problemOf(merged.error());
    return orderAnswer(merged->what == MergedOrder::What::Created ? 201 : 200, merged->order);
}

Response recordShipment(const Call &call)
{
    auto body = ObjectReader::fromBody(call.request.body);
    if (!body)
        return body.error();
    ShipmentReport report;
    report.order = orderIn(call);
    const QString kind = body->text("kind"_L1, Need::Required, 20);
    if (kind != u"intent" && kind != u"fact")
        body->complain("kind"_L1, u"is neither \"intent\" nor \"fact\""_s);
    report.kind = kind == u"fact" ? ShipmentReport::Kind::Fact : ShipmentReport::Kind::Intent;
    report.state =
        body->word("state"_L1, Need::Optional, ItemStatus::Shipped,
                   {ItemStatus::Packed, ItemStatus::Shipped, ItemStatus::Delivered, ItemStatus::Returned});
    for (const QString &line : body->texts("lines"_L1, 500, 200))
        report.lines.append(LineId(line));
    report.shipment.carrier = body->text("carrier"_L1, Need::Optional, 100);
    report.shipment.trackingNumber = body->text("trackingNumber"_L1, Need::Optional, 100);
    const QDateTime shippedAt = body->time("shippedAt"_L1, Need::Optional);
    report.shipment.shippedAtUtc = shippedAt.isValid() ? shippedAt : call.now;
    body->finish();
    if (const auto wrong = body->problem())
        return *wrong;
    Orderbook book(*call.tx, call.principal.store, call.now);
    return orderAnswer(200, book.recordShipment(report, actorOf(call.principal)));
}

Response closeConflict(const Call &call)
{
    auto body = ObjectReader::fromBody(call.request.body);
    if (!body)
        return body.error();
    body->finish();
    if (const auto wrong = body->problem())
        return *wrong;
    Orderbook book(*call.tx, call.principal.store, call.now);
    return orderAnswer(200, book.closeConflict(orderIn(call), actorOf(call.principal)));
}

} // namespace

void addOrderRoutes(RouteTable &table)
{
    table.push_back(
        {"GET", u"/v1/orders/{id}"_s, Access::StaffRead, Work::QuickRead, false, 0, {}, getOrder, false, {}});
    table.push_back({"PUT",
                     u"/v1/orders/{id}"_s,
                     Access::ShopWrite,
                     Work::Write,
                     true,
                     1024 * 1024,
                     "application/json",
                     putOrder,
                     false,
                     {}});
    table.push_back({"POST",
                     u"/v1/orders/{id}/shipments"_s,
                     Access::WarehouseWrite,
                     Work::Write,
                     true,
                     128 * 1024,
                     "application/json",
                     recordShipment,
                     false,
                     {}});
    table.push_back({"POST",
                     u"/v1/orders/{id}/conflict/close"_s,
                     Access::StaffDecide,
                     Work::Write,
                     true,
                     1024,
                     "application/json",
                     closeConflict,
                     false,
                     {}});
}

} // namespace mc::store
