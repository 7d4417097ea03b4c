// SPDX-License-Identifier: Apache-2.0
// Private to store/http: what connection.cpp (requests) and connectionanswer.cpp (answers) share.
#pragma once

#include "domain/plantedbug.h"
#include "store/http/listenershared.h"
#include "store/http/wire.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>

namespace mc::store {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<tcp::socket>;
using ErrorCode = boost::system::error_code;
using Clock = std::chrono::steady_clock;

using Piece = std::optional<QByteArray>;

/// Carries one value from any thread into a coroutine. Owned by the coroutine; a late value finds nobody.
template <typename Value>
struct Mailbox {
    explicit Mailbox(const asio::any_io_executor &executor)
        : wake(executor, Clock::time_point::max())
    {
    }
    std::optional<Value> value;
    asio::steady_timer wake;
};

template <typename Value>
void deliver(const SharedListener &shared, IoLoop *loop, const std::weak_ptr<Mailbox<Value>> &box,
             Value value)
{
    const std::shared_lock lock(shared->gate);
    if (!shared->isOpen)
        return;
    // At once where the answer was made in the loop's own thread.
    asio::dispatch(loop->context, [box, value = std::move(value)]() mutable {
        if (const auto held = box.lock()) {
            held->value = std::move(value);
            held->wake.cancel();
        }
    });
}

/// What an event stream waits for. Touched in its loop's thread only.
struct EventWait {
    explicit EventWait(const asio::any_io_executor &executor)
        : timer(executor)
    {
    }
    asio::steady_timer timer;
    bool isDirty = false;
    bool isWatched = false;
};

struct ParseFailure {
    int status = 400;
    QByteArray type = "bad-request";
    QString title = QStringLiteral("The request cannot be understood");
};

constexpr std::size_t ConnectionBuffer = 96 * 1024; ///< Header, and what is read ahead of a body.

/**
 * One connection: requests one after the other, each answered before the next is looked at.
 *
 * Lives in its loop's thread; owned by the coroutine that runs it. No operation has a timer of its own:
 * m_deadline is checked by the loop's sweep, which cancels the socket's operations.
 */
template <typename Stream>
class Connection final : public LoopMember
{
public:
    using Parser = http::request_parser<http::string_body>;

    Connection(SharedListener shared, IoLoop &loop, Stream stream)
        : m_shared(std::move(shared))
        , m_loop(loop)
        , m_stream(std::move(stream))
    {
        ErrorCode ignored;
        const tcp::endpoint peer = m_stream.lowest_layer().remote_endpoint(ignored);
        m_peer = QString::fromStdString(peer.address().to_string());
        m_loop.members.insert(this);
    }
    ~Connection() override
    {
        m_loop.members.erase(this);
        releaseBody();
        --m_shared->connections;
    }
    Q_DISABLE_COPY_MOVE(Connection)

    void drain() override
    {
        m_isDraining = true;
        if (m_isIdle)
            cancel();
        if (m_events)
            m_events->timer.cancel();
    }
    [[nodiscard]] std::optional<Clock::time_point> idleSince() const override
    {
        return m_isIdle && !m_isDraining ? std::optional(m_idleSince) : std::nullopt;
    }
    void makeRoom() override
    {
        m_isDraining = true;
        m_isGone = true; // no long goodbyes: somebody else is waiting
        cancel();
    }
    void expire(Clock::time_point now) override
    {
        if (now >= m_deadline)
            cancel();
    }

    // The three steps of a connection's life.
    asio::awaitable<bool> handshake();
    asio::awaitable<bool> serveOne();
    asio::awaitable<void> close();

private:
    void cancel()
    {
        ErrorCode ignored;
        m_deadline = Clock::time_point::max();
        m_stream.lowest_layer().cancel(ignored);
    }
    void allow(std::chrono::milliseconds time)
    {
        if (!bugPlanted("limits-off")) [[likely]]
            m_deadline = Clock::now() + time;
    }
    void releaseBody() { m_shared->bodyBytes -= std::exchange(m_bodyBytes, 0); }
    void allowForever() { m_deadline = Clock::time_point::max(); }

    // Coroutines only wait; what they need and what they make is in members, and all else is done by plain
    // functions. (g++ 12 mishandles temporaries and conditional
    // operators around co_await.)
    asio::awaitable<bool> readHead(Parser &parser);
    asio::awaitable<bool> readBody(Parser &parser);
    asio::awaitable<void> answer();
    asio::awaitable<bool> write();
    asio::awaitable<bool> send();
    asio::awaitable<bool> stream();
    asio::awaitable<void> fetchPiece();
    asio::awaitable<bool> feedEvents();
    asio::awaitable<bool> nextEvent();
    asio::awaitable<void> watchForEnd(std::shared_ptr<EventWait> wait);

    void begin(Parser &parser);
    [[nodiscard]] Request requestOf(const Parser &parser) const;
    [[nodiscard]] bool isAdmitted(const Parser &parser);
    [[nodiscard]] bool isBodyAllowed(const Parser &parser);
    [[nodiscard]] static bool hasBody(const Parser &parser)
    {
        return parser.chunked() || parser.content_length().value_or(0) > 0;
    }
    [[nodiscard]] bool isStreamed() const { return m_response.source || m_response.events; }
    void takeBody(Parser &parser);
    void refuse(const ParseFailure &failure);
    void hand(const std::shared_ptr<Mailbox<Response>> &box);
    void askForPiece(const std::shared_ptr<Mailbox<Piece>> &box);
    void prepareHead();
    void frame(const QByteArray &piece);
    [[nodiscard]] bool frameNextPiece();
    [[nodiscard]] EventHub::Subscription subscribe();

    const SharedListener m_shared;
    IoLoop &m_loop;
    Stream m_stream;
    beast::flat_buffer m_buffer{ConnectionBuffer};
    QString m_peer;
    Clock::time_point m_deadline = Clock::time_point::max();
    Request m_request; ///< The one being served, as far as it is known.
    Response m_response; ///< Its answer.
    QByteArray m_out; ///< What send() sends.
    Piece m_piece;
    Framing m_framing = Framing::Length;
    qint64 m_bodyLimit = 0;
    Clock::time_point m_began;
    Clock::time_point m_idleSince;
    qint64 m_written = 0;
    qint64 m_bodyBytes = 0; ///< Its share of Shared::bodyBytes.
    bool m_isHttp10 = false;
    bool m_isKeptAlive = true;
    bool m_isIdle = false;
    bool m_isDraining = false;
    bool m_isGone = false; ///< The other side has left; nothing to close politely.
    std::shared_ptr<EventWait> m_events; ///< Wakes an event stream; unset otherwise.
};

} // namespace mc::store
