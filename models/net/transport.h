// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/netfailure.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QString>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace mc {

struct NetTimeouts {
    std::chrono::milliseconds idle{15'000}; ///< No byte for so long: given up.
    std::chrono::milliseconds total{30'000}; ///< A plain request from start to end.
    std::chrono::milliseconds streamIdle{25'000}; ///< The event stream says something every 15 s.
};

/**
 * How this console talks to one store: base address, token, time limits, and what is never done: redirects,
 * cookies, ignoring TLS errors, http:// to another computer.
 *
 * Lives in the thread of its QNetworkAccessManager, which is not owned and outlives it.
 */
class Transport final
{
public:
    Transport(QNetworkAccessManager &network, QUrl store, NetTimeouts timeouts = {});
    Q_DISABLE_COPY_MOVE(Transport)

    void setToken(const QByteArray &token) { m_token = token; }
    /// BCP 47, as Accept-Language of every request: what the store words for people comes in it.
    void setLanguage(const QString &language) { m_language = language.toLatin1(); }
    [[nodiscard]] bool hasToken() const { return !m_token.isEmpty(); }
    [[nodiscard]] const QUrl &store() const { return m_store; }
    [[nodiscard]] const NetTimeouts &timeouts() const { return m_timeouts; }

    /// https, or http on this computer.
    [[nodiscard]] static bool isAllowed(const QUrl &store);

    /// `path` as in the API's description, with its query, percent-encoded.
    [[nodiscard]] QNetworkRequest request(const QByteArray &path) const;
    [[nodiscard]] QNetworkReply *send(const QByteArray &verb, const QNetworkRequest &request,
                                      const QByteArray &body) const;

private:
    QNetworkAccessManager &m_network;
    QUrl m_store;
    NetTimeouts m_timeouts;
    QByteArray m_token;
    QByteArray m_language;
};

/// What the end of a reply means. `body` is what was read of it.
[[nodiscard]] NetResult<HttpAnswer> outcomeOf(const QNetworkReply &reply, const QByteArray &body,
                                              bool hasTimedOut);
/// An id as a part of a path.
[[nodiscard]] QByteArray pathPart(const QString &id);

} // namespace mc
