// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <memory>
#include <tl/expected.hpp>
#include <utility>

namespace mc::store {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>; ///< Names in lower case when received.

struct HttpAnswer {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const; ///< The last one; may be empty.
};

/**
 * A blocking HTTP client on one libcurl easy handle, which keeps its connection.
 *
 * It trusts nobody: http and https only, certificates checked, no redirect is followed (a password must not
 * travel on), every answer has a limit in size and time. Used by one thread at a time.
 */
class HttpClient final
{
public:
    struct Limits {
        std::chrono::milliseconds total{15'000};
        std::chrono::milliseconds connect{5'000};
        qint64 bodyBytes = 16 * 1024 * 1024; ///< After decompression.
        qint64 headerBytes = 64 * 1024;
    };
    /// Set from any thread to end the call that is running and every later one.
    using StopFlag = std::shared_ptr<const std::atomic<bool>>;

    explicit HttpClient(Limits limits, StopFlag stop = {});
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    enum class Sending : quint8 {
        Repeatable, ///< On the kept connection; libcurl may send it twice when that one turns out to be dead.
        Once ///< On a connection of its own: what changes something must not be done twice in silence.
    };
    /// The error says in words for the log why there is no answer; whether the other side acted is unknown.
    [[nodiscard]] tl::expected<HttpAnswer, QString> post(const QUrl &url, const HttpHeaders &headers,
                                                         const QByteArray &body, Sending sending);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace mc::store
