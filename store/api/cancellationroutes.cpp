// SPDX-License-Identifier: Apache-2.0
#include "store/api/api.h"
#include "store/api/apiproblems.h"
#include "store/api/objectreader.h"
#include "store/http/idempotency.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

using Need = ObjectReader::Need;

Orderbook bookOf(const Call &call)
{
    return Orderbook(*call.tx, call.principal.store, call.now);
}

CancellationId cancellationIn(const Call &call)
{
    return CancellationId(call.request.parameters.value(u"id"_s));
}

/// A body without members, where none is needed: nobody's misspelled member goes unnoticed.
std::optional<Response> unlessEmpty(const Request &request)
{
    auto body = ObjectReader::fromBody(request.body);
    if (!body)
        return body.error();
    body->finish();
    return body->problem();
}

void readLines(ObjectReader &body, CancellationRequest &request)
{
    if (!body.has("lines"_L1))
        return;
    for (ObjectReader &line : body.objects("lines"_L1, Need::Optional, {1, 500})) {
        CancelledLine wanted;
        wanted.line = LineId(line.text("lineId"_L1, Need::Required, 200, 1));
        wanted.quantity = static_cast<int>(line.integer("quantity"_L1, Need::Required, {1, 1'000'000}));
        line.finish();
        request.lines.append(wanted);
    }
}

Response requestCancellation(const Call &call)
{
    auto body = ObjectReader::fromBody(call.request.body);
    if (!body)
        return body.error();
    CancellationRequest request;
    request.order = OrderId(call.request.parameters.value(u"id"_s));
    request.operation = OperationId(idempotencyKey(call.request).value_or(QString()));
    request.reasonCode = body->text("reasonCode"_L1, Need::Required, 100, 1);
    request.comments = body->text("comments"_L1, Need::Optional, 10'000);
    request.language = body->text("language"_L1, Need::Optional, 20);
    if (request.language.isEmpty())
        request.language = preferredLanguage(call.request);
    request.areCommentsForCustomer = body->flag("commentsForCustomer"_L1, false);
    request.isOnBehalfOfCustomer = body->flag("onBehalfOfCustomer"_L1, false);
    request.channel = body->word("channel"_L1, Need::Optional, ContactChannel::None,
                                 {ContactChannel::None, ContactChannel::Phone, ContactChannel::Email,
                                  ContactChannel::Chat, ContactChannel::InPerson, ContactChannel::Other});
    readLines(*body, request);
    body->finish();
    if (const auto wrong = body->problem())
        return *wrong;
    request.actor = actorOf(call.principal);
    if (request.isOnBehalfOfCustomer)
        request.actor.kind = RequestedBy::Support;
    return cancellationAnswer(202, bookOf(call).requestCancellation(request));
}

Response accept(const Call &call)
{
    if (const auto wrong = unlessEmpty(call.request))
        return *wrong;
    const auto version = ifMatchVersion(call.request);
    if (!version)
        return version.error();
    return cancellationAnswer(200,
                              bookOf(call).accept(cancellationIn(call), actorOf(call.principal), *version));
}

Response decline(const Call &call)
{
    auto body = ObjectReader::fromBody(call.request.body);
    if (!body)
        return body.error();
    const QString why = body->text("reason"_L1, Need::Optional, 1000);
    body->finish();
    if (const auto wrong = body->problem())
        return *wrong;
    const auto version = ifMatchVersion(call.request);
    if (!version)
        return version.error();
    return cancellationAnswer(
        200, bookOf(call).decline(cancellationIn(call), actorOf(call.principal), why, *version));
}

Response close(const Call &call)
{
    if (const auto wrong = unlessEmpty(call.request))
        return *wrong;
    return cancellationAnswer(200,
                              bookOf(call).closeCancellation(cancellationIn(call), actorOf(call.principal)));
}

Response retryRefund(const Call &call)
{
    if (const auto wrong = unlessEmpty(call.request))
        return *wrong;
    return cancellationAnswer(200, bookOf(call).retryRefund(cancellationIn(call), actorOf(call.principal)));
}

Response confirmRefund(const Call &call)
{
    if (const auto wrong = unlessEmpty(call.request))
        return *wrong;
    return cancellationAnswer(200, bookOf(call).confirmRefund(cancellationIn(call), actorOf(call.principal)));
}

void addPost(RouteTable &table, const QString &pattern, Access access, qint64 bodyLimit,
             Response (*handler)(const Call &))
{
    table.push_back(
        {"POST", pattern, access, Work::Write, true, bodyLimit, "application/json", handler, false, {}});
}

} // namespace

void addCancellationRoutes(RouteTable &table)
{
    constexpr qint64 Small = 1024; // for those that send {} or nothing
    addPost(table, u"/v1/orders/{id}/cancellations"_s, Access::StaffCancel, 256 * 1024, requestCancellation);
    addPost(table, u"/v1/cancellations/{id}/accept"_s, Access::StaffDecide, Small, accept);
    addPost(table, u"/v1/cancellations/{id}/decline"_s, Access::StaffDecide, 16 * 1024, decline);
    addPost(table, u"/v1/cancellations/{id}/close"_s, Access::StaffDecide, Small, close);
    addPost(table, u"/v1/cancellations/{id}/refund/retry"_s, Access::StaffDecide, Small, retryRefund);
    addPost(table, u"/v1/cancellations/{id}/refund/confirm"_s, Access::StaffDecide, Small, confirmRefund);
}

} // namespace mc::store
