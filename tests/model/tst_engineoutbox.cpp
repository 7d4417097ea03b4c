// SPDX-License-Identifier: Apache-2.0
// What the engine does when its outbox or its cache fails it.
#include "sync/syncsession.h"
#include "tests/proofs/support/faultvfs.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/manualscheduler.h"
#include "tests/support/orders.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::proof;
using namespace mc::test;
using namespace std::chrono_literals;

class EngineOutboxTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void anOutboxThatCouldNotBeOpenedIsTriedAgain();
    void whatIsUnderWayIsKnownBeforeAnythingIsQueued();
    void aRowThatTheDiskDidNotLetGoOutIsReleasedLater();
    void aDamagedOutboxLeavesTheCacheAlone();
    void aDamagedCacheIsDeletedAndBegunAnew();

private:
    void fillCache() const;
    static void damage(const QString &file);
    [[nodiscard]] static Script answer(const SentRequest &sent);
    [[nodiscard]] QString cacheFile() const { return fileFor(m_profile, QStringLiteral("orders")); }
    [[nodiscard]] QString outboxFile() const { return fileFor(m_profile, QStringLiteral("outbox")); }
    [[nodiscard]] static CancelRequest request()
    {
        return {{OrderId(QStringLiteral("1"))}, QStringLiteral("other"), {}, "{}", 0ms};
    }

    FaultDisk m_disk;
    std::unique_ptr<QTemporaryDir> m_folder;
    SyncProfile m_profile;
};

void EngineOutboxTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_disk.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = {};
    m_profile.id = QStringLiteral("p1");
    m_profile.url = QUrl(QStringLiteral("https://store.example"));
    m_profile.store.id = StoreId(QStringLiteral("s1"));
    m_profile.store.staffId = StaffId(QStringLiteral("anna"));
    m_profile.folder = m_folder->path();
    fillCache();
}

void EngineOutboxTest::fillCache() const
{
    const auto cache = OrderCache::open(cacheFile());
    QVERIFY(cache);
    QVERIFY((*cache)->beginSnapshot("c1", 1, QStringLiteral("e1")));
    QVERIFY((*cache)->addSnapshot({wire(order(QStringLiteral("1"), at("2026-11-20T10:00:00Z")))}, "r1"));
    QVERIFY((*cache)->endSnapshot());
}

void EngineOutboxTest::anOutboxThatCouldNotBeOpenedIsTriedAgain()
{
    FakeNetwork network;
    ManualScheduler scheduler;
    SyncEngine engine(network, scheduler, {});
    QSignalSpy opened(&engine, &SyncEngine::opened);
    QSignalSpy failed(&engine, &SyncEngine::commandFailed);
    QSignalSpy queued(&engine, &SyncEngine::queued);
    QVERIFY(QDir().mkpath(outboxFile())); // a folder where the file should be
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the outbox cannot be used")));
    engine.open(m_profile);

    engine.cancelOrders(request());

    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("disk")));
    QVERIFY(QDir().rmdir(outboxFile()));
    scheduler.advance(5s);
    QCOMPARE(opened.size(), 2);
    engine.cancelOrders(request());
    QCOMPARE(queued.size(), 1);
}

void EngineOutboxTest::whatIsUnderWayIsKnownBeforeAnythingIsQueued()
{
    FakeNetwork network;
    ManualScheduler scheduler;
    SyncEngine engine(network, scheduler, {});
    QSignalSpy queued(&engine, &SyncEngine::queued);
    engine.open(m_profile);
    engine.cancelOrders(request());
    QCOMPARE(queued.size(), 1);
    {
        // Somebody else has written, so that the file has to be read again.
        const auto other = SqlConnection::open(outboxFile(), SqlConnection::Mode::Ledger);
        QVERIFY((*other)->run(QStringLiteral("UPDATE operations SET comments='later'")));
    }
    m_disk.inject({DiskFault::Error::Io, {DiskFault::Call::Read}, 1, false});

    engine.cancelOrders(request()); // the same order once more

    QVERIFY(m_disk.struck() > 0);
    m_disk.heal();
    QCOMPARE(queued.size(), 1);
}

void EngineOutboxTest::aRowThatTheDiskDidNotLetGoOutIsReleasedLater()
{
    FakeNetwork network;
    ManualScheduler scheduler;
    SyncEngine engine(network, scheduler, {});
    QSignalSpy updated(&engine, &SyncEngine::updated);
    engine.open(m_profile);
    CancelRequest held = request();
    held.undoFor = 5s;
    engine.cancelOrders(held);
    m_disk.inject({DiskFault::Error::Full, {DiskFault::Call::Write}, 1, true});
    scheduler.advance(6s);
    m_disk.heal();

    scheduler.advance(2s);

    const auto last = updated.constLast().at(0).value<SyncUpdate>();
    QCOMPARE(last.pending.size(), 1);
    QCOMPARE(last.pending.at(0).state, OperationState::Queued);
}

void EngineOutboxTest::damage(const QString &file)
{
    const auto other = SqlConnection::open(file, SqlConnection::Mode::Ledger);
    QVERIFY((*other)->run(QStringLiteral("PRAGMA writable_schema=ON")));
    QVERIFY((*other)->run(QStringLiteral(
        "UPDATE sqlite_master SET sql=replace(sql,'CREATE TABLE','CREATE TABEL') WHERE type='table'")));
    QVERIFY((*other)->run(QStringLiteral("PRAGMA schema_version=1000")));
}

// Knows the store and one change, and is silent about everything else.
Script EngineOutboxTest::answer(const SentRequest &sent)
{
    if (sent.path == QStringLiteral("/v1/store")) {
        return Script::json(
            200,
            R"({"id":"s1","name":"Shop","epoch":"e1","caller":{"id":"anna","name":"Anna","role":"owner"}})");
    }
    if (sent.path == QStringLiteral("/v1/changes"))
        return Script::json(200, R"({"orders":[],"removed":["2"],"cursor":"c2","hasMore":false})");
    return Script::silence();
}

// Offline, the orders could not be fetched again.
void EngineOutboxTest::aDamagedOutboxLeavesTheCacheAlone()
{
    FakeNetwork network;
    network.answerBy(answer);
    ManualScheduler scheduler;
    SyncEngine engine(network, scheduler, {});
    QSignalSpy opened(&engine, &SyncEngine::opened);
    m_profile.token = "token";
    engine.open(m_profile);
    engine.cancelOrders(request());
    damage(outboxFile());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("storage failed")));

    QTRY_COMPARE(opened.size(), 2); // the store answers, and the row cannot be read

    const auto cache = OrderCache::open(cacheFile());
    QVERIFY(cache);
    QVERIFY((*cache)->order(OrderId(QStringLiteral("1"))));
}

void EngineOutboxTest::aDamagedCacheIsDeletedAndBegunAnew()
{
    FakeNetwork network;
    network.answerBy(answer);
    ManualScheduler scheduler;
    SyncEngine engine(network, scheduler, {});
    QSignalSpy opened(&engine, &SyncEngine::opened);
    m_profile.token = "token";
    engine.open(m_profile);
    engine.cancelOrders(request());
    damage(cacheFile());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("storage failed")));

    QTRY_COMPARE(opened.size(), 2); // the change cannot be taken in

    const QDir folder = QFileInfo(cacheFile()).dir();
    QCOMPARE(folder.entryList({QStringLiteral("*damaged*")}), QStringList());
    const auto cache = OrderCache::open(cacheFile());
    QVERIFY(cache);
    QVERIFY(!(*cache)->order(OrderId(QStringLiteral("1"))));
    const auto outbox = Outbox::open(outboxFile());
    QVERIFY(outbox);
    QCOMPARE((*outbox)->pending()->size(), 1);
}

QTEST_GUILESS_MAIN(EngineOutboxTest)
#include "tst_engineoutbox.moc"
