// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/storerepository.h"
#include "store/processing/processor.h"
#include "tests/support/storefixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::test;

namespace {

class NotingExecutor final : public EffectExecutor
{
public:
    [[nodiscard]] EffectOutcome execute(const Effect &effect, const Order &) override
    {
        stores.append(effect.store);
        return {EffectOutcome::Kind::Done, {}};
    }

    QList<StoreId> stores; ///< Of each effect, in order.
};

} // namespace

class ExecutorsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngineRows(); }
    void init();
    void cleanup() { m_fixture.close(); }

    void aStoreOfItsOwnExecutorIsNotServedByTheCommonOne();
    void aStoreThatIsAddedLaterIsServedByTheCommonExecutor();

private:
    [[nodiscard]] ProcessorClock clock() const;
    void cancelAnOrderOf(const StoreId &store);
    [[nodiscard]] StoreId addAnotherStore();

    StoreFixture m_fixture;
};

void ExecutorsTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_fixture.open(engine);
}

ProcessorClock ExecutorsTest::clock() const
{
    ProcessorClock clock;
    clock.now = [this] { return m_fixture.now; };
    clock.jitter = [] { return 0.5; };
    return clock;
}

void ExecutorsTest::cancelAnOrderOf(const StoreId &store)
{
    m_fixture.write([&](Orderbook &, Tx &tx) {
        Orderbook book(tx, store, m_fixture.now);
        const Order order =
            book.mergeOrder(StoreFixture::sampleOrder(u"A-1"_s), StoreFixture::staff(), false).value();
        return book.requestCancellation(StoreFixture::request(order.id)).value().id;
    });
}

StoreId ExecutorsTest::addAnotherStore()
{
    return m_fixture.write([this](Orderbook &, Tx &tx) {
        Store store;
        store.name = u"Another store"_s;
        return StoreRepository(tx).add(store, m_fixture.now);
    });
}

void ExecutorsTest::aStoreOfItsOwnExecutorIsNotServedByTheCommonOne()
{
    const auto common = std::make_shared<NotingExecutor>();
    const auto own = std::make_shared<NotingExecutor>();
    Processor processor(m_fixture.database(), clock());
    processor.setExecutor({}, Effect::Kind::Refund, common);
    processor.setExecutor(m_fixture.storeId(), Effect::Kind::Refund, own);
    cancelAnOrderOf(m_fixture.storeId());

    processor.runOnce(Processor::Lane::Decisions);

    QCOMPARE(own->stores, QList<StoreId>{m_fixture.storeId()});
    QVERIFY(common->stores.isEmpty());
}

void ExecutorsTest::aStoreThatIsAddedLaterIsServedByTheCommonExecutor()
{
    const auto common = std::make_shared<NotingExecutor>();
    Processor processor(m_fixture.database(), clock());
    processor.setExecutor({}, Effect::Kind::Refund, common);
    const StoreId later = addAnotherStore();
    cancelAnOrderOf(later);

    processor.runOnce(Processor::Lane::Decisions);

    QCOMPARE(common->stores, QList<StoreId>{later});
}

QTEST_GUILESS_MAIN(ExecutorsTest)
#include "tst_executors.moc"
