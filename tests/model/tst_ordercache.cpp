// SPDX-License-Identifier: Apache-2.0
#include "storage/ordercache.h"
#include "storage/orderreader.h"
#include "storage/scrub.h"
#include "tests/support/orders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;

class OrderCacheTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("private/orders.sqlite"));
    }
    void onlyItsOwnerMayReadIt();
    void anOlderVersionChangesNothing();
    void everyKindOfChangeLeavesPartsThatAgree_data();
    void everyKindOfChangeLeavesPartsThatAgree();
    void aPageAndItsCursorSurviveTogether();
    void ordersOfTheSameSecondHaveDifferentPlaces();
    void aSnapshotOfANewEpochReplacesNewerVersionsAndDropsTheRest();
    void anOrderRemovedDuringTheSnapshotDoesNotComeBack();
    void anInterruptedSnapshotKeepsItsResumePoint();
    void aDamagedFileIsDeletedAndBegunAnew();
    void aDamagedDefinitionIsDeletedAndBegunAnew_data();
    void aDamagedDefinitionIsDeletedAndBegunAnew();
    void aNewerFileIsLeftAlone();
    void afterAnErasureTheFilesHoldNothingOfThePerson();
    void aRewriteThatWasCutOffIsStillDue();
    void anOrderOfAnotherPersonIsNoErasure();
    void newsAreWhatChangedAboutACancellation();
    void anImportedPastIsNoNews();

private:
    [[nodiscard]] std::unique_ptr<OrderCache> open() const
    {
        auto cache = OrderCache::open(m_file);
        return cache ? std::move(*cache) : nullptr;
    }
    [[nodiscard]] static QString dump(const OrderCache &cache)
    {
        const auto reader = OrderReader::open(cache.file());
        QStringList lines;
        const auto places = (*reader)->places({}, {}, 0);
        const auto rows = (*reader)->rows(*places);
        for (const qint64 place : *places)
            lines.append(rows->value(place).number);
        return lines.join(QLatin1Char(' '));
    }

    [[nodiscard]] bool filesHold(const QByteArray &word) const
    {
        const QDir folder(QFileInfo(m_file).path());
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word))
                return true;
        }
        return false;
    }
    [[nodiscard]] static Order erased(Order order)
    {
        order.version += 1;
        order.customer = {{}, {}, order.customer.language};
        order.shippingAddress.clear();
        return order;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void OrderCacheTest::onlyItsOwnerMayReadIt()
{
    const auto cache = open();
    QVERIFY(cache);

    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_file) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(m_file).path()) & others));
}

void OrderCacheTest::anOlderVersionChangesNothing()
{
    const auto cache = open();
    Order one = order(QStringLiteral("1"), at("2026-11-20T10:00:00Z"), 5);
    QVERIFY(cache->applyChanges({wire(one)}, {}, "c1"));
    one.version = 4;
    one.customer.name = QStringLiteral("Old");

    const auto delta = cache->applyChanges({wire(one)}, {}, "c2");

    QVERIFY(delta);
    QVERIFY(delta->isEmpty());
    QCOMPARE(cache->order(one.id)->customer.name, QStringLiteral("Anna Berg"));
    QCOMPARE(cache->state().cursor, "c2");
}

void OrderCacheTest::everyKindOfChangeLeavesPartsThatAgree_data()
{
    QTest::addColumn<Order>("after");
    Order before = order(QStringLiteral("1"), at("2026-11-20T10:00:00Z"));
    before.version = 2;
    Order after = before;
    after.lines[0].state = ItemStatus::Shipped;
    QTest::newRow("its state") << after;
    after.shipments.append({QStringLiteral("DHL"), QStringLiteral("JD0042"), at("2026-11-21T10:00:00Z")});
    QTest::newRow("a parcel to search for") << after;
    after = before;
    after.cancellations = {cancellation(QStringLiteral("c"), CancellationState::Succeeded)};
    after.lines[0].cancelledQuantity = 1;
    QTest::newRow("a cancellation that has ended") << after;
    after = before;
    after.customer.name = QStringLiteral("anna berg");
    QTest::newRow("the spelling of the name") << after;
    after = before;
    after.totalMinor = 900;
    QTest::newRow("the amount") << after;
    after = before;
    after.placedAtUtc = before.placedAtUtc.addMSecs(5);
    QTest::newRow("its time within the second") << after;
}

void OrderCacheTest::everyKindOfChangeLeavesPartsThatAgree()
{
    QFETCH(Order, after);
    const auto cache = open();
    QVERIFY(cache->applyChanges({wire(order(QStringLiteral("1"), at("2026-11-20T10:00:00Z")))}, {}, "c1"));

    const auto delta = cache->applyChanges({wire(after)}, {}, "c2");

    QVERIFY(delta);
    QCOMPARE(delta->changed.size(), 1);
    QCOMPARE(*cache->order(after.id), after);
    const auto report = scrubCache(m_file, [] { return true; });
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->orders, 1);
}

void OrderCacheTest::aPageAndItsCursorSurviveTogether()
{
    {
        const auto cache = open();
        QVERIFY(cache->beginSnapshot("c1", 1, QStringLiteral("e1")));
        QVERIFY(cache->endSnapshot());
        QVERIFY(
            cache->applyChanges({wire(order(QStringLiteral("1"), at("2026-11-20T10:00:00Z")))}, {}, "c2"));
    }
    const auto cache = open();

    QCOMPARE(cache->state().cursor, "c2");
    QCOMPARE(cache->state().epoch, QStringLiteral("e1"));
    QVERIFY(cache->state().isSnapshotComplete);
    QCOMPARE(dump(*cache), QStringLiteral("MC-1"));
}

void OrderCacheTest::ordersOfTheSameSecondHaveDifferentPlaces()
{
    const auto cache = open();
    QList<Order> orders;
    for (int i = 0; i < 40; ++i)
        orders.append(order(QString::number(i), at("2026-11-20T10:00:00Z")));
    const auto delta = cache->applyChanges(wire(orders), {}, "c1");

    QVERIFY(delta);
    QCOMPARE(delta->changed.size(), 40);
}

void OrderCacheTest::aSnapshotOfANewEpochReplacesNewerVersionsAndDropsTheRest()
{
    const auto cache = open();
    const QDateTime placed = at("2026-11-20T10:00:00Z");
    QVERIFY(cache->beginSnapshot("c1", 2, QStringLiteral("e1")));
    QVERIFY(cache->addSnapshot(
        wire({order(QStringLiteral("1"), placed, 9), order(QStringLiteral("2"), placed.addSecs(-60), 9)}),
        "r1"));
    QVERIFY(cache->endSnapshot());

    QVERIFY(cache->beginSnapshot("d1", 1, QStringLiteral("e2")));
    Order restored = order(QStringLiteral("1"), placed, 3);
    restored.customer.name = QStringLiteral("Restored");
    QVERIFY(cache->addSnapshot({wire(restored)}, "r2"));
    QCOMPARE(dump(*cache), QStringLiteral("MC-1 MC-2")); // still shown until the snapshot is complete
    const auto delta = cache->endSnapshot();

    QCOMPARE(delta->removed.size(), 1);
    QCOMPARE(dump(*cache), QStringLiteral("MC-1"));
    QCOMPARE(cache->order(restored.id)->customer.name, QStringLiteral("Restored"));
}

void OrderCacheTest::anOrderRemovedDuringTheSnapshotDoesNotComeBack()
{
    const auto cache = open();
    const Order one = order(QStringLiteral("1"), at("2026-11-20T10:00:00Z"));
    QVERIFY(cache->beginSnapshot("c1", 1, QStringLiteral("e1")));
    QVERIFY(cache->applyChanges({}, {one.id}, "c2"));
    QVERIFY(cache->addSnapshot({wire(one)}, "r1"));
    QVERIFY(cache->endSnapshot());

    QCOMPARE(dump(*cache), QString());
}

void OrderCacheTest::anInterruptedSnapshotKeepsItsResumePoint()
{
    {
        const auto cache = open();
        QVERIFY(cache->beginSnapshot("c1", 10, QStringLiteral("e1")));
        QVERIFY(cache->addSnapshot({wire(order(QStringLiteral("1"), at("2026-11-20T10:00:00Z")))}, "r1"));
        QVERIFY(cache->addSnapshot({wire(order(QStringLiteral("2"), at("2026-11-19T10:00:00Z")))}, {}));
    }
    const auto cache = open();

    QCOMPARE(cache->state().resume, "r1");
    QCOMPARE(cache->state().cursor, "c1");
    QVERIFY(!cache->state().isSnapshotComplete);
}

void OrderCacheTest::aDamagedFileIsDeletedAndBegunAnew()
{
    open().reset();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();

    const auto cache = open();

    QVERIFY(cache);
    QVERIFY(cache->state().cursor.isEmpty());
    // Kept aside, it would hold customers that are erased later.
    QCOMPARE(QDir(QFileInfo(m_file).path()).entryList({QStringLiteral("*damaged*")}), QStringList());
}

void OrderCacheTest::aDamagedDefinitionIsDeletedAndBegunAnew_data()
{
    QTest::addColumn<QString>("damage");
    const auto row = [](const char *name, const char *table, const char *word, const char *other) {
        QTest::newRow(name) << QStringLiteral(
                                   "UPDATE sqlite_master SET sql=replace(sql,'%1','%2') WHERE name='%3'")
                                   .arg(QLatin1String(word), QLatin1String(other), QLatin1String(table));
    };
    QTest::newRow("format of the search") << QStringLiteral("UPDATE search_config SET v=0 WHERE k='version'");
    row("option of the search", "search", "prefix", "prdfix");
    row("value of an option", "search", "prefix", "prefix_=");
    row("column of the search", "search", "words", "rank");
    row("column", "orders", "first_item", "fIrst-item");
    row("name of a column", "documents", "document", "docunent");
}

// What flipped bits in a file make of its schema.
void OrderCacheTest::aDamagedDefinitionIsDeletedAndBegunAnew()
{
    QFETCH(QString, damage);
    QVERIFY(open()->applyChanges({wire(order(QStringLiteral("1"), at("2026-11-20T10:00:00Z")))}, {}, "c1"));
    const auto connection = SqlConnection::open(m_file, SqlConnection::Mode::Cache);
    QVERIFY(connection);
    QVERIFY((*connection)->run(QStringLiteral("PRAGMA writable_schema=ON")));
    QVERIFY((*connection)->run(damage));

    const auto cache = open();

    QVERIFY(cache);
    QVERIFY(!cache->order(OrderId(QStringLiteral("1"))));
    QVERIFY(cache->applyChanges({wire(order(QStringLiteral("1"), at("2026-11-20T10:00:00Z")))}, {}, "c1"));
}

void OrderCacheTest::aNewerFileIsLeftAlone()
{
    {
        const auto connection = SqlConnection::open(m_file, SqlConnection::Mode::Cache);
        QVERIFY((*connection)->run(QStringLiteral("CREATE TABLE future (x)")));
        QVERIFY((*connection)->run(QStringLiteral("PRAGMA user_version=99")));
    }
    const auto cache = open();

    QVERIFY(cache);
    QVERIFY(cache->file() != m_file);
    const auto newer = SqlConnection::open(m_file, SqlConnection::Mode::Reader);
    QCOMPARE((*newer)->value(QStringLiteral("PRAGMA user_version"))->toInt(), 99);
}

void OrderCacheTest::afterAnErasureTheFilesHoldNothingOfThePerson()
{
    const auto cache = open();
    QList<Order> orders;
    for (int i = 0; i < 200; ++i)
        orders.append(order(QString::number(i), at("2026-11-20T10:00:00Z").addSecs(i)));
    orders[7].customer = {QStringLiteral("Zebulon Quist"), QStringLiteral("zebulon@example.com"), {}};
    QVERIFY(cache->applyChanges(wire(orders), {}, "c1"));
    orders[7].version = 2; // an earlier text of the same order lies in a free page
    QVERIFY(cache->applyChanges({wire(orders[7])}, {}, "c2"));
    QVERIFY(filesHold("zebulon"));

    QVERIFY(cache->applyChanges({wire(erased(orders[7]))}, {}, "c3"));
    QVERIFY(cache->state().isRewriteDue);
    QVERIFY(cache->rewriteAfterErasure());

    QVERIFY(!cache->state().isRewriteDue);
    QVERIFY(!filesHold("zebulon"));
    QVERIFY(filesHold("walnut"));
    QCOMPARE(dump(*cache).split(QLatin1Char(' ')).size(), 200);
}

void OrderCacheTest::aRewriteThatWasCutOffIsStillDue()
{
    const Order one = order(QStringLiteral("1"), at("2026-11-20T10:00:00Z"));
    {
        const auto cache = open();
        QVERIFY(cache->applyChanges({wire(one)}, {}, "c1"));
        QVERIFY(cache->applyChanges({wire(erased(one))}, {}, "c2"));
    }
    const auto cache = open();
    QVERIFY(cache->state().isRewriteDue);

    QVERIFY(cache->beginSnapshot("d1", 1, QStringLiteral("e2")));

    QVERIFY(cache->state().isRewriteDue);
}

void OrderCacheTest::anOrderOfAnotherPersonIsNoErasure()
{
    const auto cache = open();
    Order one = order(QStringLiteral("1"), at("2026-11-20T10:00:00Z"));
    QVERIFY(cache->applyChanges({wire(one)}, {}, "c1"));
    one.version = 2;
    one.customer.name = QStringLiteral("Bo Ek");

    QVERIFY(cache->applyChanges({wire(one)}, {}, "c2"));

    QVERIFY(!cache->state().isRewriteDue);
}

void OrderCacheTest::newsAreWhatChangedAboutACancellation()
{
    const auto cache = open();
    Order one = order(QStringLiteral("1"), at("2026-11-20T10:00:00Z"));
    QVERIFY(cache->applyChanges({wire(one)}, {}, "c1"));
    one.version = 2;
    one.cancellations = {cancellation(QStringLiteral("x"), CancellationState::Requested)};
    const auto requested = cache->applyChanges({wire(one)}, {}, "c2");
    one.version = 3;
    one.cancellations[0].state = CancellationState::Processing;
    const auto processing = cache->applyChanges({wire(one)}, {}, "c3");
    one.version = 4;
    one.cancellations[0].state = CancellationState::Succeeded;
    one.cancellations[0].refund.state = RefundState::Failed;
    const auto ended = cache->applyChanges({wire(one)}, {}, "c4");

    QCOMPARE(requested->news.size(), 1);
    QCOMPARE(requested->news.at(0).kind, CancellationNews::Kind::Requested);
    QVERIFY(requested->operations.contains(OperationId(QStringLiteral("op-x"))));
    QVERIFY(processing->news.isEmpty());
    QCOMPARE(ended->news.size(), 2);
    QCOMPARE(ended->news.at(0).kind, CancellationNews::Kind::Succeeded);
    QCOMPARE(ended->news.at(1).kind, CancellationNews::Kind::RefundFailed);
}

void OrderCacheTest::anImportedPastIsNoNews()
{
    const auto cache = open();
    Order one = order(QStringLiteral("1"), at("2026-11-20T10:00:00Z"));
    one.cancellations = {cancellation(QStringLiteral("x"), CancellationState::Succeeded)};

    const auto delta = cache->applyChanges({wire(one)}, {}, "c1");

    QVERIFY(delta->news.isEmpty());
}

QTEST_GUILESS_MAIN(OrderCacheTest)
#include "tst_ordercache.moc"
