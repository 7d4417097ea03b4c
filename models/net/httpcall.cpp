// SPDX-License-Identifier: Apache-2.0
#include "net/httpcall.h"

#include <QLoggingCategory>
#include <QNetworkReply>

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcHttp, "mc.net.http", QtWarningMsg)
constexpr qint64 MostBytes = 64LL * 1024 * 1024;

} // namespace

HttpCall::HttpCall(const Transport &transport, QByteArray verb, const QNetworkRequest &request,
                   QByteArray body, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_verb(std::move(verb))
    , m_request(request)
    , m_body(std::move(body))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &HttpCall::onTimeout);
}

HttpCall::~HttpCall()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void HttpCall::start()
{
    Q_ASSERT_X(!m_reply, "HttpCall::start", "a call is started once");
    if (!Transport::isAllowed(m_request.url())) {
        NetFailure insecure;
        insecure.kind = NetFailure::Kind::Insecure;
        QMetaObject::invokeMethod(
            this, [this, insecure] { emit finished(tl::unexpected(insecure)); }, Qt::QueuedConnection);
        return;
    }
    m_reply = m_transport.send(m_verb, m_request, m_body);
    // Queued: some replies finish inside the call that makes them.
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::onFinished, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::downloadProgress, this, &HttpCall::onTooMuch);
    m_limit.start(m_transport.timeouts().total);
}

void HttpCall::onTooMuch()
{
    if (m_reply && m_reply->bytesAvailable() > MostBytes)
        m_reply->abort();
}

void HttpCall::onTimeout()
{
    m_hasTimedOut = true;
    if (m_reply)
        m_reply->abort();
}

void HttpCall::onFinished()
{
    if (!m_reply)
        return;
    m_limit.stop();
    const auto outcome = outcomeOf(*m_reply, m_reply->readAll(), m_hasTimedOut);
    m_reply->deleteLater();
    m_reply.clear();
    // Paths carry ids only; no query, no body, no token reaches the log.
    qCInfo(lcHttp) << m_verb << m_request.url().path()
                   << (outcome ? outcome->status : outcome.error().status);
    emit finished(outcome);
}

} // namespace mc
