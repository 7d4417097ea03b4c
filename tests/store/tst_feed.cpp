// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "store/orderbook/statement.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::StoreFixture;

namespace {

QString numbersOf(const ChangePage &page)
{
    QStringList numbers;
    for (const QByteArray &document : page.orders)
        numbers.append(orderFromBytes(document).value().number);
    numbers.sort();
    return numbers.join(u' ');
}

} // namespace

class FeedTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPageNeverCutsATransaction_data() { test::addEngineRows(); }
    void aPageNeverCutsATransaction()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        const QByteArray start = cursor();
        addTogether({u"A"_s, u"B"_s});
        addTogether({u"C"_s, u"D"_s, u"E"_s});
        addTogether({u"F"_s});

        QByteArray after = start;
        QStringList pages;
        for (bool more = true; more;) {
            const auto page = changes(after, 3);
            QVERIFY(page.has_value());
            pages.append(numbersOf(*page));
            after = page->cursor;
            more = page->hasMore;
        }

        QCOMPARE(pages, QStringList({u"A B"_s, u"C D E"_s, u"F"_s}));
        QCOMPARE(after, cursor());
    }

    void aTransactionLargerThanAPageComesWhole()
    {
        m_fixture.open(u"sqlite"_s);
        const QByteArray start = cursor();
        addTogether({u"A"_s, u"B"_s, u"C"_s});
        addTogether({u"D"_s});

        const auto page = changes(start, 1);

        QVERIFY(page.has_value());
        QCOMPARE(numbersOf(*page), u"A B C"_s);
        QVERIFY(page->hasMore);
    }

    void anOrderThatChangedTwiceComesOnceAndNew()
    {
        m_fixture.open(u"sqlite"_s);
        const QByteArray start = cursor();
        const OrderId id = m_fixture.addOrder(u"A"_s);
        m_fixture.write([&](Orderbook &book, Tx &) {
            return book.requestCancellation(StoreFixture::request(id)).has_value();
        });

        const auto page = changes(start, 100);

        QVERIFY(page.has_value());
        QCOMPARE(page->orders.size(), 1);
        QCOMPARE(orderFromBytes(page->orders.constFirst()).value().version, 2);
    }

    void nothingNewKeepsTheCursor()
    {
        m_fixture.open(u"sqlite"_s);
        m_fixture.addOrder(u"A"_s);

        const auto page = changes(cursor(), 100);

        QVERIFY(page.has_value());
        QVERIFY(page->orders.isEmpty());
        QCOMPARE(page->cursor, cursor());
        QVERIFY(!page->hasMore);
    }

    void aRefusedStepIsNoChange()
    {
        m_fixture.open(u"sqlite"_s);
        const OrderId id = m_fixture.addOrder(u"A"_s);
        const QByteArray before = cursor();

        m_fixture.write([&](Orderbook &book, Tx &) {
            CancellationRequest request = StoreFixture::request(id);
            request.reasonCode = u"because"_s;
            return book.requestCancellation(request).has_value();
        });

        QCOMPARE(cursor(), before);
    }

    void cursorsFromElsewhereAreRefused_data()
    {
        QTest::addColumn<QString>("meddle");
        QTest::newRow("another epoch") << u"UPDATE feed SET epoch = 'other'"_s;
        QTest::newRow("time went back") << u"UPDATE feed SET position = 1, tag = 't1'"_s;
        QTest::newRow("another history of the same length") << u"UPDATE feed SET tag = 'other'"_s;
    }
    void cursorsFromElsewhereAreRefused()
    {
        QFETCH(QString, meddle);
        m_fixture.open(u"sqlite"_s);
        m_fixture.addOrder(u"A"_s);
        m_fixture.addOrder(u"B"_s);
        const QByteArray known = cursor();
        QVERIFY(changes(known, 10).has_value());

        QVERIFY(m_fixture.database().writeAndWait([&](Tx &tx) { Statement(tx, meddle).run(); }).has_value());

        QVERIFY(!changes(known, 10).has_value());
    }

    void anOldPositionWithAForeignTagIsRefused()
    {
        m_fixture.open(u"sqlite"_s);
        m_fixture.addOrder(u"A"_s);
        const QByteArray known = cursor();
        m_fixture.addOrder(u"B"_s);
        QVERIFY(changes(known, 10).has_value());

        QVERIFY(m_fixture.database()
                    .writeAndWait([](Tx &tx) {
                        Statement(tx, u"UPDATE change SET tag = 'x' WHERE position = 1"_s).run();
                    })
                    .has_value());

        QVERIFY(!changes(known, 10).has_value());
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("cursor");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no base64") << QByteArray("%%%");
        QTest::newRow("two parts") << QByteArray("a.1").toBase64();
        QTest::newRow("negative") << QByteArray("a.-1.t").toBase64();
        QTest::newRow("huge") << QByteArray("a.99999999999999999999.t").toBase64();
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, cursor);
        m_fixture.open(u"sqlite"_s);

        QVERIFY(!changes(cursor, 10).has_value());
    }

    void aReaderAmongWritersMissesNothing_data() { test::addEngineRows(); }
    void aReaderAmongWritersMissesNothing()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        constexpr int Writers = 4;
        constexpr int OrdersEach = 40;
        QByteArray after = cursor();
        std::vector<std::thread> writers;
        for (int writer = 0; writer < Writers; ++writer) {
            writers.emplace_back([this, writer] {
                for (int i = 0; i < OrdersEach; ++i)
                    m_fixture.addOrder(u"W%1-%2"_s.arg(writer).arg(i));
            });
        }

        QSet<QString> seen;
        bool isRefused = false;
        const auto readOn = [&] {
            const auto page = changes(after, 7);
            isRefused = isRefused || !page;
            for (const QByteArray &document : page ? page->orders : QList<QByteArray>())
                seen.insert(orderFromBytes(document).value().number);
            after = page ? page->cursor : after;
            return seen.size() == Writers * OrdersEach || isRefused;
        };
        QTRY_VERIFY_WITH_TIMEOUT(readOn(), 60'000);
        for (std::thread &writer : writers)
            writer.join();

        QVERIFY(!isRefused);
        QCOMPARE(seen.size(), Writers * OrdersEach);
    }

    void theSnapshotIsNewestFirstAndComplete_data() { test::addEngineRows(); }
    void theSnapshotIsNewestFirstAndComplete()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        for (int i = 0; i < 10; ++i) {
            m_fixture.addOrder(u"MC-%1"_s.arg(i), [&](Order &order) {
                order.placedAtUtc = m_fixture.now.addDays(-(i / 2)); // pairs of the same time
            });
        }

        QList<QDateTime> times;
        QSet<QString> numbers;
        SnapshotPosition position;
        for (bool more = true; more;) {
            SnapshotPage page;
            m_fixture.database().readAndWait([&](Tx &tx) {
                page = Orderbook(tx, m_fixture.storeId(), m_fixture.now).snapshot(position, 3);
            });
            for (const QByteArray &document : std::as_const(page.orders)) {
                const Order order = orderFromBytes(document).value();
                times.append(order.placedAtUtc);
                numbers.insert(order.number);
            }
            position = page.next;
            more = page.hasMore;
        }

        QCOMPARE(numbers.size(), 10);
        QCOMPARE(times.size(), 10);
        QVERIFY(std::is_sorted(times.crbegin(), times.crend()));
    }

private:
    QByteArray cursor()
    {
        QByteArray cursor;
        m_fixture.database().readAndWait(
            [&](Tx &tx) { cursor = Orderbook(tx, m_fixture.storeId(), m_fixture.now).cursor(); });
        return cursor;
    }

    tl::expected<ChangePage, ResyncRequired> changes(const QByteArray &after, int limit)
    {
        tl::expected<ChangePage, ResyncRequired> page;
        m_fixture.database().readAndWait(
            [&](Tx &tx) { page = Orderbook(tx, m_fixture.storeId(), m_fixture.now).changes(after, limit); });
        return page;
    }

    void addTogether(const QStringList &numbers)
    {
        m_fixture.write([&](Orderbook &book, Tx &) {
            bool isMerged = true;
            for (const QString &number : numbers)
                isMerged = book.mergeOrder(StoreFixture::sampleOrder(number), StoreFixture::staff(), false)
                    && isMerged;
            return isMerged;
        });
    }

    StoreFixture m_fixture;
};

QTEST_GUILESS_MAIN(FeedTest)
#include "tst_feed.moc"
