// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "domain/orderrules.h"
#include "store/orderbook/auditrepository.h"
#include "store/processing/ledgerexecutor.h"
#include "store/processing/processor.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::sqlValue;
using mc::test::StoreFixture;

namespace {

/// Answers as the test says and remembers what it was asked.
class ScriptedExecutor final : public EffectExecutor
{
public:
    EffectOutcome execute(const Effect &effect, const Order &) override
    {
        keys.append(effect.uniqueKey);
        templates.append(effect.template_);
        return answers.isEmpty() ? EffectOutcome{} : answers.takeFirst();
    }

    QList<EffectOutcome> answers;
    QStringList keys;
    QStringList templates;
};

class ScriptedEngine final : public EngineConnector
{
public:
    EngineResult<QString> test() override { return QString(); }
    EngineResult<EnginePage> pull(const QByteArray &) override { return EnginePage(); }
    void expect(const QStringList &) override { }
    EngineResult<Order> read(const QString &) override { return Order(); }
    EngineResult<EngineCancelOutcome> cancel(const Order &, const Cancellation &) override
    {
        ++asked;
        return answers.isEmpty() ? EngineCancelOutcome() : answers.takeFirst();
    }
    EffectOutcome execute(const Effect &effect, const Order &) override
    {
        keys.append(effect.uniqueKey);
        return {};
    }

    QList<EngineResult<EngineCancelOutcome>> answers;
    int asked = 0;
    QStringList keys;
};

QString refundWords(const Order &order)
{
    const Cancellation &one = order.cancellations.constLast();
    return u"%1 %2 %3"_s.arg(codeOf(one.refund.state), codeOf(paymentStatusOf(order)))
        .arg(order.payment.refundedMinor);
}

int countOf(const Order &order, TimelineKind kind)
{
    return static_cast<int>(std::count_if(order.timeline.cbegin(), order.timeline.cend(),
                                          [kind](const TimelineEvent &event) { return event.kind == kind; }));
}

} // namespace

class ProcessorTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup()
    {
        m_processor.reset();
        m_fixture.close();
    }

    void aRequestEndsCancelledRefundedAndTold_data() { test::addEngineRows(); }
    void aRequestEndsCancelledRefundedAndTold()
    {
        QFETCH(QString, engine);
        open(engine, LedgerExecutor::Bank::Demo);
        const OrderId id = m_fixture.addOrder(u"MC-1"_s);
        ask(id);

        runAll();

        const Order order = m_fixture.order(id);
        QCOMPARE(itemStatusOf(order), ItemStatus::Cancelled);
        QCOMPARE(refundWords(order), u"done refunded 2500"_s);
        QStringList told = m_mail->templates;
        told.sort();
        QCOMPARE(told, QStringList({u"cancellation_requested"_s, u"cancelled"_s, u"refunded"_s}));
        QCOMPARE(countOf(order, TimelineKind::Restocked), 1);
        QCOMPARE(sqlValue(m_fixture.database(), u"SELECT SUM(amount) FROM ledger"_s), u"2500"_s);
        std::optional<qint64> broken;
        m_fixture.database().readAndWait(
            [&](Tx &tx) { broken = AuditRepository(tx).firstBroken(m_fixture.storeId()); });
        QVERIFY(!broken);
    }

    void nothingHappensBeforeTheDelayIsOver()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
        m_fixture.write([&](Orderbook &, Tx &tx) {
            StoreRepository(tx).setProcessingDelay(m_fixture.storeId(), std::chrono::seconds(5));
            return 0;
        });
        const OrderId id = m_fixture.addOrder(u"MC-1"_s);
        ask(id);

        const auto due = m_processor->runOnce(Processor::Lane::Decisions);
        QCOMPARE(itemStatusOf(m_fixture.order(id)), ItemStatus::CancellationRequested);
        QCOMPARE(due.value(), m_fixture.now.addSecs(5));
        m_fixture.now = m_fixture.now.addSecs(5);
        runAll();

        QCOMPARE(itemStatusOf(m_fixture.order(id)), ItemStatus::Cancelled);
    }

    void aRefusedRefundIsAnOpenTaskUntilItIsRetried_data() { test::addEngineRows(); }
    void aRefusedRefundIsAnOpenTaskUntilItIsRetried()
    {
        QFETCH(QString, engine);
        open(engine, LedgerExecutor::Bank::Demo);
        const OrderId id = m_fixture.addOrder(
            u"MC-1"_s, [](Order &order) { order.payment.method = u"Visa ending in 0002"_s; });
        ask(id);
        runAll();

        QCOMPARE(refundWords(m_fixture.order(id)), u"failed refund_failed 0"_s);
        QVERIFY(!m_fixture.order(id).cancellations.constFirst().refund.failure.isEmpty());
        QVERIFY(!m_mail->templates.contains(u"refunded"_s));
        const CancellationId one = m_fixture.order(id).cancellations.constFirst().id;
        const auto closed = m_fixture.write([&](Orderbook &book, Tx &) {
            return book.closeCancellation(one, StoreFixture::staff()).has_value();
        });
        QVERIFY(!closed); // a failed refund cannot be looked away

        const auto paying = std::make_shared<ScriptedExecutor>();
        m_processor->setExecutor(m_fixture.storeId(), Effect::Kind::Refund, paying);
        QVERIFY(m_fixture.write(
            [&](Orderbook &book, Tx &) { return book.retryRefund(one, StoreFixture::staff()).has_value(); }));
        QCOMPARE(refundWords(m_fixture.order(id)), u"pending refund_pending 0"_s);
        runAll();

        QCOMPARE(refundWords(m_fixture.order(id)), u"done refunded 2500"_s);
        QCOMPARE(m_mail->templates.count(u"refunded"_s), 1);
        QCOMPARE(paying->keys.size(), 1);
        // The old key has the old answer.
        const QString first = test::sqlValue(
            m_fixture.database(), u"SELECT unique_key FROM effect WHERE kind='refund' ORDER BY id LIMIT 1"_s);
        QCOMPARE(paying->keys.constFirst(), first + u"-2"_s);
    }

    void whatIsCancelledAgainAfterARestoreIsOwedOnce_data()
    {
        QTest::addColumn<bool>("isSameRequest");
        QTest::newRow("the console sends its request again") << true;
        QTest::newRow("somebody else asks before it does") << false;
    }
    // Both found by the proof "simulate": the store was restored, and the bank paid a second time.
    void whatIsCancelledAgainAfterARestoreIsOwedOnce()
    {
        QFETCH(bool, isSameRequest);
        OperationId operation(newUuid7());
        QList<QStringList> keys;
        for (int i = 0; i < 2; ++i) {
            open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
            const OrderId id =
                m_fixture.addOrder(u"MC-1"_s, [](Order &order) { order.id = OrderId(u"o1"_s); });
            m_fixture.write([&](Orderbook &book, Tx &) {
                CancellationRequest request = StoreFixture::request(id);
                request.operation = operation;
                return book.requestCancellation(request).has_value();
            });
            runAll();
            keys.append(
                sqlValue(m_fixture.database(),
                         u"SELECT GROUP_CONCAT(unique_key) FROM (SELECT unique_key FROM effect ORDER BY "
                         "kind='mail', unique_key)"_s)
                    .split(u','));
            if (!isSameRequest)
                operation = OperationId(newUuid7());
        }

        QCOMPARE(keys.at(0).size(), 4); // refund, restock, two mails
        QCOMPARE(keys.at(1).mid(0, 2), keys.at(0).mid(0, 2));
        QCOMPARE(keys.at(1).mid(2) == keys.at(0).mid(2), isSameRequest); // who asks is told
    }

    void withoutABankStaffConfirmTheRefund()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::None);
        const OrderId id = m_fixture.addOrder(u"MC-1"_s);
        ask(id);
        runAll();
        QCOMPARE(refundWords(m_fixture.order(id)), u"pending refund_pending 0"_s);
        const CancellationId one = m_fixture.order(id).cancellations.constFirst().id;
        const auto confirm = [&] {
            return m_fixture.write([&](Orderbook &book, Tx &) {
                return book.confirmRefund(one, StoreFixture::staff()).has_value();
            });
        };

        QVERIFY(confirm());
        QVERIFY(!confirm());
        runAll();

        QCOMPARE(refundWords(m_fixture.order(id)), u"done refunded 2500"_s);
        QCOMPARE(m_mail->templates.count(u"refunded"_s), 1);
    }

    void anAuthorisationIsVoidedAndNothingRefunded()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::None);
        const OrderId id = m_fixture.addOrder(u"MC-1"_s, [](Order &order) {
            order.payment = {PaymentStatus::Authorized, u"Visa"_s, 0, 0};
        });
        ask(id);
        runAll();

        QCOMPARE(refundWords(m_fixture.order(id)), u"none voided 0"_s);
        QVERIFY(!m_mail->templates.contains(u"refunded"_s));
    }

    void anUnpaidOrderOwesNothing()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
        const OrderId id = m_fixture.addOrder(u"MC-1"_s, [](Order &order) {
            order.payment = {PaymentStatus::Pending, {}, 0, 0};
        });
        ask(id);
        runAll();

        QCOMPARE(refundWords(m_fixture.order(id)), u"none pending 0"_s);
        QCOMPARE(sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM effect WHERE kind = 'refund'"_s),
                 u"0"_s);
    }

    void mailIsTriedAgainWithTheSameKeyAndLater()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
        m_mail->answers = {{EffectOutcome::Kind::TryLater, u"timeout"_s},
                           {EffectOutcome::Kind::TryLater, u"timeout"_s}};
        m_fixture.write([](Orderbook &book, Tx &) {
            return book.mergeOrder(StoreFixture::sampleOrder(u"MC-1"_s), StoreFixture::staff(), true)
                .has_value();
        });

        QCOMPARE(m_processor->runOnce(Processor::Lane::Mail).value(), m_fixture.now.addMSecs(2000));
        QCOMPARE(m_mail->keys.size(), 1);
        m_fixture.now = m_fixture.now.addMSecs(2000);
        QCOMPARE(m_processor->runOnce(Processor::Lane::Mail).value(), m_fixture.now.addMSecs(4000));
        m_fixture.now = m_fixture.now.addMSecs(4000);
        QVERIFY(!m_processor->runOnce(Processor::Lane::Mail));

        QCOMPARE(m_mail->keys.size(), 3);
        QCOMPARE(QSet<QString>(m_mail->keys.cbegin(), m_mail->keys.cend()).size(), 1);
        QCOMPARE(sqlValue(m_fixture.database(), u"SELECT state FROM effect"_s), u"done"_s);
    }

    void mailThatCannotBeSentIsGivenUpVisibly()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
        m_mail->answers = {{EffectOutcome::Kind::Refused, u"no such mailbox"_s}};
        const OrderId id = m_fixture.write([](Orderbook &book, Tx &) {
            return book.mergeOrder(StoreFixture::sampleOrder(u"MC-1"_s), StoreFixture::staff(), true)
                .value()
                .id;
        });

        runAll();

        const TimelineEvent last = m_fixture.order(id).timeline.constLast();
        QCOMPARE(last.kind, TimelineKind::MailFailed);
        QCOMPARE(last.code, u"order_confirmation"_s);
        QCOMPARE(last.detail, u"no such mailbox"_s);
    }

    void aLateAnswerOfADeadWorkerIsDropped()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
        ask(m_fixture.addOrder(u"MC-1"_s));
        const auto claim = [this] {
            return m_fixture.write([this](Orderbook &, Tx &tx) {
                return EffectBook(tx, m_fixture.storeId(), m_fixture.now)
                    .claimDue(1, EffectBook::Which::Mail);
            });
        };
        const auto first = claim();
        QCOMPARE(first.size(), 1);
        QVERIFY(claim().isEmpty());
        m_fixture.now = m_fixture.now.addSecs(EffectBook::ClaimLease.count());
        const auto second = claim();
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.constFirst().effect.uniqueKey, first.constFirst().effect.uniqueKey);

        const auto report = [this](const Effect &effect) {
            m_fixture.write([&](Orderbook &, Tx &tx) {
                EffectBook(tx, m_fixture.storeId(), m_fixture.now).setRefused(effect, u"late"_s);
                return 0;
            });
        };
        report(first.constFirst().effect);
        QCOMPARE(sqlValue(m_fixture.database(), u"SELECT state FROM effect WHERE kind = 'mail'"_s),
                 u"running"_s);
        report(second.constFirst().effect);
        QCOMPARE(sqlValue(m_fixture.database(), u"SELECT state FROM effect WHERE kind = 'mail'"_s),
                 u"refused"_s);
    }

    void theEngineDecidesItsOrders_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("outcome");
        using Kind = EngineCancelOutcome::Kind;
        QTest::newRow("cancelled") << int(Kind::Cancelled) << u"succeeded none"_s;
        QTest::newRow("already cancelled") << int(Kind::AlreadyCancelled) << u"succeeded none"_s;
        QTest::newRow("shipped") << int(Kind::Shipped) << u"rejected shipped"_s;
        QTest::newRow("refused") << int(Kind::Refused) << u"rejected engine_refused"_s;
    }
    void theEngineDecidesItsOrders()
    {
        QFETCH(int, kind);
        QFETCH(QString, outcome);
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
        const OrderId id = addEngineOrder();
        m_engine->answers = {EngineCancelOutcome{EngineCancelOutcome::Kind(kind), u"words"_s, {}}};
        ask(id);

        runAll();

        const Cancellation one = m_fixture.order(id).cancellations.constFirst();
        QCOMPARE(QString(codeOf(one.state) + u' ' + codeOf(one.rejection)), outcome);
        QCOMPARE(m_engine->asked, 1);
        // Money and stock of its orders are the engine's, never the ledger's.
        QCOMPARE(m_engine->keys.size(), one.state == CancellationState::Succeeded ? 2 : 0);
        QCOMPARE(sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM ledger"_s), u"0"_s);
    }

    void anEngineThatIsDownPostponesAndSaysSoOnce_data() { test::addEngineRows(); }
    void anEngineThatIsDownPostponesAndSaysSoOnce()
    {
        QFETCH(QString, engine);
        open(engine, LedgerExecutor::Bank::Demo);
        const OrderId id = addEngineOrder();
        const EngineError down{EngineError::Kind::Unreachable, u"The shop system does not answer."_s};
        m_engine->answers = {tl::unexpected(down), tl::unexpected(down), EngineCancelOutcome()};
        ask(id);

        const auto due = m_processor->runOnce(Processor::Lane::Decisions);
        QCOMPARE(due.value(), m_fixture.now.addMSecs(2000));
        QCOMPARE(itemStatusOf(m_fixture.order(id)), ItemStatus::CancellationRequested);
        m_fixture.now = *due;
        QCOMPARE(m_processor->runOnce(Processor::Lane::Decisions).value(), m_fixture.now.addMSecs(4000));
        QCOMPARE(countOf(m_fixture.order(id), TimelineKind::Postponed), 1);
        m_fixture.now = m_fixture.now.addMSecs(4000);
        runAll();

        const Order order = m_fixture.order(id);
        QCOMPARE(order.cancellations.constFirst().state, CancellationState::Succeeded);
        QVERIFY(order.cancellations.constFirst().rejectionDetail.isEmpty());
        QCOMPARE(m_engine->asked, 3);
    }

    void withoutItsEngineAnOrderIsNotCancelledHereAlone()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);
        const OrderId id = addEngineOrder();
        m_processor->setConnector(m_fixture.storeId(), u"vendure"_s, nullptr);
        ask(id);

        runAll();

        QCOMPARE(itemStatusOf(m_fixture.order(id)), ItemStatus::CancellationRequested);
    }

    void backOffDoublesUpToItsLimit()
    {
        open(u"sqlite"_s, LedgerExecutor::Bank::Demo);

        QCOMPARE(m_processor->backOff(0).count(), 2'000);
        QCOMPARE(m_processor->backOff(3).count(), 16'000);
        QCOMPARE(m_processor->backOff(500).count(), 15 * 60'000);
    }

    void itsThreadsWakeForWorkAndEndInTime_data() { test::addEngineRows(); }
    void itsThreadsWakeForWorkAndEndInTime()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        Processor processor(m_fixture.database());
        const auto ledger = std::make_shared<LedgerExecutor>(m_fixture.database(), LedgerExecutor::Bank::Demo,
                                                             [] { return QDateTime::currentDateTimeUtc(); });
        processor.setExecutor(m_fixture.storeId(), Effect::Kind::Refund, ledger);
        processor.setExecutor(m_fixture.storeId(), Effect::Kind::Restock, ledger);
        m_fixture.database().setFeedListener([&](const QString &) { processor.wake(); });
        processor.start();
        const OrderId id = m_fixture.addOrder(u"MC-1"_s);

        m_fixture.now = QDateTime::currentDateTimeUtc().addSecs(-1);
        ask(id);

        QTRY_COMPARE(refundWords(m_fixture.order(id)), u"done refunded 2500"_s);
        m_fixture.database().setFeedListener({});
        processor.stop();
    }

private:
    void open(const QString &engine, LedgerExecutor::Bank bank)
    {
        m_fixture.open(engine);
        ProcessorClock clock;
        clock.now = [this] { return m_fixture.now; };
        clock.jitter = [] { return 0.5; };
        m_processor = std::make_unique<Processor>(m_fixture.database(), clock);
        m_mail = std::make_shared<ScriptedExecutor>();
        m_engine = std::make_shared<ScriptedEngine>();
        const auto ledger = std::make_shared<LedgerExecutor>(m_fixture.database(), bank, clock.now);
        m_processor->setExecutor(m_fixture.storeId(), Effect::Kind::Mail, m_mail);
        m_processor->setExecutor(m_fixture.storeId(), Effect::Kind::Refund, ledger);
        m_processor->setExecutor(m_fixture.storeId(), Effect::Kind::Restock, ledger);
        m_processor->setConnector(m_fixture.storeId(), u"vendure"_s, m_engine);
    }

    OrderId addEngineOrder()
    {
        return m_fixture.addOrder(u"MC-1"_s, [](Order &order) { order.source = u"vendure"_s; });
    }

    void ask(const OrderId &id)
    {
        QVERIFY(m_fixture.write([&](Orderbook &book, Tx &) {
            return book.requestCancellation(StoreFixture::customerRequest(id)).has_value();
        }));
    }

    void runAll()
    {
        (void)m_processor->runOnce(Processor::Lane::Decisions);
        (void)m_processor->runOnce(Processor::Lane::Mail);
    }

    StoreFixture m_fixture;
    std::unique_ptr<Processor> m_processor;
    std::shared_ptr<ScriptedExecutor> m_mail;
    std::shared_ptr<ScriptedEngine> m_engine;
};

QTEST_GUILESS_MAIN(ProcessorTest)
#include "tst_processor.moc"
