// SPDX-License-Identifier: Apache-2.0
// Several processes on one database: one of them pulls an engine.
#include "store/engines/enginesync.h"
#include "store/orderbook/leaserepository.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::test;
using namespace std::chrono_literals;

namespace {

/// An engine in which nothing happens; counts how often it is asked.
class QuietEngine final : public EngineConnector
{
public:
    struct Log {
        std::mutex mutex;
        int pulls = 0;
        QStringList expected;
        QList<QByteArray> asked; ///< Positions.
        std::function<void()> during; ///< Runs inside the next pull.
    };
    explicit QuietEngine(std::shared_ptr<Log> log)
        : m_log(std::move(log))
    {
    }
    EngineResult<QString> test() override { return QString(); }
    EngineResult<EnginePage> pull(const QByteArray &position) override
    {
        std::function<void()> during;
        EnginePage page;
        {
            const std::lock_guard lock(m_log->mutex);
            during.swap(m_log->during);
            m_log->asked.append(position);
            ++m_log->pulls;
            page.position = "ours";
        }
        if (during)
            during();
        return page;
    }
    void expect(const QStringList &externalIds) override
    {
        const std::lock_guard lock(m_log->mutex);
        m_log->expected += externalIds;
    }
    EngineResult<Order> read(const QString &) override { return Order(); }
    EngineResult<EngineCancelOutcome> cancel(const Order &, const Cancellation &) override
    {
        return EngineCancelOutcome();
    }
    EffectOutcome execute(const Effect &, const Order &) override { return {}; }

private:
    std::shared_ptr<Log> m_log;
};
using Log = QuietEngine::Log;

int pullsOf(const std::shared_ptr<Log> &log)
{
    const std::lock_guard lock(log->mutex);
    return log->pulls;
}

} // namespace

class EngineLeaseTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngineRows(); }
    void init();
    void cleanup() { m_second.reset(); }

    void aLeaseHasOneHolder();
    void onlyOneProcessPulls();
    void aLeaseThatWasGivenBackIsTakenAtOnce();
    void aDeadHolderIsFollowedWhenItsTimeIsOver();
    void whoWasFollowedWhileItStoodStillChangesNothing();
    void namedOrdersReachTheProcessThatPulls();

private:
    [[nodiscard]] std::unique_ptr<EngineSync> start(Database &database, const std::shared_ptr<Log> &log,
                                                    std::chrono::milliseconds lease = 90s);
    [[nodiscard]] EngineRow row();
    bool take(const QString &holder, const QDateTime &now, const QDateTime &until);

    StoreFixture m_fixture;
    std::unique_ptr<Database> m_second; ///< What another process would have open.
    QString m_engine;
};

void EngineLeaseTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_fixture.openOrEmpty(engine);
    m_second = std::move(*Database::open(m_fixture.config()));
    m_engine = m_fixture.write([this](Orderbook &, Tx &tx) {
        EngineRow one;
        one.store = m_fixture.storeId();
        one.type = u"vendure"_s;
        return EngineRepository(tx).add(one);
    });
}

std::unique_ptr<EngineSync> EngineLeaseTest::start(Database &database, const std::shared_ptr<Log> &log,
                                                   std::chrono::milliseconds lease)
{
    EngineSync::Options options;
    options.interval = 5ms;
    options.lease = lease;
    return std::make_unique<EngineSync>(database, row(), std::make_unique<QuietEngine>(log),
                                        std::make_shared<std::atomic<bool>>(false), options);
}

EngineRow EngineLeaseTest::row()
{
    return m_fixture.write([this](Orderbook &, Tx &tx) {
        return EngineRepository(tx).find(m_fixture.storeId(), m_engine).value_or(EngineRow());
    });
}

bool EngineLeaseTest::take(const QString &holder, const QDateTime &now, const QDateTime &until)
{
    return m_fixture.write([&](Orderbook &, Tx &tx) {
        return LeaseRepository(tx).take(m_fixture.storeId(), QString(u"engine:"_s + m_engine), holder, now,
                                        until);
    });
}

void EngineLeaseTest::aLeaseHasOneHolder()
{
    const QDateTime now = m_fixture.now;
    const auto isTaken = [&](const QString &asking, const QDateTime &at) {
        return m_fixture.write([&](Orderbook &, Tx &tx) {
            return LeaseRepository(tx).isTaken(m_fixture.storeId(), QString(u"engine:"_s + m_engine), asking,
                                               at);
        });
    };

    QVERIFY(take(u"a"_s, now, now.addSecs(10)));
    QVERIFY(!take(u"b"_s, now.addSecs(9), now.addSecs(99)));
    QVERIFY(isTaken(u"b"_s, now.addSecs(9)));
    QVERIFY(!isTaken(u"a"_s, now.addSecs(9)));
    QVERIFY(take(u"a"_s, now.addSecs(9), now.addSecs(20)));
    QVERIFY(!take(u"b"_s, now.addSecs(19), now.addSecs(99)));
    QVERIFY(!isTaken(u"b"_s, now.addSecs(20)));
    QVERIFY(take(u"b"_s, now.addSecs(20), now.addSecs(99)));
    QVERIFY(!take(u"a"_s, now.addSecs(21), now.addSecs(99)));
}

void EngineLeaseTest::onlyOneProcessPulls()
{
    const auto here = std::make_shared<Log>();
    const auto there = std::make_shared<Log>();
    const auto first = start(m_fixture.database(), here);
    QTRY_VERIFY(pullsOf(here) > 0);

    const auto second = start(*m_second, there);

    const int before = pullsOf(here);
    QTRY_VERIFY(pullsOf(here) > before + 20);
    QCOMPARE(pullsOf(there), 0);
}

void EngineLeaseTest::aLeaseThatWasGivenBackIsTakenAtOnce()
{
    const auto here = std::make_shared<Log>();
    const auto there = std::make_shared<Log>();
    auto first = start(m_fixture.database(), here);
    QTRY_VERIFY(pullsOf(here) > 0);
    const auto second = start(*m_second, there);

    first.reset();

    QTRY_VERIFY(pullsOf(there) > 0);
}

void EngineLeaseTest::aDeadHolderIsFollowedWhenItsTimeIsOver()
{
    const auto log = std::make_shared<Log>();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(take(u"dead"_s, now, now.addMSecs(400)));
    m_fixture.write([this](Orderbook &, Tx &tx) { // the dead one had come further
        EngineRepository(tx).setPosition(m_fixture.storeId(), m_engine, "further");
        return true;
    });

    const auto sync = start(m_fixture.database(), log);

    QTRY_VERIFY(pullsOf(log) > 0);
    QVERIFY(QDateTime::currentDateTimeUtc() >= now.addMSecs(400));
}

void EngineLeaseTest::whoWasFollowedWhileItStoodStillChangesNothing()
{
    const auto log = std::make_shared<Log>();
    log->during = [this] { // others take it for dead while it waits for the engine
        m_fixture.write([this](Orderbook &, Tx &tx) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            EngineRepository(tx).setPosition(m_fixture.storeId(), m_engine, "theirs");
            const QString name = QString(u"engine:"_s + m_engine);
            return LeaseRepository(tx).take(m_fixture.storeId(), name, u"other"_s, now.addDays(1),
                                            now.addDays(2));
        });
    };

    const auto sync = start(m_fixture.database(), log);

    QTRY_COMPARE(pullsOf(log), 1);
    QTRY_COMPARE(row().position, QByteArray("theirs"));
    m_fixture.write([this](Orderbook &, Tx &tx) { // the other one ends
        LeaseRepository(tx).release(m_fixture.storeId(), QString(u"engine:"_s + m_engine), u"other"_s);
        return true;
    });
    QTRY_VERIFY(pullsOf(log) > 1);
    const std::lock_guard lock(log->mutex);
    QCOMPARE(log->asked.at(1), QByteArray("theirs"));
}

void EngineLeaseTest::namedOrdersReachTheProcessThatPulls()
{
    const auto log = std::make_shared<Log>();
    const auto sync = start(m_fixture.database(), log);
    QTRY_VERIFY(pullsOf(log) > 0);

    (void)m_second->writeAndWait([this](Tx &tx) {
        EngineRepository(tx).addWakes(m_fixture.storeId(), m_engine, {u"7"_s, u"8"_s});
        EngineRepository(tx).addWakes(m_fixture.storeId(), m_engine, {u"8"_s});
        EngineRepository(tx).addWakes(m_fixture.storeId(), m_engine, {});
    });

    const auto expected = [&] {
        const std::lock_guard lock(log->mutex);
        QStringList sorted = log->expected;
        sorted.sort();
        return sorted;
    };
    QTRY_COMPARE(expected(), QStringList({u"7"_s, u"8"_s}));
    QCOMPARE(sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM engine_wake"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(EngineLeaseTest)
#include "tst_enginelease.moc"
