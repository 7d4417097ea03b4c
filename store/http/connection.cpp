// SPDX-License-Identifier: Apache-2.0
#include "store/http/listenershared.h"
#include "store/http/wire.h"

#include <QRandomGenerator>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<tcp::socket>;
using ErrorCode = boost::system::error_code;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace mc::store {
namespace {

constexpr qint64 LargeBody = 1024 * 1024;
constexpr std::size_t BufferLimit = 96 * 1024; ///< Header, and what is read ahead of a body.

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
    asio::post(loop->context, [box, value = std::move(value)]() mutable {
        if (const auto held = box.lock()) {
            held->value = std::move(value);
            held->wake.cancel();
        }
    });
}

/// Makes sure that a request is answered even when a handler forgets its reply.
class ReplyTicket final
{
public:
    ReplyTicket(SharedListener shared, IoLoop *loop, std::weak_ptr<Mailbox<Response>> box)
        : m_shared(std::move(shared))
        , m_loop(loop)
        , m_box(std::move(box))
    {
    }
    ~ReplyTicket() { send(problem(500, "internal", u"The store could not answer"_s)); }
    Q_DISABLE_COPY_MOVE(ReplyTicket)
    void send(Response response)
    {
        if (!m_isUsed.exchange(true))
            deliver(m_shared, m_loop, m_box, std::move(response));
    }

private:
    const SharedListener m_shared;
    IoLoop *const m_loop; ///< Used only while the listener is open.
    const std::weak_ptr<Mailbox<Response>> m_box;
    std::atomic<bool> m_isUsed = false;
};

QString newRequestId()
{
    return QString::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, u'0');
}

struct ParseFailure {
    int status = 400;
    QByteArray type = "bad-request";
    QString title = u"The request cannot be understood"_s;
};

ParseFailure failureOf(const ErrorCode &error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return {431, "header-too-large", u"The header is too large"_s};
    if (error == http::error::body_limit)
        return {413, "body-too-large", u"The body is too large"_s};
    if (error == http::error::bad_version)
        return {505, "http-version", u"Only HTTP/1.1 and HTTP/1.0 are spoken here"_s};
    if (error == asio::error::operation_aborted)
        return {408, "timeout", u"The request took too long"_s};
    return {};
}

bool isGone(const ErrorCode &error)
{
    return error == http::error::end_of_stream || error == asio::error::eof
        || error == asio::error::connection_reset || error == asio::error::broken_pipe;
}

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
        --m_shared->connections;
    }
    Q_DISABLE_COPY_MOVE(Connection)

    void drain() override
    {
        m_isDraining = true;
        if (m_isIdle)
            cancel();
        if (m_events)
            m_events->cancel();
    }
    void expire(Clock::time_point now) override
    {
        if (now >= m_deadline)
            cancel();
    }

    static asio::awaitable<void> run(std::shared_ptr<Connection> self)
    {
        if (co_await self->handshake()) {
            while (co_await self->serveOne()) { }
        }
        co_await self->close();
    }

private:
    void cancel()
    {
        ErrorCode ignored;
        m_deadline = Clock::time_point::max();
        m_stream.lowest_layer().cancel(ignored);
    }
    void allow(std::chrono::milliseconds time) { m_deadline = Clock::now() + time; }
    void allowForever() { m_deadline = Clock::time_point::max(); }

    asio::awaitable<bool> handshake();
    asio::awaitable<bool> serveOne();
    asio::awaitable<bool> readHead(Parser &parser);
    asio::awaitable<bool> readBody(Parser &parser, qint64 limit);
    Request requestOf(const Parser &parser) const;
    asio::awaitable<bool> refuse(const ParseFailure &failure);
    asio::awaitable<Response> answerOf(Request request);
    asio::awaitable<bool> write(Response response);
    asio::awaitable<bool> send(QByteArray bytes);
    asio::awaitable<bool> stream(Response response, Framing framing);
    asio::awaitable<Piece> pieceOf(BodySource source);
    asio::awaitable<bool> feedEvents(EventStream events, QByteArray first);
    asio::awaitable<void> watchForEnd(std::shared_ptr<asio::steady_timer> timer);
    asio::awaitable<void> close();

    const SharedListener m_shared;
    IoLoop &m_loop;
    Stream m_stream;
    beast::flat_buffer m_buffer{BufferLimit};
    QString m_peer;
    Clock::time_point m_deadline = Clock::time_point::max();
    Request m_request; ///< The one being served, as far as it is known.
    Clock::time_point m_began;
    qint64 m_written = 0;
    bool m_isHttp10 = false;
    bool m_isKeptAlive = true;
    bool m_isIdle = false;
    bool m_isDraining = false;
    bool m_isGone = false; ///< The other side has left; nothing to close politely.
    std::shared_ptr<asio::steady_timer> m_events; ///< Wakes an event stream; unset otherwise.
};

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::handshake()
{
    if constexpr (std::is_same_v<Stream, TlsStream>) {
        ErrorCode error;
        allow(m_shared->config.headerTimeout);
        co_await m_stream.async_handshake(asio::ssl::stream_base::server,
                                          asio::redirect_error(asio::use_awaitable, error));
        m_isGone = !!error;
    }
    co_return !m_isGone;
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::readHead(Parser &parser)
{
    ErrorCode error;
    if (m_buffer.size() == 0) {
        if (m_isDraining)
            co_return false;
        m_isIdle = true;
        allow(m_shared->config.idleTimeout);
        const std::size_t count = co_await m_stream.async_read_some(
            m_buffer.prepare(2048), asio::redirect_error(asio::use_awaitable, error));
        m_isIdle = false;
        if (error) {
            m_isGone = isGone(error);
            co_return false;
        }
        m_buffer.commit(count);
    }
    m_began = Clock::now();
    m_written = 0;
    m_request = {};
    m_request.id = newRequestId();
    m_request.clientAddress = m_peer;
    m_request.isSecure = std::is_same_v<Stream, TlsStream>;
    parser.header_limit(static_cast<std::uint32_t>(m_shared->config.headerLimit));
    parser.body_limit(boost::none); // the route's own limit is set when the route is known
    allow(m_shared->config.headerTimeout);
    co_await http::async_read_header(m_stream, m_buffer, parser,
                                     asio::redirect_error(asio::use_awaitable, error));
    if (!error)
        co_return true;
    m_isGone = isGone(error);
    if (!m_isGone)
        co_await refuse(failureOf(error));
    co_return false;
}

template <typename Stream>
Request Connection<Stream>::requestOf(const Parser &parser) const
{
    const auto bytes = [](auto view) { return QByteArray(view.data(), static_cast<qsizetype>(view.size())); };
    Request request = m_request;
    request.method = bytes(parser.get().method_string());
    for (const auto &field : parser.get())
        request.headers.append({bytes(field.name_string()).toLower(), bytes(field.value())});
    m_shared->config.trustedProxies.apply(request);
    return request;
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::serveOne()
{
    Parser parser;
    if (!co_await readHead(parser))
        co_return false;
    m_request = requestOf(parser);
    m_isHttp10 = parser.get().version() == 10;
    m_isKeptAlive = parser.keep_alive();
    HeadProblem wrong = checkHead(m_request, m_isHttp10 ? 0 : 1);
    if (wrong.status == 0) {
        const auto target = parser.get().target();
        wrong = applyTarget(m_request, {target.data(), static_cast<qsizetype>(target.size())});
    }
    if (wrong.status != 0)
        co_return co_await refuse({wrong.status, wrong.type, wrong.title});
    auto admitted = m_shared->handler->admit(m_request);
    if (!admitted) {
        const bool hasBody = parser.chunked() || parser.content_length().value_or(0) > 0;
        m_isKeptAlive = m_isKeptAlive && !hasBody; // an unread body would be read as the next request
        co_return co_await write(std::move(admitted.error()));
    }
    if (!co_await readBody(parser, *admitted))
        co_return false;
    const std::string &body = parser.get().body();
    m_request.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
    parser.get().body().clear();
    parser.get().body().shrink_to_fit();
    Response response = co_await answerOf(m_request);
    m_request.body.clear();
    co_return co_await write(std::move(response));
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::readBody(Parser &parser, qint64 limit)
{
    const bool hasBody = parser.chunked() || parser.content_length().value_or(0) > 0;
    if (!hasBody)
        co_return true;
    if (parser.content_length().value_or(0) > static_cast<std::uint64_t>(limit))
        co_return co_await refuse(failureOf(http::error::body_limit));
    const bool isLarge = limit > LargeBody && (parser.chunked() || *parser.content_length() > LargeBody);
    const auto slot = std::shared_ptr<void>(nullptr, [this, isLarge](void *) {
        if (isLarge)
            --m_shared->largeBodies;
    });
    if (isLarge && ++m_shared->largeBodies > m_shared->config.maxLargeBodies)
        co_return co_await refuse({503, "busy", u"Too many large requests at once; try again soon"_s});
    if (m_request.header("expect").compare("100-continue", Qt::CaseInsensitive) == 0) {
        if (!co_await send("HTTP/1.1 100 Continue\r\n\r\n"))
            co_return false;
    }
    ErrorCode error;
    parser.body_limit(static_cast<std::uint64_t>(limit));
    allow(m_shared->config.bodyTimeout);
    co_await http::async_read(m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    if (!error)
        co_return true;
    m_isGone = isGone(error) && error != http::error::end_of_stream;
    if (!m_isGone)
        co_await refuse(error == http::error::partial_message ? ParseFailure{} : failureOf(error));
    co_return false;
}

/// After this answer the connection is closed: what follows in it cannot be trusted.
template <typename Stream>
asio::awaitable<bool> Connection<Stream>::refuse(const ParseFailure &failure)
{
    m_isKeptAlive = false;
    Response response = m_shared->handler->refusal(m_request, failure.status, failure.type, failure.title);
    if (failure.status == 503)
        response.setHeader("Retry-After", "2");
    co_await write(std::move(response));
    co_return false;
}

template <typename Stream>
asio::awaitable<Response> Connection<Stream>::answerOf(Request request)
{
    allowForever(); // a handler has limits of its own
    const auto box = std::make_shared<Mailbox<Response>>(m_stream.get_executor());
    const auto ticket = std::make_shared<ReplyTicket>(m_shared, &m_loop, box);
    m_shared->handler->handle(std::move(request),
                              [ticket](Response response) { ticket->send(std::move(response)); });
    ErrorCode ignored;
    while (!box->value)
        co_await box->wake.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    co_return std::move(*box->value);
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::send(QByteArray bytes)
{
    ErrorCode error;
    allow(m_shared->config.writeTimeout);
    co_await asio::async_write(m_stream,
                               asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size())),
                               asio::redirect_error(asio::use_awaitable, error));
    m_written += bytes.size();
    m_isGone = m_isGone || error;
    co_return !error;
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::write(Response response)
{
    addSecurityHeaders(response, m_request.isSecure);
    const bool isHead = m_request.method == "HEAD";
    const bool isEndless = response.source || response.events;
    Framing framing = Framing::Length;
    if (response.status == 204 || response.status == 304)
        framing = Framing::None;
    else if (isEndless)
        framing = m_isHttp10 ? Framing::UntilClose : Framing::Chunked;
    m_isKeptAlive = m_isKeptAlive && !m_isDraining && framing != Framing::UntilClose && !response.events;
    QByteArray bytes = responseHead(response, framing, m_isKeptAlive, m_request.id);
    if (!isHead && framing == Framing::Length)
        bytes += response.body;
    const int status = response.status;
    bool isWritten = co_await send(std::move(bytes));
    if (isWritten && !isHead && isEndless)
        isWritten = co_await stream(std::move(response), framing);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_began);
    m_shared->handler->answered(m_request, status, m_written, took.count());
    co_return isWritten &&m_isKeptAlive;
}

template <typename Stream>
asio::awaitable<Piece> Connection<Stream>::pieceOf(BodySource source)
{
    const auto box = std::make_shared<Mailbox<Piece>>(m_stream.get_executor());
    allowForever();
    const auto done = [shared = m_shared, loop = &m_loop, weak = std::weak_ptr(box)](Piece piece) {
        deliver(shared, loop, weak, std::move(piece));
    };
    m_shared->handler->produce(source, done);
    ErrorCode ignored;
    while (!box->value)
        co_await box->wake.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    co_return std::move(*box->value);
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::stream(Response response, Framing framing)
{
    if (response.events)
        co_return co_await feedEvents(*response.events, response.body);
    const bool isChunked = framing == Framing::Chunked;
    while (true) {
        // The next piece is made only when the last one has been taken: a slow client costs one piece.
        const Piece piece = co_await pieceOf(response.source);
        if (!piece)
            break;
        if (piece->isEmpty())
            continue;
        if (!co_await send(isChunked ? chunk(*piece) : *piece))
            co_return false;
    }
    co_return !isChunked || co_await send(chunk({}));
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::feedEvents(EventStream events, QByteArray first)
{
    auto isDirty = std::make_shared<bool>(false);
    auto timer = std::make_shared<asio::steady_timer>(m_stream.get_executor());
    const auto wake = [shared = m_shared, loop = &m_loop, weak = std::weak_ptr(timer), isDirty] {
        const std::shared_lock lock(shared->gate);
        if (!shared->isOpen)
            return;
        asio::post(loop->context, [weak, isDirty] {
            *isDirty = true;
            if (const auto held = weak.lock())
                held->cancel();
        });
    };
    m_events = timer;
    const EventHub::Subscription subscription = m_shared->hub->subscribe(events.storeId, wake);
    asio::co_spawn(m_stream.get_executor(), watchForEnd(timer), asio::detached);
    const auto end = Clock::now() + m_shared->config.streamLifetime;
    bool isOpen = co_await send(chunk(events.lastPiece ? first : QByteArray("retry: 3000\n\n")));
    *isDirty = *isDirty || events.lastPiece; // what it waits for may have happened already
    while (isOpen && !m_isGone && !m_isDraining && Clock::now() < end) {
        ErrorCode ignored;
        allowForever();
        timer->expires_after(m_shared->config.heartbeat);
        if (!*isDirty)
            co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        if (m_isGone || m_isDraining)
            break;
        const bool isChange = std::exchange(*isDirty, false);
        if (!events.lastPiece) {
            isOpen = co_await send(chunk(isChange ? "event: change\ndata: {}\n\n" : ": still here\n\n"));
        } else if (const std::optional<QByteArray> last = co_await pieceOf(events.lastPiece)) {
            isOpen = co_await send(chunk(*last));
            break;
        }
    }
    m_isGone = m_isGone || !isOpen;
    if (!m_isGone)
        co_await send(chunk({}));
    cancel(); // ends watchForEnd()
    while (m_events.use_count() > 2) {
        ErrorCode ignored;
        timer->expires_after(1ms);
        co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
    m_events.reset();
    co_return false;
}

/// Reads during an event stream, only to notice that the client has gone.
template <typename Stream>
asio::awaitable<void> Connection<Stream>::watchForEnd(std::shared_ptr<asio::steady_timer> timer)
{
    char nothing[64];
    ErrorCode error;
    while (!error)
        co_await m_stream.async_read_some(asio::buffer(nothing),
                                          asio::redirect_error(asio::use_awaitable, error));
    m_isGone = m_isGone || error != asio::error::operation_aborted;
    timer->cancel();
}

/// Says goodbye so that the last answer is not lost: closing a socket with unread bytes resets it.
template <typename Stream>
asio::awaitable<void> Connection<Stream>::close()
{
    ErrorCode error;
    if (!m_isGone) {
        allow(2s);
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            co_await m_stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
        } else {
            m_stream.shutdown(tcp::socket::shutdown_send, error);
            char nothing[4096];
            for (int i = 0; i < 64 && !error; ++i)
                co_await m_stream.async_read_some(asio::buffer(nothing),
                                                  asio::redirect_error(asio::use_awaitable, error));
        }
    }
    m_stream.lowest_layer().close(error);
}

template <typename Stream>
void spawn(SharedListener shared, IoLoop &loop, Stream stream)
{
    const auto executor = loop.context.get_executor();
    auto connection = std::make_shared<Connection<Stream>>(std::move(shared), loop, std::move(stream));
    asio::co_spawn(executor, Connection<Stream>::run(std::move(connection)), asio::detached);
}

} // namespace

void serveConnection(SharedListener shared, IoLoop &loop, tcp::socket socket)
{
    if (shared->tls) {
        TlsStream stream(std::move(socket), *shared->tls);
        spawn(std::move(shared), loop, std::move(stream));
    } else {
        spawn(std::move(shared), loop, std::move(socket));
    }
}

} // namespace mc::store
