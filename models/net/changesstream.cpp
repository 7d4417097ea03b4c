// SPDX-License-Identifier: Apache-2.0
#include "net/changesstream.h"

#include "domain/plantedbug.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr qint64 LongestEventLine = 16LL * 1024;

} // namespace

ChangesStream::ChangesStream(const Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

ChangesStream::~ChangesStream()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void ChangesStream::start()
{
    QNetworkRequest request = m_transport.request("/v1/changes/stream");
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Accept-Encoding", "identity"); // a hint must not wait in a compressor
    request.setTransferTimeout(static_cast<int>(m_transport.timeouts().streamIdle.count()));
    m_reply = m_transport.send("GET", request, {});
    connect(m_reply, &QNetworkReply::readyRead, this, &ChangesStream::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &ChangesStream::onFinished, Qt::QueuedConnection);
}

void ChangesStream::onReadyRead()
{
    const bool isStream = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200
        && m_reply->rawHeader("Content-Type").startsWith("text/event-stream");
    if (!isStream)
        return;
    if (!m_isOpen) {
        m_isOpen = true;
        emit opened();
    }
    emit heard();
    while (m_reply && m_reply->canReadLine())
        takeLine(m_reply->readLine(LongestEventLine).trimmed());
    if (m_reply && m_reply->bytesAvailable() > LongestEventLine)
        m_reply->abort();
}

void ChangesStream::takeLine(const QByteArray &line)
{
    if (line.startsWith("event:")) {
        m_event = line.mid(6).trimmed();
        if (bugPlanted("overflow-sse")) [[unlikely]]
            plantedOverflow(m_event.toStdString());
    } else if (line.isEmpty()) {
        const bool isChange = m_event == "change";
        m_event.clear();
        if (isChange)
            emit changed();
    }
}

void ChangesStream::onFinished()
{
    if (!m_reply)
        return;
    const auto outcome = outcomeOf(*m_reply, m_isOpen ? QByteArray() : m_reply->readAll(), false);
    m_reply->deleteLater();
    m_reply.clear();
    NetFailure ended; // an ordinary end: the store restarts, or a proxy cut an old connection
    ended.kind = m_isOpen ? NetFailure::Kind::Offline : NetFailure::Kind::NotTheStore;
    emit closed(outcome ? ended : outcome.error());
}

} // namespace mc
