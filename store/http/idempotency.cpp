// SPDX-License-Identifier: Apache-2.0
#include "store/http/idempotency.h"

#include "domain/plantedbug.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString principalKey(const Principal &principal)
{
    switch (principal.kind) {
    case Principal::Kind::Staff:
        return u"staff:"_s + principal.id;
    case Principal::Kind::Token:
        return u"token:"_s + principal.id;
    case Principal::Kind::Customer:
        return u"order:"_s + principal.order.toString();
    case Principal::Kind::Engine:
        return u"engine:"_s + principal.id;
    case Principal::Kind::Nobody:
        break;
    }
    return u"nobody"_s;
}

void addPart(QCryptographicHash &hash, const QByteArray &part)
{
    hash.addData(
        QByteArray(QByteArray::number(part.size()) + ':')); // so that two parts cannot be mistaken for others
    hash.addData(part);
}

} // namespace

IdempotentCall idempotentCall(const Request &request, const Principal &principal)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addPart(hash, request.method);
    addPart(hash, request.path.toUtf8());
    for (const auto &[name, value] : request.query) {
        addPart(hash, name.toUtf8());
        addPart(hash, value.toUtf8());
    }
    addPart(hash, request.body);
    IdempotentCall call;
    call.key = {principal.store, principalKey(principal), idempotencyKey(request).value_or(QString())};
    call.route = QString::fromLatin1(request.method) + u' ' + request.route->pattern;
    call.fingerprint = QString::fromLatin1(hash.result().toHex());
    return call;
}

std::optional<Response> replayed(Tx &tx, const IdempotentCall &call)
{
    const std::optional<StoredAnswer> stored = IdempotencyRepository(tx).find(call.key);
    if (!stored)
        return std::nullopt;
    if (stored->route != call.route || stored->fingerprint != call.fingerprint)
        return problem(422, "idempotency-key-reused", u"This Idempotency-Key was used for another request"_s,
                       u"Nothing was done. Send a new key with a new request."_s);
    Response response;
    response.status = stored->status;
    response.headers = stored->headers;
    response.body = stored->body;
    response.setHeader("Idempotent-Replayed", "true");
    return response;
}

std::optional<Response> reserved(Tx &tx, const IdempotentCall &call, const QDateTime &now)
{
    if (bugPlanted("operation-forgotten"))
        return std::nullopt;
    if (bugPlanted("keys-forgotten-after-24h")) [[unlikely]]
        IdempotencyRepository(tx).removeOlderThan(now.addDays(-1));
    if (std::optional<Response> answer = replayed(tx, call))
        return answer;
    if (IdempotencyRepository(tx).reserve(call.key, call.route, call.fingerprint, now))
        return std::nullopt;
    if (std::optional<Response> answer = replayed(tx, call))
        return answer;
    Response busy = problem(409, "idempotency-in-flight", u"This request is being worked on"_s);
    busy.addHeader("Retry-After", "1");
    return busy;
}

void keepAnswer(Tx &tx, const IdempotentCall &call, const Response &response)
{
    IdempotencyRepository(tx).finish(
        call.key, {call.route, call.fingerprint, response.status, response.headers, response.body});
}

} // namespace mc::store
