// SPDX-License-Identifier: Apache-2.0
#include "domain/orderrules.h"
#include "store/engines/vendure/vendurecancel.h"
#include "vendurescript.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace mc::test;

namespace mc::store {

/// What the connector asks, in which order, and what it makes of the answers.
class VendureCancelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aWholeOrderIsCancelledWithItsReasonAndShipping();
    void staffCommentsNeverReachVendure();
    void aPartNamesItsLinesAndKeepsShipping();
    void repeatingAPartThatIsDoneAsksNothing();
    void aPackedParcelIsCalledBackFirst();
    void readingDecidesNotTheAnswer_data();
    void readingDecidesNotTheAnswer();
    void whatStandsAgainstItIsSeenBeforeAsking_data();
    void whatStandsAgainstItIsSeenBeforeAsking();
    void anEditedOrderIsWaitedForButNotForEver();
    void aParcelThatLeftWhileBeingCalledBackIsNotRefunded();
    void silenceAfterTheCallIsNoOutcome();
};

namespace {

using Kind = EngineCancelOutcome::Kind;
constexpr qint64 Now = 1'800'000'000'000;

EngineEnvironment environment()
{
    EngineEnvironment environment;
    environment.nowMs = [] { return Now; };
    environment.timeLimit = std::chrono::milliseconds(2'000);
    return environment;
}

Order storedOrder(const QString &recording)
{
    Order order = toOrder(*parseVendureOrder(recordedOrder(recording)));
    order.source = u"vendure"_s;
    return order;
}

Cancellation requestFor(const Order &order)
{
    Cancellation request;
    request.reasonCode = u"ordered_by_mistake"_s;
    request.reasonText = u"Ordered by mistake"_s;
    request.comments = u"customer was rude on the phone"_s;
    request.requestedAtUtc = QDateTime::fromMSecsSinceEpoch(Now - 1'000, Qt::UTC);
    request.lines = remainingLines(order);
    return request;
}

struct Run {
    EngineResult<EngineCancelOutcome> outcome;
    QList<QJsonObject> asked;
    QByteArray deviation;
};

Run run(const Order &order, const Cancellation &request, const QList<VendureScript::Step> &steps)
{
    VendureScript vendure(steps);
    VendureConnector connector(vendure.config(), environment());
    auto outcome = connector.cancel(order, request);
    return {std::move(outcome), vendure.asked(), vendure.deviation()};
}

} // namespace

void VendureCancelTest::aWholeOrderIsCancelledWithItsReasonAndShipping()
{
    const Order order = storedOrder(u"settled-recalled"_s);

    const Run ran = run(order, requestFor(order),
                        {reads(u"settled-recalled"_s), asks("cancelOrder", u"answer-cancelled"_s),
                         reads(u"settled-cancelled"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome->kind, Kind::Cancelled);
    QCOMPARE(itemStatusOf(ran.outcome->order), ItemStatus::Cancelled);
    QCOMPARE(ran.outcome->order.version, Now);
    QCOMPARE(ran.asked.value(1)[u"input"].toObject(),
             (QJsonObject{{u"orderId"_s, order.externalId},
                          {u"reason"_s, u"Ordered by mistake"_s},
                          {u"cancelShipping"_s, true}}));
}

void VendureCancelTest::staffCommentsNeverReachVendure()
{
    const Order order = storedOrder(u"settled-recalled"_s);
    const Cancellation request = requestFor(order);

    const Run ran = run(order, request,
                        {reads(u"settled-recalled"_s), asks("cancelOrder", u"answer-cancelled"_s),
                         reads(u"settled-cancelled"_s)});

    QByteArray everything;
    for (const QJsonObject &variables : ran.asked)
        everything += QJsonDocument(variables).toJson();
    QVERIFY(everything.contains("Ordered by mistake"));
    QVERIFY(!everything.contains("rude"));
}

void VendureCancelTest::aPartNamesItsLinesAndKeepsShipping()
{
    const Order order = storedOrder(u"partial-before"_s);
    Cancellation request = requestFor(order);
    request.lines = {{order.lines.first().id, 1}};

    const Run ran = run(order, request,
                        {reads(u"partial-before"_s), asks("cancelOrder", u"answer-cancelled-partly"_s),
                         reads(u"partial-after"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome->kind, Kind::Cancelled);
    QCOMPARE(ran.outcome->order.lines.first().cancelledQuantity, 1);
    const QJsonObject input = ran.asked.value(1)[u"input"].toObject();
    QCOMPARE(input[u"cancelShipping"], QJsonValue(false));
    QCOMPARE(
        input[u"lines"].toArray(),
        (QJsonArray{QJsonObject{{u"orderLineId"_s, order.lines.first().id.toString()}, {u"quantity"_s, 1}}}));
}

void VendureCancelTest::repeatingAPartThatIsDoneAsksNothing()
{
    const Order order = storedOrder(u"partial-before"_s);
    Cancellation request = requestFor(order);
    request.lines = {{order.lines.first().id, 1}};

    const Run ran = run(order, request, {reads(u"partial-after"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome->kind, Kind::AlreadyCancelled);
}

void VendureCancelTest::aPackedParcelIsCalledBackFirst()
{
    const Order order = storedOrder(u"settled-packed"_s);

    const Run ran =
        run(order, requestFor(order),
            {reads(u"settled-packed"_s), asks("transitionFulfillmentToState", u"answer-recalled"_s),
             reads(u"settled-recalled"_s), asks("cancelOrder", u"answer-cancelled"_s),
             reads(u"settled-cancelled"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome->kind, Kind::Cancelled);
}

void VendureCancelTest::readingDecidesNotTheAnswer_data()
{
    QTest::addColumn<VendureScript::Answer>("answer");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("isOutcome");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<EngineError::Kind>("error");
    using Answer = VendureScript::Answer;
    const auto good = [](const QString &name) { return Answer{200, recorded(name)}; };
    const auto none = EngineError::Kind::Unreachable;
    QTest::newRow("error, but cancelled")
        << good(u"answer-cancelled-again"_s) << u"settled-cancelled"_s << true << Kind::Cancelled << none;
    QTest::newRow("500, but cancelled")
        << Answer{500, "oops"} << u"settled-cancelled"_s << true << Kind::Cancelled << none;
    QTest::newRow("HTML, but cancelled") << Answer{200, "<html>", {{"Content-Type", "text/html"}}}
                                         << u"settled-cancelled"_s << true << Kind::Cancelled << none;
    QTest::newRow("internal error, but cancelled")
        << good(u"internal-error"_s) << u"settled-cancelled"_s << true << Kind::Cancelled << none;
    QTest::newRow("success, but a parcel had left")
        << good(u"answer-cancelled"_s) << u"race-shipped-and-cancelled"_s << true << Kind::Shipped << none;
    QTest::newRow("error, because a parcel had left")
        << good(u"answer-too-many"_s) << u"race-shipped"_s << true << Kind::Shipped << none;
    QTest::newRow("error, nothing changed")
        << good(u"answer-too-many"_s) << u"settled-recalled"_s << true << Kind::Refused << none;
    QTest::newRow("500, nothing changed")
        << Answer{500, {}} << u"settled-recalled"_s << false << Kind::Refused << none;
    QTest::newRow("success, nothing changed")
        << good(u"answer-cancelled"_s) << u"settled-recalled"_s << false << Kind::Refused << none;
    QTest::newRow("somebody began to edit it")
        << good(u"answer-while-modifying"_s) << u"modifying-after"_s << false << Kind::Refused << none;
    QTest::newRow("permission is missing") << good(u"forbidden"_s) << u"settled-recalled"_s << false
                                           << Kind::Refused << EngineError::Kind::Denied;
}

void VendureCancelTest::readingDecidesNotTheAnswer()
{
    QFETCH(VendureScript::Answer, answer);
    QFETCH(QString, after);
    QFETCH(bool, isOutcome);
    QFETCH(Kind, kind);
    QFETCH(EngineError::Kind, error);
    const Order order = storedOrder(u"settled-recalled"_s);
    QList<VendureScript::Step> steps{reads(u"settled-recalled"_s), {"answer: cancelOrder(", answer}};
    if (error == EngineError::Kind::Denied)
        steps.append({"answer: cancelOrder(", answer}); // Once more with a fresh session.
    steps.append(reads(after));

    const Run ran = run(order, requestFor(order), steps);

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome.has_value(), isOutcome);
    if (isOutcome)
        QCOMPARE(ran.outcome->kind, kind);
    else
        QCOMPARE(ran.outcome.error().kind, error);
}

void VendureCancelTest::whatStandsAgainstItIsSeenBeforeAsking_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("shipped") << recorded(u"race-shipped"_s) << Kind::Shipped << u"Courier TRK-LATE"_s;
    QTest::newRow("partly shipped") << recorded(u"order-partiallyshipped"_s) << Kind::Shipped << u"Courier"_s;
    QTest::newRow("delivered") << recorded(u"order-delivered"_s) << Kind::Shipped << u"Courier"_s;
    QTest::newRow("shipped, then cancelled in Vendure")
        << recorded(u"race-shipped-and-cancelled"_s) << Kind::Shipped << u"TRK-LATE"_s;
    QTest::newRow("cancelled") << recorded(u"settled-cancelled"_s) << Kind::AlreadyCancelled << QString();
    QTest::newRow("gone") << recorded(u"order-unknown"_s) << Kind::Refused << u"no such order"_s;
    QByteArray custom = recorded(u"order-paymentsettled"_s);
    custom.replace("\"PaymentSettled\",\n   \"nextStates\"", "\"InCustoms\",\n   \"nextStates\"");
    QTest::newRow("unknown state") << custom << Kind::Refused << u"InCustoms"_s;
    QByteArray parcel = recorded(u"race-shipped"_s);
    parcel.replace("\"Shipped\"", "\"OnADrone\"");
    parcel.replace("\"OnADrone\",\n   \"nextStates\"", "\"PaymentSettled\",\n   \"nextStates\"");
    QTest::newRow("unknown parcel state") << parcel << Kind::Refused << u"OnADrone"_s;
}

void VendureCancelTest::whatStandsAgainstItIsSeenBeforeAsking()
{
    QFETCH(QByteArray, answer);
    QFETCH(Kind, kind);
    QFETCH(QString, says);
    const Order order = storedOrder(u"settled-before"_s);

    const Run ran = run(order, requestFor(order), {{"order(id:", {200, answer}}});

    QCOMPARE(ran.deviation, QByteArray());
    QVERIFY2(ran.outcome.has_value(), qPrintable(ran.outcome ? QString() : ran.outcome.error().detail));
    QCOMPARE(ran.outcome->kind, kind);
    QVERIFY2(ran.outcome->detail.contains(says), qPrintable(ran.outcome->detail));
}

void VendureCancelTest::anEditedOrderIsWaitedForButNotForEver()
{
    const Order order = storedOrder(u"modifying"_s);
    Cancellation request = requestFor(order);

    const Run early = run(order, request, {reads(u"modifying"_s)});
    request.requestedAtUtc =
        QDateTime::fromMSecsSinceEpoch(Now - VendureCancel::EditingPatienceMs - 1, Qt::UTC);
    const Run late = run(order, request, {reads(u"modifying"_s)});

    QCOMPARE(early.deviation + late.deviation, QByteArray());
    QVERIFY(!early.outcome);
    QCOMPARE(early.outcome.error().kind, EngineError::Kind::Unreachable);
    QCOMPARE(late.outcome->kind, Kind::Refused);
}

void VendureCancelTest::aParcelThatLeftWhileBeingCalledBackIsNotRefunded()
{
    const Order order = storedOrder(u"late-packed"_s);

    const Run ran = run(order, requestFor(order),
                        {reads(u"late-packed"_s), asks("transitionFulfillmentToState", u"answer-recalled"_s),
                         reads(u"late-recalled"_s)});

    QCOMPARE(ran.deviation, QByteArray());
    QCOMPARE(ran.outcome->kind, Kind::Shipped);
    QVERIFY(ran.outcome->detail.contains(u"TRK-LATE"));
}

void VendureCancelTest::silenceAfterTheCallIsNoOutcome()
{
    const Order order = storedOrder(u"settled-recalled"_s);
    VendureScript::Answer hangsUp;
    hangsUp.manner = VendureScript::Answer::Manner::HangUp;

    const Run ran = run(
        order, requestFor(order),
        {reads(u"settled-recalled"_s), asks("cancelOrder", u"answer-cancelled"_s), {"order(id:", hangsUp}});

    QCOMPARE(ran.deviation, QByteArray());
    QVERIFY(!ran.outcome);
    QCOMPARE(ran.outcome.error().kind, EngineError::Kind::Unreachable);
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::VendureCancelTest)
#include "tst_vendurecancel.moc"
