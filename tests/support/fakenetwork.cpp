// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakenetwork.h"

#include <QTimer>

#include <algorithm>
#include <cstring>

namespace mc::test {
namespace {

class FakeReply final : public QNetworkReply
{
public:
    FakeReply(const QNetworkRequest &request, const Script &script, QObject *parent)
        : QNetworkReply(parent)
        , m_body(script.body)
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly);
        if (script.isSilent)
            return;
        if (script.status != 0) {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, script.status);
            setRawHeader("Content-Type", script.contentType);
        }
        if (script.transportError != NoError)
            setError(script.transportError, QStringLiteral("scripted transport error"));
        else if (script.status >= 400)
            setError(script.status >= 500 ? InternalServerError : ContentAccessDenied,
                     QStringLiteral("scripted status"));
        if (script.staysOpen)
            QTimer::singleShot(0, this, [this] { emit readyRead(); });
        else
            QTimer::singleShot(0, this, [this] { finishOnce(); });
    }

    void abort() override
    {
        setError(OperationCanceledError, QStringLiteral("aborted"));
        finishOnce();
    }
    [[nodiscard]] bool canReadLine() const override
    {
        return m_body.indexOf('\n', m_offset) >= 0 || QNetworkReply::canReadLine();
    }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_body.size() - m_offset + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 n = std::min(maxSize, static_cast<qint64>(m_body.size()) - m_offset);
        std::memcpy(data, m_body.constData() + m_offset, static_cast<size_t>(n));
        m_offset += n;
        return n;
    }

private:
    void finishOnce()
    {
        if (isFinished())
            return;
        setFinished(true);
        emit readyRead();
        emit finished();
    }

    const QByteArray m_body;
    qint64 m_offset = 0;
};

} // namespace

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *outgoing)
{
    Q_UNUSED(operation)
    m_sent.append({request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray(),
                   request.url().path(QUrl::FullyEncoded), request.rawHeader("Idempotency-Key"),
                   outgoing != nullptr ? outgoing->readAll() : QByteArray(),
                   request.rawHeader("Authorization"), request.rawHeader("Accept-Language"),
                   request.url().query(QUrl::FullyEncoded)});
    if (m_answer)
        return new FakeReply(request, m_answer(m_sent.constLast()), this);
    if (m_scripts.isEmpty()) {
        ++m_unexpected;
        return new FakeReply(request, Script::offline(), this);
    }
    return new FakeReply(request, m_scripts.takeFirst(), this);
}

} // namespace mc::test
