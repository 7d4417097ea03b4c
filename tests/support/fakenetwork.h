// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <functional>

namespace mc::test {

/// A scripted answer: status and body, or a transport error, or silence.
struct Script {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QNetworkReply::NetworkError transportError = QNetworkReply::NoError;
    bool isSilent = false;
    bool staysOpen = false; ///< Says what it has and never ends, as an event stream.

    static Script json(int status, QByteArray body) { return {status, std::move(body)}; }
    static Script problem(int status, QByteArray body)
    {
        return {status, std::move(body), "application/problem+json"};
    }
    static Script html(int status) { return {status, "<html>Sign in to the airport</html>", "text/html"}; }
    static Script offline() { return {0, {}, {}, QNetworkReply::HostNotFoundError}; }
    static Script reset() { return {0, {}, {}, QNetworkReply::RemoteHostClosedError}; }
    static Script silence() { return {0, {}, {}, QNetworkReply::NoError, true}; }
    static Script stream()
    {
        return {200, "retry: 3000\n\n", "text/event-stream", QNetworkReply::NoError, false, true};
    }
};

struct SentRequest {
    QByteArray verb;
    QString path;
    QByteArray key; ///< Idempotency-Key
    QByteArray body;
    QByteArray token; ///< Authorization
    QByteArray language; ///< Accept-Language
    QString query; ///< Without its "?".
};

/// Answers each request from a script, in order, and records what was sent. Never opens a socket. A request
/// without a script is answered as offline and counted as unexpected().
class FakeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT
public:
    using QNetworkAccessManager::QNetworkAccessManager;

    void enqueue(const Script &script) { m_scripts.append(script); }
    /// Instead of a script: an answer for each request.
    void answerBy(std::function<Script(const SentRequest &)> answer) { m_answer = std::move(answer); }
    [[nodiscard]] const QList<SentRequest> &sent() const { return m_sent; }
    [[nodiscard]] int unexpected() const { return m_unexpected; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    QList<Script> m_scripts;
    std::function<Script(const SentRequest &)> m_answer;
    QList<SentRequest> m_sent;
    int m_unexpected = 0;
};

} // namespace mc::test
