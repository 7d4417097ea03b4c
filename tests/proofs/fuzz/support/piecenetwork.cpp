// SPDX-License-Identifier: Apache-2.0
#include "piecenetwork.h"

#include "fuzzing.h"

#include <algorithm>
#include <cstring>

namespace mc::fuzz {

Answer answerFrom(QByteArray input)
{
    const QByteArrayList words = takeLine(input).split(' ');
    const auto word = [&words](qsizetype i) { return words.value(i) == "-" ? QByteArray() : words.value(i); };
    Answer answer;
    answer.status = std::clamp(word(0).toInt(), 0, 999);
    answer.contentType = word(1);
    answer.retryAfter = word(2);
    answer.error = QNetworkReply::NetworkError(std::clamp(word(3).toInt(), 0, 499));
    answer.pieceSize = std::clamp(word(4).toInt(), 0, 4096);
    answer.body = input;
    return answer;
}

PieceReply::PieceReply(const QNetworkRequest &request, const Answer &answer, QObject *parent)
    : QNetworkReply(parent)
    , m_answer(answer)
{
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly);
    if (answer.status != 0) {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
        setRawHeader("Content-Type", answer.contentType);
        if (!answer.retryAfter.isEmpty())
            setRawHeader("Retry-After", answer.retryAfter);
    }
}

void PieceReply::arrive()
{
    while (!isFinished() && m_arrived < m_answer.body.size()) {
        const qsizetype size = m_answer.pieceSize > 0 ? m_answer.pieceSize : m_answer.body.size();
        m_arrived = std::min(m_arrived + size, m_answer.body.size());
        emit readyRead();
        if (!isFinished())
            emit downloadProgress(m_arrived, m_answer.body.size());
    }
    if (m_answer.error != NoError)
        setError(m_answer.error, QStringLiteral("scripted"));
    else if (m_answer.status >= 400)
        setError(ContentAccessDenied, QStringLiteral("scripted status"));
    finishOnce();
}

void PieceReply::abort()
{
    setError(OperationCanceledError, QStringLiteral("aborted"));
    finishOnce();
}

qint64 PieceReply::bytesAvailable() const
{
    return m_arrived - m_read + QNetworkReply::bytesAvailable();
}

bool PieceReply::canReadLine() const
{
    return QByteArrayView(m_answer.body).sliced(m_read, m_arrived - m_read).contains('\n')
        || QNetworkReply::canReadLine();
}

qint64 PieceReply::readData(char *data, qint64 most)
{
    const qint64 size = std::min<qint64>(most, m_arrived - m_read);
    std::memcpy(data, m_answer.body.constData() + m_read, size_t(size));
    m_read += size;
    return size;
}

void PieceReply::finishOnce()
{
    if (isFinished())
        return;
    setFinished(true);
    emit finished();
}

QNetworkReply *PieceNetwork::createRequest(Operation, const QNetworkRequest &request, QIODevice *)
{
    return new PieceReply(request, m_answer, this);
}

void PieceNetwork::deliver()
{
    for (bool isMore = true; isMore;) {
        isMore = false;
        for (PieceReply *reply : findChildren<PieceReply *>()) {
            if (reply->isFinished())
                continue;
            reply->arrive();
            isMore = true;
        }
        settle(); // whoever got its answer may ask for more
    }
}

PieceNetwork &theNetwork()
{
    static PieceNetwork network;
    return network;
}

} // namespace mc::fuzz
