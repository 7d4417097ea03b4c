// SPDX-License-Identifier: Apache-2.0
#include "store/http/listener.h"

#include "store/http/listenershared.h"

#include <QLoggingCategory>

#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <mutex>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

namespace mc::store {
namespace {

Q_LOGGING_CATEGORY(lcListener, "mc.store.listener")

QString messageOf(const ErrorCode &error)
{
    return QString::fromLocal8Bit(error.message().c_str());
}

tl::expected<void, QString> loadTls(Listener::Shared &shared)
{
    if (shared.config.tlsCertificateFile.isEmpty())
        return {};
    auto &tls = shared.tls.emplace(asio::ssl::context::tls_server);
    ErrorCode error;
    tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2
                        | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1
                        | asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression,
                    error);
    tls.use_certificate_chain_file(shared.config.tlsCertificateFile.toLocal8Bit().toStdString(), error);
    if (error)
        return tl::unexpected(u"The certificate in %1 cannot be used: %2."_s.arg(
            shared.config.tlsCertificateFile, messageOf(error)));
    tls.use_private_key_file(shared.config.tlsKeyFile.toLocal8Bit().toStdString(), asio::ssl::context::pem,
                             error);
    if (error)
        return tl::unexpected(
            u"The key in %1 cannot be used: %2."_s.arg(shared.config.tlsKeyFile, messageOf(error)));
    return {};
}

tl::expected<void, QString> bind(Listener::Shared &shared)
{
    const auto failed = [&](const ErrorCode &error) {
        return tl::unexpected(u"Cannot listen on %1:%2: %3."_s.arg(
            shared.config.address, QString::number(shared.config.port), messageOf(error)));
    };
    ErrorCode error;
    const auto address = asio::ip::make_address(shared.config.address.toStdString(), error);
    if (error)
        return failed(error);
    const tcp::endpoint endpoint(address, shared.config.port);
    auto acceptor = std::make_unique<tcp::acceptor>(shared.loops.front()->context);
    acceptor->open(endpoint.protocol(), error);
#ifdef Q_OS_UNIX
    if (!error) // on Windows this option would let two servers share the port
        acceptor->set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error)
        acceptor->bind(endpoint, error);
    if (!error)
        acceptor->listen(4096, error);
    if (error)
        return failed(error);
    shared.port = acceptor->local_endpoint(error).port();
    shared.acceptor = std::move(acceptor);
    return {};
}

void acceptNext(const SharedListener &shared);

void acceptAgainSoon(const SharedListener &shared)
{
    auto timer = std::make_shared<asio::steady_timer>(shared->loops.front()->context);
    timer->expires_after(std::chrono::milliseconds(100));
    timer->async_wait([shared, timer](const ErrorCode &error) {
        if (!error && !shared->isDraining)
            acceptNext(shared);
    });
}

/// More connections than allowed: a short word without reading anything, so that it costs nothing.
void turnAway(tcp::socket socket)
{
    static constexpr char Busy[] =
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nContent-Length: 69\r\n"
        "Retry-After: 5\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: "
        "nosniff\r\n"
        "Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\n\r\n"
        "{\"type\":\"/problems/busy\",\"title\":\"Too many connections\",\"status\":503}";
    ErrorCode ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(Busy, sizeof(Busy) - 1), ignored);
}

/// Whoever keeps silent the longest gives way: else a few who connect and say nothing would keep all others
/// out. False: nobody in this loop is idle.
bool makeRoom(IoLoop &loop)
{
    LoopMember *longest = nullptr;
    std::chrono::steady_clock::time_point since;
    for (LoopMember *member : loop.members) {
        const auto idle = member->idleSince();
        if (idle && (longest == nullptr || *idle < since)) {
            longest = member;
            since = *idle;
        }
    }
    if (longest != nullptr)
        longest->makeRoom();
    return longest != nullptr;
}

/// In the loop's thread, where its connections can be looked at.
void begin(const SharedListener &shared, IoLoop &loop, tcp::socket socket)
{
    const bool isFull = shared->connections > shared->config.maxConnections;
    if (!isFull || makeRoom(loop)) {
        serveConnection(shared, loop, std::move(socket));
        return;
    }
    --shared->connections;
    if (!shared->tls)
        turnAway(std::move(socket));
}

void take(const SharedListener &shared, IoLoop &loop, tcp::socket socket)
{
    ErrorCode ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    ++shared->connections;
    auto held = std::make_shared<tcp::socket>(std::move(socket));
    asio::post(loop.context, [shared, &loop, held] { begin(shared, loop, std::move(*held)); });
}

void acceptNext(const SharedListener &shared)
{
    IoLoop &loop = *shared->loops.at(shared->nextLoop++ % shared->loops.size());
    shared->acceptor->async_accept(loop.context, [shared, &loop](const ErrorCode &error, tcp::socket socket) {
        if (shared->isDraining || error == asio::error::operation_aborted)
            return;
        if (error) { // no more file descriptors, for example: others must end first
            qCWarning(lcListener, "accept: %s", error.message().c_str());
            acceptAgainSoon(shared);
            return;
        }
        take(shared, loop, std::move(socket));
        acceptNext(shared);
    });
}

/// One timer a loop instead of one a connection: re-arming a timer for each request costs more than
/// looking at every connection twice a second.
void sweep(const SharedListener &shared, IoLoop &loop, const std::shared_ptr<asio::steady_timer> &timer)
{
    timer->expires_after(std::chrono::milliseconds(500));
    timer->async_wait([shared, &loop, timer](const ErrorCode &error) {
        if (error)
            return;
        const auto now = std::chrono::steady_clock::now();
        for (LoopMember *member : loop.members)
            member->expire(now);
        sweep(shared, loop, timer);
    });
}

} // namespace

tl::expected<std::unique_ptr<Listener>, QString> Listener::open(const ListenerConfig &config)
{
    auto shared = std::make_shared<Shared>(config);
    for (int i = 0; i < std::max(1, config.threads); ++i)
        shared->loops.push_back(std::make_unique<IoLoop>());
    if (const auto loaded = loadTls(*shared); !loaded)
        return tl::unexpected(loaded.error());
    if (const auto bound = bind(*shared); !bound)
        return tl::unexpected(bound.error());
    return std::unique_ptr<Listener>(new Listener(std::move(shared)));
}

void Listener::run(RequestHandler &handler, EventHub &hub)
{
    m_shared->handler = &handler;
    m_shared->hub = &hub;
    acceptNext(m_shared);
    for (auto &loop : m_shared->loops) {
        sweep(m_shared, *loop, std::make_shared<asio::steady_timer>(loop->context));
        loop->thread = std::thread([&context = loop->context] {
            const auto guard = asio::make_work_guard(context);
            context.run();
        });
    }
}

Listener::Listener(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

Listener::~Listener()
{
    stop();
}

quint16 Listener::port() const
{
    return m_shared->port;
}

int Listener::connectionCount() const
{
    return m_shared->connections;
}

void Listener::stop()
{
    if (m_shared->isDraining.exchange(true))
        return;
    asio::post(m_shared->loops.front()->context, [shared = m_shared] {
        ErrorCode ignored;
        shared->acceptor->close(ignored);
    });
    for (auto &loop : m_shared->loops) {
        asio::post(loop->context, [loop = loop.get()] {
            for (LoopMember *member : loop->members)
                member->drain();
        });
    }
    const auto end = std::chrono::steady_clock::now() + m_shared->config.drainTimeout;
    while (m_shared->connections > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    for (auto &loop : m_shared->loops)
        loop->context.stop();
    for (auto &loop : m_shared->loops) {
        if (loop->thread.joinable())
            loop->thread.join();
    }
    {
        const std::unique_lock lock(m_shared->gate);
        m_shared->isOpen = false;
    }
    m_shared->acceptor.reset();
    m_shared->loops.clear(); // ends what did not end in time
}

void raiseOpenFileLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65'536);
        setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

} // namespace mc::store
