// SPDX-License-Identifier: Apache-2.0
#include "net/transport.h"

#include "domain/plantedbug.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

QByteArray contentTypeOf(const QNetworkReply &reply)
{
    return reply.rawHeader("Content-Type").split(';').constFirst().trimmed().toLower();
}

std::optional<std::chrono::milliseconds> retryAfterOf(const QNetworkReply &reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    if (!isNumber || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(std::min(seconds, 3600));
}

NetFailure::Kind kindOfProblem(int status, const QString &type)
{
    if (status == 401)
        return NetFailure::Kind::Unauthorized;
    if (status == 410)
        return NetFailure::Kind::Gone;
    if (status == 429 || status == 503 || status == 408)
        return NetFailure::Kind::Busy;
    // The first attempt with this key is still under way in the store.
    if (status == 409 && type.contains("in-flight"_L1))
        return NetFailure::Kind::Busy;
    return status >= 500 ? NetFailure::Kind::Server : NetFailure::Kind::Refused;
}

NetFailure unreached(const QNetworkReply &reply, bool hasTimedOut)
{
    NetFailure failure;
    failure.detail = reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::InsecureRedirectError:
        failure.kind = NetFailure::Kind::Insecure;
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::RemoteHostClosedError:
        failure.kind = NetFailure::Kind::TimedOut;
        break;
    default:
        failure.kind = hasTimedOut ? NetFailure::Kind::TimedOut : NetFailure::Kind::Offline;
    }
    return failure;
}

NetFailure refusal(const QNetworkReply &reply, int status, const QByteArray &body)
{
    NetFailure failure;
    failure.status = status;
    failure.retryAfter = retryAfterOf(reply);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    const bool isProblem = contentTypeOf(reply) == "application/problem+json"
        && error.error == QJsonParseError::NoError && document.isObject();
    if (!isProblem) {
        // A proxy's error page is not the store's word, whatever its status says.
        failure.kind = status >= 500 ? NetFailure::Kind::Server : NetFailure::Kind::NotTheStore;
        return failure;
    }
    const QJsonObject problem = document.object();
    failure.type = problem["type"_L1].toString().section(u'/', -1);
    failure.title = problem["title"_L1].toString();
    if (bugPlanted("overflow-problem")) [[unlikely]]
        plantedOverflow(failure.title.toStdString());
    failure.detail = problem["detail"_L1].toString();
    failure.obstacle = problem["obstacle"_L1].toString();
    failure.kind = kindOfProblem(status, failure.type);
    return failure;
}

} // namespace

Transport::Transport(QNetworkAccessManager &network, QUrl store, NetTimeouts timeouts)
    : m_network(network)
    , m_store(std::move(store))
    , m_timeouts(timeouts)
{
}

bool Transport::isAllowed(const QUrl &store)
{
    if (!store.isValid() || store.host().isEmpty())
        return false;
    if (store.scheme() == "https"_L1)
        return true;
    const bool isHere = store.host() == "localhost"_L1 || QHostAddress(store.host()).isLoopback();
    return store.scheme() == "http"_L1 && isHere;
}

QNetworkRequest Transport::request(const QByteArray &path) const
{
    QByteArray address = m_store.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                                           | QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    QByteArray base = m_store.path(QUrl::FullyEncoded).toUtf8();
    while (base.endsWith('/'))
        base.chop(1);
    QNetworkRequest request(QUrl::fromEncoded(address + base + path));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(static_cast<int>(m_timeouts.idle.count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, u"merchant-console"_s);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    if (!m_language.isEmpty())
        request.setRawHeader("Accept-Language", m_language);
    return request;
}

QNetworkReply *Transport::send(const QByteArray &verb, const QNetworkRequest &request,
                               const QByteArray &body) const
{
    return m_network.sendCustomRequest(request, verb, body);
}

NetResult<HttpAnswer> outcomeOf(const QNetworkReply &reply, const QByteArray &body, bool hasTimedOut)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return tl::unexpected(unreached(reply, hasTimedOut));
    if (status >= 400)
        return tl::unexpected(refusal(reply, status, body));
    if (status >= 300) {
        NetFailure elsewhere;
        elsewhere.kind = NetFailure::Kind::NotTheStore;
        elsewhere.status = status;
        return tl::unexpected(elsewhere);
    }
    if (reply.error() != QNetworkReply::NoError) // cut off in the middle of a good answer
        return tl::unexpected(unreached(reply, true));
    return HttpAnswer{status, contentTypeOf(reply), body};
}

QByteArray pathPart(const QString &id)
{
    return QUrl::toPercentEncoding(id);
}

} // namespace mc
