// SPDX-License-Identifier: Apache-2.0
#include "net/fetchordershash.h"

#include "domain/orderjson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

QNetworkRequest requestFor(const Transport &transport, const QDateTime &fromUtc,
                           const std::optional<QDateTime> &beforeUtc)
{
    QByteArray path = "/v1/orders/hashes?from=" + timeToText(fromUtc).toLatin1().toPercentEncoding();
    if (beforeUtc)
        path += "&before=" + timeToText(*beforeUtc).toLatin1().toPercentEncoding();
    QNetworkRequest request = transport.request(path);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    return request;
}

NetResult<OrdersHash> hashFrom(const NetResult<HttpAnswer> &outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    const QJsonObject json = outcome->contentType == "application/json"
        ? QJsonDocument::fromJson(outcome->body).object()
        : QJsonObject();
    OrdersHash hash{json["cursor"_L1].toString().toUtf8(), {}};
    hash.digest.count = json["count"_L1].toInteger(-1);
    hash.digest.sum = QByteArray::fromHex(json["hash"_L1].toString().toLatin1());
    if (!hash.cursor.isEmpty() && hash.digest.count >= 0
        && hash.digest.sum.size() == OrdersDigest().sum.size())
        return hash;
    NetFailure failure;
    failure.kind = NetFailure::Kind::NotTheStore;
    failure.status = outcome->status;
    failure.detail = u"the answer is not what the API promises"_s;
    return tl::unexpected(failure);
}

} // namespace

FetchOrdersHash::FetchOrdersHash(const Transport &transport, const QDateTime &fromUtc,
                                 const std::optional<QDateTime> &beforeUtc, QObject *parent)
    : QObject(parent)
    , m_call(transport, "GET", requestFor(transport, fromUtc, beforeUtc), {}, nullptr)
{
    connect(&m_call, &HttpCall::finished, this,
            [this](const NetResult<HttpAnswer> &outcome) { emit finished(hashFrom(outcome)); });
}

} // namespace mc
