// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/keyring.h"
#include "store/orderbook/staffrepository.h"
#include "tests/support/apifixture.h"

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

private:
    void setPassword(const QString &email, const QString &password);

    ApiFixture m_api;
};

void ApiStaffTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLoggingCategory::setFilterRules(u"mc.store.access=false"_s);
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

QTEST_GUILESS_MAIN(ApiStaffTest)
#include "tst_apistaff.moc"
