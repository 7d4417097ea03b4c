// SPDX-License-Identifier: Apache-2.0
#include "support/scriptedserver.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace mc::test {
namespace {

constexpr int StepMs = 20;

bool waitForBytes(QTcpSocket &socket, const std::atomic<bool> &isStopping)
{
    while (!isStopping && socket.state() == QAbstractSocket::ConnectedState) {
        if (socket.bytesAvailable() > 0 || socket.waitForReadyRead(StepMs))
            return true;
    }
    return false;
}

bool readRequest(QTcpSocket &socket, ScriptedServer::Request &request, const std::atomic<bool> &isStopping)
{
    QByteArray data;
    qsizetype end = -1;
    while (end < 0) {
        if (!waitForBytes(socket, isStopping))
            return false;
        data += socket.readAll();
        end = data.indexOf("\r\n\r\n");
    }
    const QList<QByteArray> lines = data.left(end).split('\n');
    request.path = lines.first().split(' ').value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    request.body = data.mid(end + 4);
    const qsizetype length = request.headers["content-length"].toLongLong();
    while (request.body.size() < length) {
        if (!waitForBytes(socket, isStopping))
            return false;
        request.body += socket.readAll();
    }
    return true;
}

void flush(QTcpSocket &socket, const std::atomic<bool> &isStopping)
{
    while (!isStopping && socket.bytesToWrite() > 0 && socket.state() == QAbstractSocket::ConnectedState)
        socket.waitForBytesWritten(StepMs);
}

void writeAnswer(QTcpSocket &socket, const ScriptedServer::Answer &answer,
                 const std::atomic<bool> &isStopping)
{
    using Manner = ScriptedServer::Answer::Manner;
    if (answer.manner == Manner::Silent) {
        while (!isStopping && socket.state() == QAbstractSocket::ConnectedState)
            socket.waitForReadyRead(StepMs);
        return;
    }
    if (answer.manner == Manner::HangUp) {
        socket.write("HTTP/1.1 2");
        flush(socket, isStopping);
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\nConnection: close\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (answer.manner == Manner::Proper)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    socket.write(head + "\r\n");
    do {
        socket.write(answer.body);
        flush(socket, isStopping);
    } while (answer.manner == Manner::Endless && !isStopping
             && socket.state() == QAbstractSocket::ConnectedState);
}

} // namespace

ScriptedServer::ScriptedServer(Handler handler)
    : m_handler(std::move(handler))
    , m_thread([this] { run(); })
{
    m_port.wait(0);
}

ScriptedServer::~ScriptedServer()
{
    m_isStopping = true;
    m_thread.join();
}

QUrl ScriptedServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_port.load()));
}

void ScriptedServer::run()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    m_port = server.serverPort();
    m_port.notify_all();
    while (!m_isStopping) {
        if (!server.waitForNewConnection(StepMs))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        Request request;
        if (!readRequest(*socket, request, m_isStopping))
            continue;
        writeAnswer(*socket, m_handler(request), m_isStopping);
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState)
            socket->waitForDisconnected(1'000);
    }
}

} // namespace mc::test
