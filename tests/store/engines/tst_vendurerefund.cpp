// SPDX-License-Identifier: Apache-2.0
#include "vendurescript.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace mc::test;

namespace mc::store {

class VendureRefundTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void capturedMoneyIsRefundedSettledAndReadBack();
    void aRefundThatWasStartedIsOnlySettled();
    void whatIsRefundedAlreadyIsDone();
    void anAuthorisationIsVoided();
    void whatIsVoidedAlreadyIsDone();
    void moneyCapturedAfterTheRequestGoesBackToo();
    void aRefusedRefundSaysWhy();
    void aRefundThatFailsAtTheProviderIsNotTriedInALoop();
    void moreThanIsLeftIsRefusedBeforeAsking();
    void silenceMeansLaterAndDenialMeansATask();
    void goodsGoBackByThemselves();
    void mailIsNotItsBusiness();
};

namespace {

using Kind = EffectOutcome::Kind;

struct Run {
    EffectOutcome outcome;
    QList<QJsonObject> asked;
    QByteArray deviation;
};

Run run(const Effect &effect, const QList<VendureScript::Step> &steps)
{
    VendureScript vendure(steps);
    EngineEnvironment environment;
    environment.timeLimit = std::chrono::milliseconds(2'000);
    VendureConnector connector(vendure.config(), environment);
    Order order;
    order.externalId = u"7"_s;
    EffectOutcome outcome = connector.execute(effect, order);
    return {std::move(outcome), vendure.asked(), vendure.deviation()};
}

Effect refundOf(qint64 amountMinor)
{
    Effect effect;
    effect.kind = Effect::Kind::Refund;
    effect.amountMinor = amountMinor;
    effect.uniqueKey = u"key-1"_s; // As in the recordings.
    return effect;
}

qint64 paid(const QString &recording)
{
    return recordedOrder(recording)[u"payments"].toArray().first().toObject()[u"amount"].toInteger();
}

/// A recorded order whose refund is in another state than it was.
VendureScript::Step readsRefundIn(const QByteArray &state)
{
    QByteArray answer = recorded(u"settled-refund-pending"_s);
    answer.replace("Pending", state);
    return {"order(id:", {200, answer}};
}

} // namespace

void VendureRefundTest::capturedMoneyIsRefundedSettledAndReadBack()
{
    const qint64 amount = paid(u"settled-cancelled"_s);

    const Run ran = run(refundOf(amount),
                        {reads(u"settled-cancelled"_s), asks("refundOrder", u"answer-refund-started"_s),
                         reads(u"settled-refund-pending"_s), asks("settleRefund", u"answer-refund-settled"_s),
                         reads(u"settled-refunded"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Done);
    const QJsonObject input = ran.asked.value(1)[u"input"].toObject();
    QCOMPARE(input[u"amount"].toInteger(), amount);
    QCOMPARE(input[u"reason"].toString(), u"Order cancelled (key-1)"_s);
    QCOMPARE(input[u"shipping"], QJsonValue(0)); // Without these PostgreSQL refuses the row.
    QCOMPARE(input[u"adjustment"], QJsonValue(0));
}

void VendureRefundTest::aRefundThatWasStartedIsOnlySettled()
{
    const Run ran = run(refundOf(paid(u"settled-cancelled"_s)),
                        {reads(u"settled-refund-pending"_s), asks("settleRefund", u"answer-refund-settled"_s),
                         reads(u"settled-refunded"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Done);
}

void VendureRefundTest::whatIsRefundedAlreadyIsDone()
{
    Effect byHand = refundOf(paid(u"settled-cancelled"_s));
    byHand.uniqueKey = u"another"_s;

    const Run again = run(refundOf(paid(u"settled-cancelled"_s)), {reads(u"settled-refunded"_s)});
    const Run inVendure = run(byHand, {reads(u"settled-refunded"_s)});

    QCOMPARE(again.deviation + inVendure.deviation, QByteArray());
    QCOMPARE(again.outcome.kind, Kind::Done);
    QCOMPARE(inVendure.outcome.kind, Kind::Done);
}

void VendureRefundTest::anAuthorisationIsVoided()
{
    const Run ran = run(refundOf(0),
                        {reads(u"authorized-cancelled"_s), asks("cancelPayment", u"answer-voided"_s),
                         reads(u"authorized-voided"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Done);
}

void VendureRefundTest::whatIsVoidedAlreadyIsDone()
{
    const Run ran = run(refundOf(0), {reads(u"authorized-voided"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Done);
}

void VendureRefundTest::moneyCapturedAfterTheRequestGoesBackToo()
{
    const Run ran = run(refundOf(0),
                        {reads(u"settled-cancelled"_s), asks("refundOrder", u"answer-refund-started"_s),
                         reads(u"settled-refund-pending"_s), asks("settleRefund", u"answer-refund-settled"_s),
                         reads(u"settled-refunded"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Done);
    QCOMPARE(ran.asked.value(1)[u"input"].toObject()[u"amount"].toInteger(), paid(u"settled-cancelled"_s));
}

void VendureRefundTest::aRefusedRefundSaysWhy()
{
    const Run ran = run(refundOf(paid(u"settled-cancelled"_s)),
                        {reads(u"settled-cancelled"_s), asks("refundOrder", u"answer-refund-too-much"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Refused);
    QVERIFY2(ran.outcome.detail.contains(u"exceeds the refundable amount"), qPrintable(ran.outcome.detail));
}

void VendureRefundTest::aRefundThatFailsAtTheProviderIsNotTriedInALoop()
{
    const Run ran = run(refundOf(paid(u"settled-cancelled"_s)),
                        {reads(u"settled-cancelled"_s), asks("refundOrder", u"answer-refund-started"_s),
                         readsRefundIn("Failed")});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Refused);
}

void VendureRefundTest::moreThanIsLeftIsRefusedBeforeAsking()
{
    const Run ran = run(refundOf(paid(u"settled-cancelled"_s) + 1), {reads(u"settled-cancelled"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.kind, Kind::Refused);
}

void VendureRefundTest::silenceMeansLaterAndDenialMeansATask()
{
    const Run broken = run(refundOf(100), {{"order(id:", {502, "<html>Bad gateway</html>"}}});
    const Run denied = run(refundOf(100), {{"order(id:", {200, recorded(u"forbidden"_s)}}});

    QCOMPARE(broken.deviation + denied.deviation, QByteArray());
    QCOMPARE(broken.outcome.kind, Kind::TryLater);
    QCOMPARE(denied.outcome.kind, Kind::Refused);
}

void VendureRefundTest::goodsGoBackByThemselves()
{
    Effect effect;
    effect.kind = Effect::Kind::Restock;

    const Run cancelled = run(effect, {reads(u"settled-cancelled"_s)});
    const Run untouched = run(effect, {reads(u"settled-before"_s)});

    QCOMPARE(cancelled.deviation + untouched.deviation, QByteArray());
    QCOMPARE(cancelled.outcome.kind, Kind::Done);
    QCOMPARE(untouched.outcome.kind, Kind::Refused);
}

void VendureRefundTest::mailIsNotItsBusiness()
{
    const Run ran = run(Effect(), {});

    QCOMPARE(ran.outcome.kind, Kind::Refused);
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::VendureRefundTest)
#include "tst_vendurerefund.moc"
