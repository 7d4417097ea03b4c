// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "tests/support/apifixture.h"

#include <QLoggingCategory>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::test;

namespace {

const QByteArray IncomingOrder =
    R"({"number":"W-1","version":1,"placedAt":"2026-11-20T13:28:00Z","currency":"EUR",
 "totalMinor":2500,"customer":{"name":"Mia","email":"mia@example.com"},"payment":{"status":"paid"},
 "lines":[{"id":"a","title":"Mug","quantity":2,"unitPriceMinor":1000},{"id":"b","title":"Tea","quantity":1,"unitPriceMinor":500}]})";

/// What a mutating route needs to succeed, so that the matrix can ask it everything.
struct Sample {
    QByteArray method;
    QString pattern;
    QByteArray body;
    QByteArray otherBody; ///< Another valid payload.
    QByteArray contentType = "application/json";
};

QList<Sample> samples()
{
    return {
        {"POST", u"/v1/orders/{id}/cancellations"_s, R"({"reasonCode":"out_of_stock"})",
         R"({"reasonCode":"other"})"},
        {"POST", u"/v1/orders/{id}/shipments"_s, R"({"kind":"intent"})", R"({"kind":"fact"})"},
        {"PUT", u"/v1/orders/{id}"_s, IncomingOrder, QByteArray(IncomingOrder).replace("W-1", "W-2")},
        {"POST", u"/v1/orders/{id}/conflict/close"_s, "{}", {}},
        {"POST", u"/v1/cancellations/{id}/accept"_s, "{}", {}},
        {"POST", u"/v1/cancellations/{id}/decline"_s, R"({"reason":"Too late"})", R"({"reason":"No"})"},
        {"POST", u"/v1/cancellations/{id}/close"_s, "{}", {}},
        {"POST", u"/v1/cancellations/{id}/refund/retry"_s, "{}", {}},
        {"POST", u"/v1/cancellations/{id}/refund/confirm"_s, "{}", {}},
        {"PUT", u"/v1/store/policy"_s, R"({"mode":"ask"})", R"({"mode":"off"})"},
        {"POST", u"/v1/imports"_s, "Order ID\n", "Order ID,x\n", "text/csv"},
    };
}

} // namespace

class ApiTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup() { m_api.close(); }

    void everyMutatingRouteHasASample();
    void aKeyIsNeededAndCheckedAfterSigningIn_data();
    void aKeyIsNeededAndCheckedAfterSigningIn();
    void aRepeatedRequestIsAnsweredWordForWord_data();
    void aRepeatedRequestIsAnsweredWordForWord();
    void keysBelongToTheirPrincipal();
    void refusedRequestsAreNotKept();
    void nobodyGetsInWithoutARight_data();
    void nobodyGetsInWithoutARight();
    void unknownAndForeignOrdersLookTheSame();
    void unknownMembersAreNamed();
    void unknownPathsAndMethodsAreProblems();
    void healthNeedsNobody();
    void bodiesAreCompressedOnDemand();

private:
    [[nodiscard]] Sample sampleOf(const Route &route) const;
    [[nodiscard]] QByteArray pathOf(const Route &route);
    void addMutatingRoutes();

    ApiFixture m_api;
    QList<Route> m_mutating;
};

void ApiTest::initTestCase_data()
{
    addEngineRows();
}

void ApiTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLoggingCategory::setFilterRules(u"mc.store.access=false"_s);
    m_api.open(engine);
}

Sample ApiTest::sampleOf(const Route &route) const
{
    for (const Sample &sample : samples()) {
        if (sample.method == route.method && sample.pattern == route.pattern)
            return sample;
    }
    return {};
}

/// With an order or a cancellation that is really there, and waits for just this step.
QByteArray ApiTest::pathOf(const Route &route)
{
    const OrderId order = m_api.orders().addOrder(newUuid7());
    const QString step = route.pattern.section(u'/', -1);
    QByteArray path = route.pattern.toLatin1();
    if (path.contains("/cancellations/{id}"))
        path.replace("{id}", m_api.cancellationAwaiting(step, order).toString().toLatin1());
    else if (path.contains("/conflict/"))
        m_api.addConflict(order);
    return path.replace("{id}", order.toString().toLatin1());
}

void ApiTest::addMutatingRoutes()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("method");
    for (const Sample &sample : samples())
        QTest::addRow("%s %s", sample.method.constData(), qPrintable(sample.pattern))
            << sample.pattern << sample.method;
}

void ApiTest::everyMutatingRouteHasASample()
{
    for (const Route &route : m_api.routes()) {
        const bool isExempt = route.pattern.startsWith(u"/v1/sessions") // sign-in and sign-out
            || route.access == Access::EngineSignature; // has ids of its own
        if (route.method == "GET" || isExempt)
            continue;
        QVERIFY2(route.needsIdempotencyKey, qPrintable(route.pattern));
        QVERIFY2(!sampleOf(route).pattern.isEmpty(), qPrintable(route.pattern));
    }
}

void ApiTest::aKeyIsNeededAndCheckedAfterSigningIn_data()
{
    addMutatingRoutes();
}

void ApiTest::aKeyIsNeededAndCheckedAfterSigningIn()
{
    QFETCH(const QString, pattern);
    QFETCH(const QByteArray, method);
    const auto route = std::find_if(m_api.routes().begin(), m_api.routes().end(), [&](const Route &one) {
        return one.pattern == pattern && one.method == method;
    });
    QVERIFY(route != m_api.routes().end());
    const Sample sample = sampleOf(*route);
    const QByteArray path = pathOf(*route);
    const auto owner = ApiFixture::typed(m_api.staff(Role::Owner), sample.contentType);
    const HttpProbe probe = m_api.probe();

    const ProbeAnswer missing = probe.send(method, path, owner, sample.body);
    const ProbeAnswer malformed =
        probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", "short"), sample.body);
    const ProbeAnswer twice =
        probe.send(method, path, ApiFixture::keyed(ApiFixture::keyed(owner)), sample.body);
    const ProbeAnswer nobody =
        probe.send(method, path, ApiFixture::typed({}, sample.contentType), sample.body);

    QCOMPARE(missing.status, 400);
    QCOMPARE(missing.problemType(), u"idempotency-key-missing"_s);
    QCOMPARE(malformed.status, 400);
    QCOMPARE(malformed.problemType(), u"idempotency-key-invalid"_s);
    QCOMPARE(twice.problemType(), u"idempotency-key-invalid"_s);
    QCOMPARE(nobody.status, 401);
    QCOMPARE(nobody.header("www-authenticate"), QByteArray("Bearer"));
}

void ApiTest::aRepeatedRequestIsAnsweredWordForWord_data()
{
    addMutatingRoutes();
}

void ApiTest::aRepeatedRequestIsAnsweredWordForWord()
{
    QFETCH(const QString, pattern);
    QFETCH(const QByteArray, method);
    const auto route = std::find_if(m_api.routes().begin(), m_api.routes().end(), [&](const Route &one) {
        return one.pattern == pattern && one.method == method;
    });
    const Sample sample = sampleOf(*route);
    const QByteArray path = pathOf(*route);
    const QByteArray key = newUuid7().toLatin1();
    const auto owner = ApiFixture::typed(m_api.staff(Role::Owner), sample.contentType);
    const HttpProbe probe = m_api.probe();

    const ProbeAnswer first =
        probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", key), sample.body);
    const ProbeAnswer again =
        probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", '"' + key + '"'), sample.body);
    const ProbeAnswer other = probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", key),
                                         sample.otherBody.isEmpty() ? QByteArray("{ }") : sample.otherBody);

    QVERIFY2(first.status < 300, first.body.constData());
    QCOMPARE(again.status, first.status);
    QCOMPARE(again.body, first.body);
    QCOMPARE(again.header("idempotent-replayed"), QByteArray("true"));
    QVERIFY(first.header("idempotent-replayed").isEmpty());
    QCOMPARE(other.status, 422);
    QCOMPARE(other.problemType(), u"idempotency-key-reused"_s);
}

void ApiTest::keysBelongToTheirPrincipal()
{
    const QByteArray key = newUuid7().toLatin1();
    const auto path = [&]() -> QByteArray {
        return "/v1/orders/" + m_api.orders().addOrder(newUuid7()).toString().toLatin1() + "/shipments";
    };
    const auto send = [&](const HttpProbe::Headers &who) {
        return m_api.probe().send(
            "POST", path(),
            ApiFixture::with(ApiFixture::typed(who, "application/json"), "Idempotency-Key", key),
            R"({"kind":"intent"})");
    };

    const ProbeAnswer first = send(m_api.staff(Role::Owner));
    const ProbeAnswer second = send(m_api.token({u"shipments:write"_s}));

    QCOMPARE(first.status, 200);
    QCOMPARE(second.status, 200);
    QVERIFY(second.header("idempotent-replayed").isEmpty());
}

void ApiTest::refusedRequestsAreNotKept()
{
    const auto owner = ApiFixture::keyed(ApiFixture::typed(m_api.staff(Role::Owner), "application/json"));
    const QByteArray path =
        "/v1/orders/" + m_api.orders().addOrder(u"A-1"_s).toString().toLatin1() + "/cancellations";

    const ProbeAnswer refused = m_api.probe().send("POST", path, owner, R"({"reasonCode":"no_such_reason"})");
    const ProbeAnswer corrected = m_api.probe().send("POST", path, owner, R"({"reasonCode":"out_of_stock"})");

    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.problemType(), u"unknown-reason"_s);
    QCOMPARE(corrected.status, 202);
}

void ApiTest::nobodyGetsInWithoutARight_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("cancel");
    QTest::addColumn<int>("ship");
    QTest::addColumn<int>("put");
    QTest::addColumn<int>("policy");
    QTest::newRow("nobody") << u"nobody"_s << 401 << 401 << 401 << 401 << 401;
    QTest::newRow("viewer") << u"viewer"_s << 200 << 403 << 403 << 403 << 403;
    QTest::newRow("support") << u"support"_s << 200 << 202 << 200 << 403 << 403;
    QTest::newRow("admin") << u"admin"_s << 200 << 202 << 200 << 201 << 200;
    QTest::newRow("shop") << u"orders:write"_s << 403 << 403 << 403 << 201 << 403;
    QTest::newRow("warehouse") << u"shipments:write"_s << 403 << 403 << 200 << 403 << 403;
    QTest::newRow("cancelling shop") << u"cancellations:write"_s << 403 << 202 << 403 << 403 << 403;
}

void ApiTest::nobodyGetsInWithoutARight()
{
    QFETCH(const QString, who);
    QFETCH(const int, read);
    QFETCH(const int, cancel);
    QFETCH(const int, ship);
    QFETCH(const int, put);
    QFETCH(const int, policy);
    const std::optional<Role> role = fromCode<Role>(who);
    const HttpProbe::Headers person = who == u"nobody" ? HttpProbe::Headers{}
        : role                                         ? m_api.staff(*role)
                                                       : m_api.token({who});
    const auto order = [&] { return m_api.orders().addOrder(newUuid7()).toString().toLatin1(); };
    const auto status = [&](const QByteArray &method, const QByteArray &path, const QByteArray &body) {
        return m_api.probe()
            .send(method, path, ApiFixture::keyed(ApiFixture::typed(person, "application/json")), body)
            .status;
    };

    QCOMPARE(m_api.probe().send("GET", "/v1/orders/" + order(), person).status, read);
    QCOMPARE(status("POST", "/v1/orders/" + order() + "/cancellations", R"({"reasonCode":"other"})"), cancel);
    QCOMPARE(status("POST", "/v1/orders/" + order() + "/shipments", R"({"kind":"intent"})"), ship);
    QCOMPARE(status("PUT", "/v1/orders/shop-1", IncomingOrder), put);
    QCOMPARE(status("PUT", "/v1/store/policy", R"({"mode":"ask"})"), policy);
}

void ApiTest::unknownAndForeignOrdersLookTheSame()
{
    const QByteArray foreign = "/v1/orders/" + m_api.orders().addOrder(u"A-1"_s).toString().toLatin1();
    const auto stranger = m_api.staff(Role::Owner, true);

    const ProbeAnswer one = m_api.probe().send("GET", foreign, stranger);
    const ProbeAnswer other = m_api.probe().send("GET", "/v1/orders/nothing", stranger);

    QCOMPARE(one.status, 404);
    QCOMPARE(one.body, other.body);
}

void ApiTest::unknownMembersAreNamed()
{
    const auto owner = ApiFixture::keyed(ApiFixture::typed(m_api.staff(Role::Owner), "application/json"));
    const QByteArray body =
        QByteArray(IncomingOrder).replace("\"title\":\"Mug\"", "\"title\":\"Mug\",\"state2\":1");

    const ProbeAnswer answer = m_api.probe().send("PUT", "/v1/orders/shop-1", owner, body);

    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.json()[u"detail"_s].toString().contains(u"lines[0].state2"_s), answer.body.constData());
}

void ApiTest::unknownPathsAndMethodsAreProblems()
{
    const ProbeAnswer path = m_api.probe().send("GET", "/v1/nothing");
    const ProbeAnswer method = m_api.probe().send("DELETE", "/v1/store/policy");
    const ProbeAnswer options = m_api.probe().send("OPTIONS", "/v1/store/policy");
    const ProbeAnswer type =
        m_api.probe().send("POST", "/v1/sessions", {{"Content-Type", "text/plain"}}, "{}");

    QCOMPARE(path.status, 404);
    QCOMPARE(path.header("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(method.status, 405);
    QCOMPARE(method.header("allow"), QByteArray("GET, HEAD, OPTIONS, PUT"));
    QCOMPARE(options.status, 204);
    QCOMPARE(type.status, 415);
}

void ApiTest::healthNeedsNobody()
{
    const ProbeAnswer answer = m_api.probe().send("GET", "/v1/health");

    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json()[u"ok"_s].toBool());
}

void ApiTest::bodiesAreCompressedOnDemand()
{
    m_api.orders().addOrder(u"A-1"_s);
    const auto viewer = m_api.staff(Role::Viewer);

    const ProbeAnswer plain = m_api.probe().send("GET", "/v1/orders", viewer);
    const ProbeAnswer packed =
        m_api.probe().send("GET", "/v1/orders", ApiFixture::with(viewer, "Accept-Encoding", "gzip"));

    QVERIFY(plain.header("content-encoding").isEmpty());
    QCOMPARE(packed.header("content-encoding"), QByteArray("gzip"));
    QVERIFY(packed.body.startsWith("\x1f\x8b"));
}

QTEST_GUILESS_MAIN(ApiTest)
#include "tst_api.moc"
