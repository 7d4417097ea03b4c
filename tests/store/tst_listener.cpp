// SPDX-License-Identifier: Apache-2.0
#include "store/http/listener.h"
#include "tests/store/echohandler.h"
#include "tests/support/httpprobe.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QtTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace mc;
using namespace mc::store;
using mc::test::HttpProbe;
using mc::test::ProbeAnswer;

class ListenerTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void ambiguousOrBrokenRequestsAreRefused_data();
    void ambiguousOrBrokenRequestsAreRefused();
    void everyAnswerHasTheDate();
    void everyAnswerCarriesSecurityHeaders_data();
    void everyAnswerCarriesSecurityHeaders();
    void properRequestsAreUnderstood_data();
    void properRequestsAreUnderstood();
    void pipelinedRequestsAreAnsweredInOrder();
    void aHeadRequestHasALengthButNoBody();
    void aStreamComesInChunks();
    void aStreamForHttp10EndsWithTheConnection();
    void aSlowHeaderEndsWith408();
    void halfClosedClientsStillGetTheirAnswer();
    void aForgottenReplyIsAnsweredWith500();
    void stoppingAnswersWhatIsUnderWay();
    void tooManyConnectionsAreTurnedAway();
    void silentConnectionsGiveWay();
    void bodiesThatAnnounceTooMuchTogetherAreTurnedAway();
    void eventStreamsAreWokenAndEnd();
    void onlyTrustedProxiesNameTheClient_data();
    void onlyTrustedProxiesNameTheClient();
    void anAddressInUseIsOneSentence();

private:
    void start(const std::function<void(ListenerConfig &)> &change = {});
    [[nodiscard]] HttpProbe probe() const { return HttpProbe(m_listener->port()); }

    EchoHandler m_handler;
    EventHub m_hub;
    std::unique_ptr<Listener> m_listener;
};

void ListenerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_handler.bodyLimit = 1000;
    start();
}

void ListenerTest::cleanup()
{
    m_listener.reset();
}

void ListenerTest::start(const std::function<void(ListenerConfig &)> &change)
{
    m_listener.reset();
    ListenerConfig config;
    config.headerTimeout = 700ms;
    config.heartbeat = 200ms;
    if (change)
        change(config);
    auto listener = Listener::open(config);
    QVERIFY2(listener.has_value(), qPrintable(listener ? QString() : listener.error()));
    m_listener = std::move(*listener);
    m_listener->run(m_handler, m_hub);
}

void ListenerTest::ambiguousOrBrokenRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray host = "Host: a\r\n";
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << "GET / HTTP/1.1\r\n" + host + host + "\r\n" << 400;
    QTest::newRow("host with a path") << QByteArray("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") << 400;
    QTest::newRow("length and chunked")
        << "POST / HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        << 400;
    QTest::newRow("two lengths") << "POST / HTTP/1.1\r\n" + host
            + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde"
                                 << 400;
    QTest::newRow("length with a sign")
        << "POST / HTTP/1.1\r\n" + host + "Content-Length: +4\r\n\r\nabcd" << 400;
    QTest::newRow("length that is no number")
        << "POST / HTTP/1.1\r\n" + host + "Content-Length: 4x\r\n\r\nabcd" << 400;
    QTest::newRow("length as a list")
        << "POST / HTTP/1.1\r\n" + host + "Content-Length: 4, 4\r\n\r\nabcd" << 400;
    QTest::newRow("unknown transfer coding")
        << "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
        << 501;
    QTest::newRow("transfer coding that only ends like one") << "POST / HTTP/1.1\r\n" + host
            + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" << 501;
    QTest::newRow("chunked in HTTP/1.0")
        << "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        << 400;
    QTest::newRow("broken chunk") << "POST / HTTP/1.1\r\n" + host
            + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n"
                                  << 400;
    QTest::newRow("no request line") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("space before a colon") << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n\r\n") << 400;
    QTest::newRow("HTTP/2.0") << "GET / HTTP/2.0\r\n" + host + "\r\n" << 505;
    QTest::newRow("huge header") << "GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(20'000, 'x') + "\r\n\r\n"
                                 << 431;
    QTest::newRow("body above the route's limit")
        << "POST / HTTP/1.1\r\n" + host + "Content-Length: 1001\r\n\r\n" + QByteArray(1001, 'x') << 413;
    QTest::newRow("chunked body above the route's limit") << "POST / HTTP/1.1\r\n" + host
            + "Transfer-Encoding: chunked\r\n\r\n" + "7d0\r\n" + QByteArray(2000, 'x')
            + "\r\n0\r\n\r\n" << 413;
    QTest::newRow("compressed body") << "POST / HTTP/1.1\r\n" + host
            + "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx"
                                     << 415;
    QTest::newRow("broken escape in the path") << "GET /%zz HTTP/1.1\r\n" + host + "\r\n" << 400;
    QTest::newRow("zero byte in the path") << "GET /%00 HTTP/1.1\r\n" + host + "\r\n" << 400;
    QTest::newRow("path that is not UTF-8") << "GET /%ff HTTP/1.1\r\n" + host + "\r\n" << 400;
    QTest::newRow("target without a slash") << "GET x HTTP/1.1\r\n" + host + "\r\n" << 400;
}

void ListenerTest::ambiguousOrBrokenRequestsAreRefused()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);

    QByteArray bytes = probe().sendRaw(request + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
    const ProbeAnswer answer = HttpProbe::takeAnswer(bytes);

    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(answer.header("connection"), QByteArray("close"));
    QCOMPARE(bytes, QByteArray()); // nothing after it was taken for a request
}

void ListenerTest::everyAnswerHasTheDate()
{
    const QByteArray date = probe().send("GET", "/third").header("date");
    const QString format = u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s;
    QDateTime told = QLocale::c().toDateTime(QString::fromLatin1(date), format);
    told.setTimeSpec(Qt::UTC);
    QVERIFY2(qAbs(told.secsTo(QDateTime::currentDateTimeUtc())) <= 5, date.constData());
    QCOMPARE(QLocale::c().toString(told, format).toLatin1(), date); // weekday and leading zeros too
}

void ListenerTest::everyAnswerCarriesSecurityHeaders_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("answer") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QTest::newRow("not found") << QByteArray("GET /missing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QTest::newRow("broken") << QByteArray("x\r\n\r\n");
    QTest::newRow("stream") << QByteArray("GET /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
}

void ListenerTest::everyAnswerCarriesSecurityHeaders()
{
    QFETCH(const QByteArray, request);

    QByteArray bytes = probe().sendRaw(request);
    const ProbeAnswer answer = HttpProbe::takeAnswer(bytes);

    QVERIFY(answer.header("content-security-policy").contains("default-src 'none'"));
    QCOMPARE(answer.header("x-content-type-options"), QByteArray("nosniff"));
    QCOMPARE(answer.header("referrer-policy"), QByteArray("no-referrer"));
    QCOMPARE(answer.header("cross-origin-opener-policy"), QByteArray("same-origin"));
    QCOMPARE(answer.header("cache-control"), QByteArray("no-store"));
    QVERIFY(!answer.header("x-request-id").isEmpty());
}

void ListenerTest::properRequestsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
                           << QByteArray("\"GET /a  127.0.0.1\"");
    QTest::newRow("body") << QByteArray("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nxyz")
                          << QByteArray("\"POST /a xyz 127.0.0.1\"");
    QTest::newRow("chunked body") << QByteArray(
        "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nxy\r\n1;e=1\r\nz\r\n0\r\n\r\n")
                                  << QByteArray("\"POST /a xyz 127.0.0.1\"");
    QTest::newRow("waits for 100") << QByteArray(
        "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx")
                                   << QByteArray("\"POST /a x 127.0.0.1\"");
    QTest::newRow("absolute target") << QByteArray("GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n")
                                     << QByteArray("\"GET /b  127.0.0.1\"");
    QTest::newRow("HTTP/1.0 without a host")
        << QByteArray("GET /a HTTP/1.0\r\n\r\n") << QByteArray("\"GET /a  127.0.0.1\"");
    QTest::newRow("escapes") << QByteArray("GET /%C3%A4 HTTP/1.1\r\nHost: a\r\n\r\n")
                             << QByteArray("\"GET /\xC3\xA4  127.0.0.1\"");
}

void ListenerTest::properRequestsAreUnderstood()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, body);

    QByteArray bytes = probe().sendRaw(request, true);
    const ProbeAnswer answer = HttpProbe::takeAnswer(bytes);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, body);
}

void ListenerTest::pipelinedRequestsAreAnsweredInOrder()
{
    QByteArray requests;
    for (int i = 0; i < 20; ++i)
        requests += "GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";

    QByteArray bytes = probe().sendRaw(requests, true);

    for (int i = 0; i < 20; ++i)
        QCOMPARE(HttpProbe::takeAnswer(bytes).body, "\"GET /" + QByteArray::number(i) + "  127.0.0.1\"");
    QCOMPARE(bytes, QByteArray());
}

void ListenerTest::aHeadRequestHasALengthButNoBody()
{
    QByteArray bytes = probe().sendRaw("HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const ProbeAnswer answer = HttpProbe::takeAnswer(bytes, false);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-length"), QByteArray("20"));
    QCOMPARE(bytes, QByteArray());
}

void ListenerTest::aStreamComesInChunks()
{
    const ProbeAnswer answer = probe().send("GET", "/stream");

    QCOMPARE(answer.header("transfer-encoding"), QByteArray("chunked"));
    QCOMPARE(answer.body, QByteArray("1 2 3 "));
}

void ListenerTest::aStreamForHttp10EndsWithTheConnection()
{
    const QByteArray bytes = probe().sendRaw("GET /stream HTTP/1.0\r\n\r\n");

    QVERIFY(bytes.endsWith("\r\n\r\n1 2 3 "));
    QVERIFY(!bytes.contains("chunked"));
}

void ListenerTest::aSlowHeaderEndsWith408()
{
    QByteArray bytes = probe().sendRaw("GET / HTTP/1.1\r\nHost:");

    QCOMPARE(HttpProbe::takeAnswer(bytes).status, 408);
}

void ListenerTest::halfClosedClientsStillGetTheirAnswer()
{
    std::thread releaser([this] {
        while (!m_handler.release())
            std::this_thread::yield();
    });
    QByteArray bytes = probe().sendRaw("GET /later HTTP/1.1\r\nHost: a\r\n\r\n", true);
    releaser.join();

    QCOMPARE(HttpProbe::takeAnswer(bytes).body, QByteArray("\"released\""));
}

void ListenerTest::aForgottenReplyIsAnsweredWith500()
{
    QCOMPARE(probe().send("GET", "/forgotten").status, 500);
}

void ListenerTest::stoppingAnswersWhatIsUnderWay()
{
    QTcpSocket idle;
    idle.connectToHost(u"127.0.0.1"_s, m_listener->port());
    QTcpSocket busy;
    busy.connectToHost(u"127.0.0.1"_s, m_listener->port());
    QVERIFY(idle.waitForConnected() && busy.waitForConnected());
    busy.write("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(m_handler.isWaiting());
    QTRY_COMPARE(m_listener->connectionCount(), 2);

    std::thread stopper([this] { m_listener->stop(); });
    const bool isIdleClosed = QTest::qWaitFor([this] { return m_listener->connectionCount() == 1; });
    const bool isReleased = m_handler.release();
    stopper.join();
    QVERIFY(isIdleClosed);
    QVERIFY(isReleased);

    QVERIFY(busy.waitForReadyRead(3000));
    QByteArray bytes = busy.readAll();
    QCOMPARE(HttpProbe::takeAnswer(bytes).body, QByteArray("\"released\""));
}

void ListenerTest::tooManyConnectionsAreTurnedAway()
{
    start([](ListenerConfig &config) { config.maxConnections = 1; });
    QTcpSocket first;
    first.connectToHost(u"127.0.0.1"_s, m_listener->port());
    QVERIFY(first.waitForConnected());
    first.write("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(m_handler.isWaiting());

    QByteArray bytes = probe().sendRaw({});

    QCOMPARE(HttpProbe::takeAnswer(bytes).status, 503);
    QVERIFY(m_handler.release());
    QVERIFY(first.waitForReadyRead(3000));
    QVERIFY(first.readAll().contains("released"));
}

void ListenerTest::silentConnectionsGiveWay()
{
    start([](ListenerConfig &config) { config.maxConnections = 2; });
    QTcpSocket older;
    QTcpSocket newer;
    for (QTcpSocket *socket : {&older, &newer}) {
        const int before = m_listener->connectionCount();
        socket->connectToHost(u"127.0.0.1"_s, m_listener->port());
        QVERIFY(socket->waitForConnected());
        socket->write("GET /first HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(socket->waitForReadyRead(3000)); // idle from now on
        QCOMPARE(m_listener->connectionCount(), before + 1);
    }

    const ProbeAnswer answer = probe().send("GET", "/third");

    QCOMPARE(answer.status, 200);
    QVERIFY(older.waitForDisconnected(3000) || older.state() == QAbstractSocket::UnconnectedState);
    newer.readAll();
    newer.write("GET /again HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(newer.waitForReadyRead(3000));
}

void ListenerTest::bodiesThatAnnounceTooMuchTogetherAreTurnedAway()
{
    m_handler.bodyLimit = 100'000;
    start([](ListenerConfig &config) { config.maxBodyBytes = 100'000; });
    const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n";
    QTcpSocket first;
    first.connectToHost(u"127.0.0.1"_s, m_listener->port());
    QVERIFY(first.waitForConnected());
    first.write("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 60000\r\n\r\n");
    QVERIFY(first.waitForReadyRead(3000)); // "100 Continue": it counts from now on

    QByteArray second = probe().sendRaw(head + QByteArray(60'000, 'x'));
    const ProbeAnswer small = probe().send("POST", "/", {}, QByteArray(1000, 'x'));
    first.abort();
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QByteArray third = probe().sendRaw(head + QByteArray(60'000, 'x'), true);

    const ProbeAnswer refused = HttpProbe::takeAnswer(second);
    QCOMPARE(refused.status, 503);
    QVERIFY(!refused.header("retry-after").isEmpty());
    QCOMPARE(small.status, 200);
    QCOMPARE(HttpProbe::takeAnswer(third).status, 200);
}

void ListenerTest::eventStreamsAreWokenAndEnd()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_listener->port());
    QVERIFY(socket.waitForConnected());
    socket.write("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(m_hub.subscriberCount(), 1);

    m_hub.publish(u"another store"_s);
    m_hub.publish(u"store"_s);

    QByteArray bytes;
    QTRY_VERIFY((bytes += socket.readAll()).contains("event: change\ndata: {}\n\n"));
    QCOMPARE(bytes.count("event: change"), 1);
    QTRY_VERIFY((bytes += socket.readAll()).contains(": still here"));
    socket.abort();
    QTRY_COMPARE(m_hub.subscriberCount(), 0);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void ListenerTest::onlyTrustedProxiesNameTheClient_data()
{
    QTest::addColumn<QStringList>("trusted");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<QByteArray>("seen");
    QTest::newRow("nobody is trusted") << QStringList() << QByteArray("1.2.3.4") << QByteArray("127.0.0.1\"");
    QTest::newRow("the proxy is trusted")
        << QStringList{u"127.0.0.0/8"_s} << QByteArray("1.2.3.4") << QByteArray("1.2.3.4 secure\"");
    QTest::newRow("what the client made up is not believed")
        << QStringList{u"127.0.0.0/8"_s} << QByteArray("9.9.9.9, 1.2.3.4") << QByteArray("1.2.3.4 secure\"");
    QTest::newRow("two proxies") << QStringList{u"127.0.0.0/8"_s, u"10.0.0.0/8"_s}
                                 << QByteArray("9.9.9.9, 1.2.3.4, 10.1.1.1")
                                 << QByteArray("1.2.3.4 secure\"");
    QTest::newRow("no address") << QStringList{u"127.0.0.0/8"_s} << QByteArray("unknown")
                                << QByteArray("127.0.0.1 secure\"");
}

void ListenerTest::onlyTrustedProxiesNameTheClient()
{
    QFETCH(const QStringList, trusted);
    QFETCH(const QByteArray, forwardedFor);
    QFETCH(const QByteArray, seen);
    start([&](ListenerConfig &config) { config.trustedProxies = *TrustedProxies::parse(trusted); });

    const ProbeAnswer answer =
        probe().send("GET", "/", {{"X-Forwarded-For", forwardedFor}, {"X-Forwarded-Proto", "https"}});

    QVERIFY2(answer.body.endsWith(seen), answer.body.constData());
    QCOMPARE(!answer.header("strict-transport-security").isEmpty(), seen.contains("secure"));
}

void ListenerTest::anAddressInUseIsOneSentence()
{
    ListenerConfig config;
    config.port = m_listener->port();

    const auto second = Listener::open(config);

    QVERIFY(!second);
    QVERIFY2(second.error().startsWith(u"Cannot listen on 127.0.0.1:"), qPrintable(second.error()));
}

QTEST_GUILESS_MAIN(ListenerTest)
#include "tst_listener.moc"
