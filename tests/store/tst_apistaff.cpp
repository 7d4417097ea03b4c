// SPDX-License-Identifier: Apache-2.0
#include "store/api/signin.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/staffrepository.h"
#include "tests/support/apifixture.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QLoggingCategory>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::test;

class ApiStaffTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngineRows(); }
    void init();
    void cleanup() { m_api.close(); }

    void thePolicyIsGuardedByIfMatch();
    void reasonsComeInTheLanguageAskedFor();
    void signingInGivesASessionThatEnds();
    void wrongPasswordsSoonHaveToWait();
    void aTokenThatAsksTooOftenHasToWait();
    void everybodySeesAndEndsTheirOwnSessions();
    void administratorsSeeAndEndThoseOfTheirStore();
    void tokensHaveNoSessions();
    void failuresAreCountedForTheAccountWhereverTheyComeFrom();
    void failuresAreCountedForTheAddressWhoeverIsTried();

private:
    [[nodiscard]] QJsonArray sessions(const HttpProbe::Headers &who);
    [[nodiscard]] int endSession(const HttpProbe::Headers &who, const QString &id);
    void addFailures(const QString &subject, int count, const QDateTime &at);
    [[nodiscard]] ProbeAnswer signIn(const QByteArray &email, const QByteArray &password);
    void setPassword(const QString &email, const QString &password);

    ApiFixture m_api;
};

void ApiStaffTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLoggingCategory::setFilterRules(u"mc.store.access=false"_s);
    m_api.limitTokens(RouterHooks().perToken);
    m_api.open(engine);
}

void ApiStaffTest::thePolicyIsGuardedByIfMatch()
{
    const auto owner = ApiFixture::typed(m_api.staff(Role::Owner), "application/json");
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

void ApiStaffTest::reasonsComeInTheLanguageAskedFor()
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

void ApiStaffTest::setPassword(const QString &email, const QString &password)
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

void ApiStaffTest::signingInGivesASessionThatEnds()
{
    setPassword(u"kim@example.com"_s, u"correct horse"_s);

    const ProbeAnswer session =
        m_api.probe().send("POST", "/v1/sessions", ApiFixture::typed({}, "application/json"),
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

void ApiStaffTest::wrongPasswordsSoonHaveToWait()
{
    setPassword(u"kim@example.com"_s, u"correct horse"_s);
    const auto attempt = [&](const QByteArray &email) {
        return m_api.probe().send("POST", "/v1/sessions", ApiFixture::typed({}, "application/json"),
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

void ApiStaffTest::aTokenThatAsksTooOftenHasToWait()
{
    QFETCH_GLOBAL(QString, engine);
    m_api.close();
    m_api.limitTokens({5, std::chrono::hours(1)});
    m_api.open(engine);
    const HttpProbe::Headers busy = m_api.staff(Role::Viewer);
    const auto ask = [&](const HttpProbe::Headers &who) {
        return m_api.probe().send("GET", "/v1/store", who);
    };

    for (int i = 0; i < 5; ++i)
        QCOMPARE(ask(busy).status, 200);
    const ProbeAnswer refused = ask(busy);
    const ProbeAnswer other = ask(m_api.staff(Role::Viewer));

    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("retry-after").toInt() > 0);
    QCOMPARE(other.status, 200);
}

QJsonArray ApiStaffTest::sessions(const HttpProbe::Headers &who)
{
    const ProbeAnswer answer = m_api.probe().send("GET", "/v1/sessions", who);
    return answer.status == 200 ? answer.json()[u"sessions"_s].toArray() : QJsonArray{answer.status};
}

int ApiStaffTest::endSession(const HttpProbe::Headers &who, const QString &id)
{
    return m_api.probe().send("DELETE", "/v1/sessions/" + id.toLatin1(), who).status;
}

void ApiStaffTest::everybodySeesAndEndsTheirOwnSessions()
{
    const auto viewer = m_api.staff(Role::Viewer);
    const auto other = m_api.staff(Role::Support);

    const QJsonArray own = sessions(viewer);
    const QString foreign = sessions(other)[0][u"id"_s].toString();

    QCOMPARE(own.size(), 1);
    QCOMPARE(own[0][u"current"_s].toBool(), true);
    QCOMPARE(own[0][u"device"_s].toString(), u"test"_s);
    QCOMPARE(own[0][u"staffName"_s].toString(), u"Kim Larsen"_s);
    QCOMPARE(endSession(viewer, foreign), 404);
    QCOMPARE(endSession(viewer, u"nothing"_s), 404);
    QCOMPARE(sessions(other).size(), 1);
    QCOMPARE(endSession(viewer, own[0][u"id"_s].toString()), 204);
    QCOMPARE(sessions(viewer), QJsonArray{401});
}

void ApiStaffTest::administratorsSeeAndEndThoseOfTheirStore()
{
    const auto admin = m_api.staff(Role::Admin);
    const auto viewer = m_api.staff(Role::Viewer);
    const auto stranger = m_api.staff(Role::Owner, true);
    const QString of = sessions(viewer)[0][u"id"_s].toString();

    QCOMPARE(sessions(admin).size(), 2);
    QCOMPARE(sessions(stranger).size(), 1);
    QCOMPARE(endSession(stranger, of), 404);
    QCOMPARE(endSession(admin, of), 204);
    QCOMPARE(endSession(admin, of), 404);
    QCOMPARE(sessions(viewer), QJsonArray{401});
    QCOMPARE(
        sqlValue(m_api.orders().database(), u"SELECT COUNT(*) FROM audit WHERE action = 'session.ended'"_s),
        u"1"_s);
}

void ApiStaffTest::tokensHaveNoSessions()
{
    const auto token = m_api.token({u"orders:read"_s});

    QCOMPARE(sessions(token), QJsonArray{403});
    QCOMPARE(endSession(token, u"nothing"_s), 403);
    QCOMPARE(sessions({}), QJsonArray{401});
}

void ApiStaffTest::addFailures(const QString &subject, int count, const QDateTime &at)
{
    (void)m_api.orders().database().writeAndWait([&](Tx &tx) {
        StaffRepository people(tx);
        people.clearSignInFailures(subject);
        for (int i = 0; i < count; ++i)
            people.addSignInFailure(subject, at);
    });
}

ProbeAnswer ApiStaffTest::signIn(const QByteArray &email, const QByteArray &password)
{
    return m_api.probe().send("POST", "/v1/sessions", ApiFixture::typed({}, "application/json"),
                              R"({"email":")" + email + R"(","password":")" + password + R"("})");
}

void ApiStaffTest::failuresAreCountedForTheAccountWhereverTheyComeFrom()
{
    setPassword(u"kim@example.com"_s, u"correct horse"_s);
    setPassword(u"ada@example.com"_s, u"correct horse"_s);
    const QString kim = u"account:"_s
        + QString::fromLatin1(
                            QCryptographicHash::hash("kim@example.com", QCryptographicHash::Sha256).toHex());
    addFailures(kim, 12, QDateTime::currentDateTimeUtc()); // from many addresses

    const ProbeAnswer waiting = signIn("Kim@Example.com", "correct horse");
    const ProbeAnswer other = signIn("ada@example.com", "correct horse");
    addFailures(kim, 12,
                QDateTime::currentDateTimeUtc().addSecs(-200)); // 2 to the power of 7 seconds are over
    const ProbeAnswer later = signIn("kim@example.com", "correct horse");
    const QString left = sqlValue(m_api.orders().database(), u"SELECT COUNT(*) FROM sign_in_failure"_s);

    QCOMPARE(waiting.status, 429);
    QVERIFY(waiting.header("retry-after").toInt() > 100);
    QVERIFY(waiting.header("retry-after").toInt() <= 128);
    QCOMPARE(other.status, 201);
    QCOMPARE(later.status, 201);
    QCOMPARE(left, u"0"_s); // success starts anew
}

void ApiStaffTest::failuresAreCountedForTheAddressWhoeverIsTried()
{
    setPassword(u"kim@example.com"_s, u"correct horse"_s);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(signIn("nobody" + QByteArray::number(i) + "@example.com", "guess").status, 401);
    const QString counted =
        sqlValue(m_api.orders().database(),
                 u"SELECT failures FROM sign_in_failure WHERE subject = 'address:127.0.0.1'"_s);

    addFailures(u"address:127.0.0.1"_s, SignIn::FreeFailures + 6, QDateTime::currentDateTimeUtc());
    const ProbeAnswer first = signIn("kim@example.com", "correct horse");
    addFailures(u"address:127.0.0.1"_s, 40, QDateTime::currentDateTimeUtc());
    const ProbeAnswer longest = signIn("kim@example.com", "correct horse");

    QCOMPARE(counted, u"3"_s);
    QCOMPARE(first.status, 429);
    QVERIFY(first.header("retry-after").toInt() <= 64);
    QCOMPARE(longest.status, 429);
    QVERIFY(longest.header("retry-after").toInt() <= SignIn::LongestWait.count());
    QVERIFY(longest.header("retry-after").toInt() > SignIn::LongestWait.count() - 60);
}

QTEST_GUILESS_MAIN(ApiStaffTest)
#include "tst_apistaff.moc"
