// SPDX-License-Identifier: Apache-2.0
#include "store/http/authentication.h"

#include "store/orderbook/keyring.h"
#include "store/orderbook/staffrepository.h"
#include "store/orderbook/tokenrepository.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

bool hasRoleOrScope(const Principal &principal, bool isRoleEnough, const QString &scope)
{
    if (principal.kind == Principal::Kind::Staff)
        return isRoleEnough;
    return principal.kind == Principal::Kind::Token && principal.scopes.contains(scope);
}

} // namespace

std::optional<Principal> bearerPrincipal(Tx &tx, const Request &request, const QDateTime &now)
{
    const QByteArray token = bearerToken(request);
    if (token.isEmpty())
        return std::nullopt;
    const QString hash = Keyring::tokenHash(token);
    Principal principal;
    if (const auto staff = StaffRepository(tx).findBySession(hash, now)) {
        principal.kind = Principal::Kind::Staff;
        principal.store = staff->store;
        principal.id = staff->id.toString();
        principal.name = staff->name;
        principal.email = staff->email;
        principal.role = staff->role;
        return principal;
    }
    if (const auto apiToken = TokenRepository(tx).find(hash)) {
        principal.kind = Principal::Kind::Token;
        principal.store = apiToken->store;
        principal.id = apiToken->id;
        principal.name = apiToken->name;
        principal.scopes = apiToken->scopes;
        return principal;
    }
    return std::nullopt;
}

bool mayUse(Access access, const Principal &principal)
{
    switch (access) {
    case Access::Public:
    case Access::EngineSignature:
        return true;
    case Access::Customer:
        return principal.kind == Principal::Kind::Customer;
    case Access::StaffRead:
        return hasRoleOrScope(principal, true, u"orders:read"_s);
    case Access::StaffCancel:
        return hasRoleOrScope(principal, mayCancel(principal.role), u"cancellations:write"_s);
    case Access::StaffDecide:
        return principal.kind == Principal::Kind::Staff && mayDecide(principal.role);
    case Access::StaffAdminister:
        return principal.kind == Principal::Kind::Staff && mayAdminister(principal.role);
    case Access::ShopWrite:
        return hasRoleOrScope(principal, mayAdminister(principal.role), u"orders:write"_s);
    case Access::WarehouseWrite:
        return hasRoleOrScope(principal, mayCancel(principal.role), u"shipments:write"_s);
    }
    return false;
}

Response unauthenticated()
{
    Response response = problem(401, "unauthenticated", u"Sign in first"_s,
                                u"The request carries no valid session or API token."_s);
    response.addHeader("WWW-Authenticate", "Bearer");
    return response;
}

Response forbidden()
{
    return problem(403, "forbidden", u"Not allowed"_s, u"Your role or token has no right to do this."_s);
}

} // namespace mc::store
