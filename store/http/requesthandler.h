// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/message.h"
#include "store/http/route.h"

#include <QDateTime>

#include <tl/expected.hpp>

namespace mc::store {

/// What the listener does not know: which routes there are and what they answer. Every function is called in
/// I/O threads and must return at once, or after a few rows read from a file.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    /// When the header has been read: the most bytes that the body may have, or the answer already (no such
    /// route, wrong method, wrong type). Fills request.parameters.
    [[nodiscard]] virtual tl::expected<qint64, Response> admit(Request &request) = 0;
    /// The reply is called once, from any thread.
    virtual void handle(Request request, Reply reply) = 0;
    /// Makes the next piece of a stream on a database reader and hands it over there.
    virtual void produce(const BodySource &source, std::function<void(std::optional<QByteArray>)> done) = 0;
    /// The answer to something that the listener found itself: a broken request, a time-out.
    [[nodiscard]] virtual Response refusal(const Request &request, int status, const QByteArray &type,
                                           const QString &title) = 0;
    /// After the answer has been written (or the client has gone).
    virtual void answered(const Request &request, int status, qint64 bytes, qint64 microseconds) = 0;
};

} // namespace mc::store
