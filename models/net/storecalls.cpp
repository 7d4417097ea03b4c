// SPDX-License-Identifier: Apache-2.0
#include "net/storecalls.h"

#include "domain/plantedbug.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

QNetworkRequest jsonRequest(const Transport &transport, const QByteArray &path, const OperationId &key = {})
{
    QNetworkRequest request = transport.request(path);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    if (key.isValid())
        request.setRawHeader("Idempotency-Key", key.toString().toLatin1());
    return request;
}

QNetworkRequest plainRequest(const Transport &transport, const QByteArray &path)
{
    QNetworkRequest request = transport.request(path);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    return request;
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

// A 200 with something else in it is not an answer: nothing may be believed or removed because of it.
std::optional<QJsonObject> objectOf(const HttpAnswer &answer)
{
    if (answer.contentType != "application/json")
        return std::nullopt;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

template <typename Value>
NetResult<Value> nonsense(const HttpAnswer &answer)
{
    NetFailure failure;
    failure.kind = NetFailure::Kind::NotTheStore;
    failure.status = answer.status;
    failure.detail = u"the answer is not what the API promises"_s;
    return tl::unexpected(failure);
}

NetResult<SignedSession> sessionFrom(const NetResult<HttpAnswer> &outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    const auto json = objectOf(*outcome);
    const QByteArray token = json ? (*json)["token"_L1].toString().toLatin1() : QByteArray();
    if (token.isEmpty())
        return nonsense<SignedSession>(*outcome);
    return SignedSession{token, timeFromText((*json)["expiresAt"_L1].toString())};
}

NetResult<StoreInfo> storeFrom(const NetResult<HttpAnswer> &outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    const auto json = objectOf(*outcome);
    const StoreInfo info = json ? storeInfoFromJson(*json) : StoreInfo();
    if (!info.id.isValid() || !info.staffId.isValid())
        return nonsense<StoreInfo>(*outcome);
    return info;
}

NetResult<ChangesPage> changesFrom(const NetResult<HttpAnswer> &outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    auto page = outcome->contentType == "application/json" ? changesFromBytes(outcome->body) : std::nullopt;
    if (!page)
        return nonsense<ChangesPage>(*outcome);
    return std::move(*page);
}

NetResult<CancellationId> cancellationFrom(const NetResult<HttpAnswer> &outcome, const OperationId &operation)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    const auto json = objectOf(*outcome);
    const CancellationId id(json ? (*json)["id"_L1].toString() : QString());
    if (bugPlanted("page-taken-for-answer") && !id.isValid())
        return CancellationId(u"unknown"_s);
    if (!id.isValid() || (*json)["operation"_L1].toString() != operation.toString())
        return nonsense<CancellationId>(*outcome);
    return id;
}

NetResult<bool> decisionFrom(const NetResult<HttpAnswer> &outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    const auto json = objectOf(*outcome);
    if (!json || !(*json)["id"_L1].isString())
        return nonsense<bool>(*outcome);
    return true;
}

QByteArray pathOf(const StaffDecision &decision)
{
    const QByteArray cancellation = "/v1/cancellations/" + pathPart(decision.id);
    switch (decision.kind) {
    case StaffDecision::Kind::Accept:
        return cancellation + "/accept";
    case StaffDecision::Kind::Decline:
        return cancellation + "/decline";
    case StaffDecision::Kind::RetryRefund:
        return cancellation + "/refund/retry";
    case StaffDecision::Kind::ConfirmRefund:
        return cancellation + "/refund/confirm";
    case StaffDecision::Kind::CloseCancellation:
        return cancellation + "/close";
    case StaffDecision::Kind::CloseConflict:
        return "/v1/orders/" + pathPart(decision.id) + "/conflict/close";
    }
    Q_UNREACHABLE();
}

bool hasBody(const StaffDecision &decision)
{
    return decision.kind == StaffDecision::Kind::Decline;
}

QNetworkRequest requestOf(const Transport &transport, const StaffDecision &decision)
{
    QNetworkRequest request = plainRequest(transport, pathOf(decision));
    request.setRawHeader("Idempotency-Key", decision.key.toString().toLatin1());
    // Always named, or Qt would guess a form for an empty body.
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    return request;
}

} // namespace

SignIn::SignIn(const Transport &transport, const QString &email, const QString &password,
               const QString &device, QObject *parent)
    : QObject(parent)
    , m_call(transport, "POST", jsonRequest(transport, "/v1/sessions"),
             bytesOf({{u"email"_s, email}, {u"password"_s, password}, {u"device"_s, device}}), nullptr)
{
    connect(&m_call, &HttpCall::finished, this,
            [this](const NetResult<HttpAnswer> &outcome) { emit finished(sessionFrom(outcome)); });
}

SignOut::SignOut(const Transport &transport, QObject *parent)
    : QObject(parent)
    , m_call(transport, "DELETE", plainRequest(transport, "/v1/sessions/current"), {}, nullptr)
{
    connect(&m_call, &HttpCall::finished, this, [this](const NetResult<HttpAnswer> &outcome) {
        emit finished(outcome ? NetResult<bool>(true) : tl::unexpected(outcome.error()));
    });
}

FetchStore::FetchStore(const Transport &transport, QObject *parent)
    : QObject(parent)
    , m_call(transport, "GET", plainRequest(transport, "/v1/store"), {}, nullptr)
{
    connect(&m_call, &HttpCall::finished, this,
            [this](const NetResult<HttpAnswer> &outcome) { emit finished(storeFrom(outcome)); });
}

FetchChanges::FetchChanges(const Transport &transport, const QByteArray &after, QObject *parent)
    : QObject(parent)
    , m_call(transport, "GET", plainRequest(transport, "/v1/changes?after=" + after.toPercentEncoding()), {},
             nullptr)
{
    connect(&m_call, &HttpCall::finished, this,
            [this](const NetResult<HttpAnswer> &outcome) { emit finished(changesFrom(outcome)); });
}

SendCancellation::SendCancellation(const Transport &transport, const OperationId &operation,
                                   const OrderId &order, const QByteArray &body, QObject *parent)
    : QObject(parent)
    , m_call(transport, "POST",
             jsonRequest(transport, "/v1/orders/" + pathPart(order.toString()) + "/cancellations", operation),
             body, nullptr)
{
    connect(&m_call, &HttpCall::finished, this, [this, operation](const NetResult<HttpAnswer> &outcome) {
        emit finished(cancellationFrom(outcome, operation));
    });
}

DecideCancellation::DecideCancellation(const Transport &transport, const StaffDecision &decision,
                                       QObject *parent)
    : QObject(parent)
    , m_call(transport, "POST", requestOf(transport, decision),
             hasBody(decision) ? bytesOf({{u"reason"_s, decision.why}}) : QByteArray(), nullptr)
{
    connect(&m_call, &HttpCall::finished, this,
            [this](const NetResult<HttpAnswer> &outcome) { emit finished(decisionFrom(outcome)); });
}

} // namespace mc
