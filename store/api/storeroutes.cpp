// SPDX-License-Identifier: Apache-2.0
#include "domain/storeinfo.h"
#include "store/api/api.h"
#include "store/api/apiproblems.h"
#include "store/api/objectreader.h"
#include "store/orderbook/storerepository.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

using Need = ObjectReader::Need;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Response health(const Call &)
{
    return json(200, compact({{u"ok"_s, true}, {u"version"_s, QCoreApplication::applicationVersion()}}));
}

Response getStore(const Call &call)
{
    const StoreRepository repository(*call.tx);
    const auto found = repository.findWithPolicy(call.principal.store);
    if (!found)
        return notFound();
    const Store *const store = &found->store;
    StoreInfo info;
    info.id = store->id;
    info.name = store->name;
    info.timeZone = store->timeZone;
    info.currency = store->currency;
    info.supportEmail = store->supportEmail;
    info.reasons = repository.reasons(store->id, Audience::Staff, preferredLanguage(call.request));
    info.commentLimit = store->commentLimit;
    info.policy = found->policy.policy;
    info.epoch = store->epoch;
    info.staffId = StaffId(call.principal.id);
    info.staffName = call.principal.name;
    info.staffEmail = call.principal.email;
    info.role = call.principal.role;
    QJsonObject body = toJson(info);
    if (call.principal.kind == Principal::Kind::Token) { // a token has scopes, no role
        QJsonObject caller = body[u"caller"_s].toObject();
        caller[u"mayCancel"_s] = call.principal.scopes.contains(u"cancellations:write"_s);
        body[u"caller"_s] = caller;
    }
    Response response = json(200, compact(body));
    response.addHeader("Vary", "Accept-Language");
    return response;
}

Response policyAnswer(const VersionedPolicy &versioned)
{
    const CancellationPolicy &policy = versioned.policy;
    Response response = json(200,
                             compact({{u"mode"_s, codeOf(policy.mode)},
                                      {u"windowMinutes"_s, policy.windowMinutes},
                                      {u"deadlineHours"_s, policy.deadlineHours},
                                      {u"acceptsByDefault"_s, policy.acceptsByDefault}}));
    response.addHeader("ETag", etagOf(versioned.version));
    return response;
}

Response getPolicy(const Call &call)
{
    return policyAnswer(StoreRepository(*call.tx).policy(call.principal.store));
}

Response setPolicy(const Call &call)
{
    auto body = ObjectReader::fromBody(call.request.body);
    if (!body)
        return body.error();
    const auto version = ifMatchVersion(call.request);
    if (!version)
        return version.error();
    CancellationPolicy policy;
    policy.mode =
        body->word("mode"_L1, Need::Required, PolicyMode::Automatic,
                   {PolicyMode::Automatic, PolicyMode::AutomaticThenAsk, PolicyMode::Ask, PolicyMode::Off});
    policy.windowMinutes = static_cast<int>(
        body->integer("windowMinutes"_L1, Need::Optional, {0, 525'600}, policy.windowMinutes));
    policy.deadlineHours =
        static_cast<int>(body->integer("deadlineHours"_L1, Need::Optional, {1, 720}, policy.deadlineHours));
    policy.acceptsByDefault = body->flag("acceptsByDefault"_L1, policy.acceptsByDefault);
    body->finish();
    if (const auto wrong = body->problem())
        return *wrong;
    const auto set = StoreRepository(*call.tx).setPolicy(call.principal.store, policy, *version,
                                                         actorOf(call.principal), call.now);
    return set ? policyAnswer(*set) : problemOf(set.error());
}

} // namespace

void addStoreRoutes(RouteTable &table)
{
    table.push_back({"GET", u"/v1/health"_s, Access::Public, Work::None, false, 0, {}, health, false, {}});
    table.push_back(
        {"GET", u"/v1/store"_s, Access::StaffRead, Work::QuickRead, false, 0, {}, getStore, false, {}});
    table.push_back({"GET",
                     u"/v1/store/policy"_s,
                     Access::StaffRead,
                     Work::QuickRead,
                     false,
                     0,
                     {},
                     getPolicy,
                     false,
                     {}});
    table.push_back({"PUT",
                     u"/v1/store/policy"_s,
                     Access::StaffAdminister,
                     Work::Write,
                     true,
                     16 * 1024,
                     "application/json",
                     setPolicy,
                     false,
                     {}});
}

} // namespace mc::store
