// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "store/api/api.h"
#include "store/api/apiproblems.h"
#include "store/http/authentication.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/staffrepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

/// Everybody sees and ends their own sessions; who administers the store, those of all its staff.
QList<StaffSession> visibleSessions(const Call &call)
{
    const StaffRepository people(*call.tx);
    const StoreId &store = call.principal.store;
    return mayAdminister(call.principal.role) ? people.sessionsOfStore(store, call.now)
                                              : people.sessions(store, StaffId(call.principal.id), call.now);
}

Response listSessions(const Call &call)
{
    if (call.principal.kind != Principal::Kind::Staff) // a token has none
        return forbidden();
    const StaffRepository people(*call.tx);
    const QString current = Keyring::tokenHash(bearerToken(call.request));
    QJsonArray sessions;
    for (const StaffSession &one : visibleSessions(call)) {
        const auto person = people.find(one.store, one.staff);
        sessions.append(QJsonObject{{u"id"_s, one.id()},
                                    {u"staffId"_s, one.staff.toString()},
                                    {u"staffName"_s, person ? person->name : QString()},
                                    {u"device"_s, one.device},
                                    {u"createdAt"_s, timeToText(one.createdAt)},
                                    {u"expiresAt"_s, timeToText(one.expiresAt)},
                                    {u"current"_s, one.tokenHash == current}});
    }
    const QJsonObject body{{u"sessions"_s, sessions}};
    return json(200, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Response endSession(const Call &call)
{
    if (call.principal.kind != Principal::Kind::Staff)
        return forbidden();
    const QString id = call.request.parameters.value(u"id"_s);
    const QList<StaffSession> sessions = visibleSessions(call);
    const auto it = std::find_if(sessions.cbegin(), sessions.cend(),
                                 [&id](const StaffSession &one) { return one.id() == id; });
    if (it == sessions.cend())
        return notFound();
    StaffRepository(*call.tx).removeSession(it->tokenHash);
    call.tx->audit({call.principal.store, 0, call.now, u"staff"_s, call.principal.id, u"session.ended"_s,
                    it->staff.toString(), id});
    Response response;
    response.status = 204;
    return response;
}

} // namespace

void addSessionRoutes(RouteTable &table)
{
    table.push_back(
        {"GET", u"/v1/sessions"_s, Access::StaffRead, Work::Read, false, 0, {}, listSessions, false, {}});
    // Ending one twice is no different from ending it once: no key is needed.
    table.push_back({"DELETE",
                     u"/v1/sessions/{id}"_s,
                     Access::StaffRead,
                     Work::Write,
                     false,
                     0,
                     {},
                     endSession,
                     false,
                     {}});
}

} // namespace mc::store
