// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/message.h"

namespace mc::store {

/// How an answer's body is delimited.
enum class Framing : quint8 {
    Length, ///< Content-Length
    Chunked,
    UntilClose, ///< HTTP/1.0
    None ///< 204, 304
};

/// Status line and header, with the empty line at the end. Line breaks in values become spaces.
[[nodiscard]] QByteArray responseHead(const Response &response, Framing framing, bool isKeptAlive,
                                      const QString &requestId);
/// One chunk in chunked transfer coding; the last one for an empty piece.
[[nodiscard]] QByteArray chunk(const QByteArray &piece);

/// Why a request must not be answered as it stands: a status and a problem type; status 0: it may.
struct HeadProblem {
    int status = 0;
    QByteArray type;
    QString title;
};
/// What parsers let through but two servers in a row could understand differently.
[[nodiscard]] HeadProblem checkHead(const Request &request, int httpMinorVersion);
/// Takes "/path?query", "http://host/path" or "*" apart into path and query.
[[nodiscard]] HeadProblem applyTarget(Request &request, QByteArrayView target);

} // namespace mc::store
