// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "tests/support/apifixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::test;

class ApiOrdersTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngineRows(); }
    void init();
    void cleanup() { m_api.close(); }

    void aSnapshotHasAllOrdersNewestFirst();
    void aSnapshotIsTakenUpWhereItStopped();
    void aSnapshotComesInParts_data();
    void aSnapshotComesInParts();
    void aPartHasALimit_data();
    void aPartHasALimit();
    void changesTellAboutACancellation();
    void aStrangeCursorGives410();
    void theStreamTellsThatSomethingChanged();
    void shippingAndCancellingExcludeEachOther();
    void theOrderHasAnETag();
    void ordersAreImportedFromShopify();

private:
    ApiFixture m_api;
};

void ApiOrdersTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLoggingCategory::setFilterRules(u"mc.store.access=false"_s);
    m_api.open(engine);
}

void ApiOrdersTest::aSnapshotHasAllOrdersNewestFirst()
{
    for (int i = 0; i < 300; ++i) {
        m_api.orders().addOrder(u"A-%1"_s.arg(i),
                                [i](Order &order) { order.placedAtUtc = order.placedAtUtc.addSecs(-i); });
    }

    const ProbeAnswer answer = m_api.probe().send("GET", "/v1/orders", m_api.staff(Role::Viewer));

    const QList<QByteArray> lines = answer.body.trimmed().split('\n');
    QCOMPARE(QJsonDocument::fromJson(lines.first())[u"total"_s].toInt(), 300);
    QCOMPARE(lines.last(), QByteArray("{\"end\":true}"));
    QStringList numbers;
    for (const QByteArray &line : lines) {
        if (const auto order = orderFromBytes(line))
            numbers.append(order->number);
    }
    QCOMPARE(numbers.size(), 300);
    QCOMPARE(numbers.first(), u"A-0"_s);
    QCOMPARE(numbers.last(), u"A-299"_s);
}

void ApiOrdersTest::aSnapshotIsTakenUpWhereItStopped()
{
    for (int i = 0; i < 260; ++i) {
        m_api.orders().addOrder(u"A-%1"_s.arg(i),
                                [i](Order &order) { order.placedAtUtc = order.placedAtUtc.addSecs(-i); });
    }
    const auto viewer = m_api.staff(Role::Viewer);
    const QList<QByteArray> lines =
        m_api.probe().send("GET", "/v1/orders", viewer).body.trimmed().split('\n');
    QByteArray resume;
    for (const QByteArray &line : lines) {
        if (line.startsWith("{\"resume\""))
            resume = QJsonDocument::fromJson(line)[u"resume"_s].toString().toLatin1();
    }
    QVERIFY(!resume.isEmpty());
    m_api.orders().addOrder(u"late"_s);

    const ProbeAnswer rest = m_api.probe().send("GET", "/v1/orders?from=" + resume, viewer);

    const QList<QByteArray> restLines = rest.body.trimmed().split('\n');
    QCOMPARE(restLines.size(), 1 + 10 + 1);
    QCOMPARE(QJsonDocument::fromJson(restLines.first())[u"cursor"_s].toString(),
             QJsonDocument::fromJson(lines.first())[u"cursor"_s].toString());
    QCOMPARE(m_api.probe().send("GET", "/v1/orders?from=nonsense", viewer).status, 400);
}

void ApiOrdersTest::aSnapshotComesInParts_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("less than a page") << 120 << QList<int>{120, 120, 120, 120, 60};
    QTest::newRow("a page") << 250 << QList<int>{250, 250, 40};
    QTest::newRow("a page and a rest") << 270 << QList<int>{270, 270};
    QTest::newRow("all there are") << 540 << QList<int>{540};
    QTest::newRow("the most") << 100'000 << QList<int>{540};
}

void ApiOrdersTest::aSnapshotComesInParts()
{
    QFETCH(const int, limit);
    QFETCH(const QList<int>, sizes);
    for (int i = 0; i < 540; ++i) {
        m_api.orders().addOrder(u"A-%1"_s.arg(i),
                                [i](Order &order) { order.placedAtUtc = order.placedAtUtc.addSecs(-i); });
    }
    const auto viewer = m_api.staff(Role::Viewer);
    const QByteArray path = "/v1/orders?limit=" + QByteArray::number(limit);

    QByteArray from;
    QByteArray cursor;
    QStringList numbers;
    for (qsizetype part = 0; part < sizes.size(); ++part) {
        const ProbeAnswer answer =
            m_api.probe().send("GET", from.isEmpty() ? path : path + "&from=" + from, viewer);
        const QList<QByteArray> lines = answer.body.trimmed().split('\n');
        const qsizetype before = numbers.size();
        for (const QByteArray &line : lines) {
            if (const auto order = orderFromBytes(line))
                numbers.append(order->number);
        }
        QCOMPARE(numbers.size() - before, sizes.at(part));
        const QJsonDocument last = QJsonDocument::fromJson(lines.last());
        const bool isLast = part == sizes.size() - 1;
        QCOMPARE(last[u"end"_s].toBool(), isLast);
        QCOMPARE(last[u"hasMore"_s].toBool(), !isLast);
        from = last[u"resume"_s].toString().toLatin1();
        const QByteArray named = QJsonDocument::fromJson(lines.first())[u"cursor"_s].toString().toLatin1();
        QVERIFY(cursor.isEmpty() || named == cursor);
        cursor = named;
        m_api.orders().addOrder(u"late-%1"_s.arg(part)); // the changes since the cursor have it
    }
    for (int i = 0; i < 540; ++i)
        QCOMPARE(numbers.value(i), u"A-%1"_s.arg(i));
}

void ApiOrdersTest::aPartHasALimit_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<int>("status");
    QTest::newRow("one") << "1"_ba << 200;
    QTest::newRow("none") << "0"_ba << 400;
    QTest::newRow("below") << "-1"_ba << 400;
    QTest::newRow("too many") << "100001"_ba << 400;
    QTest::newRow("no number") << "many"_ba << 400;
}

void ApiOrdersTest::aPartHasALimit()
{
    QFETCH(const QByteArray, limit);
    QFETCH(const int, status);
    QCOMPARE(m_api.probe().send("GET", "/v1/orders?limit=" + limit, m_api.staff(Role::Viewer)).status,
             status);
}

void ApiOrdersTest::changesTellAboutACancellation()
{
    const QByteArray order = m_api.orders().addOrder(u"A-1"_s).toString().toLatin1();
    const auto owner = m_api.staff(Role::Owner);
    const QByteArray head = m_api.probe().send("GET", "/v1/orders", owner).body.split('\n').first();
    const QByteArray cursor = QJsonDocument::fromJson(head)[u"cursor"_s].toString().toLatin1();

    const ProbeAnswer made = m_api.probe().send(
        "POST", "/v1/orders/" + order + "/cancellations",
        ApiFixture::keyed(ApiFixture::typed(owner, "application/json")), R"({"reasonCode":"out_of_stock"})");
    const ProbeAnswer changes = m_api.probe().send("GET", "/v1/changes?after=" + cursor, owner);
    const QByteArray next = changes.json()[u"cursor"_s].toString().toLatin1();
    const ProbeAnswer nothing = m_api.probe().send("GET", "/v1/changes?after=" + next, owner);

    QCOMPARE(made.status, 202);
    const QJsonArray orders = changes.json()[u"orders"_s].toArray();
    QCOMPARE(orders.size(), 1);
    QCOMPARE(orders.first()[u"itemStatus"_s].toString(), u"cancellation_requested"_s);
    QCOMPARE(nothing.json()[u"orders"_s].toArray().size(), 0);
    QCOMPARE(nothing.json()[u"hasMore"_s].toBool(true), false);
}

void ApiOrdersTest::aStrangeCursorGives410()
{
    const auto viewer = m_api.staff(Role::Viewer);

    QCOMPARE(m_api.probe().send("GET", "/v1/changes?after=from-another-life", viewer).status, 410);
    QCOMPARE(m_api.probe().send("GET", "/v1/changes", viewer).status, 400);
    QCOMPARE(m_api.probe().send("GET", "/v1/changes?after=x&limit=0", viewer).status, 400);
}

void ApiOrdersTest::theStreamTellsThatSomethingChanged()
{
    const auto viewer = m_api.staff(Role::Viewer);

    const ProbeAnswer stream = m_api.probe().send("GET", "/v1/changes/stream", viewer);

    QCOMPARE(stream.status, 200);
    QCOMPARE(stream.header("content-type"), QByteArray("text/event-stream"));
    QVERIFY2(stream.body.startsWith("retry: "), stream.body.constData());
}

void ApiOrdersTest::shippingAndCancellingExcludeEachOther()
{
    const QByteArray path = "/v1/orders/" + m_api.orders().addOrder(u"A-1"_s).toString().toLatin1();
    const auto owner = ApiFixture::typed(m_api.staff(Role::Owner), "application/json");
    const auto post = [&](const QByteArray &what, const QByteArray &body) {
        return m_api.probe().send("POST", path + what, ApiFixture::keyed(owner), body);
    };

    QCOMPARE(post("/cancellations", R"({"reasonCode":"other"})").status, 202);
    const ProbeAnswer held = post("/shipments", R"({"kind":"intent"})");
    const ProbeAnswer again = post("/cancellations", R"({"reasonCode":"other"})");

    QCOMPARE(held.status, 409);
    QCOMPARE(held.problemType(), u"order-held"_s);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.problemType(), u"order-not-cancellable"_s);
    QCOMPARE(again.json()[u"obstacle"_s].toString(), u"already_requested"_s);
}

void ApiOrdersTest::theOrderHasAnETag()
{
    const QByteArray path = "/v1/orders/" + m_api.orders().addOrder(u"A-1"_s).toString().toLatin1();
    const auto viewer = m_api.staff(Role::Viewer);

    const ProbeAnswer first = m_api.probe().send("GET", path, viewer);
    const ProbeAnswer again =
        m_api.probe().send("GET", path, ApiFixture::with(viewer, "If-None-Match", first.header("etag")));

    QCOMPARE(first.header("etag"), '"' + QByteArray::number(first.json()[u"version"_s].toInteger()) + '"');
    QCOMPARE(again.status, 304);
}

void ApiOrdersTest::ordersAreImportedFromShopify()
{
    const QByteArray csv =
        "Name,Email,Financial Status,Fulfillment Status,Currency,Total,Shipping,Created at,"
        "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Name,Shipping City,Id\r\n"
        "#1001,mia@example.com,paid,unfulfilled,EUR,35.00,5.00,2026-11-20 13:28:00 +0100,"
        "2,\"Mug, \"\"blue\"\"\nlarge\",10.00,M-1,Mia Berg,Oslo,77\r\n"
        "#1001,mia@example.com,,,,,,,1,Tea,10.00,T-1,,,\r\n"
        "#1002,x@example.com,paid,,EUR,oops,0,2026-11-20 13:28:00 +0100,1,Tea,1.00,,,,78\r\n";
    const auto shop = ApiFixture::typed(m_api.token({u"orders:write"_s}), "text/csv");

    const ProbeAnswer first = m_api.probe().send("POST", "/v1/imports", ApiFixture::keyed(shop), csv);
    const ProbeAnswer again = m_api.probe().send("POST", "/v1/imports", ApiFixture::keyed(shop), csv);

    QCOMPARE(first.status, 200);
    QCOMPARE(first.json()[u"created"_s].toInt(), 1);
    QCOMPARE(first.json()[u"problems"_s][0][u"line"_s].toInt(), 5);
    QCOMPARE(again.json()[u"unchanged"_s].toInt(), 1);
    QCOMPARE(sqlValue(m_api.orders().database(),
                      u"SELECT COUNT(*) || ' ' || MIN(detail) FROM audit WHERE action = 'orders.imported'"_s),
             u"1 created 1 updated 0 unchanged 0 problems 0"_s);
    const QByteArray snapshot = m_api.probe().send("GET", "/v1/orders", m_api.staff(Role::Viewer)).body;
    const auto order = orderFromBytes(snapshot.split('\n').value(1));
    QVERIFY(order.has_value());
    QCOMPARE(order->number, u"#1001"_s);
    QCOMPARE(order->lines.size(), 2);
    QCOMPARE(order->lines.first().title, u"Mug, \"blue\"\nlarge"_s);
    QCOMPARE(order->totalMinor, 3500);
    QCOMPARE(order->placedAtUtc, QDateTime(QDate(2026, 11, 20), QTime(12, 28), Qt::UTC));
}

QTEST_GUILESS_MAIN(ApiOrdersTest)
#include "tst_apiorders.moc"
