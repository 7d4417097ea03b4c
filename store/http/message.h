// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace mc::store {

class Tx;
struct Route;

/// One parsed HTTP request. Header names are lower case. Nothing in it has been trusted yet.
struct Request {
    QByteArray method;
    QString path; ///< Percent-decoded, without the query.
    QByteArray rawPath; ///< As it was sent, so that a %2F does not become a separator.
    const Route *route = nullptr; ///< Set by the router, which owns it. Logs name its pattern, not the path.
    QHash<QString, QString> parameters; ///< From the route's pattern: {id} → "…".
    QList<std::pair<QString, QString>> query; ///< Decoded, in order.
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString clientAddress; ///< Behind a trusted proxy: the address that the proxy names.
    bool isSecure = false; ///< TLS here or, by a trusted proxy, there.
    QString id; ///< For the log and the X-Request-Id header.

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< The first one; empty when missing.
    [[nodiscard]] int headerCount(QByteArrayView name) const;
    [[nodiscard]] QString queryValue(QStringView name) const; ///< The first one; empty when missing.
    [[nodiscard]] QString cookie(QByteArrayView name) const;
};

/// Produces the next piece of a streamed body on a database reader thread; nullopt ends it. Every call has a
/// read transaction of its own, so that none is open while a slow client is being written to.
using BodySource = std::function<std::optional<QByteArray>(Tx &)>;

/// Endless stream of server-sent events; the listener feeds it from the hub.
struct EventStream {
    QString storeId;
    QString onlyOrder; ///< Customer's page: only changes of this order wake it. Empty: all.
    /// A page that stays open until its outcome, without a script: the listener sends `Response::body` at
    /// once as the first piece, then runs this in a read transaction each time the store's feed has moved
    /// (and with each heartbeat). What it returns is sent as it is and ends the answer; nullopt: not yet. The
    /// answer ends without it after the stream's lifetime. Empty: server-sent events.
    std::function<std::optional<QByteArray>(Tx &tx)> lastPiece;
};

struct Response {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>>
        headers; ///< Content-Type included; security headers are added later.
    QByteArray body;
    BodySource source; ///< If set, the body is streamed (chunked, gzip when the client takes it).
    std::optional<EventStream> events;

    void setHeader(const QByteArray &name, const QByteArray &value); ///< Replaces.
    void addHeader(const QByteArray &name, const QByteArray &value); ///< Appends, for Set-Cookie.
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< The first one; empty when missing.
};

/// RFC 9457. `type` is the last part of the problem's URI, for example "order-not-cancellable".
/// `extra` adds members, for example {"obstacle": "shipped"}.
[[nodiscard]] Response problem(int status, const QByteArray &type, const QString &title,
                               const QString &detail = {}, const QJsonObject &extra = {});
[[nodiscard]] Response json(int status, const QByteArray &body);
[[nodiscard]] Response html(int status, const QByteArray &body);
[[nodiscard]] Response redirect(const QByteArray &location); ///< 303
/// "Not Found"; "Error" for a status that is not known.
[[nodiscard]] QByteArrayView reasonPhrase(int status);
/// Adds what every answer carries and a handler has not set itself: CSP, nosniff, Referrer-Policy, COOP,
/// HSTS on a secure connection, Cache-Control.
void addSecurityHeaders(Response &response, bool isSecure);
/// Decodes %XX; nullopt for a broken escape or bytes that are not UTF-8.
[[nodiscard]] std::optional<QString> percentDecoded(QByteArrayView text, bool plusIsSpace = false);
/// "a=1&b=2"; nullopt when a part cannot be decoded. Also for forms.
[[nodiscard]] std::optional<QList<std::pair<QString, QString>>> parseQuery(QByteArrayView text);

} // namespace mc::store
