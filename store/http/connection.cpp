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
        if (m_hasLargeBody)
            --m_shared->largeBodies;
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
    void allow(std::chrono::milliseconds time) { m_deadline = Clock::now() + time; }
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
    beast::flat_buffer m_buffer{BufferLimit};
    QString m_peer;
    Clock::time_point m_deadline = Clock::time_point::max();
    Request m_request; ///< The one being served, as far as it is known.
    Response m_response; ///< Its answer.
    QByteArray m_out; ///< What send() sends.
    Piece m_piece;
    Framing m_framing = Framing::Length;
    qint64 m_bodyLimit = 0;
    Clock::time_point m_began;
    qint64 m_written = 0;
    bool m_hasLargeBody = false; ///< Counted in Shared::largeBodies.
    bool m_isHttp10 = false;
    bool m_isKeptAlive = true;
    bool m_isIdle = false;
    bool m_isDraining = false;
    bool m_isGone = false; ///< The other side has left; nothing to close politely.
    std::shared_ptr<EventWait> m_events; ///< Wakes an event stream; unset otherwise.
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
    begin(parser);
    allow(m_shared->config.headerTimeout);
    co_await http::async_read_header(m_stream, m_buffer, parser,
                                     asio::redirect_error(asio::use_awaitable, error));
    if (!error)
        co_return true;
    m_isGone = isGone(error);
    if (!m_isGone) {
        refuse(failureOf(error));
        co_await write();
    }
    co_return false;
}

template <typename Stream>
void Connection<Stream>::begin(Parser &parser)
{
    m_began = Clock::now();
    m_written = 0;
    m_request = Request();
    m_request.id = newRequestId();
    m_request.clientAddress = m_peer;
    m_request.isSecure = std::is_same_v<Stream, TlsStream>;
    parser.header_limit(static_cast<std::uint32_t>(m_shared->config.headerLimit));
    parser.body_limit(boost::none); // the route's own limit is set when the route is known
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
    bool isGoingOn = co_await readHead(parser);
    if (!isGoingOn)
        co_return false;
    if (isAdmitted(parser)) {
        isGoingOn = co_await readBody(parser);
        if (!isGoingOn)
            co_return false;
        takeBody(parser);
        co_await answer();
    }
    isGoingOn = co_await write();
    co_return isGoingOn;
}

/// Looks at the header; false: m_response says what is wrong.
template <typename Stream>
bool Connection<Stream>::isAdmitted(const Parser &parser)
{
    m_request = requestOf(parser);
    m_isHttp10 = parser.get().version() == 10;
    m_isKeptAlive = parser.keep_alive();
    HeadProblem wrong = checkHead(m_request, m_isHttp10 ? 0 : 1);
    if (wrong.status == 0) {
        const auto target = parser.get().target();
        wrong = applyTarget(m_request, {target.data(), static_cast<qsizetype>(target.size())});
    }
    if (wrong.status != 0) {
        refuse({wrong.status, wrong.type, wrong.title});
        return false;
    }
    auto admitted = m_shared->handler->admit(m_request);
    if (!admitted) {
        m_response = std::move(admitted.error());
        m_isKeptAlive = m_isKeptAlive && !hasBody(parser); // it would be read as the next request
        return false;
    }
    m_bodyLimit = *admitted;
    return true;
}

/// Whether the body that was announced may come; false: m_response says why not.
template <typename Stream>
bool Connection<Stream>::isBodyAllowed(const Parser &parser)
{
    const std::uint64_t length = parser.content_length().value_or(0);
    if (length > static_cast<std::uint64_t>(m_bodyLimit)) {
        refuse(failureOf(http::error::body_limit));
        return false;
    }
    if (m_bodyLimit <= LargeBody || (!parser.chunked() && length <= LargeBody))
        return true;
    m_hasLargeBody = true;
    if (++m_shared->largeBodies <= m_shared->config.maxLargeBodies)
        return true;
    refuse({503, "busy", u"Too many large requests at once; try again soon"_s});
    m_response.setHeader("Retry-After", "2");
    return false;
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::readBody(Parser &parser)
{
    if (!hasBody(parser))
        co_return true;
    if (!isBodyAllowed(parser)) {
        co_await write();
        co_return false;
    }
    if (m_request.header("expect").compare("100-continue", Qt::CaseInsensitive) == 0) {
        m_out = "HTTP/1.1 100 Continue\r\n\r\n";
        const bool isSent = co_await send();
        if (!isSent)
            co_return false;
    }
    ErrorCode error;
    parser.body_limit(static_cast<std::uint64_t>(m_bodyLimit));
    allow(m_shared->config.bodyTimeout);
    co_await http::async_read(m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    if (!error)
        co_return true;
    m_isGone = isGone(error) && error != http::error::end_of_stream;
    if (!m_isGone) {
        refuse(failureOf(error));
        co_await write();
    }
    co_return false;
}

template <typename Stream>
void Connection<Stream>::takeBody(Parser &parser)
{
    std::string &body = parser.get().body();
    m_request.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
    std::string().swap(body); // a large one must not be there twice
}

/// After this answer the connection is closed: what follows in it cannot be trusted.
template <typename Stream>
void Connection<Stream>::refuse(const ParseFailure &failure)
{
    m_isKeptAlive = false;
    m_response = m_shared->handler->refusal(m_request, failure.status, failure.type, failure.title);
}

template <typename Stream>
asio::awaitable<void> Connection<Stream>::answer()
{
    allowForever(); // a handler has limits of its own
    const auto box = std::make_shared<Mailbox<Response>>(m_stream.get_executor());
    hand(box);
    ErrorCode ignored;
    while (!box->value)
        co_await box->wake.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    m_response = std::move(*box->value);
    m_request.body.clear();
    if (m_hasLargeBody)
        --m_shared->largeBodies;
    m_hasLargeBody = false;
}

template <typename Stream>
void Connection<Stream>::hand(const std::shared_ptr<Mailbox<Response>> &box)
{
    const auto ticket = std::make_shared<ReplyTicket>(m_shared, &m_loop, box);
    m_shared->handler->handle(m_request, [ticket](Response response) { ticket->send(std::move(response)); });
}

/// Sends m_out.
template <typename Stream>
asio::awaitable<bool> Connection<Stream>::send()
{
    ErrorCode error;
    allow(m_shared->config.writeTimeout);
    const auto buffer = asio::buffer(m_out.constData(), static_cast<std::size_t>(m_out.size()));
    co_await asio::async_write(m_stream, buffer, asio::redirect_error(asio::use_awaitable, error));
    m_written += m_out.size();
    m_isGone = m_isGone || error;
    co_return !error;
}

/// Puts status line, header and, where there is one, the whole body of m_response into m_out.
template <typename Stream>
void Connection<Stream>::prepareHead()
{
    addSecurityHeaders(m_response, m_request.isSecure);
    m_framing = Framing::Length;
    if (m_response.status == 204 || m_response.status == 304)
        m_framing = Framing::None;
    else if (isStreamed())
        m_framing = m_isHttp10 ? Framing::UntilClose : Framing::Chunked;
    m_isKeptAlive = m_isKeptAlive && !m_isDraining && m_framing != Framing::UntilClose && !m_response.events;
    m_out = responseHead(m_response, m_framing, m_isKeptAlive, m_request.id);
    if (m_request.method != "HEAD" && m_framing == Framing::Length)
        m_out += m_response.body;
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::write()
{
    prepareHead();
    bool isWritten = co_await send();
    const bool isGoingOn = isWritten && m_request.method != "HEAD";
    if (isGoingOn && m_response.events)
        isWritten = co_await feedEvents();
    else if (isGoingOn && m_response.source)
        isWritten = co_await stream();
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_began);
    m_shared->handler->answered(m_request, m_response.status, m_written, took.count());
    m_response = Response();
    co_return isWritten &&m_isKeptAlive;
}

/// The next piece of m_response.source or of a page that is kept open, in m_piece.
template <typename Stream>
asio::awaitable<void> Connection<Stream>::fetchPiece()
{
    const auto box = std::make_shared<Mailbox<Piece>>(m_stream.get_executor());
    allowForever();
    askForPiece(box);
    ErrorCode ignored;
    while (!box->value)
        co_await box->wake.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    m_piece = std::move(*box->value);
}

template <typename Stream>
void Connection<Stream>::askForPiece(const std::shared_ptr<Mailbox<Piece>> &box)
{
    const BodySource &source = m_response.events ? m_response.events->lastPiece : m_response.source;
    m_shared->handler->produce(source,
                               [shared = m_shared, loop = &m_loop, weak = std::weak_ptr(box)](Piece piece) {
                                   deliver(shared, loop, weak, std::move(piece));
                               });
}

/// What a piece looks like on the wire.
template <typename Stream>
void Connection<Stream>::frame(const QByteArray &piece)
{
    m_out = m_framing == Framing::Chunked ? chunk(piece) : piece;
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::stream()
{
    bool isGoingOn = true;
    bool isWritten = true;
    while (isGoingOn) {
        // The next piece is made only when the last one has been taken: a slow client costs one piece.
        co_await fetchPiece();
        isGoingOn = frameNextPiece();
        isWritten = co_await send();
        isGoingOn = isGoingOn && isWritten;
    }
    co_return isWritten;
}

/// Puts m_piece, or after the last one the end, into m_out; false: it was the end.
template <typename Stream>
bool Connection<Stream>::frameNextPiece()
{
    if (m_piece && m_piece->isEmpty()) {
        m_out.clear(); // an empty chunk would be the end
        return true;
    }
    frame(m_piece.value_or(QByteArray()));
    return m_piece.has_value();
}

/// Wakes the event stream from any thread.
template <typename Stream>
EventHub::Subscription Connection<Stream>::subscribe()
{
    m_events = std::make_shared<EventWait>(m_stream.get_executor());
    return m_shared->hub->subscribe(m_response.events->storeId,
                                    [shared = m_shared, loop = &m_loop, weak = std::weak_ptr(m_events)] {
                                        const std::shared_lock lock(shared->gate);
                                        if (!shared->isOpen)
                                            return;
                                        asio::post(loop->context, [weak] {
                                            if (const auto held = weak.lock()) {
                                                held->isDirty = true;
                                                held->timer.cancel();
                                            }
                                        });
                                    });
}

/// One turn of an event stream: m_out is what is to be sent now, or empty.
template <typename Stream>
asio::awaitable<bool> Connection<Stream>::nextEvent()
{
    ErrorCode ignored;
    allowForever();
    m_events->timer.expires_after(m_shared->config.heartbeat);
    if (!m_events->isDirty)
        co_await m_events->timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    m_out.clear();
    const bool isChange = std::exchange(m_events->isDirty, false);
    if (m_isGone || m_isDraining)
        co_return false;
    if (!m_response.events->lastPiece) {
        frame(isChange ? "event: change\ndata: {}\n\n" : ": still here\n\n");
        co_return true;
    }
    co_await fetchPiece();
    if (m_piece)
        frame(*m_piece);
    co_return !m_piece;
}

template <typename Stream>
asio::awaitable<bool> Connection<Stream>::feedEvents()
{
    const EventHub::Subscription subscription = subscribe();
    const bool isPage = static_cast<bool>(m_response.events->lastPiece);
    m_events->isDirty = isPage; // what the page waits for may have happened already
    m_events->isWatched = true;
    asio::co_spawn(m_stream.get_executor(), watchForEnd(m_events), asio::detached);
    const auto end = Clock::now() + m_shared->config.streamLifetime;
    frame(isPage ? m_response.body : QByteArray("retry: 3000\n\n"));
    bool isOpen = co_await send();
    while (isOpen && !m_isGone && !m_isDraining && Clock::now() < end) {
        isOpen = co_await nextEvent();
        const bool isSent = co_await send();
        isOpen = isOpen && isSent;
    }
    if (!m_isGone && m_framing == Framing::Chunked) {
        frame(QByteArray());
        co_await send();
    }
    cancel();
    while (m_events->isWatched) { // the watcher uses the stream
        ErrorCode ignored;
        m_events->timer.expires_after(1ms);
        co_await m_events->timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        cancel();
    }
    m_events.reset();
    co_return false;
}

/// Reads during an event stream, only to notice that the client has gone.
template <typename Stream>
asio::awaitable<void> Connection<Stream>::watchForEnd(std::shared_ptr<EventWait> wait)
{
    char nothing[64];
    ErrorCode error;
    while (!error)
        co_await m_stream.async_read_some(asio::buffer(nothing),
                                          asio::redirect_error(asio::use_awaitable, error));
    m_isGone = m_isGone || error != asio::error::operation_aborted;
    wait->isWatched = false;
    wait->timer.cancel();
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

/// Owns the connection. Not a static member: g++ 12 reads the parameters of such a coroutine from the wrong
/// place.
template <typename Stream>
asio::awaitable<void> runConnection(std::unique_ptr<Connection<Stream>> connection)
{
    Connection<Stream> *const self = connection.get();
    bool isGoingOn = co_await self->handshake();
    while (isGoingOn)
        isGoingOn = co_await self->serveOne();
    co_await self->close();
}

template <typename Stream>
void spawn(SharedListener shared, IoLoop &loop, Stream stream)
{
    auto connection = std::make_unique<Connection<Stream>>(std::move(shared), loop, std::move(stream));
    asio::co_spawn(loop.context, runConnection(std::move(connection)), asio::detached);
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
