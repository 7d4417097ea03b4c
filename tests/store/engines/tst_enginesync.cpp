// SPDX-License-Identifier: Apache-2.0
#include "store/engines/enginecommands.h"
#include "store/engines/engines.h"
#include "support/storefixture.h"
#include "vendurescript.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace mc::test;

namespace mc::store {
namespace {

/// What a scripted connector says next; shared with the test.
struct Script {
    std::mutex mutex;
    QList<EngineResult<EnginePage>> pages; ///< When empty: nothing new, at the position that was asked.
    QList<QByteArray> positions; ///< That were asked.
    QStringList expected; ///< Orders that were named.
};

class ScriptedConnector final : public EngineConnector
{
public:
    explicit ScriptedConnector(std::shared_ptr<Script> script)
        : m_script(std::move(script))
    {
    }
    EngineResult<QString> test() override { return QString(); }
    EngineResult<EnginePage> pull(const QByteArray &position) override
    {
        const std::lock_guard lock(m_script->mutex);
        m_script->positions.append(position);
        if (!m_script->pages.isEmpty())
            return m_script->pages.takeFirst();
        EnginePage page;
        page.position = position;
        return page;
    }
    void expect(const QStringList &externalIds) override
    {
        const std::lock_guard lock(m_script->mutex);
        m_script->expected += externalIds;
    }
    EngineResult<Order> read(const QString &) override { return Order(); }
    EngineResult<EngineCancelOutcome> cancel(const Order &, const Cancellation &) override
    {
        return EngineCancelOutcome();
    }
    EffectOutcome execute(const Effect &, const Order &) override { return {}; }

private:
    std::shared_ptr<Script> m_script;
};

Order vendureOrder(const QString &recording, qint64 version)
{
    Order order = toOrder(*parseVendureOrder(recordedOrder(recording)));
    order.source = u"vendure"_s;
    order.version = version;
    return order;
}

EnginePage pageOf(const QList<Order> &orders, const QByteArray &position)
{
    EnginePage page;
    page.orders = orders;
    page.position = position;
    return page;
}

} // namespace

class EngineSyncTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void ordersArriveBeforeThePositionMoves();
    void theSameNewsAgainWritesNothing();
    void historyGetsNoMailAndAFreshOrderDoes();
    void anUnreachableEngineShowsItsSentenceAndRecovers();
    void waitingGrowsWithJitterUpToFiveMinutes();
    void anEngineIsAddedListedAndRemoved();
    void aSecretOfAnotherKeyShowsAsDenied();

private:
    [[nodiscard]] std::unique_ptr<EngineSync> start(const std::shared_ptr<Script> &script);
    [[nodiscard]] EngineRow row();
    [[nodiscard]] qint64 orderCount();

    StoreFixture m_fixture;
    QString m_engine;
};

void EngineSyncTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_fixture.open(u"sqlite"_s);
    m_engine = m_fixture.write([this](Orderbook &, Tx &tx) {
        EngineRow engine;
        engine.store = m_fixture.storeId();
        engine.type = u"vendure"_s;
        engine.url = u"http://127.0.0.1:1"_s;
        return EngineRepository(tx).add(engine);
    });
}

std::unique_ptr<EngineSync> EngineSyncTest::start(const std::shared_ptr<Script> &script)
{
    EngineSync::Options options;
    options.interval = std::chrono::milliseconds(5);
    return std::make_unique<EngineSync>(m_fixture.database(), row(),
                                        std::make_unique<ScriptedConnector>(script),
                                        std::make_shared<std::atomic<bool>>(false), options);
}

EngineRow EngineSyncTest::row()
{
    return m_fixture.write([this](Orderbook &, Tx &tx) {
        return EngineRepository(tx).find(m_fixture.storeId(), m_engine).value_or(EngineRow());
    });
}

qint64 EngineSyncTest::orderCount()
{
    return m_fixture.write([](Orderbook &book, Tx &) { return book.orderCount(); });
}

void EngineSyncTest::ordersArriveBeforeThePositionMoves()
{
    const auto script = std::make_shared<Script>();
    script->pages = {
        pageOf({vendureOrder(u"order-shipped"_s, 1), vendureOrder(u"order-delivered"_s, 1)}, "one")};

    const auto sync = start(script);

    QTRY_COMPARE(row().position, QByteArray("one"));
    QCOMPARE(orderCount(), 2);
    QTRY_COMPARE(row().state, EngineRow::State::Working);
}

void EngineSyncTest::theSameNewsAgainWritesNothing()
{
    const auto script = std::make_shared<Script>();
    const Order order = vendureOrder(u"order-paymentsettled"_s, 1);
    script->pages = {pageOf({order}, "one")};
    auto sync = start(script);
    QTRY_COMPARE(row().position, QByteArray("one"));
    sync.reset();
    const QByteArray cursor = m_fixture.write([](Orderbook &book, Tx &) { return book.cursor(); });
    Order again = order;
    again.version = 99;
    script->pages = {pageOf({again}, "two")};

    sync = start(script);

    QTRY_COMPARE(row().position, QByteArray("two"));
    QCOMPARE(m_fixture.write([](Orderbook &book, Tx &) { return book.cursor(); }), cursor);
}

void EngineSyncTest::historyGetsNoMailAndAFreshOrderDoes()
{
    Order old = vendureOrder(u"order-paymentsettled"_s, 1);
    Order fresh = vendureOrder(u"order-paymentauthorized"_s, 1);
    old.placedAtUtc = fresh.placedAtUtc = QDateTime::currentDateTimeUtc();
    EnginePage history = pageOf({old}, "one");
    history.isHistory = true;
    const auto script = std::make_shared<Script>();
    script->pages = {history, pageOf({fresh}, "two")};

    const auto sync = start(script);

    QTRY_COMPARE(row().position, QByteArray("two"));
    const QString mails = u"SELECT COUNT(*) FROM effect WHERE template = 'order_confirmation'"_s;
    QCOMPARE(sqlValue(m_fixture.database(), mails), u"1"_s);
}

void EngineSyncTest::anUnreachableEngineShowsItsSentenceAndRecovers()
{
    const auto script = std::make_shared<Script>();
    const EngineError silence{EngineError::Kind::Unreachable, u"Nobody answers."_s};
    script->pages.fill(tl::unexpected(silence), 3);
    script->pages.append(pageOf({vendureOrder(u"order-shipped"_s, 1)}, "one"));

    const auto sync = start(script);

    QTRY_COMPARE(row().state, EngineRow::State::Unreachable);
    QCOMPARE(row().stateDetail, u"Nobody answers."_s);
    QTRY_COMPARE(row().state, EngineRow::State::Working);
    QCOMPARE(orderCount(), 1);
}

void EngineSyncTest::waitingGrowsWithJitterUpToFiveMinutes()
{
    using namespace std::chrono_literals;

    QCOMPARE(engineBackOff(1, 5s, 0.5), std::chrono::milliseconds(10s));
    QCOMPARE(engineBackOff(3, 5s, 0.5), std::chrono::milliseconds(40s));
    QCOMPARE(engineBackOff(1, 5s, 0), std::chrono::milliseconds(7'500));
    QCOMPARE(engineBackOff(40, 5s, 0.5), std::chrono::milliseconds(5min));
    QCOMPARE(engineBackOff(40, 1h, 0.5), std::chrono::milliseconds(1h)); // Never more often than asked for.
}

void EngineSyncTest::anEngineIsAddedListedAndRemoved()
{
    const QTemporaryDir keys;
    const Keyring keyring = *Keyring::open(keys.path());
    VendureScript vendure(
        {{"activeChannel", {200, recorded(u"probe"_s)}}, {"activeChannel", {200, recorded(u"probe"_s)}}});
    EngineConfig config = vendure.config();
    config.store = m_fixture.storeId();
    const auto second = addEngine(m_fixture.database(), keyring, config, true);
    QVERIFY(!second); // One of a type in each store.
    QVERIFY(removeEngine(m_fixture.database(), m_fixture.storeId(), m_engine));

    const auto id = addEngine(m_fixture.database(), keyring, config, false);

    QVERIFY2(id.has_value(), qPrintable(id ? QString() : id.error()));
    QVERIFY(testEngine(m_fixture.database(), keyring, m_fixture.storeId(), *id));
    QCOMPARE(listEngines(m_fixture.database(), m_fixture.storeId()).size(), 1);
    QVERIFY(!listEngines(m_fixture.database(), m_fixture.storeId()).first().contains(u"secret"));
    QCOMPARE(vendure.deviation(), QByteArray());
    const QString sealed = sqlValue(m_fixture.database(), u"SELECT sealed_secret FROM engine"_s);
    QVERIFY(!sealed.contains(u"secret"));
    QVERIFY(removeEngine(m_fixture.database(), m_fixture.storeId(), *id));
    QVERIFY(!removeEngine(m_fixture.database(), m_fixture.storeId(), *id));
}

void EngineSyncTest::aSecretOfAnotherKeyShowsAsDenied()
{
    const QTemporaryDir keys;
    Processor processor(m_fixture.database());

    const auto engines = startEngines(m_fixture.database(), processor, *Keyring::open(keys.path()));

    QTRY_COMPARE(row().state, EngineRow::State::Denied); // The row of init() was sealed by nobody.
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::EngineSyncTest)
#include "tst_enginesync.moc"
