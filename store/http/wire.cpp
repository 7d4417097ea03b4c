// SPDX-License-Identifier: Apache-2.0
#include "store/http/wire.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr qsizetype UsualHead = 1280; ///< A page's has 1.1 KB.

QByteArray singleLine(QByteArray value)
{
    const auto breaks = [](char byte) { return byte == '\r' || byte == '\n' || byte == '\0'; };
    if (std::any_of(value.cbegin(), value.cend(), breaks)) // hardly ever, so the value is seldom copied
        std::replace_if(value.begin(), value.end(), breaks, ' ');
    return value;
}

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7). Each answer has one, so without a locale.
QByteArray httpDate()
{
    using namespace std::chrono;
    static constexpr const char *Days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *Months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto now = floor<seconds>(system_clock::now());
    const auto day = floor<days>(now);
    const year_month_day date(day);
    const hh_mm_ss time(now - day);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  Days[weekday(day).c_encoding()], unsigned(date.day()), Months[unsigned(date.month()) - 1],
                  int(date.year()), int(time.hours().count()), int(time.minutes().count()),
                  int(time.seconds().count()));
    return text.data();
}

HeadProblem badRequest(const QString &title)
{
    return {400, "bad-request", title};
}

bool isControl(QChar one)
{
    return one.unicode() < 0x20 || one.unicode() == 0x7f;
}

} // namespace

QByteArray responseHead(const Response &response, Framing framing, bool isKeptAlive, const QString &requestId)
{
    // Piece by piece: each "+" would be a text of its own, and each answer has a dozen lines. With room for
    // the body, which comes behind it.
    QByteArray head;
    head.reserve(UsualHead + (framing == Framing::Length ? response.body.size() : 0));
    const auto addLine = [&head](QByteArrayView name, QByteArrayView value) {
        head.append(name).append(": ").append(value).append("\r\n");
    };
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    head.append(reasonPhrase(response.status)).append("\r\n");
    addLine("Date", httpDate());
    for (const auto &[name, value] : response.headers)
        addLine(name, singleLine(value));
    if (framing == Framing::Length)
        addLine("Content-Length", QByteArray::number(response.body.size()));
    else if (framing == Framing::Chunked)
        addLine("Transfer-Encoding", "chunked");
    if (!requestId.isEmpty())
        addLine("X-Request-Id", requestId.toLatin1());
    addLine("Connection", isKeptAlive ? "keep-alive" : "close");
    head.append("\r\n");
    return head;
}

QByteArray chunk(const QByteArray &piece)
{
    if (piece.isEmpty())
        return "0\r\n\r\n";
    return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
}

HeadProblem checkHead(const Request &request, int httpMinorVersion)
{
    const int hosts = request.headerCount("host");
    if (hosts > 1 || (hosts == 0 && httpMinorVersion > 0))
        return badRequest(u"A request needs exactly one Host header"_s);
    const QByteArray host = request.header("host");
    if (host.contains(',') || host.contains(' ') || host.contains('/') || host.contains('@'))
        return badRequest(u"The Host header is not a host"_s);
    if (request.headerCount("transfer-encoding") > 0) {
        if (request.headerCount("content-length") > 0)
            return badRequest(u"A request cannot have both Content-Length and Transfer-Encoding"_s);
        if (httpMinorVersion == 0)
            return badRequest(u"HTTP/1.0 has no Transfer-Encoding"_s);
        if (request.headerCount("transfer-encoding") > 1
            || request.header("transfer-encoding").compare("chunked", Qt::CaseInsensitive) != 0)
            return {501, "unknown-transfer-coding", u"The only transfer coding here is chunked"_s};
    }
    if (request.headerCount("content-length") > 1)
        return badRequest(u"A request cannot have two Content-Length headers"_s);
    // The parser takes "4, 4" for 4; a proxy may not.
    const QByteArray length = request.header("content-length");
    if (!std::all_of(length.begin(), length.end(), [](char byte) { return byte >= '0' && byte <= '9'; }))
        return badRequest(u"The Content-Length is not a number"_s);
    if (request.headerCount("content-encoding") > 0
        && request.header("content-encoding").compare("identity", Qt::CaseInsensitive) != 0)
        return {415, "unsupported-content-encoding", u"Bodies are taken without a content coding only"_s};
    return {};
}

HeadProblem applyTarget(Request &request, QByteArrayView target)
{
    if (target.startsWith("http://") || target.startsWith("https://")) {
        const qsizetype host = target.indexOf("//") + 2;
        const qsizetype slash = target.indexOf('/', host);
        target = slash < 0 ? QByteArrayView("/") : target.sliced(slash);
    }
    if (target == "*" && request.method == "OPTIONS") {
        request.path = u"*"_s;
        return {};
    }
    if (!target.startsWith('/'))
        return badRequest(u"The request target is not a path"_s);
    const qsizetype question = target.indexOf('?');
    request.rawPath = (question < 0 ? target : target.first(question)).toByteArray();
    const auto path = percentDecoded(request.rawPath);
    if (!path || std::any_of(path->begin(), path->end(), isControl))
        return badRequest(u"The path cannot be decoded"_s);
    request.path = *path;
    if (question >= 0) {
        const auto query = parseQuery(target.sliced(question + 1));
        if (!query)
            return badRequest(u"The query cannot be decoded"_s);
        request.query = *query;
    }
    return {};
}

} // namespace mc::store
