// SPDX-License-Identifier: Apache-2.0
// The program behind TLS of its own, and behind a reverse proxy: what a client sees, and whom the store
// believes.
#include "tests/support/httpprobe.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc::test;

namespace {

const QString Program = QStringLiteral(MC_MERCHANT_STORE);

/// A running store with a few sample orders; it ends with this object.
class Service final
{
public:
    Service() = default;
    ~Service()
    {
        process.closeWriteChannel();
        if (!process.waitForFinished(10'000))
            process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Service)

    [[nodiscard]] bool start(const QString &folder, const QStringList &more)
    {
        process.start(Program,
                      QStringList{u"serve"_s, u"--data"_s, folder, u"--listen"_s, u"127.0.0.1:0"_s,
                                  u"--demo"_s, u"5"_s, u"--exit-with-stdin"_s}
                          + more);
        while (process.state() != QProcess::NotRunning && !process.canReadLine()) {
            if (!process.waitForReadyRead(30'000))
                return false;
        }
        url = QUrl(QJsonDocument::fromJson(process.readLine()).object()[u"url"_s].toString());
        return url.isValid();
    }
    [[nodiscard]] HttpProbe probe() const { return HttpProbe(static_cast<quint16>(url.port())); }

    QProcess process;
    QUrl url;
};

QByteArray signInBody(const QByteArray &email)
{
    return R"({"email":")" + email + R"(","password":"not the password","device":"test"})";
}

} // namespace

class TlsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aClientThatTrustsTheCertificateIsServed();
    void aClientThatDoesNotTrustItIsNotFooled();
    void plainHttpOnTheTlsPortIsNotAnswered();
    void aWrongKeyEndsTheStartWithOneLine();
    void onlyATrustedProxyNamesTheClient_data();
    void onlyATrustedProxyNamesTheClient();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList tls() const
    {
        return {u"--tls-cert"_s, file(u"cert.pem"_s), u"--tls-key"_s, file(u"key.pem"_s)};
    }

    QTemporaryDir m_folder;
};

void TlsTest::initTestCase()
{
    for (const QString &name : {u"key.pem"_s, u"other.pem"_s}) {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s,
                       file(name), u"-out"_s, file(name == u"key.pem"_s ? u"cert.pem"_s : u"unused.pem"_s),
                       u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                       u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s});
        QVERIFY2(openssl.waitForFinished(60'000) && openssl.exitCode() == 0, "openssl makes a certificate");
    }
}

void TlsTest::aClientThatTrustsTheCertificateIsServed()
{
    Service service;
    QVERIFY(service.start(file(u"trusted"_s), tls()));
    QCOMPARE(service.url.scheme(), u"https"_s);

    QSslSocket socket;
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(file(u"cert.pem"_s)));
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(service.url.port()));
    QVERIFY2(socket.waitForEncrypted(20'000), qPrintable(socket.errorString()));
    QVERIFY(socket.sessionProtocol() == QSsl::TlsV1_2 || socket.sessionProtocol() == QSsl::TlsV1_3);

    socket.write("GET /v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    // Whoever came by TLS once must not be lured to plain HTTP later.
    QVERIFY(answer.toLower().contains("\r\nstrict-transport-security: "));
}

void TlsTest::aClientThatDoesNotTrustItIsNotFooled()
{
    Service service;
    QVERIFY(service.start(file(u"untrusted"_s), tls()));
    QSslSocket socket;
    socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(service.url.port()));
    QVERIFY(!socket.waitForEncrypted(20'000));
}

void TlsTest::plainHttpOnTheTlsPortIsNotAnswered()
{
    Service service;
    QVERIFY(service.start(file(u"plain"_s), tls()));
    const QByteArray answer = service.probe().sendRaw("GET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(!answer.contains("HTTP/1.1 200"));
}

void TlsTest::aWrongKeyEndsTheStartWithOneLine()
{
    QProcess process;
    process.start(Program,
                  {u"serve"_s, u"--data"_s, file(u"wrong"_s), u"--listen"_s, u"127.0.0.1:0"_s, u"--demo"_s,
                   u"5"_s, u"--tls-cert"_s, file(u"cert.pem"_s), u"--tls-key"_s, file(u"other.pem"_s)});
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY(process.exitCode() != 0);
    QCOMPARE(process.readAllStandardError().trimmed().count('\n'), 0);
}

void TlsTest::onlyATrustedProxyNamesTheClient_data()
{
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<bool>("isBelieved");
    QTest::newRow("the proxy is trusted") << u"127.0.0.0/8"_s << true;
    QTest::newRow("another range is trusted") << u"10.0.0.0/8"_s << false;
    QTest::newRow("nobody is trusted") << QString() << false;
}

// Wrong passwords count for the address they come from. One address in front of many accounts is throttled; a
// header that anybody can write must not help, unless the proxy that wrote it is the operator's own.
void TlsTest::onlyATrustedProxyNamesTheClient()
{
    QFETCH(QString, trusted);
    QFETCH(bool, isBelieved);
    Service service;
    const QString folder = file(u"proxy-"_s + QString::number(qHash(trusted)));
    QVERIFY(service.start(folder,
                          trusted.isEmpty() ? QStringList{} : QStringList{u"--trusted-proxy"_s, trusted}));

    bool isThrottled = false;
    for (int i = 0; i < 60 && !isThrottled; ++i) {
        const QByteArray number = QByteArray::number(i);
        const ProbeAnswer answer = service.probe().send(
            "POST", "/v1/sessions",
            {{"Content-Type", "application/json"}, {"X-Forwarded-For", "198.51.100." + number}},
            signInBody("nobody" + number + "@example.com"));
        isThrottled = answer.status == 429;
        QVERIFY2(isThrottled || answer.status == 401, answer.body.constData());
    }
    QCOMPARE(isThrottled, !isBelieved);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
