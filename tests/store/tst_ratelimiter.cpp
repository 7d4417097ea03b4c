// SPDX-License-Identifier: Apache-2.0
#include "store/http/ratelimiter.h"
#include "store/http/router.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace mc::store;

class RateLimiterTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aBurstIsFollowedByARate();
    void everyKeyHasItsOwnBurst();
    void tooManyKeysAreForgottenNotRefused();
    void aTokenNeverGetsMoreThanItsRate_data();
    void aTokenNeverGetsMoreThanItsRate();
    void anAddressCountsByWhatACustomerHas_data();
    void anAddressCountsByWhatACustomerHas();
};

void RateLimiterTest::aBurstIsFollowedByARate()
{
    RateLimiter limiter({3, 2s});

    for (int i = 0; i < 3; ++i)
        QVERIFY(!limiter.take(u"a"_s, 1000ms));

    QCOMPARE(limiter.take(u"a"_s, 1000ms), std::optional(2s));
    QVERIFY(!limiter.take(u"a"_s, 3000ms));
    QVERIFY(limiter.take(u"a"_s, 3500ms));
}

void RateLimiterTest::everyKeyHasItsOwnBurst()
{
    RateLimiter limiter({1, 2s});

    QVERIFY(!limiter.take(u"a"_s, 1000ms));
    QVERIFY(!limiter.take(u"b"_s, 1000ms));
    QVERIFY(limiter.take(u"a"_s, 1000ms));
}

void RateLimiterTest::tooManyKeysAreForgottenNotRefused()
{
    RateLimiter limiter({1, 1h}, 10);

    for (int i = 0; i < 100; ++i)
        QVERIFY(!limiter.take(QString::number(i), 1000ms));
}

void RateLimiterTest::aTokenNeverGetsMoreThanItsRate_data()
{
    QTest::addColumn<int>("requests");
    for (const int requests : {1, 3, 50, 300, 600, 999, RouterHooks::MostTokenRequests})
        QTest::addRow("%d", requests) << requests;
}

void RateLimiterTest::aTokenNeverGetsMoreThanItsRate()
{
    QFETCH(int, requests);
    const RateLimiter::Rate rate = RouterHooks::tokenRate(requests);

    QVERIFY(rate.refill * requests >= 1s);
    QVERIFY(rate.refill * requests < 2s); // rounding costs less than half
    QCOMPARE(rate.burst, 3 * requests);
}

void RateLimiterTest::anAddressCountsByWhatACustomerHas_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("key");
    QTest::newRow("IPv4") << u"192.0.2.7"_s << u"192.0.2.7"_s;
    QTest::newRow("IPv6: the network") << u"2001:db8:1:2:3:4:5:6"_s << u"2001:db8:1:2::"_s;
    QTest::newRow("IPv6: the same network") << u"2001:db8:1:2::9"_s << u"2001:db8:1:2::"_s;
    QTest::newRow("IPv6: another network") << u"2001:db8:1:3::9"_s << u"2001:db8:1:3::"_s;
    QTest::newRow("IPv4 inside IPv6") << u"::ffff:192.0.2.7"_s << u"::ffff:192.0.2.7"_s;
    QTest::newRow("no address") << u"unknown"_s << u"unknown"_s;
}

void RateLimiterTest::anAddressCountsByWhatACustomerHas()
{
    QFETCH(const QString, address);
    QFETCH(const QString, key);

    QCOMPARE(addressKey(address), key);
}

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "tst_ratelimiter.moc"
