// SPDX-License-Identifier: Apache-2.0
// Two processes on one database, each with a worker of its own.
#include "domain/codes.h"
#include "store/processing/processor.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::test;

namespace {

/// What was executed, by all processes together.
struct Ledger {
    std::mutex mutex;
    QHash<QString, int> times; ///< By the effect's key.
    QHash<QString, int> cancelled; ///< In the engine, by order.
};

class Counting final : public EffectExecutor
{
public:
    explicit Counting(std::shared_ptr<Ledger> ledger)
        : m_ledger(std::move(ledger))
    {
    }
    EffectOutcome execute(const Effect &effect, const Order &) override
    {
        const std::lock_guard lock(m_ledger->mutex);
        ++m_ledger->times[effect.uniqueKey];
        return {};
    }

private:
    std::shared_ptr<Ledger> m_ledger;
};

class CountingEngine final : public EngineConnector
{
public:
    explicit CountingEngine(std::shared_ptr<Ledger> ledger)
        : m_ledger(std::move(ledger))
    {
    }
    EngineResult<QString> test() override { return QString(); }
    EngineResult<EnginePage> pull(const QByteArray &) override { return EnginePage(); }
    void expect(const QStringList &) override { }
    EngineResult<Order> read(const QString &) override { return Order(); }
    EngineResult<EngineCancelOutcome> cancel(const Order &order, const Cancellation &) override
    {
        const std::lock_guard lock(m_ledger->mutex);
        ++m_ledger->cancelled[order.number];
        return EngineCancelOutcome();
    }
    EffectOutcome execute(const Effect &effect, const Order &) override
    {
        const std::lock_guard lock(m_ledger->mutex);
        ++m_ledger->times[effect.uniqueKey];
        return {};
    }

private:
    std::shared_ptr<Ledger> m_ledger;
};

} // namespace

class ProcessesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everythingHappensOnce_data() { addEngineRows(); }
    void everythingHappensOnce()
    {
        constexpr int Orders = 60;
        QFETCH(const QString, engine);
        m_fixture.open(engine);
        auto second = Database::open(m_fixture.config());
        QVERIFY(second.has_value());
        const auto ledger = std::make_shared<Ledger>();
        for (int i = 0; i < Orders; ++i)
            ask(i);
        Processor here(m_fixture.database(), clock());
        Processor there(**second, clock());
        for (Processor *processor : {&here, &there}) {
            for (const auto kind : {Effect::Kind::Mail, Effect::Kind::Refund, Effect::Kind::Restock})
                processor->setExecutor(StoreId(), kind, std::make_shared<Counting>(ledger));
            processor->setConnector(m_fixture.storeId(), u"vendure"_s,
                                    std::make_shared<CountingEngine>(ledger));
        }

        here.start();
        there.start();
        const auto isDone = [this] {
            return sqlValue(
                       m_fixture.database(),
                       u"SELECT (SELECT COUNT(*) FROM cancellation WHERE state <> 'succeeded') + (SELECT "
                       "COUNT(*) FROM effect WHERE state <> 'done')"_s)
                == u"0";
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(), 60'000);
        here.stop();
        there.stop();

        // Refund and restock, and the mails "requested", "cancelled" and "refunded".
        QCOMPARE(ledger->times.size(), Orders * 5);
        QCOMPARE(ledger->times.values(), QList<int>(Orders * 5, 1));
        QCOMPARE(ledger->cancelled.values(), QList<int>(Orders / 2, 1));
        QCOMPARE(sqlValue(m_fixture.database(),
                          u"SELECT COUNT(*) FROM audit WHERE action = 'cancellation.succeeded'"_s),
                 QString::number(Orders));
    }

private:
    [[nodiscard]] ProcessorClock clock()
    {
        ProcessorClock clock;
        clock.now = [this] { return m_fixture.now; };
        clock.firstBackOff = std::chrono::milliseconds(5);
        clock.idle = std::chrono::milliseconds(5);
        return clock;
    }
    /// Every other order is an engine's.
    void ask(int i)
    {
        const OrderId order = m_fixture.addOrder(u"MC-%1"_s.arg(i), [i](Order &one) {
            if (i % 2 == 1)
                one.source = u"vendure"_s;
        });
        QVERIFY(m_fixture.write([&](Orderbook &book, Tx &) {
            return book.requestCancellation(StoreFixture::customerRequest(order)).has_value();
        }));
    }

    StoreFixture m_fixture;
};

QTEST_GUILESS_MAIN(ProcessesTest)
#include "tst_processes.moc"
