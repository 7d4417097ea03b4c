// SPDX-License-Identifier: Apache-2.0
#include "storage/outbox.h"
#include "sync/syncengine.h"
#include "sync/syncsession.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/manualscheduler.h"

#include <QHash>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

namespace {

const QString Name = QStringLiteral("/v1/store");
const QString Orders = QStringLiteral("/v1/orders");
const QString Changes = QStringLiteral("/v1/changes");
const QString Stream = QStringLiteral("/v1/changes/stream");

// An engine whose requests have no limit of their own, as if those limits did not hold, and a store without
// orders.
struct Watched {
    explicit Watched(std::chrono::milliseconds stalledAfter = 60s)
    {
        SyncTiming timing;
        timing.net = {1h, 1h, 25s};
        timing.stalledAfter = stalledAfter;
        engine = std::make_unique<SyncEngine>(network, scheduler, timing);
        profile.id = QStringLiteral("p");
        profile.url = QUrl(QStringLiteral("http://127.0.0.1:1"));
        profile.token = "token";
        profile.store.id = StoreId(QStringLiteral("s"));
        profile.store.staffId = StaffId(QStringLiteral("anna"));
        profile.folder = folder.path();
        QObject::connect(engine.get(), &SyncEngine::statusChanged, engine.get(),
                         [this](const SyncStatus &status) { links.append(status.link); });
        network.answerBy(
            [this](const SentRequest &sent) { return answers.value(sent.path, Script::offline()); });
        answers[Name] = Script::json(
            200,
            R"({"id":"s","name":"Shop","epoch":"e1","caller":{"id":"anna","name":"Anna","role":"owner"}})");
        answers[Orders] = {200, "{\"cursor\":\"c1\",\"total\":0}\n{\"end\":true}\n", "application/x-ndjson"};
        answers[Changes] = Script::json(200, R"({"orders":[],"removed":[],"cursor":"c1","hasMore":false})");
        answers[Stream] = Script::stream();
    }
    [[nodiscard]] qsizetype sent(const QString &path) const
    {
        return std::count_if(network.sent().cbegin(), network.sent().cend(),
                             [&path](const SentRequest &one) { return one.path == path; });
    }
    [[nodiscard]] bool isOnline() const { return engine->status().link == SyncStatus::Link::Online; }

    QTemporaryDir folder;
    FakeNetwork network;
    ManualScheduler scheduler;
    SyncProfile profile;
    QHash<QString, Script> answers;
    QList<SyncStatus::Link> links;
    std::unique_ptr<SyncEngine> engine;
};

void expectLog(const char *pattern)
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QString::fromLatin1(pattern)));
}

} // namespace

class SyncWatchdogTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void aHungRequestIsShownLoggedAndStartedAgain_data();
    void aHungRequestIsShownLoggedAndStartedAgain();
    void aStreamWithoutSignsOfLifeIsOpenedAgain();
    void aQueuedRowThatNobodySendsIsNoticed();
    void aRequestAfterALongQuietTimeIsNoStall();
};

void SyncWatchdogTest::aHungRequestIsShownLoggedAndStartedAgain_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("who are you") << Name;
    QTest::newRow("the snapshot") << Orders;
}

void SyncWatchdogTest::aHungRequestIsShownLoggedAndStartedAgain()
{
    QFETCH(QString, path);
    Watched watched;
    const Script good = watched.answers.value(path);
    watched.answers[path] = Script::silence();
    watched.answers[Stream] = Script::silence();
    watched.engine->open(watched.profile);
    QTRY_COMPARE(watched.sent(path), 1);
    watched.links.clear();
    if (path == Orders)
        expectLog("the event stream is dead");
    watched.scheduler.advance(30s);
    QVERIFY(!watched.links.contains(SyncStatus::Link::Stalled));

    expectLog("no progress: \"?a request has no answer");
    watched.scheduler.advance(30s);
    QCOMPARE(watched.engine->status().link, SyncStatus::Link::Stalled);
    QVERIFY(!watched.engine->status().problem.isEmpty());

    watched.answers[path] = good;
    watched.scheduler.advance(2s);
    QTRY_VERIFY(watched.isOnline());
    QVERIFY(watched.engine->status().problem.isEmpty());
}

void SyncWatchdogTest::aStreamWithoutSignsOfLifeIsOpenedAgain()
{
    Watched watched;
    watched.engine->open(watched.profile);
    QTRY_VERIFY(watched.isOnline());
    QTRY_COMPARE(watched.sent(Stream), 1);
    const qsizetype pulls = watched.sent(Changes);
    watched.links.clear();

    watched.scheduler.advance(20s);
    QVERIFY(watched.links.isEmpty());
    expectLog("the event stream is dead");
    watched.scheduler.advance(20s);

    QCOMPARE(watched.sent(Stream), 2);
    QVERIFY(watched.links.contains(SyncStatus::Link::Stalled));
    QTRY_VERIFY(watched.isOnline());
    QVERIFY(watched.sent(Changes) > pulls);
}

void SyncWatchdogTest::aQueuedRowThatNobodySendsIsNoticed()
{
    Watched watched(15s);
    watched.engine->open(watched.profile);
    QTRY_VERIFY(watched.isOnline());
    const auto outbox = Outbox::open(fileFor(watched.profile, QStringLiteral("outbox")));
    QVERIFY(outbox);
    OutboxRow row;
    row.operation = OperationId(QStringLiteral("op-000000000000001"));
    row.store = watched.profile.store.id;
    row.staff = watched.profile.store.staffId;
    row.order = OrderId(QStringLiteral("o1"));
    row.state = OperationState::Queued;
    row.body = "{}";
    QVERIFY((*outbox)->add({row}));
    const QString path = QStringLiteral("/v1/orders/o1/cancellations");
    watched.answers[path] = Script::json(202, R"({"id":"c1","operation":"op-000000000000001"})");

    expectLog("no progress: \"?there is work that nobody does");
    watched.scheduler.advance(20s);
    QVERIFY(watched.links.contains(SyncStatus::Link::Stalled));

    QTRY_COMPARE(watched.sent(path), 1);
}

void SyncWatchdogTest::aRequestAfterALongQuietTimeIsNoStall()
{
    Watched watched(10s);
    watched.engine->open(watched.profile);
    QTRY_VERIFY(watched.isOnline());
    QTRY_COMPARE(watched.engine->status().link, SyncStatus::Link::Online);
    watched.links.clear();

    watched.scheduler.advance(23s);
    watched.answers[Changes] = Script::silence();
    watched.engine->syncNow();
    watched.scheduler.advance(6s);

    QVERIFY(!watched.links.contains(SyncStatus::Link::Stalled));
}

QTEST_GUILESS_MAIN(SyncWatchdogTest)
#include "tst_syncwatchdog.moc"
