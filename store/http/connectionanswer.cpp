// SPDX-License-Identifier: Apache-2.0
// A connection's answers: whole ones, streamed ones and event streams.
#include "store/http/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/write.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::store {
namespace {

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
    ~ReplyTicket()
    {
        if (!m_isUsed)
            send(problem(500, "internal", u"The store could not answer"_s));
    }
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

} // namespace

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
    releaseBody();
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

// What connection.cpp calls; the rest follows from it.
template asio::awaitable<void> Connection<tcp::socket>::answer();
template asio::awaitable<bool> Connection<tcp::socket>::send();
template asio::awaitable<bool> Connection<tcp::socket>::write();
template asio::awaitable<void> Connection<TlsStream>::answer();
template asio::awaitable<bool> Connection<TlsStream>::send();
template asio::awaitable<bool> Connection<TlsStream>::write();

} // namespace mc::store
