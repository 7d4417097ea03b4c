// SPDX-License-Identifier: Apache-2.0
// How the cache becomes the same as the store: a snapshot in parts, taken up where it broke off.
#include "sync/feedsync.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/manualscheduler.h"
#include "tests/support/orders.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::test;

namespace {

const QString Orders = u"/v1/orders"_s;
constexpr int PartSize = 300;
constexpr int Parts = 3;

/// A store whose parts are smaller than what the console asks for, as it may choose.
struct Shop {
    Shop()
    {
        cache = std::move(OrderCache::open(folder.filePath(u"orders.sqlite"_s)).value());
        feed = std::make_unique<FeedSync>(*cache, transport, scheduler, FeedTiming{}, nullptr);
        network.answerBy([this](const SentRequest &sent) { return answer(sent); });
    }
    [[nodiscard]] Script answer(const SentRequest &sent)
    {
        if (sent.path == u"/v1/changes/stream"_s)
            return Script::stream();
        if (sent.path != Orders)
            return Script::json(200, R"({"orders":[],"removed":[],"cursor":"c","hasMore":false})");
        const QString from = QUrlQuery(sent.query).queryItemValue(u"from"_s);
        asked.append(from);
        return failures.isEmpty() ? part(from) : failures.takeFirst().value_or(part(from));
    }
    [[nodiscard]] static Script part(const QString &from)
    {
        const int first = from.mid(1).toInt();
        QByteArray body = R"({"cursor":"c","total":900})" + "\n"_ba;
        for (int i = first; i < first + PartSize; ++i) {
            const QDateTime placed = at("2026-11-20T10:00:00Z").addSecs(-60 * i);
            body += orderToBytes(order(QString::number(i), placed)) + '\n';
        }
        const QByteArray next = QByteArray::number(first + PartSize);
        body += first + PartSize == PartSize * Parts
            ? "{\"end\":true}\n"_ba
            : R"({"resume":"r)" + next + R"(","hasMore":true})" + "\n";
        return {200, body, "application/x-ndjson"};
    }
    [[nodiscard]] int orders() const
    {
        int found = 0;
        for (int i = 0; i < PartSize * Parts; ++i)
            found += cache->order(OrderId(QString::number(i))) ? 1 : 0;
        return found;
    }

    QTemporaryDir folder;
    FakeNetwork network;
    ManualScheduler scheduler;
    Transport transport{network, QUrl(u"https://store.example/"_s)};
    QStringList asked; ///< Where each part began.
    QList<std::optional<Script>> failures; ///< Answers to the next parts; nullopt: as it should be.
    std::unique_ptr<OrderCache> cache;
    std::unique_ptr<FeedSync> feed;
};

} // namespace

class FeedSyncTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aSnapshotIsFetchedPartByPart();
    void aPartThatBreaksOffIsTakenUp();
    void aResumePointThatIsRefusedBeginsAnew_data();
    void aResumePointThatIsRefusedBeginsAnew();
    void aStoreThatRepeatsAPartEnds();
};

void FeedSyncTest::aSnapshotIsFetchedPartByPart()
{
    Shop shop;
    QSignalSpy ended(shop.feed.get(), &FeedSync::snapshotEnded);
    shop.feed->start(u"e1"_s);
    QTRY_COMPARE(ended.size(), 1);

    QCOMPARE(shop.asked, (QStringList{u""_s, u"r300"_s, u"r600"_s}));
    QVERIFY(shop.network.sent().constFirst().query.contains(u"limit="_s));
    QCOMPARE(shop.orders(), PartSize * Parts);
    QVERIFY(shop.cache->state().isSnapshotComplete);
    QCOMPARE(shop.cache->state().generation, 1);
}

void FeedSyncTest::aPartThatBreaksOffIsTakenUp()
{
    Shop shop;
    shop.failures = {std::nullopt, Script::reset()};
    QSignalSpy failed(shop.feed.get(), &FeedSync::failed);
    QSignalSpy ended(shop.feed.get(), &FeedSync::snapshotEnded);
    shop.feed->start(u"e1"_s);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(shop.orders(), PartSize);
    QVERIFY(!shop.cache->state().isSnapshotComplete);

    shop.feed->start(u"e1"_s);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(shop.asked, (QStringList{u""_s, u"r300"_s, u"r300"_s, u"r600"_s}));
    QCOMPARE(shop.orders(), PartSize * Parts);
    QCOMPARE(shop.cache->state().generation, 1);
}

void FeedSyncTest::aResumePointThatIsRefusedBeginsAnew_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("it says nothing to the store") << 400;
    QTest::newRow("the changes since then are gone") << 410;
}

// Without this the same point would be refused for ever.
void FeedSyncTest::aResumePointThatIsRefusedBeginsAnew()
{
    QFETCH(const int, status);
    Shop shop;
    shop.failures = {std::nullopt,
                     Script::problem(status, R"({"title":"No","type":"about:resync-required"})")};
    QSignalSpy failed(shop.feed.get(), &FeedSync::failed);
    QSignalSpy ended(shop.feed.get(), &FeedSync::snapshotEnded);
    shop.feed->start(u"e1"_s);
    QTRY_COMPARE(failed.size(), 1);

    shop.feed->start(u"e1"_s);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(shop.asked, (QStringList{u""_s, u"r300"_s, u""_s, u"r300"_s, u"r600"_s}));
    QCOMPARE(shop.orders(), PartSize * Parts);
    QCOMPARE(shop.cache->state().generation, 2);
}

void FeedSyncTest::aStoreThatRepeatsAPartEnds()
{
    Shop shop;
    const Script first = Shop::part({});
    shop.failures = {first, first, first, first};
    QSignalSpy failed(shop.feed.get(), &FeedSync::failed);
    shop.feed->start(u"e1"_s);
    QTRY_COMPARE(failed.size(), 1);

    QCOMPARE(shop.asked.size(), 2);
    QCOMPARE(failed.at(0).at(0).value<NetFailure>().kind, NetFailure::Kind::TimedOut);
}

QTEST_GUILESS_MAIN(FeedSyncTest)
#include "tst_feedsync.moc"
