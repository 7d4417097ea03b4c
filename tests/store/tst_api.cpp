// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "domain/orderjson.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/staffrepository.h"
#include "tests/support/apifixture.h"

#include <QJsonArray>
#include <QJsonDocument>
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
    void aSnapshotHasAllOrdersNewestFirst();
    void aSnapshotIsTakenUpWhereItStopped();
    void changesTellAboutACancellation();
    void aStrangeCursorGives410();
    void shippingAndCancellingExcludeEachOther();
    void theOrderHasAnETag();
    void thePolicyIsGuardedByIfMatch();
    void reasonsComeInTheLanguageAskedFor();
    void signingInGivesASessionThatEnds();
    void wrongPasswordsSoonHaveToWait();
    void ordersAreImportedFromShopify();
    void unknownPathsAndMethodsAreProblems();
    void bodiesAreCompressedOnDemand();

private:
    [[nodiscard]] Sample sampleOf(const Route &route) const;
    [[nodiscard]] QByteArray pathOf(const Route &route);
    [[nodiscard]] HttpProbe::Headers typed(const HttpProbe::Headers &headers, const QByteArray &type) const
    {
        return ApiFixture::with(headers, "Content-Type", type);
    }
    void addMutatingRoutes();
    void setPassword(const QString &email, const QString &password);

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

/// With an order or a cancellation that is really there.
QByteArray ApiTest::pathOf(const Route &route)
{
    QByteArray path = route.pattern.toLatin1();
    if (path.contains("/orders/"))
        path.replace("{id}", m_api.orders().addOrder(newUuid7()).toString().toLatin1());
    if (path.contains("/cancellations/{id}")) {
        const OrderId order = m_api.orders().addOrder(newUuid7());
        const auto made = m_api.orders().write(
            [&](Orderbook &book, Tx &) { return book.requestCancellation(StoreFixture::request(order)); });
        path.replace("{id}", made.value().id.toString().toLatin1());
    }
    return path;
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
        const bool isExempt = route.pattern.startsWith(u"/v1/sessions"); // sign-in and sign-out
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
    const auto owner = typed(m_api.staff(Role::Owner), sample.contentType);
    const HttpProbe probe = m_api.probe();

    const ProbeAnswer missing = probe.send(method, path, owner, sample.body);
    const ProbeAnswer malformed =
        probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", "short"), sample.body);
    const ProbeAnswer twice =
        probe.send(method, path, ApiFixture::keyed(ApiFixture::keyed(owner)), sample.body);
    const ProbeAnswer nobody = probe.send(method, path, typed({}, sample.contentType), sample.body);

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
    const auto owner = typed(m_api.staff(Role::Owner), sample.contentType);
    const HttpProbe probe = m_api.probe();

    const ProbeAnswer first =
        probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", key), sample.body);
    const ProbeAnswer again =
        probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", '"' + key + '"'), sample.body);
    const ProbeAnswer other = probe.send(method, path, ApiFixture::with(owner, "Idempotency-Key", key),
                                         sample.otherBody.isEmpty() ? QByteArray("{ }") : sample.otherBody);

    if (first.status >= 400) { // a step that this order does not allow: the key stays free
        QCOMPARE(again.status, first.status);
        QVERIFY(again.header("idempotent-replayed").isEmpty());
        return;
    }
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
        return m_api.probe().send("POST", path(),
                                  ApiFixture::with(typed(who, "application/json"), "Idempotency-Key", key),
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
    const auto owner = ApiFixture::keyed(typed(m_api.staff(Role::Owner), "application/json"));
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
            .send(method, path, ApiFixture::keyed(typed(person, "application/json")), body)
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
    const auto owner = ApiFixture::keyed(typed(m_api.staff(Role::Owner), "application/json"));
    const QByteArray body =
        QByteArray(IncomingOrder).replace("\"title\":\"Mug\"", "\"title\":\"Mug\",\"state2\":1");

    const ProbeAnswer answer = m_api.probe().send("PUT", "/v1/orders/shop-1", owner, body);

    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.json()[u"detail"_s].toString().contains(u"lines[0].state2"_s), answer.body.constData());
}

void ApiTest::aSnapshotHasAllOrdersNewestFirst()
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

void ApiTest::aSnapshotIsTakenUpWhereItStopped()
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

void ApiTest::changesTellAboutACancellation()
{
    const QByteArray order = m_api.orders().addOrder(u"A-1"_s).toString().toLatin1();
    const auto owner = m_api.staff(Role::Owner);
    const QByteArray head = m_api.probe().send("GET", "/v1/orders", owner).body.split('\n').first();
    const QByteArray cursor = QJsonDocument::fromJson(head)[u"cursor"_s].toString().toLatin1();

    const ProbeAnswer made = m_api.probe().send("POST", "/v1/orders/" + order + "/cancellations",
                                                ApiFixture::keyed(typed(owner, "application/json")),
                                                R"({"reasonCode":"out_of_stock"})");
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

void ApiTest::aStrangeCursorGives410()
{
    const auto viewer = m_api.staff(Role::Viewer);

    QCOMPARE(m_api.probe().send("GET", "/v1/changes?after=from-another-life", viewer).status, 410);
    QCOMPARE(m_api.probe().send("GET", "/v1/changes", viewer).status, 400);
    QCOMPARE(m_api.probe().send("GET", "/v1/changes?after=x&limit=0", viewer).status, 400);
}

void ApiTest::shippingAndCancellingExcludeEachOther()
{
    const QByteArray path = "/v1/orders/" + m_api.orders().addOrder(u"A-1"_s).toString().toLatin1();
    const auto owner = typed(m_api.staff(Role::Owner), "application/json");
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

void ApiTest::theOrderHasAnETag()
{
    const QByteArray path = "/v1/orders/" + m_api.orders().addOrder(u"A-1"_s).toString().toLatin1();
    const auto viewer = m_api.staff(Role::Viewer);

    const ProbeAnswer first = m_api.probe().send("GET", path, viewer);
    const ProbeAnswer again =
        m_api.probe().send("GET", path, ApiFixture::with(viewer, "If-None-Match", first.header("etag")));

    QCOMPARE(first.header("etag"), '"' + QByteArray::number(first.json()[u"version"_s].toInteger()) + '"');
    QCOMPARE(again.status, 304);
}

void ApiTest::thePolicyIsGuardedByIfMatch()
{
    const auto owner = typed(m_api.staff(Role::Owner), "application/json");
    const QByteArray etag = m_api.probe().send("GET", "/v1/store/policy", owner).header("etag");
    const auto put = [&](const QByteArray &version) {
        return m_api.probe().send("PUT", "/v1/store/policy",
                                  ApiFixture::keyed(ApiFixture::with(owner, "If-Match", version)),
                                  R"({"mode":"ask"})");
    };

    QCOMPARE(put(etag).status, 200);
    QCOMPARE(put(etag).status, 412);
    QCOMPARE(put("nonsense").status, 400);
}

void ApiTest::reasonsComeInTheLanguageAskedFor()
{
    const auto viewer = m_api.staff(Role::Viewer);
    const auto firstReason = [&](const QByteArray &language) {
        const ProbeAnswer answer =
            m_api.probe().send("GET", "/v1/store", ApiFixture::with(viewer, "Accept-Language", language));
        return answer.json()[u"reasons"_s][0][u"text"_s].toString();
    };

    QCOMPARE(firstReason("en"), u"Ordered by mistake"_s);
    QVERIFY(firstReason("fr;q=0.2, de-AT;q=0.9") != u"Ordered by mistake"_s);
    QCOMPARE(firstReason("xx"), u"Ordered by mistake"_s);
}

void ApiTest::setPassword(const QString &email, const QString &password)
{
    (void)m_api.orders().database().writeAndWait([&](Tx &tx) {
        Staff person;
        person.store = m_api.orders().storeId();
        person.name = u"Kim Larsen"_s;
        person.email = email;
        person.passwordHash = Keyring::hashPassword(password);
        (void)StaffRepository(tx).add(person, QDateTime::currentDateTimeUtc());
    });
}

void ApiTest::signingInGivesASessionThatEnds()
{
    setPassword(u"kim@example.com"_s, u"correct horse"_s);

    const ProbeAnswer session =
        m_api.probe().send("POST", "/v1/sessions", typed({}, "application/json"),
                           R"({"email":"Kim@example.com","password":"correct horse","device":"test"})");
    QCOMPARE(session.status, 201);
    const HttpProbe::Headers bearer{
        {"Authorization", "Bearer " + session.json()[u"token"_s].toString().toLatin1()}};
    const ProbeAnswer before = m_api.probe().send("GET", "/v1/store", bearer);
    const ProbeAnswer ended = m_api.probe().send("DELETE", "/v1/sessions/current", bearer);
    const ProbeAnswer after = m_api.probe().send("GET", "/v1/store", bearer);

    QCOMPARE(before.status, 200);
    QCOMPARE(before.json()[u"caller"_s][u"email"_s].toString(), u"kim@example.com"_s);
    QCOMPARE(ended.status, 204);
    QCOMPARE(after.status, 401);
}

void ApiTest::wrongPasswordsSoonHaveToWait()
{
    setPassword(u"kim@example.com"_s, u"correct horse"_s);
    const auto attempt = [&](const QByteArray &email) {
        return m_api.probe().send("POST", "/v1/sessions", typed({}, "application/json"),
                                  R"({"email":")" + email + R"(","password":"wrong"})");
    };

    const ProbeAnswer known = attempt("kim@example.com");
    const ProbeAnswer unknown = attempt("nobody@example.com");
    ProbeAnswer last;
    for (int i = 0; i < 8 && last.status != 429; ++i)
        last = attempt("kim@example.com");

    QCOMPARE(known.status, 401);
    QCOMPARE(known.body, unknown.body);
    QCOMPARE(last.status, 429);
    QVERIFY(last.header("retry-after").toInt() > 0);
}

void ApiTest::ordersAreImportedFromShopify()
{
    const QByteArray csv =
        "Name,Email,Financial Status,Fulfillment Status,Currency,Total,Shipping,Created at,"
        "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Name,Shipping City,Id\r\n"
        "#1001,mia@example.com,paid,unfulfilled,EUR,35.00,5.00,2026-11-20 13:28:00 +0100,"
        "2,\"Mug, \"\"blue\"\"\nlarge\",10.00,M-1,Mia Berg,Oslo,77\r\n"
        "#1001,mia@example.com,,,,,,,1,Tea,10.00,T-1,,,\r\n"
        "#1002,x@example.com,paid,,EUR,oops,0,2026-11-20 13:28:00 +0100,1,Tea,1.00,,,,78\r\n";
    const auto shop = typed(m_api.token({u"orders:write"_s}), "text/csv");

    const ProbeAnswer first = m_api.probe().send("POST", "/v1/imports", ApiFixture::keyed(shop), csv);
    const ProbeAnswer again = m_api.probe().send("POST", "/v1/imports", ApiFixture::keyed(shop), csv);

    QCOMPARE(first.status, 200);
    QCOMPARE(first.json()[u"created"_s].toInt(), 1);
    QCOMPARE(first.json()[u"problems"_s][0][u"line"_s].toInt(), 5);
    QCOMPARE(again.json()[u"unchanged"_s].toInt(), 1);
    const QByteArray snapshot = m_api.probe().send("GET", "/v1/orders", m_api.staff(Role::Viewer)).body;
    const auto order = orderFromBytes(snapshot.split('\n').value(1));
    QVERIFY(order.has_value());
    QCOMPARE(order->number, u"#1001"_s);
    QCOMPARE(order->lines.size(), 2);
    QCOMPARE(order->lines.first().title, u"Mug, \"blue\"\nlarge"_s);
    QCOMPARE(order->totalMinor, 3500);
    QCOMPARE(order->placedAtUtc, QDateTime(QDate(2026, 11, 20), QTime(12, 28), Qt::UTC));
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
