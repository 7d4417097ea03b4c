// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/cidr.h"
#include "store/http/eventhub.h"
#include "store/http/requesthandler.h"

#include <QString>

#include <chrono>
#include <memory>
#include <tl/expected.hpp>

namespace mc::store {

struct ListenerConfig {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0: a free one.
    QString tlsCertificateFile; ///< PEM chain; empty: plain HTTP.
    QString tlsKeyFile;
    TrustedProxies trustedProxies;
    int threads = 1;
    int maxConnections = 10'000;
    qint64 headerLimit = 16 * 1024;
    /// What bodies above 16 KiB may announce together: they are what memory is spent on, before anybody has
    /// signed in.
    qint64 maxBodyBytes = 256LL * 1024 * 1024;
    std::chrono::milliseconds headerTimeout{
        5'000}; ///< From its first byte to its last; also a TLS handshake.
    std::chrono::milliseconds bodyTimeout{60'000};
    std::chrono::milliseconds idleTimeout{75'000}; ///< Between requests.
    std::chrono::milliseconds writeTimeout{30'000}; ///< For each piece of an answer.
    std::chrono::milliseconds heartbeat{15'000}; ///< Comment on an event stream.
    std::chrono::milliseconds streamLifetime{900'000}; ///< An event stream ends, so that it signs in again.
    std::chrono::milliseconds drainTimeout{10'000};
};

/**
 * The HTTP/1.1 server: Boost.Asio and Beast in I/O threads of its own, TLS by asio::ssl.
 *
 * Reads and limits requests, refuses what is ambiguous (two lengths, no or two hosts, unknown transfer
 * codings), answers in order, streams with back-pressure, feeds event streams. It knows no routes and no
 * database. Each connection lives in one I/O thread.
 */
class Listener final
{
public:
    /// Binds, so that the port is known; nobody is served before run(). The error is a sentence for people.
    [[nodiscard]] static tl::expected<std::unique_ptr<Listener>, QString> open(const ListenerConfig &config);
    /// Serves from now on. Once only; both are not owned and outlive stop().
    void run(RequestHandler &handler, EventHub &hub);
    ~Listener(); ///< stop()
    Q_DISABLE_COPY_MOVE(Listener)

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] int connectionCount() const;
    /// No new connections; open requests are answered (for at most drainTimeout), idle ones are closed.
    void stop();

    struct Shared; ///< For the implementation only.

private:
    explicit Listener(std::shared_ptr<Shared> shared);
    std::shared_ptr<Shared> m_shared; ///< Also held by replies that come later than stop().
};

/// Lets the process have as many open files as the system allows; a connection is one.
void raiseOpenFileLimit();

} // namespace mc::store
