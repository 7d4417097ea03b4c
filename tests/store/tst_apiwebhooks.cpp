// SPDX-License-Identifier: Apache-2.0
#include "store/api/webhooks.h"
#include "store/orderbook/statement.h"
#include "tests/support/apifixture.h"

#include <QLoggingCategory>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::test;

class ApiWebhooksTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngineRows(); }
    void init();
    void cleanup()
    {
        m_api.orders().database().setEngineListener({});
        m_api.close();
    }

    void aSignedEventNamesItsOrdersAndWakesTheEngine();
    void anEventThatCameBeforeDoesNothing();
    void anEventWithoutOrdersWakesTheEngine();
    void oneOfSeveralSignaturesIsEnough();
    void anythingElseIsRefusedAlike_data();
    void anythingElseIsRefusedAlike();
    void wrongBodiesAreNamed_data();
    void wrongBodiesAreNamed();
    void aFloodHasToWait();

private:
    [[nodiscard]] HttpProbe::Headers signedHeaders(const QByteArray &body, const QByteArray &id,
                                                   qint64 secondsOff = 0);
    [[nodiscard]] ProbeAnswer send(const QString &engine, const HttpProbe::Headers &headers,
                                   const QByteArray &body);
    [[nodiscard]] QString wakes();
    [[nodiscard]] QString events();

    ApiFixture m_api;
    QString m_engine;
    QString m_silent; ///< An engine without a secret.
    QString m_secret;
    std::atomic<int> m_woken = 0;
};

void ApiWebhooksTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLoggingCategory::setFilterRules(u"mc.store.access=false"_s);
    m_api.open(engine);
    m_secret = Keyring::newWebhookSecret();
    (void)m_api.orders().database().writeAndWait([this](Tx &tx) {
        EngineRepository engines(tx);
        EngineRow row;
        row.store = m_api.orders().storeId();
        row.type = u"vendure"_s;
        m_silent = engines.add(row);
        m_engine = engines.add(row);
        engines.setWebhookSecret(row.store, m_engine,
                                 m_api.keyring().seal(WebhookSecretPurpose, m_secret.toLatin1()));
    });
    m_woken = 0;
    m_api.orders().database().setEngineListener([this](const QString &id) { m_woken += id == m_engine; });
}

HttpProbe::Headers ApiWebhooksTest::signedHeaders(const QByteArray &body, const QByteArray &id,
                                                  qint64 secondsOff)
{
    const QByteArray at = QByteArray::number(QDateTime::currentSecsSinceEpoch() + secondsOff);
    return {{"Content-Type", "application/json"},
            {"webhook-id", id},
            {"webhook-timestamp", at},
            {"webhook-signature", webhookSignature(m_secret, id, at, body)}};
}

ProbeAnswer ApiWebhooksTest::send(const QString &engine, const HttpProbe::Headers &headers,
                                  const QByteArray &body)
{
    return m_api.probe().send("POST", "/v1/webhooks/" + engine.toLatin1(), headers, body);
}

QString ApiWebhooksTest::wakes()
{
    QStringList all;
    m_api.orders().database().readAndWait([&](Tx &tx) {
        Statement rows(tx, u"SELECT external_id FROM engine_wake ORDER BY external_id"_s);
        for (bool more = rows.first(); more; more = rows.next())
            all.append(u'"' + rows.text(0) + u'"');
    });
    return all.join(u' ');
}

QString ApiWebhooksTest::events()
{
    return sqlValue(m_api.orders().database(), u"SELECT COUNT(*) FROM webhook_event"_s);
}

void ApiWebhooksTest::aSignedEventNamesItsOrdersAndWakesTheEngine()
{
    const QByteArray body = R"({"orders":["7","8"],"type":"OrderStateTransitionEvent","state":"Shipped"})";

    const ProbeAnswer answer = send(m_engine, signedHeaders(body, "msg_1"), body);

    QCOMPARE(answer.status, 204);
    QVERIFY(answer.body.isEmpty());
    QCOMPARE(wakes(), uR"("7" "8")"_s);
    QTRY_COMPARE(m_woken.load(), 1);
    const EngineRow row = m_api.orders().write([this](Orderbook &, Tx &tx) {
        return EngineRepository(tx).findAnywhere(m_engine).value_or(EngineRow());
    });
    QVERIFY(!row.sealedWebhookSecret.contains(m_secret.toLatin1()));
}

void ApiWebhooksTest::anEventThatCameBeforeDoesNothing()
{
    const QByteArray body = R"({"orders":["7"]})";
    const QByteArray other = R"({"orders":["8"]})";
    QCOMPARE(send(m_engine, signedHeaders(body, "msg_1"), body).status, 204);

    const ProbeAnswer again = send(m_engine, signedHeaders(body, "msg_1"), body);
    const ProbeAnswer sameId = send(m_engine, signedHeaders(other, "msg_1"), other);

    QCOMPARE(again.status, 204);
    QCOMPARE(sameId.status, 204);
    QCOMPARE(wakes(), uR"("7")"_s);
    QCOMPARE(events(), u"1"_s);
}

void ApiWebhooksTest::anEventWithoutOrdersWakesTheEngine()
{
    QCOMPARE(send(m_engine, signedHeaders("{}", "msg_1"), "{}").status, 204);

    QCOMPARE(wakes(), uR"("")"_s);
    QTRY_COMPARE(m_woken.load(), 1);
}

void ApiWebhooksTest::oneOfSeveralSignaturesIsEnough()
{
    HttpProbe::Headers headers = signedHeaders("{}", "msg_1");
    headers.last().second = "v1,old v1a,other " + headers.last().second;

    QCOMPARE(send(m_engine, headers, "{}").status, 204);
}

void ApiWebhooksTest::anythingElseIsRefusedAlike_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"unknown engine", "no secret", "other secret", "other body", "other id", "other time", "too old",
          "from the future", "no signature", "no id", "two ids", "no time", "bearer instead"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void ApiWebhooksTest::anythingElseIsRefusedAlike()
{
    QFETCH(const QString, what);
    const QByteArray body = R"({"orders":["7"]})";
    const qint64 off = what == u"too old" ? -400 : what == u"from the future" ? 400 : 0;
    if (what == u"other secret")
        m_secret = Keyring::newWebhookSecret();
    HttpProbe::Headers headers = signedHeaders(body, "msg_1", off);
    if (what == u"other id")
        headers[1].second = "msg_2";
    if (what == u"other time")
        headers[2].second = QByteArray::number(headers[2].second.toLongLong() + 1);
    if (what == u"two ids")
        headers.append(headers[1]);
    for (const auto &[name, place] :
         {std::pair(u"no signature"_s, 3), std::pair(u"no id"_s, 1), std::pair(u"no time"_s, 2)}) {
        if (what == name)
            headers.removeAt(place);
    }
    if (what == u"bearer instead") {
        headers = ApiFixture::typed(m_api.staff(Role::Owner), "application/json");
    }
    const QString engine = what == u"unknown engine" ? newUuid7()
        : what == u"no secret"                       ? m_silent
                                                     : m_engine;

    const ProbeAnswer answer = send(engine, headers, what == u"other body" ? R"({"orders":["8"]})" : body);

    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.problemType(), u"unauthenticated"_s);
    QCOMPARE(answer.header("www-authenticate"), QByteArray("Webhook-Signature"));
    QCOMPARE(answer.body, send(newUuid7(), signedHeaders(body, "msg_1"), body).body);
    QCOMPARE(wakes(), QString());
    QCOMPARE(events(), u"0"_s);
}

void ApiWebhooksTest::wrongBodiesAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("order=7") << 400;
    QTest::newRow("no list") << QByteArray(R"({"orders":"7"})") << 400;
    QTest::newRow("no ids") << QByteArray(R"({"orders":[7]})") << 400;
    QTest::newRow("too many") << QByteArray(R"({"orders":[)" + QByteArray(R"("7",)").repeated(100)
                                            + R"("7"]})")
                              << 400;
    QTest::newRow("too large") << QByteArray(R"({"a":")" + QByteArray(70'000, 'x') + R"("})") << 413;
}

void ApiWebhooksTest::wrongBodiesAreNamed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);

    const ProbeAnswer answer = send(m_engine, signedHeaders(body, "msg_1"), body);

    QCOMPARE(answer.status, status);
    QCOMPARE(events(), u"0"_s);
}

void ApiWebhooksTest::aFloodHasToWait()
{
    ProbeAnswer last;
    for (int i = 0; i < 400 && last.status != 429; ++i)
        last = send(m_engine, {{"Content-Type", "application/json"}}, "{}");

    QCOMPARE(last.status, 429);
    QVERIFY(last.header("retry-after").toInt() > 0);
}

QTEST_GUILESS_MAIN(ApiWebhooksTest)
#include "tst_apiwebhooks.moc"
