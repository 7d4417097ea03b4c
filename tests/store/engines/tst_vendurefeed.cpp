// SPDX-License-Identifier: Apache-2.0
#include "vendurescript.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace mc::test;

namespace mc::store {
namespace {

constexpr qint64 Epoch = 1'800'000'000'000;

QString timeAt(qint64 second)
{
    return QDateTime::fromMSecsSinceEpoch(Epoch + second * 1'000, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// The lists of a Vendure with made-up orders in the shape of recorded ones: filter, sort, skip and take.
class FakeShop final
{
public:
    FakeShop()
        : m_server([this](const ScriptedServer::Request &request) { return answer(request); })
    {
    }

    void place(int id, qint64 second, const QString &state = u"PaymentSettled"_s)
    {
        const QMutexLocker lock(&m_mutex);
        QJsonObject order = recordedOrder(u"order-paymentsettled"_s);
        order[u"id"_s] = QString::number(id);
        order[u"code"_s] = u"CODE%1"_s.arg(id);
        order[u"state"_s] = state;
        order[u"orderPlacedAt"_s] = timeAt(second);
        order[u"updatedAt"_s] = timeAt(second - 1); // As on PostgreSQL: placing does not move it.
        m_orders[id] = order;
    }
    void set(int id, const QString &key, const QJsonValue &value)
    {
        const QMutexLocker lock(&m_mutex);
        m_orders[id][key] = value;
    }
    [[nodiscard]] QJsonValue get(int id, const QString &key)
    {
        const QMutexLocker lock(&m_mutex);
        return m_orders[id][key];
    }
    void failNext(int requests)
    {
        const QMutexLocker lock(&m_mutex);
        m_failures = requests;
    }
    [[nodiscard]] QList<QJsonObject> asked()
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked;
    }
    [[nodiscard]] EngineConfig config() const
    {
        EngineConfig config;
        config.type = u"vendure"_s;
        config.url = m_server.url();
        return config;
    }

private:
    ScriptedServer::Answer answer(const ScriptedServer::Request &request)
    {
        const QMutexLocker lock(&m_mutex);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString query = body[u"query"].toString();
        if (query.contains(u"login(")) {
            ScriptedServer::Answer answer{200, recorded(u"login"_s)};
            answer.headers.emplaceBack("vendure-auth-token", "T");
            return answer;
        }
        if (m_failures > 0) {
            --m_failures;
            return {503, {}};
        }
        const QJsonObject variables = body[u"variables"].toObject();
        QJsonObject data;
        if (query.contains(u"totalItems")) {
            for (auto it = variables.begin(); it != variables.end(); ++it)
                data[it.key()] = QJsonObject{{u"totalItems"_s, int(select(it->toObject()).size())}};
        } else {
            const QJsonObject options = variables[u"options"].toObject();
            m_asked.append(options);
            QJsonArray items;
            const auto found = select(options);
            for (const QJsonObject &order : found.mid(options[u"skip"].toInt(), options[u"take"].toInt()))
                items.append(order);
            data[u"orders"_s] = QJsonObject{{u"items"_s, items}};
        }
        return {200, QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson()};
    }

    [[nodiscard]] QList<QJsonObject> select(const QJsonObject &options) const
    {
        const QJsonObject filter = options[u"filter"].toObject();
        const QString before = filter[u"orderPlacedAt"].toObject()[u"before"].toString();
        const QJsonObject state = filter[u"state"].toObject();
        const QJsonArray ids = filter[u"id"].toObject()[u"in"].toArray();
        const QJsonArray alternatives = filter[u"_or"].toArray();
        QList<QJsonObject> found;
        for (const QJsonObject &order : m_orders) {
            const auto isLater = [&order](const QJsonValue &alternative) {
                const QJsonObject one = alternative.toObject();
                const QString key = one.begin().key();
                return order[key].toString() > one.begin()->toObject()[u"after"].toString();
            };
            const bool isWanted = (before.isEmpty() || order[u"orderPlacedAt"].toString() < before)
                && !state[u"notIn"].toArray().contains(order[u"state"])
                && (!state.contains(u"eq") || state[u"eq"] == order[u"state"])
                && (ids.isEmpty() || ids.contains(order[u"id"]))
                && (alternatives.isEmpty() || std::any_of(alternatives.begin(), alternatives.end(), isLater));
            if (isWanted)
                found.append(order);
        }
        std::sort(found.begin(), found.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a[u"orderPlacedAt"].toString() > b[u"orderPlacedAt"].toString();
        });
        return found;
    }

    QMutex m_mutex;
    QMap<int, QJsonObject> m_orders;
    QList<QJsonObject> m_asked;
    int m_failures = 0;
    ScriptedServer m_server; ///< Last: its thread uses the others.
};

EngineEnvironment clockOf(qint64 &now)
{
    EngineEnvironment environment;
    environment.nowMs = [&now] { return Epoch + ++now; };
    return environment;
}

/// Pulls as EngineSync does: keeps the orders, then the position.
class Puller final
{
public:
    explicit Puller(const FakeShop &shop)
        : m_environment(clockOf(m_now))
        , m_connector(shop.config(), m_environment)
    {
    }

    /// Pulls until nothing more is said to be waiting, and `pulls` more; returns what came.
    QStringList run(int pulls = 1)
    {
        QStringList came;
        while (pulls > 0) {
            const auto page = m_connector.pull(m_position);
            if (!page) {
                m_error = page.error().detail;
                return came;
            }
            for (const Order &order : page->orders) {
                if (order.version <= m_orders.value(order.externalId).version)
                    qFatal("the version of an order did not grow");
                m_orders[order.externalId] = order;
                came.append(order.externalId);
            }
            m_unreadable += page->unreadable;
            m_position = page->position;
            pulls -= page->hasMore ? 0 : 1;
        }
        std::sort(came.begin(), came.end(),
                  [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); });
        return came;
    }
    VendureConnector &connector() { return m_connector; }

    qint64 m_now = 0;
    EngineEnvironment m_environment;
    VendureConnector m_connector;
    QByteArray m_position;
    QHash<QString, Order> m_orders;
    QStringList m_unreadable;
    QString m_error;
};

} // namespace

class VendureFeedTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyOrderIsImportedOnceNewestFirst();
    void manyOrdersOfOneMomentDoNotStopTheImport();
    void anImportContinuesWhereItWas();
    void nothingComesTwiceWithoutAChange();
    void aChangeIsNoticed_data();
    void aChangeIsNoticed();
    void aPageThatWasNotKeptComesAgain();
    void anErrorOnTheWayLosesNothing();
    void anUnreadableOrderIsLeftOutAndNamedOnce();
    void whatAnotherConnectorTouchedComesAgain();
    void noListEverAsksForAllRows();
    void aPositionThatIsGarbageStartsAgain();
};

void VendureFeedTest::everyOrderIsImportedOnceNewestFirst()
{
    FakeShop shop;
    for (int i = 1; i <= 250; ++i)
        shop.place(i, i);
    Puller puller(shop);

    const auto first = puller.connector().pull({});
    QCOMPARE(first->orders.first().externalId, u"250"_s);
    QCOMPARE(first->orders.first().source, u"vendure"_s);
    QVERIFY(first->hasMore);

    Puller whole(shop);
    QCOMPARE(whole.run().size(), 250);
    QCOMPARE(whole.m_orders.size(), 250);
}

void VendureFeedTest::manyOrdersOfOneMomentDoNotStopTheImport()
{
    FakeShop shop;
    for (int i = 1; i <= 350; ++i)
        shop.place(i, 5);
    Puller puller(shop);

    QCOMPARE(puller.run().size(), 350);
}

void VendureFeedTest::anImportContinuesWhereItWas()
{
    FakeShop shop;
    for (int i = 1; i <= 150; ++i)
        shop.place(i, i);
    QByteArray position;
    {
        Puller puller(shop);
        position = puller.connector().pull({})->position;
    }

    Puller again(shop);
    again.m_position = position;
    const auto page = again.connector().pull(position);

    QCOMPARE(page->orders.first().externalId, u"51"_s); // The last of the first page, then those before.
    QCOMPARE(page->orders.size(), 51);
}

void VendureFeedTest::nothingComesTwiceWithoutAChange()
{
    FakeShop shop;
    for (int i = 1; i <= 30; ++i)
        shop.place(i, i, i % 3 == 0 ? u"Delivered"_s : u"PaymentSettled"_s);
    Puller puller(shop);
    QCOMPARE(puller.run().size(), 30);
    puller.run(1);
    const QByteArray position = puller.m_position;

    QCOMPARE(puller.run(30), QStringList());
    QCOMPARE(puller.m_position, position); // Nothing to write either.
}

void VendureFeedTest::aChangeIsNoticed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("order");
    QTest::addColumn<int>("withinPulls");
    const QJsonObject shipped = recordedOrder(u"order-shipped"_s);
    const QJsonObject refunded = recordedOrder(u"settled-refunded"_s);
    // Order 1 is open, order 2 delivered.
    QTest::newRow("updatedAt moved") << u"updatedAt"_s << QJsonValue(timeAt(5'000)) << 1 << 1;
    QTest::newRow("cancelled") << u"state"_s << QJsonValue(u"Cancelled"_s) << 1 << 3;
    QTest::newRow("shipped") << u"state"_s << QJsonValue(u"Shipped"_s) << 1 << 2;
    QTest::newRow("delivered") << u"state"_s << QJsonValue(u"Delivered"_s) << 1 << 3;
    QTest::newRow("packed") << u"fulfillments"_s << shipped[u"fulfillments"] << 1 << 2;
    QTest::newRow("refunded") << u"payments"_s << refunded[u"payments"] << 1 << 2;
    QTest::newRow("refunded after delivery") << u"payments"_s << refunded[u"payments"] << 2 << 12;
}

void VendureFeedTest::aChangeIsNoticed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(int, order);
    QFETCH(int, withinPulls);
    FakeShop shop;
    for (int i = 10; i <= 40; ++i)
        shop.place(i, 1'000 + i);
    shop.place(1, 1);
    shop.place(2, 2, u"Delivered"_s);
    Puller puller(shop);
    puller.run();

    if (key != u"updatedAt") // Only then, as in Vendure, updatedAt stays behind.
        QVERIFY(shop.get(order, u"updatedAt"_s).toString() < timeAt(3));
    shop.set(order, key, value);

    QCOMPARE(puller.run(withinPulls), QStringList(QString::number(order)));
}

void VendureFeedTest::aPageThatWasNotKeptComesAgain()
{
    FakeShop shop;
    shop.place(1, 1);
    Puller puller(shop);
    puller.run(2);
    const QByteArray kept = puller.m_position;
    shop.set(1, u"state"_s, u"Shipped"_s);

    QCOMPARE(puller.run(2), QStringList(u"1"_s)); // The database was full: thrown away.
    puller.m_position = kept;

    QCOMPARE(puller.run(), QStringList(u"1"_s));
}

void VendureFeedTest::anErrorOnTheWayLosesNothing()
{
    FakeShop shop;
    for (int i = 1; i <= 20; ++i)
        shop.place(i, i);
    Puller puller(shop);
    puller.run(2);
    shop.set(1, u"state"_s, u"Shipped"_s);
    for (int i = 1; i <= 8; ++i) {
        shop.failNext(1);
        puller.run();
        QVERIFY(!puller.m_error.isEmpty());
        puller.m_error.clear();
    }

    puller.run(2);

    QCOMPARE(puller.m_orders[u"1"_s].lines.first().state, ItemStatus::Shipped);
}

void VendureFeedTest::anUnreadableOrderIsLeftOutAndNamedOnce()
{
    FakeShop shop;
    for (int i = 1; i <= 5; ++i)
        shop.place(i, i);
    shop.set(3, u"totalWithTax"_s, u"12,50"_s);
    Puller puller(shop);

    QCOMPARE(puller.run(20).size(), 4);
    QCOMPARE(puller.m_unreadable, QStringList(u"3"_s));

    shop.set(3, u"totalWithTax"_s, 1'250);
    QCOMPARE(puller.run(2), QStringList(u"3"_s));
}

void VendureFeedTest::whatAnotherConnectorTouchedComesAgain()
{
    FakeShop shop;
    shop.place(1, 1);
    shop.place(2, 2);
    Puller puller(shop);
    puller.run(2);

    puller.m_environment.touched->add(u"2"_s);

    QCOMPARE(puller.run(), QStringList(u"2"_s));
}

void VendureFeedTest::noListEverAsksForAllRows()
{
    FakeShop shop;
    for (int i = 1; i <= 120; ++i)
        shop.place(i, i);
    Puller puller(shop);
    puller.run(26);

    const QList<QJsonObject> asked = shop.asked();
    QVERIFY(asked.size() > 50);
    for (const QJsonObject &options : asked) {
        const int take = options[u"take"].toInt();
        QVERIFY2(take >= 1 && take <= 1'000, QJsonDocument(options).toJson().constData());
        QCOMPARE(options[u"filter"].toObject()[u"orderPlacedAt"].toObject()[u"isNull"], QJsonValue(false));
    }
}

void VendureFeedTest::aPositionThatIsGarbageStartsAgain()
{
    FakeShop shop;
    shop.place(1, 1);
    Puller puller(shop);
    puller.m_position = "\xff{]";

    QCOMPARE(puller.run(), QStringList(u"1"_s));
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::VendureFeedTest)
#include "tst_vendurefeed.moc"
