// SPDX-License-Identifier: Apache-2.0
#include "store/engines/httpclient.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

/// Keeps its connections, answers the first request and takes every later one without a word: what a client
/// sees when a server or a proxy dies between the effect and the answer.
class ForgetfulServer final
{
    Q_DISABLE_COPY_MOVE(ForgetfulServer)

public:
    ForgetfulServer()
        : m_thread([this] { run(); })
    {
        m_port.wait(0);
    }
    ~ForgetfulServer()
    {
        m_isStopping = true;
        m_thread.join();
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/"_s.arg(m_port.load())); }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void run()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost, 0);
        m_port = server.serverPort();
        m_port.notify_all();
        while (!m_isStopping) {
            if (!server.hasPendingConnections() && !server.waitForNewConnection(20))
                continue;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            while (!m_isStopping && serveOne(server, *socket)) { }
            socket->abort();
        }
    }
    /// False: this connection is over, also because the client has turned to another one.
    bool serveOne(QTcpServer &server, QTcpSocket &socket)
    {
        QByteArray data;
        while (!m_isStopping && !data.endsWith("body")) {
            if (socket.waitForReadyRead(20))
                data += socket.readAll();
            else if (socket.state() != QAbstractSocket::ConnectedState || server.waitForNewConnection(0))
                return false;
        }
        if (++m_requests > 1)
            return false;
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        return socket.waitForBytesWritten(1'000);
    }

    std::atomic<int> m_port{0};
    std::atomic<int> m_requests{0};
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

} // namespace

class HttpClientTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // libcurl sends a request again by itself when a kept connection ends before the answer: a refund that
    // had been carried out would be paid twice.
    void whatMayBeDoneOnceIsSentOnce()
    {
        const ForgetfulServer server;
        HttpClient client({});
        QVERIFY(client.post(server.url(), {}, "body", HttpClient::Sending::Repeatable).has_value());

        const auto answer = client.post(server.url(), {}, "body", HttpClient::Sending::Once);

        QVERIFY(!answer.has_value());
        QCOMPARE(server.requests(), 2);
    }
};

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::HttpClientTest)
#include "tst_httpclient.moc"
