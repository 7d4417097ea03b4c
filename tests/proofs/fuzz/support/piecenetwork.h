// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace mc::fuzz {

/// An answer as a network would bring it: head, then the body in pieces, then the end.
struct Answer {
    int status = 200; ///< 0: the store was not reached.
    QByteArray contentType;
    QByteArray retryAfter;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    qsizetype pieceSize = 0; ///< 0: all at once.
};

/// "200 application/json 5 12 7": status, content type, Retry-After, QNetworkReply::NetworkError and size of
/// the pieces, then the body. "-" or nothing leaves one out.
[[nodiscard]] Answer answerFrom(QByteArray input);

class PieceReply final : public QNetworkReply
{
    Q_OBJECT
public:
    PieceReply(const QNetworkRequest &request, const Answer &answer, QObject *parent);
    /// Lets all pieces and the end arrive, unless the reader gives up before.
    void arrive();
    void abort() override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool canReadLine() const override;
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override;

private:
    void finishOnce();

    const Answer m_answer;
    qsizetype m_arrived = 0;
    qsizetype m_read = 0;
};

/// Answers every request with the same answer; deliver() lets it arrive, also for requests that follow.
class PieceNetwork final : public QNetworkAccessManager
{
    Q_OBJECT
public:
    void setAnswer(const Answer &answer) { m_answer = answer; }
    void deliver();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    Answer m_answer;
};

/// One for all runs: making one takes longer than most runs.
[[nodiscard]] PieceNetwork &theNetwork();

} // namespace mc::fuzz
