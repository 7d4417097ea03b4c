// SPDX-License-Identifier: Apache-2.0
// A connection's life and its requests; connectionanswer.cpp has the answers.
#include "store/http/connection.h"

#include "store/http/parsedhead.h"

#include <QRandomGenerator>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::store {
namespace {

constexpr qint64 SmallBody = 16 * 1024; // as much as a header may have

QString newRequestId()
{
    return QString::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, u'0');
}

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

} // namespace

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
        m_idleSince = Clock::now();
        allow(m_shared->config.idleTimeout);
        const std::size_t count = co_await m_stream.async_read_some(
            m_buffer.prepare(2048), asio::redirect_error(asio::use_awaitable, error));
        m_isIdle = false;
        if (error) {
            m_isGone = m_isGone || isGone(error);
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
    Request request = m_request;
    takeHead(parser.get(), request);
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
    const qint64 most = parser.chunked() ? m_bodyLimit : static_cast<qint64>(length);
    if (most <= SmallBody)
        return true;
    m_bodyBytes = most;
    if ((m_shared->bodyBytes += most) <= m_shared->config.maxBodyBytes)
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

namespace {

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
