// SPDX-License-Identifier: Apache-2.0
#include "domain/orderrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using enum ItemStatus;

namespace {

LineItem line(const char *id, ItemStatus state, int quantity = 1, int cancelled = 0, qint64 price = 1000)
{
    return {LineId(QString::fromLatin1(id)), u"Mug"_s, {}, quantity, cancelled, price, state};
}

Order orderOf(const QList<LineItem> &lines, PaymentStatus payment = PaymentStatus::Paid, qint64 paid = 5000)
{
    Order order;
    order.id = OrderId(u"o"_s);
    order.currency = u"EUR"_s;
    order.totalMinor = paid;
    order.lines = lines;
    order.payment = {payment, {}, paid, 0};
    return order;
}

Cancellation requestFor(const Order &order, CancellationState state = CancellationState::Requested)
{
    Cancellation one;
    one.state = state;
    one.lines = remainingLines(order);
    return one;
}

Order withRequest(Order order, CancellationState state = CancellationState::Requested)
{
    order.cancellations.append(requestFor(order, state));
    return order;
}

} // namespace

class OrderRulesTest final : public QObject
{
    Q_OBJECT
private slots:
    void itemStatusAndObstacle_data();
    void itemStatusAndObstacle();
    void paymentStatusFollowsRefunds_data();
    void paymentStatusFollowsRefunds();
    void refundTakesWhatIsCancelled_data();
    void refundTakesWhatIsCancelled();
    void promisedRefundsAreNotPromisedAgain();
    void onlyCoveredLinesReadRequested();
    void newIdentifiersSortByTime();
};

void OrderRulesTest::itemStatusAndObstacle_data()
{
    QTest::addColumn<QList<LineItem>>("lines");
    QTest::addColumn<int>("request"); // -1 none, else CancellationState
    QTest::addColumn<ItemStatus>("status");
    QTest::addColumn<CancelObstacle>("obstacle");
    const int none = -1;
    const int requested = static_cast<int>(CancellationState::Requested);
    const int processing = static_cast<int>(CancellationState::Processing);
    const int rejected = static_cast<int>(CancellationState::Rejected);

    QTest::newRow("nothing shipped") << QList{line("a", NotShipped)} << none << NotShipped
                                     << CancelObstacle::None;
    QTest::newRow("packed can still be cancelled")
        << QList{line("a", Packed)} << none << Packed << CancelObstacle::None;
    QTest::newRow("one of two packed")
        << QList{line("a", NotShipped), line("b", Packed)} << none << Packed << CancelObstacle::None;
    QTest::newRow("one of two shipped")
        << QList{line("a", NotShipped), line("b", Shipped)} << none << Shipped << CancelObstacle::Shipped;
    QTest::newRow("delivered") << QList{line("a", Delivered)} << none << Delivered
                               << CancelObstacle::Delivered;
    QTest::newRow("returned") << QList{line("a", Returned)} << none << Returned << CancelObstacle::Returned;
    QTest::newRow("returned and not shipped")
        << QList{line("a", Returned), line("b", NotShipped)} << none << Returned << CancelObstacle::Returned;
    QTest::newRow("all cancelled") << QList{line("a", NotShipped, 2, 2)} << none << Cancelled
                                   << CancelObstacle::AlreadyCancelled;
    QTest::newRow("partly cancelled, rest open")
        << QList{line("a", NotShipped, 2, 1)} << none << NotShipped << CancelObstacle::None;
    QTest::newRow("cancelled line does not count as shipped")
        << QList{line("a", Shipped, 1, 1), line("b", NotShipped)} << none << NotShipped
        << CancelObstacle::None;
    QTest::newRow("unknown state") << QList{line("a", Unknown)} << none << Unknown
                                   << CancelObstacle::UnknownState;
    QTest::newRow("one unknown state") << QList{line("a", NotShipped), line("b", Unknown)} << none << Unknown
                                       << CancelObstacle::UnknownState;
    QTest::newRow("no lines") << QList<LineItem>() << none << Unknown << CancelObstacle::UnknownState;
    QTest::newRow("requested") << QList{line("a", NotShipped)} << requested << CancellationRequested
                               << CancelObstacle::AlreadyRequested;
    QTest::newRow("processing") << QList{line("a", NotShipped)} << processing << CancellationRequested
                                << CancelObstacle::AlreadyRequested;
    QTest::newRow("rejected can be asked again")
        << QList{line("a", NotShipped)} << rejected << NotShipped << CancelObstacle::None;
}

void OrderRulesTest::itemStatusAndObstacle()
{
    QFETCH(QList<LineItem>, lines);
    QFETCH(int, request);
    Order order = orderOf(lines);
    if (request >= 0)
        order = withRequest(order, static_cast<CancellationState>(request));
    QTEST(itemStatusOf(order), "status");
    QTEST(cancelObstacle(order), "obstacle");
    QCOMPARE(canCancel(order), cancelObstacle(order) == CancelObstacle::None);
}

void OrderRulesTest::paymentStatusFollowsRefunds_data()
{
    QTest::addColumn<PaymentStatus>("base");
    QTest::addColumn<qint64>("refunded");
    QTest::addColumn<QList<RefundState>>("refunds");
    QTest::addColumn<PaymentStatus>("expected");
    using P = PaymentStatus;
    using R = RefundState;
    QTest::newRow("paid") << P::Paid << qint64(0) << QList<R>{} << P::Paid;
    QTest::newRow("authorized") << P::Authorized << qint64(0) << QList<R>{R::None} << P::Authorized;
    QTest::newRow("voided") << P::Voided << qint64(0) << QList<R>{} << P::Voided;
    QTest::newRow("pending refund") << P::Paid << qint64(0) << QList<R>{R::Pending} << P::RefundPending;
    QTest::newRow("failed outranks pending")
        << P::Paid << qint64(0) << QList<R>{R::Pending, R::Failed} << P::RefundFailed;
    QTest::newRow("part refunded") << P::Paid << qint64(1) << QList<R>{R::Done} << P::PartiallyRefunded;
    QTest::newRow("refunded") << P::Paid << qint64(5000) << QList<R>{R::Done} << P::Refunded;
}

void OrderRulesTest::paymentStatusFollowsRefunds()
{
    QFETCH(PaymentStatus, base);
    QFETCH(qint64, refunded);
    QFETCH(QList<RefundState>, refunds);
    Order order = orderOf({line("a", NotShipped)}, base);
    order.payment.refundedMinor = refunded;
    for (const RefundState state : refunds) {
        Cancellation one = requestFor(order, CancellationState::Succeeded);
        one.refund.state = state;
        order.cancellations.append(one);
    }
    QTEST(paymentStatusOf(order), "expected");
}

void OrderRulesTest::refundTakesWhatIsCancelled_data()
{
    QTest::addColumn<PaymentStatus>("payment");
    QTest::addColumn<QList<CancelledLine>>("lines");
    QTest::addColumn<qint64>("expected");
    const LineId a(u"a"_s);
    const LineId b(u"b"_s);
    QTest::newRow("everything, shipping too")
        << PaymentStatus::Paid << QList<CancelledLine>{{a, 2}, {b, 1}} << qint64(5000);
    QTest::newRow("one piece") << PaymentStatus::Paid << QList<CancelledLine>{{a, 1}} << qint64(1000);
    QTest::newRow("nothing captured")
        << PaymentStatus::Authorized << QList<CancelledLine>{{a, 2}, {b, 1}} << qint64(0);
    QTest::newRow("nothing asked") << PaymentStatus::Paid << QList<CancelledLine>{} << qint64(0);
}

void OrderRulesTest::refundTakesWhatIsCancelled()
{
    QFETCH(PaymentStatus, payment);
    QFETCH(QList<CancelledLine>, lines);
    const Order order = orderOf({line("a", NotShipped, 2), line("b", NotShipped)}, payment);
    QTEST(refundFor(order, lines), "expected");
}

void OrderRulesTest::promisedRefundsAreNotPromisedAgain()
{
    Order order = orderOf({line("a", NotShipped, 2, 1, 2000)});
    Cancellation first = requestFor(order, CancellationState::Succeeded);
    first.refund = {RefundState::Pending, 2000, {}};
    order.cancellations.append(first);

    QCOMPARE(refundFor(order, remainingLines(order)), qint64(3000));
}

void OrderRulesTest::onlyCoveredLinesReadRequested()
{
    Order order = orderOf({line("a", NotShipped), line("b", Packed)});
    Cancellation part = requestFor(order);
    part.lines = {{LineId(u"a"_s), 1}};
    order.cancellations.append(part);

    QCOMPARE(lineStatus(order, order.lines[0]), CancellationRequested);
    QCOMPARE(lineStatus(order, order.lines[1]), Packed);
    QCOMPARE(itemStatusOf(order), CancellationRequested);
}

void OrderRulesTest::newIdentifiersSortByTime()
{
    const QString first = newUuid7();
    QTRY_VERIFY(newUuid7().left(13) > first.left(13));
    QCOMPARE(first.size(), 36);
    QCOMPARE(first.at(14), u'7');
    QVERIFY(u"89ab"_s.contains(first.at(19)));
}

QTEST_GUILESS_MAIN(OrderRulesTest)
#include "tst_orderrules.moc"
