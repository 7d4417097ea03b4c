// SPDX-License-Identifier: Apache-2.0
#include "domain/ordersdigest.h"
#include "tests/support/apifixture.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;

class ApiHashesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aHashIsThatOfTheDocumentsOfTheTime_data() { test::addEngineRows(); }
    void aHashIsThatOfTheDocumentsOfTheTime()
    {
        QFETCH(QString, engine);
        m_api.open(engine);
        const QList<OrderId> ids = placeOrders(6);
        OrdersDigest expected;
        for (const OrderId &id : ids.mid(2, 3))
            expected.add(documentOf(id));

        // Placed at 11:00, 11:01 and so on: the end is not part of the time.
        const QJsonObject answer = hashes("?from=2026-11-20T11:02:00Z&before=2026-11-20T11:05:00Z");

        QCOMPARE(answer["count"_L1].toInt(), 3);
        QCOMPARE(answer["hash"_L1].toString().toLatin1(), expected.hash());
        QVERIFY(!answer["cursor"_L1].toString().isEmpty());
        m_api.close();
    }

    void withoutTimesItIsAboutAllOrders()
    {
        m_api.open(u"sqlite"_s);
        placeOrders(4);

        QCOMPARE(hashes("")["count"_L1].toInt(), 4);
        QCOMPARE(hashes("?from=2030-01-01T00:00:00Z")["hash"_L1].toString(), QString(64, u'0'));
        m_api.close();
    }

    void whatIsNoTimeIsRefused()
    {
        m_api.open(u"sqlite"_s);

        const auto answer =
            m_api.probe().send("GET", "/v1/orders/hashes?from=yesterday", m_api.staff(Role::Viewer));

        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.problemType(), u"invalid-request"_s);
        m_api.close();
    }

private:
    QList<OrderId> placeOrders(int count)
    {
        QList<OrderId> ids;
        for (int i = 0; i < count; ++i)
            ids.append(m_api.orders().addOrder(u"MC-%1"_s.arg(i), [i](Order &order) {
                order.placedAtUtc = QDateTime(QDate(2026, 11, 20), QTime(11, i), Qt::UTC);
            }));
        return ids;
    }
    QByteArray documentOf(const OrderId &id)
    {
        QByteArray document;
        m_api.orders().database().readAndWait([&](Tx &tx) {
            document =
                Orderbook(tx, m_api.orders().storeId(), m_api.orders().now).orderDocument(id).value_or("");
        });
        return document;
    }
    QJsonObject hashes(const QByteArray &query)
    {
        const auto answer = m_api.probe().send("GET", "/v1/orders/hashes" + query, m_api.staff(Role::Viewer));
        if (answer.status != 200)
            qWarning("status %d", answer.status);
        return answer.json();
    }

    test::ApiFixture m_api;
};

QTEST_GUILESS_MAIN(ApiHashesTest)
#include "tst_apihashes.moc"
