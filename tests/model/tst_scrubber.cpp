// SPDX-License-Identifier: Apache-2.0
#include "sync/scrubber.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/manualscheduler.h"
#include "tests/support/orders.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

// The scrub works on a thread of the lowest priority, which a busy machine lets wait.
constexpr int Patience = 60'000;

class ScrubberTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aCacheAsInTheStoreIsLeftAlone();
    void aCacheThatHasLostAnOrderDiffers();
    void aStoreThatHasMovedOnIsAskedAgain();
    void contradictingPartsAreDamage();
    void nothingIsAskedBeforeItsTimeAndWhileOffline();
    void anOlderStoreIsNotAskedOnAndOn();

private:
    [[nodiscard]] static Script hash(const QList<Order> &orders, const QByteArray &cursor)
    {
        OrdersDigest digest;
        for (const Order &one : orders)
            digest.add(orderToBytes(one));
        const QJsonObject json{{QStringLiteral("cursor"), QString::fromLatin1(cursor)},
                               {QStringLiteral("count"), digest.count},
                               {QStringLiteral("hash"), QString::fromLatin1(digest.hash())}};
        return Script::json(200, QJsonDocument(json).toJson(QJsonDocument::Compact));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<OrderCache> m_cache;
    std::unique_ptr<Scrubber> m_scrubber;
    QList<Order> m_orders;
};

void ScrubberTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<FakeNetwork>();
    m_transport =
        std::make_unique<Transport>(*m_network, QUrl(QStringLiteral("https://store.example")), NetTimeouts());
    m_transport->setToken("token");
    m_scheduler = std::make_unique<ManualScheduler>();
    m_cache = std::move(*OrderCache::open(m_folder->filePath(QStringLiteral("orders.sqlite"))));
    m_orders.clear();
    for (int i = 0; i < 3; ++i)
        m_orders.append(order(QString::number(i), at("2026-11-20T10:00:00Z").addSecs(-60 * i)));
    QVERIFY(m_cache->beginSnapshot("c1", 3, QStringLiteral("e1")));
    QVERIFY(m_cache->addSnapshot(wire(m_orders), "r1"));
    QVERIFY(m_cache->endSnapshot());
    ScrubTiming timing;
    timing.first = 10min;
    m_scrubber = std::make_unique<Scrubber>(*m_cache, *m_transport, *m_scheduler, timing, nullptr);
    m_scrubber->start();
}

void ScrubberTest::cleanup()
{
    m_scrubber.reset();
    m_cache.reset();
    QCOMPARE(m_network->unexpected(), 0);
}

void ScrubberTest::aCacheAsInTheStoreIsLeftAlone()
{
    QSignalSpy finished(m_scrubber.get(), &Scrubber::finished);
    QSignalSpy differed(m_scrubber.get(), &Scrubber::differed);
    m_network->enqueue(hash(m_orders, "c1"));

    m_scheduler->advance(10min);

    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    QCOMPARE(differed.size(), 0);
    QCOMPARE(m_network->sent().at(0).path, QStringLiteral("/v1/orders/hashes"));
    m_network->enqueue(hash(m_orders, "c1"));
    m_scheduler->advance(6h); // and again, hours later
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
}

void ScrubberTest::aCacheThatHasLostAnOrderDiffers()
{
    QSignalSpy finished(m_scrubber.get(), &Scrubber::finished);
    QSignalSpy differed(m_scrubber.get(), &Scrubber::differed);
    m_orders.append(order(QStringLiteral("9"), at("2026-11-20T09:00:00Z")));
    m_network->enqueue(hash(m_orders, "c1"));

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the cache has 3 orders .* 4")));
    m_scheduler->advance(10min);

    QTRY_COMPARE_WITH_TIMEOUT(differed.size(), 1, Patience);
    QCOMPARE(finished.size(), 0);
}

void ScrubberTest::aStoreThatHasMovedOnIsAskedAgain()
{
    QSignalSpy finished(m_scrubber.get(), &Scrubber::finished);
    m_network->enqueue(hash({}, "c2"));
    m_network->enqueue(hash(m_orders, "c1"));

    m_scheduler->advance(10min);
    QTRY_COMPARE_WITH_TIMEOUT(m_network->sent().size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_scheduler->waiting() > 0, Patience);
    m_scheduler->advance(2s);

    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    QCOMPARE(m_network->sent().size(), 2);
}

void ScrubberTest::contradictingPartsAreDamage()
{
    QSignalSpy damaged(m_scrubber.get(), &Scrubber::damaged);
    {
        const auto other = SqlConnection::open(m_cache->file(), SqlConnection::Mode::Cache);
        QVERIFY((*other)->run(QStringLiteral("UPDATE orders SET customer_name='Somebody'")));
    }

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the cache was checked: .*row")));
    m_scheduler->advance(10min);

    QTRY_COMPARE_WITH_TIMEOUT(damaged.size(), 1, Patience);
    QCOMPARE(m_network->sent().size(), 0);
}

void ScrubberTest::nothingIsAskedBeforeItsTimeAndWhileOffline()
{
    m_scheduler->advance(9min);
    QCOMPARE(m_network->sent().size(), 0);
    m_scrubber->stop();
    m_scheduler->advance(24h);

    QCOMPARE(m_scheduler->waiting(), 0);
    QCOMPARE(m_network->sent().size(), 0);
}

void ScrubberTest::anOlderStoreIsNotAskedOnAndOn()
{
    m_network->enqueue(
        Script::problem(404, "{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404}"));

    m_scheduler->advance(10min);
    QTRY_COMPARE_WITH_TIMEOUT(m_network->sent().size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_scheduler->waiting() > 0, Patience);
    m_scheduler->advance(1h);

    QCOMPARE(m_network->sent().size(), 1);
}

QTEST_GUILESS_MAIN(ScrubberTest)
#include "tst_scrubber.moc"
