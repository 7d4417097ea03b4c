// SPDX-License-Identifier: Apache-2.0
#include "store/http/message.h"

#include "domain/plantedbug.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

std::optional<QByteArray> unescaped(QByteArrayView text, bool plusIsSpace)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsSpace) {
            bytes.append(' ');
        } else if (text[i] != '%') {
            bytes.append(text[i]);
        } else {
            if (i + 2 >= text.size() && !bugPlanted("overflow-head"))
                return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    return bytes;
}

std::optional<QString> utf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

void setIfMissing(Response &response, const QByteArray &name, const QByteArray &value)
{
    if (response.header(name).isEmpty())
        response.addHeader(name, value);
}

} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

int Request::headerCount(QByteArrayView name) const
{
    return static_cast<int>(
        std::count_if(headers.begin(), headers.end(), [&](const auto &one) { return one.first == name; }));
}

QString Request::queryValue(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

QString Request::cookie(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key != "cookie")
            continue;
        for (const QByteArray &part : value.split(';')) {
            const QByteArray pair = part.trimmed();
            const qsizetype equals = pair.indexOf('=');
            if (equals > 0 && QByteArrayView(pair).first(equals) == name)
                return QString::fromLatin1(pair.mid(equals + 1));
        }
    }
    return {};
}

void Response::setHeader(const QByteArray &name, const QByteArray &value)
{
    headers.removeIf([&](const auto &one) { return one.first.compare(name, Qt::CaseInsensitive) == 0; });
    headers.append({name, value});
}

void Response::addHeader(const QByteArray &name, const QByteArray &value)
{
    headers.append({name, value});
}

QByteArray Response::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Response problem(int status, const QByteArray &type, const QString &title, const QString &detail,
                 const QJsonObject &extra)
{
    QJsonObject body = extra;
    body[u"type"_s] = QString(u"/problems/"_s + QString::fromLatin1(type));
    body[u"title"_s] = title;
    body[u"status"_s] = status;
    if (!detail.isEmpty())
        body[u"detail"_s] = detail;
    Response response;
    response.status = status;
    // RFC 9457 defines no charset parameter: JSON is always UTF-8.
    response.addHeader("Content-Type", "application/problem+json");
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

Response json(int status, const QByteArray &body)
{
    Response response;
    response.status = status;
    response.addHeader("Content-Type"_ba, "application/json"_ba);
    response.body = body;
    return response;
}

Response html(int status, const QByteArray &body)
{
    Response response;
    response.status = status;
    response.addHeader("Content-Type"_ba, "text/html; charset=utf-8"_ba);
    response.body = body;
    return response;
}

Response redirect(const QByteArray &location)
{
    Response response;
    response.status = 303;
    response.addHeader("Location", location);
    return response;
}

QByteArrayView reasonPhrase(int status)
{
    static constexpr std::pair<int, const char *> Phrases[] = {
        {100, "Continue"},
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    const auto found = std::find_if(std::begin(Phrases), std::end(Phrases),
                                    [status](const auto &one) { return one.first == status; });
    return found == std::end(Phrases) ? "Error" : found->second;
}

void addSecurityHeaders(Response &response, bool isSecure)
{
    // Literals, which take no memory: each answer has all of these.
    setIfMissing(
        response, "Content-Security-Policy"_ba,
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src "
        "'none'"_ba);
    setIfMissing(response, "X-Content-Type-Options"_ba, "nosniff"_ba);
    setIfMissing(response, "Referrer-Policy"_ba, "no-referrer"_ba);
    setIfMissing(response, "Cross-Origin-Opener-Policy"_ba, "same-origin"_ba);
    setIfMissing(response, "Cross-Origin-Resource-Policy"_ba, "same-origin"_ba);
    setIfMissing(response, "Cache-Control"_ba, "no-store"_ba);
    if (isSecure)
        setIfMissing(response, "Strict-Transport-Security"_ba, "max-age=31536000; includeSubDomains"_ba);
}

std::optional<QString> percentDecoded(QByteArrayView text, bool plusIsSpace)
{
    const std::optional<QByteArray> bytes = unescaped(text, plusIsSpace);
    if (!bytes)
        return std::nullopt;
    return utf8(*bytes);
}

std::optional<QList<std::pair<QString, QString>>> parseQuery(QByteArrayView text)
{
    QList<std::pair<QString, QString>> query;
    for (const QByteArray &part : text.toByteArray().split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArrayView view(part);
        const auto name = percentDecoded(equals < 0 ? view : view.first(equals), true);
        const auto value = percentDecoded(equals < 0 ? QByteArrayView() : view.sliced(equals + 1), true);
        if (!name || !value)
            return std::nullopt;
        query.append({*name, *value});
    }
    return query;
}

} // namespace mc::store
