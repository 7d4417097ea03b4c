// SPDX-License-Identifier: Apache-2.0
#include "storage/cachedigest.h"
#include "storage/ordercache.h"
#include "storage/scrub.h"
#include "tests/support/orders.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;

class ScrubTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aCacheThatWasOnlyUsedIsFine();
    void partsThatContradictEachOtherAreDamage_data();
    void partsThatContradictEachOtherAreDamage();
    void itEndsWhenItIsToldTo();
    void itLeavesNothingBehind();
    void twoSidesWithTheSameOrdersHaveTheSameDigest();
    void rangesMeetEveryOrderOnce();
    void ordersThatCrowdASecondAreFoundByLookingEverywhere();

private:
    [[nodiscard]] std::unique_ptr<OrderCache> open() const
    {
        auto cache = OrderCache::open(m_file);
        return cache ? std::move(*cache) : nullptr;
    }
    [[nodiscard]] std::unique_ptr<SqlConnection> connect() const
    {
        auto connection = SqlConnection::open(m_file, SqlConnection::Mode::Cache);
        return connection ? std::move(*connection) : nullptr;
    }
    [[nodiscard]] static bool goOn() { return true; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QList<Order> m_orders;
};

// 250 orders: more than one slice, with changes and removals behind them.
void ScrubTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("orders.sqlite"));
    m_orders.clear();
    for (int i = 0; i < 250; ++i)
        m_orders.append(order(QString::number(i), at("2026-11-20T10:00:00Z").addSecs(-(i / 4) * 30)));
    const auto cache = open();
    QVERIFY(cache->beginSnapshot("c1", 250, QStringLiteral("e1")));
    QVERIFY(cache->addSnapshot(wire(m_orders), "r1"));
    QVERIFY(cache->endSnapshot());
    m_orders[7].version = 2;
    m_orders[7].customer.name = QStringLiteral("Zoë Ångström");
    m_orders[7].cancellations = {cancellation(QStringLiteral("x"), CancellationState::Succeeded)};
    const OrderId removed = m_orders.takeLast().id;
    QVERIFY(cache->applyChanges({wire(m_orders.at(7))}, {removed}, "c2"));
}

void ScrubTest::aCacheThatWasOnlyUsedIsFine()
{
    const auto report = scrubCache(m_file, goOn);

    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QVERIFY(report->isComplete);
    QCOMPARE(report->orders, 249);
}

void ScrubTest::partsThatContradictEachOtherAreDamage_data()
{
    QTest::addColumn<QString>("sql");

    const auto add = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromUtf8(sql); };
    add("a column differs", "UPDATE orders SET customer_name='Somebody' WHERE number='MC-200'");
    add("a flag differs", "UPDATE orders SET attention=3 WHERE number='MC-200'");
    add("a version differs", "UPDATE orders SET version=9 WHERE number='MC-5'");
    add("an order is under another id", "UPDATE orders SET order_id='other' WHERE number='MC-5'");
    add("an order stands before its time",
        "UPDATE orders SET place=17 WHERE number='MC-5'; UPDATE documents SET place=17 WHERE document LIKE "
        "'%MC-5\"%'");
    add("a document is missing", "DELETE FROM documents WHERE place=(SELECT max(place) FROM orders)");
    add("a document is nobody's", "INSERT INTO documents VALUES (1, '{}')");
    add("a document is no order",
        "UPDATE documents SET document='{' WHERE place=(SELECT min(place) FROM orders)");
    add("a document says something else",
        "UPDATE documents SET document=replace(document, 'Walnut', 'Walnus') WHERE place=(SELECT min(place) "
        "FROM orders)");
    add("a row of an older snapshot is left", "UPDATE orders SET generation=0 WHERE number='MC-5'");
    add("a word is missing in the search",
        "INSERT INTO search (search, rowid, words) SELECT 'delete', min(place), 'walnut' FROM orders");
    add("a word is too much in the search",
        "INSERT INTO search (rowid, words) SELECT min(place), 'stale' FROM orders");
    // Takes the order out of the index of beginnings only: there is no whole word "wal" to take out.
    add("a beginning of a word is missing in the search",
        "INSERT INTO search (search, rowid, words) SELECT 'delete', min(place), 'wal' FROM orders");
    add("the search finds what is not there", "INSERT INTO search (rowid, words) VALUES (4, 'ghost')");
    add("an index is gone", "DROP INDEX orders_by_amount");
    add("a table is gone", "DROP TABLE documents");
}

void ScrubTest::partsThatContradictEachOtherAreDamage()
{
    QFETCH(QString, sql);
    for (const QString &statement : sql.split(QStringLiteral("; ")))
        QVERIFY(connect()->run(statement));

    const auto report = scrubCache(m_file, goOn);

    QVERIFY(!report);
    QVERIFY2(report.error().kind == StorageError::Kind::Damaged, qPrintable(report.error().detail));
}

void ScrubTest::itEndsWhenItIsToldTo()
{
    int asked = 0;
    const auto report = scrubCache(m_file, [&asked] { return ++asked < 1; });

    QVERIFY(report);
    QVERIFY(!report->isComplete);
    QCOMPARE(report->orders, 200);
}

void ScrubTest::itLeavesNothingBehind()
{
    QVERIFY(scrubCache(m_file, goOn));

    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY2(files.filter(QStringLiteral("scrub")).isEmpty(), qPrintable(files.join(QLatin1Char(' '))));
}

void ScrubTest::twoSidesWithTheSameOrdersHaveTheSameDigest()
{
    const OrderRange all{QDateTime::fromSecsSinceEpoch(0, Qt::UTC), {}};
    OrdersDigest expected;
    for (auto it = m_orders.crbegin(); it != m_orders.crend(); ++it)
        expected.add(orderToBytes(*it));

    const auto digest = digestOf(*connect(), all, DigestScan::Near);

    QVERIFY(digest);
    QCOMPARE(digest->count, 249);
    QCOMPARE(digest->hash(), expected.hash());
    QVERIFY(connect()->run(
        QStringLiteral("UPDATE documents SET document=replace(document, 'MC-8\"', 'MC-9\"')")));
    QVERIFY(digestOf(*connect(), all, DigestScan::Near)->hash() != expected.hash());
}

void ScrubTest::rangesMeetEveryOrderOnce()
{
    const auto connection = connect();
    QDateTime from = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    qint64 met = 0;
    int ranges = 0;
    for (;; ++ranges) {
        const auto range = rangeFrom(*connection, from, 100);
        QVERIFY(range);
        met += digestOf(*connection, *range, DigestScan::Near)->count;
        if (!range->beforeUtc)
            break;
        QVERIFY(*range->beforeUtc > from);
        from = *range->beforeUtc;
    }

    QCOMPARE(met, 249);
    QCOMPARE(ranges, 2);
}

void ScrubTest::ordersThatCrowdASecondAreFoundByLookingEverywhere()
{
    QList<Order> crowd;
    for (int i = 0; i < 1'500; ++i)
        crowd.append(order(QStringLiteral("crowd-%1").arg(i), at("2026-11-21T10:00:00Z")));
    QVERIFY(open()->applyChanges(wire(crowd), {}, "c3"));
    const OrderRange second{at("2026-11-21T10:00:00Z"), at("2026-11-21T10:00:01Z")};

    QVERIFY(digestOf(*connect(), second, DigestScan::Near)->count < 1'500);
    QCOMPARE(digestOf(*connect(), second, DigestScan::All)->count, 1'500);
    const auto report = scrubCache(m_file, goOn);
    QVERIFY2(report && report->isComplete, qPrintable(report ? QString() : report.error().detail));
}

QTEST_GUILESS_MAIN(ScrubTest)
#include "tst_scrub.moc"
