// SPDX-License-Identifier: Apache-2.0
// What the store throws away, and that nobody misses it.
#include "domain/orderjson.h"
#include "store/orderbook/enginerepository.h"
#include "store/orderbook/feedpruning.h"
#include "store/orderbook/idempotencyrepository.h"
#include "store/orderbook/leaserepository.h"
#include "store/orderbook/staffrepository.h"
#include "store/orderbook/statement.h"
#include "store/processing/maintenance.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::StoreFixture;

class MaintenanceTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { test::addEngineRows(); }
    void init()
    {
        QFETCH_GLOBAL(const QString, engine);
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_fixture.openOrEmpty(engine);
    }

    void anOldCursorIsAskedToTakeASnapshot()
    {
        const QByteArray beginning = cursor();
        m_fixture.addOrder(u"A"_s);
        const QByteArray early = cursor();
        m_fixture.addOrder(u"B"_s);
        const QByteArray atMark = cursor();
        maintain(); // remembers where the feed stands
        m_fixture.addOrder(u"C"_s);
        const QByteArray later = cursor();
        m_fixture.addOrder(u"D"_s);

        passDays(29);
        maintain();
        for (const QByteArray &good : {beginning, early, atMark, later})
            QVERIFY(changes(good).has_value());

        passDays(2);
        maintain();
        QVERIFY(!changes(beginning).has_value());
        QVERIFY(!changes(early).has_value());
        QCOMPARE(numbersAfter(atMark), u"C D"_s);
        QCOMPARE(numbersAfter(later), u"D"_s);
        QCOMPARE(entries(), u"3"_s); // the one at the mark, C and D
    }

    void anIdleStoreKeepsItsLastCursor()
    {
        m_fixture.addOrder(u"A"_s);
        const QByteArray last = cursor();
        for (int i = 0; i < 5; ++i) {
            maintain();
            passDays(31);
        }

        QVERIFY(changes(last).has_value());
        QCOMPARE(numbersAfter(last), QString());
    }

    void aLongFeedIsPrunedInPieces()
    {
        const QByteArray beginning = cursor();
        addTogether(40);
        m_fixture.write([this](Orderbook &, Tx &tx) { // as if it had been busy for a month
            Statement(tx,
                      u"INSERT INTO change (store_id, position, order_id, tag, removed) "
                      "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) "
                      "SELECT store_id, i, 'gone', 't', 0 FROM n, store"_s)
                .run();
            return Statement(tx, u"UPDATE feed SET position = 9000, tag = 't'"_s).run();
        });
        maintain();
        const QByteArray end = cursor();
        passDays(31);
        maintain();

        QCOMPARE(entries(), u"1"_s);
        QVERIFY(changes(end).has_value());
        QVERIFY(!changes(beginning).has_value());
    }

    void supersededEntriesGoAndNothingIsMissed()
    {
        const QByteArray beginning = cursor();
        const QList<OrderId> orders = addTogether(20);
        const QByteArray middle = cursor();
        for (const OrderId &order : orders) {
            m_fixture.write([&](Orderbook &book, Tx &) {
                return book.requestCancellation(StoreFixture::request(order)).has_value();
            });
        }
        QCOMPARE(entries(), u"40"_s);

        maintain();

        QCOMPARE(entries(), u"21"_s); // one of the first transaction keeps its tag
        for (const QByteArray &from : {beginning, middle}) {
            QMap<QString, qint64> versions;
            QByteArray after = from;
            for (bool more = true; more;) {
                const auto page = changes(after, 3);
                QVERIFY(page.has_value());
                for (const QByteArray &document : page->orders) {
                    const Order order = orderFromBytes(document).value();
                    versions[order.number] = order.version;
                }
                after = page->cursor;
                more = page->hasMore;
            }
            QCOMPARE(versions.size(), 20);
            QCOMPARE(versions.values(), QList<qint64>(20, 2));
        }
    }

    void otherStoresKeepTheirFeed()
    {
        const StoreId other = m_fixture.write([this](Orderbook &, Tx &tx) {
            Store store;
            store.name = u"Other"_s;
            return StoreRepository(tx).add(store, m_fixture.now);
        });
        const auto otherBook = [&](const auto &job) {
            m_fixture.write([&](Orderbook &, Tx &tx) {
                Orderbook book(tx, other, m_fixture.now);
                job(book);
                return true;
            });
        };
        m_fixture.addOrder(u"A"_s);
        maintain();
        passDays(31);
        QByteArray young;
        otherBook([&](Orderbook &book) { young = book.cursor(); });
        otherBook([&](Orderbook &book) {
            (void)book.mergeOrder(StoreFixture::sampleOrder(u"B"_s), StoreFixture::staff(), false);
        });
        maintain();

        otherBook([&](Orderbook &book) { QVERIFY(book.changes(young, 10).has_value()); });
    }

    void whatAnotherProcessCleansIsLeftToIt()
    {
        m_fixture.addOrder(u"A"_s);
        QVERIFY(m_fixture.write([this](Orderbook &, Tx &tx) {
            return LeaseRepository(tx).take(m_fixture.storeId(), u"maintenance"_s, u"other"_s, m_fixture.now,
                                            m_fixture.now.addSecs(60));
        }));
        const auto marks = [this] {
            return test::sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM feed_mark"_s);
        };

        maintain();
        QCOMPARE(marks(), u"0"_s);
        m_fixture.now = m_fixture.now.addSecs(61);
        maintain();
        QCOMPARE(marks(), u"1"_s);
    }

    void answersEventsAndSessionsAreForgottenInTime()
    {
        addOldThings();
        const auto left = [this] {
            return test::sqlValue(
                m_fixture.database(),
                u"SELECT (SELECT COUNT(*) FROM idempotency) || ' ' || (SELECT COUNT(*) FROM "
                "webhook_event) || ' ' || (SELECT COUNT(*) FROM session) || ' ' || (SELECT "
                "COUNT(*) FROM sign_in_failure)"_s);
        };

        QCOMPARE(left(), u"1 1 1 1"_s);
        passDays(2);
        maintain();
        QCOMPARE(left(), u"1 1 1 0"_s);
        passDays(27);
        maintain();
        QCOMPARE(left(), u"1 1 0 0"_s);
        passDays(2);
        maintain();
        QCOMPARE(left(), u"1 0 0 0"_s);
        passDays(30);
        maintain();
        QCOMPARE(left(), u"0 0 0 0"_s);
    }

    void aNewStoreWaitsLikeTheOthers()
    {
        const auto delayOf = [this](const StoreId &id) {
            return m_fixture.write(
                [&](Orderbook &, Tx &tx) { return StoreRepository(tx).processingDelay(id).count(); });
        };
        const auto add = [this](const QString &name) {
            return m_fixture.write([&](Orderbook &, Tx &tx) {
                Store store;
                store.name = name;
                return StoreRepository(tx).add(store, m_fixture.now);
            });
        };
        QCOMPARE(delayOf(add(u"before"_s)), 0);
        m_fixture.write([this](Orderbook &, Tx &tx) {
            StoreRepository(tx).setProcessingDelay(m_fixture.storeId(), std::chrono::milliseconds(6000));
            return true;
        });

        QCOMPARE(delayOf(add(u"after"_s)), 6000);
    }

private:
    QByteArray cursor()
    {
        return m_fixture.write([](Orderbook &book, Tx &) { return book.cursor(); });
    }
    tl::expected<ChangePage, ResyncRequired> changes(const QByteArray &after, int limit = 100)
    {
        return m_fixture.write([&](Orderbook &book, Tx &) { return book.changes(after, limit); });
    }
    QString numbersAfter(const QByteArray &after)
    {
        QStringList numbers;
        const auto page = changes(after);
        for (const QByteArray &document : page ? page->orders : QList<QByteArray>{})
            numbers.append(orderFromBytes(document).value().number);
        return numbers.join(u' ');
    }
    QString entries() { return test::sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM change"_s); }
    void passDays(int days) { m_fixture.now = m_fixture.now.addDays(days); }
    void maintain()
    {
        Maintenance(m_fixture.database(), [this] { return m_fixture.now; }, {}).runOnce();
    }
    QList<OrderId> addTogether(int count)
    {
        return m_fixture.write([&](Orderbook &book, Tx &) {
            QList<OrderId> ids;
            for (int i = 0; i < count; ++i)
                ids.append(
                    book.mergeOrder(StoreFixture::sampleOrder(u"N%1"_s.arg(i)), StoreFixture::staff(), false)
                        .value()
                        .id);
            return ids;
        });
    }
    void addOldThings()
    {
        m_fixture.write([this](Orderbook &, Tx &tx) {
            const StoreId store = m_fixture.storeId();
            (void)IdempotencyRepository(tx).reserve({store, u"staff:1"_s, u"k"_s}, u"r"_s, u"f"_s,
                                                    m_fixture.now);
            (void)EngineRepository(tx).rememberEvent(store, u"e"_s, u"1"_s, m_fixture.now);
            StaffRepository people(tx);
            Staff kim;
            kim.store = store;
            kim.email = u"kim@example.com"_s;
            const StaffId id = people.add(kim, m_fixture.now).value();
            people.addSession({u"hash"_s, store, id, u"desk"_s, m_fixture.now, m_fixture.now.addDays(28)});
            people.addSignInFailure(u"account:1"_s, m_fixture.now);
            return true;
        });
    }

    StoreFixture m_fixture;
};

QTEST_GUILESS_MAIN(MaintenanceTest)
#include "tst_maintenance.moc"
