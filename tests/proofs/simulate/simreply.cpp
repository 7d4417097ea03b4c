// SPDX-License-Identifier: Apache-2.0
#include "simreply.h"

#include <cstring>

namespace mc::sim {

SimReply::SimReply(const QNetworkRequest &request, SimClock &clock, QObject *parent)
    : QNetworkReply(parent)
    , m_clock(clock)
    , m_exchange(std::make_shared<Exchange>())
{
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_exchange->head = [this](int status, const Headers &headers) { takeHead(status, headers); };
    m_exchange->bytes = [this](const QByteArray &bytes) { takeBytes(bytes); };
    m_exchange->end = [this] { finishWith(NoError); };
    m_exchange->broken = [this](NetworkError error) { finishWith(error); };
    restartLimit();
}

SimReply::~SimReply()
{
    m_exchange->isGone = true;
    m_clock.cancel(m_limit);
}

void SimReply::restartLimit()
{
    m_clock.cancel(m_limit);
    if (request().transferTimeout() > 0)
        m_limit = m_clock.after(Millis(request().transferTimeout()), [this] { abort(); });
}

void SimReply::takeHead(int status, const Headers &headers)
{
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    for (const auto &[name, value] : headers)
        setRawHeader(name, value);
    restartLimit();
    emit metaDataChanged();
}

void SimReply::takeBytes(const QByteArray &bytes)
{
    m_body += bytes;
    restartLimit();
    emit readyRead();
}

void SimReply::finishWith(NetworkError error)
{
    if (isFinished())
        return;
    m_exchange->isGone = true;
    m_clock.cancel(m_limit);
    const int status = attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (error != NoError)
        setError(error, QStringLiteral("simulated"));
    else if (status >= 400)
        setError(status >= 500 ? InternalServerError : ContentAccessDenied, QStringLiteral("status"));
    setFinished(true);
    emit finished();
}

void SimReply::abort()
{
    finishWith(OperationCanceledError);
}

qint64 SimReply::bytesAvailable() const
{
    return m_body.size() - m_offset + QIODevice::bytesAvailable();
}

bool SimReply::canReadLine() const
{
    return m_body.indexOf('\n', m_offset) >= 0 || QIODevice::canReadLine();
}

qint64 SimReply::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_body.size() - m_offset);
    std::memcpy(data, m_body.constData() + m_offset, static_cast<std::size_t>(count));
    m_offset += count;
    return count;
}

SimNetwork::SimNetwork(SimClock &clock, Wire &wire)
    : m_clock(clock)
    , m_wire(wire)
{
}

QNetworkReply *SimNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                         QIODevice *outgoing)
{
    Q_UNUSED(operation)
    const QByteArray verb = request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    const QByteArray path = request.url().path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = request.url().query(QUrl::FullyEncoded).toLatin1();
    Headers headers;
    for (const QByteArray &name : request.rawHeaderList())
        headers.append({name.toLower(), request.rawHeader(name)});
    auto *reply = new SimReply(request, m_clock, this);
    if (!mayGo || mayGo(verb, path, request.rawHeader("Idempotency-Key"))) {
        const QByteArray target = query.isEmpty() ? path : path + '?' + query;
        m_wire.send(
            requestOf(verb, target, headers, outgoing != nullptr ? outgoing->readAll() : QByteArray()),
            reply->exchange());
    }
    return reply;
}

} // namespace mc::sim
