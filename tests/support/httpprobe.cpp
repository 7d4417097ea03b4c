// SPDX-License-Identifier: Apache-2.0
#include "tests/support/httpprobe.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace mc::test {
namespace {

QByteArray withoutChunks(QByteArray &bytes)
{
    QByteArray body;
    while (true) {
        const qsizetype end = bytes.indexOf("\r\n");
        if (end < 0)
            return body;
        const qsizetype size = bytes.left(end).toLongLong(nullptr, 16);
        body += bytes.mid(end + 2, size);
        bytes.remove(0, end + 2 + size + 2);
        if (size == 0)
            return body;
    }
}

QJsonObject headersToJson(const HttpProbe::Headers &headers)
{
    QJsonObject json;
    for (const auto &[name, value] : headers) {
        if (name.toLower() != "authorization")
            json[QString::fromLatin1(name.toLower())] = QString::fromLatin1(value);
    }
    return json;
}

void record(const QByteArray &method, const QByteArray &path, const HttpProbe::Headers &headers,
            const QByteArray &body, const ProbeAnswer &answer)
{
    QFile file(qEnvironmentVariable("MC_HTTP_RECORD"));
    if (file.fileName().isEmpty() || !file.open(QIODevice::Append))
        return;
    const QJsonObject line{
        {u"method"_s, QString::fromLatin1(method)},
        {u"path"_s, QString::fromUtf8(path)},
        {u"requestHeaders"_s, headersToJson(headers)},
        {u"requestBody"_s, QString::fromUtf8(body)},
        {u"status"_s, answer.status},
        {u"responseHeaders"_s, headersToJson(answer.headers)},
        {u"responseBody"_s, QString::fromUtf8(answer.body)},
    };
    file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

QByteArray ProbeAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

QJsonObject ProbeAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString ProbeAnswer::problemType() const
{
    return json()[u"type"_s].toString().section(u'/', -1);
}

ProbeAnswer HttpProbe::takeAnswer(QByteArray &bytes, bool hasBody)
{
    ProbeAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (!bytes.startsWith("HTTP/1.1 ") || end < 0)
        return answer;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        answer.headers.append({lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed()});
    }
    bytes.remove(0, end + 4);
    if (answer.status == 100)
        return takeAnswer(bytes, hasBody);
    if (!hasBody || answer.status == 204 || answer.status == 304)
        return answer;
    if (answer.header("transfer-encoding") == "chunked") {
        answer.body = withoutChunks(bytes);
    } else {
        const qsizetype length = answer.header("content-length").toLongLong();
        answer.body = bytes.left(length);
        bytes.remove(0, length);
    }
    return answer;
}

QByteArray HttpProbe::sendRaw(const QByteArray &bytes, bool closesItsHalf) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(bytes);
    socket.waitForBytesWritten(2000);
    if (closesItsHalf) // Qt itself can only close both halves
        ::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR);
    QByteArray received;
    const QDeadlineTimer limit(30'000);
    while (!limit.hasExpired() && socket.waitForReadyRead(2000))
        received += socket.readAll();
    return received + socket.readAll();
}

ProbeAnswer HttpProbe::send(const QByteArray &method, const QByteArray &path, const Headers &headers,
                            const QByteArray &body) const
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += "\r\n" + body;
    QByteArray received = sendRaw(bytes);
    const ProbeAnswer answer = takeAnswer(received, method != "HEAD");
    record(method, path, headers, body, answer);
    return answer;
}

} // namespace mc::test
