// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "domain/orderrules.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::StoreFixture;

class MergeTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_fixture.openOrEmpty(u"sqlite"_s);
        m_order = StoreFixture::sampleOrder(u"MC-1"_s);
        m_order.source = u"vendure"_s;
        m_order.version = 10;
        m_id = merge(m_order).order.id;
    }

    void aNewOrderHasAHistoryAndItsMail()
    {
        Order other = StoreFixture::sampleOrder(u"MC-2"_s);

        const auto merged = m_fixture.write(
            [&](Orderbook &book, Tx &) { return book.merge(other, StoreFixture::staff(), true).value(); });

        QCOMPARE(merged.what, MergedOrder::What::Created);
        QVERIFY(merged.order.id.isValid());
        QCOMPARE(merged.order.version, 1);
        QCOMPARE(merged.order.timeline.size(), 2);
        QCOMPARE(test::sqlValue(m_fixture.database(), u"SELECT template FROM effect"_s),
                 u"order_confirmation"_s);
    }

    void anOlderVersionChangesNothing()
    {
        m_order.version = 9;
        m_order.number = u"old"_s;

        const MergedOrder merged = merge(m_order);

        QCOMPARE(merged.what, MergedOrder::What::Unchanged);
        QCOMPARE(m_fixture.order(m_id).number, u"MC-1"_s);
    }

    void theSameAgainIsNoChange()
    {
        QCOMPARE(merge(m_order).what, MergedOrder::What::Unchanged);
        m_order.version = 11;
        QCOMPARE(merge(m_order).what, MergedOrder::What::Unchanged);
        m_order.version = 10;
        m_order.number = u"between"_s;
        QCOMPARE(merge(m_order).what, MergedOrder::What::Unchanged);
        QCOMPARE(m_fixture.order(m_id).version, 1);
    }

    void aNewNumberIsWhatTheOrderIsFoundBy()
    {
        m_order.version = 11;
        m_order.number = u"MC-1b"_s;

        merge(m_order);

        QCOMPARE(found(u"MC-1b"_s), m_id.toString());
        QCOMPARE(found(u"MC-1"_s), QString());
    }

    void theNewestOfTheOrdersWithOneNumberIsFound()
    {
        m_order.externalId += u"-again"_s;

        const OrderId other = merge(m_order).order.id;

        QCOMPARE(found(u"MC-1"_s), std::max(m_id.toString(), other.toString()));
    }

    void aNewerVersionIsTakenOverAndKeepsTheId()
    {
        m_order.version = 11;
        m_order.customer.name = u"Ada King"_s;
        m_order.payment.status = PaymentStatus::Paid;

        const MergedOrder merged = merge(m_order);

        QCOMPARE(merged.what, MergedOrder::What::Updated);
        QCOMPARE(merged.order.id, m_id);
        QCOMPARE(merged.order.version, 2);
        QCOMPARE(m_fixture.order(m_id).customer.name, u"Ada King"_s);
    }

    void cancellationsAndTimelineStay()
    {
        const Cancellation one = request();
        m_order.version = 11;
        m_order.customer.name = u"Ada King"_s;

        merge(m_order);

        const Order order = m_fixture.order(m_id);
        QCOMPARE(order.cancellations.size(), 1);
        QCOMPARE(order.cancellations.constFirst(), one);
        QCOMPARE(itemStatusOf(order), ItemStatus::CancellationRequested);
    }

    void shippedWhileARequestIsOpenRejectsIt()
    {
        request();

        shipInEngine();

        const Order order = m_fixture.order(m_id);
        QCOMPARE(order.cancellations.constFirst().state, CancellationState::Rejected);
        QCOMPARE(order.cancellations.constFirst().rejection, Rejection::Shipped);
        QCOMPARE(order.cancellations.constFirst().rejectionDetail, u"DHL JD01"_s);
        QCOMPARE(itemStatusOf(order), ItemStatus::Shipped);
    }

    void shippedWhileTheWorkerAsksIsLeftToTheWorker()
    {
        const Cancellation one = request();
        m_fixture.write([](Orderbook &book, Tx &) { return book.claimDue(1).size(); });

        shipInEngine();

        QCOMPARE(m_fixture.order(m_id).cancellations.constFirst().state, CancellationState::Processing);
        const auto rejected = m_fixture.write([&](Orderbook &book, Tx &) {
            return book.reject(one.id, Rejection::Shipped, u"DHL JD01"_s).has_value();
        });
        QVERIFY(rejected);
    }

    void shippedAfterACancellationIsAConflict()
    {
        cancel();

        shipInEngine();

        const Order order = m_fixture.order(m_id);
        QVERIFY(order.conflict.has_value());
        QCOMPARE(order.conflict->detail, u"DHL JD01"_s);
        QCOMPARE(itemStatusOf(order), ItemStatus::Cancelled);
        const auto closed = m_fixture.write([&](Orderbook &book, Tx &) {
            return book.closeConflict(m_id, StoreFixture::staff()).has_value();
        });
        QVERIFY(closed);
        QVERIFY(!m_fixture.order(m_id).conflict.has_value());
        m_order.version = 13; // the same parcel again is no new conflict
        m_order.number = u"MC-1b"_s;
        merge(m_order);
        QVERIFY(!m_fixture.order(m_id).conflict.has_value());
    }

    /// A pull between the parcel and the cancellation must not hide that both are true.
    void cancelledInTheEngineOnItsWayIsAConflict()
    {
        request();
        m_fixture.write([](Orderbook &book, Tx &) { return book.claimDue(1).size(); });
        shipInEngine();
        m_order.version = 13;
        for (LineItem &line : m_order.lines)
            line.cancelledQuantity = line.quantity;

        const auto rejected = m_fixture.write([&](Orderbook &book, Tx &) {
            return book
                .reject(m_fixture.order(m_id).cancellations.constFirst().id, Rejection::Shipped,
                        u"DHL JD01"_s)
                .has_value();
        });
        QVERIFY(rejected);
        merge(m_order);

        const Order order = m_fixture.order(m_id);
        QCOMPARE(itemStatusOf(order), ItemStatus::Cancelled);
        QVERIFY(order.conflict.has_value());
        QCOMPARE(order.conflict->detail, u"DHL JD01"_s);
    }

    void cancelledInTheEngineOnceDeliveredIsAReturn()
    {
        shipInEngine();
        m_order.version = 13;
        for (LineItem &line : m_order.lines)
            line.state = ItemStatus::Delivered;
        merge(m_order);
        m_order.version = 14;
        for (LineItem &line : m_order.lines)
            line.cancelledQuantity = line.quantity;

        merge(m_order);

        QCOMPARE(itemStatusOf(m_fixture.order(m_id)), ItemStatus::Cancelled);
        QVERIFY(!m_fixture.order(m_id).conflict.has_value());
    }

    void cancelledInTheEngineReadsCancelledWithoutARequest()
    {
        m_order.version = 11;
        for (LineItem &line : m_order.lines)
            line.cancelledQuantity = line.quantity;

        merge(m_order);

        const Order order = m_fixture.order(m_id);
        QCOMPARE(itemStatusOf(order), ItemStatus::Cancelled);
        QVERIFY(order.cancellations.isEmpty());
        QCOMPARE(order.timeline.constLast().kind, TimelineKind::Cancelled);
        QCOMPARE(order.timeline.constLast().actor, u"vendure"_s);
    }

    void whatTheEngineCancelledForUsCountsOnce()
    {
        const Cancellation one = request({{LineId(u"a"_s), 1}});
        m_fixture.write([](Orderbook &book, Tx &) { return book.claimDue(1).size(); });
        m_order.version = 11;
        m_order.lines[0].cancelledQuantity = 1;

        merge(m_order); // read while the request was open …
        m_fixture.write([&](Orderbook &book, Tx &) {
            return book.succeed(one.id, Orderbook::Authority::Engine).has_value()
                && book.mergeOrder(m_order, {}, false);
        });

        QCOMPARE(m_fixture.order(m_id).lines.constFirst().cancelledQuantity, 1);
        m_order.version = 12;
        m_order.lines[0].cancelledQuantity = 2; // … and one more in the engine itself
        merge(m_order);
        QCOMPARE(m_fixture.order(m_id).lines.constFirst().cancelledQuantity, 2);
    }

    void aLineThatTheSourceDroppedIsCancelled()
    {
        m_order.version = 11;
        m_order.lines.removeLast();

        merge(m_order);

        const Order order = m_fixture.order(m_id);
        QCOMPARE(order.lines.size(), 2);
        QCOMPARE(remainingQuantity(order.lines.at(1)), 0);
    }

    void linesGoForwardOnlyOnceTheyHaveLeft()
    {
        m_order.version = 11;
        m_order.lines[0].state = ItemStatus::Packed;
        merge(m_order);
        m_order.version = 12;
        m_order.lines[0].state = ItemStatus::NotShipped; // unpacked
        merge(m_order);
        QCOMPARE(m_fixture.order(m_id).lines.constFirst().state, ItemStatus::NotShipped);
        m_order.version = 13;
        m_order.lines[0].state = ItemStatus::Delivered;
        merge(m_order);
        m_order.version = 14;
        m_order.lines[0].state = ItemStatus::Shipped;
        merge(m_order);
        QCOMPARE(m_fixture.order(m_id).lines.constFirst().state, ItemStatus::Delivered);
    }

    void ordersThatCannotBe_data()
    {
        using Change = std::function<void(Order &)>;
        QTest::addColumn<Change>("change");
        QTest::newRow("no external id") << Change([](Order &o) { o.externalId.clear(); });
        QTest::newRow("no number") << Change([](Order &o) { o.number.clear(); });
        QTest::newRow("no time") << Change([](Order &o) { o.placedAtUtc = {}; });
        QTest::newRow("no currency") << Change([](Order &o) { o.currency.clear(); });
        QTest::newRow("no lines") << Change([](Order &o) { o.lines.clear(); });
        QTest::newRow("a line twice") << Change([](Order &o) { o.lines.append(o.lines.constFirst()); });
        QTest::newRow("more cancelled than ordered")
            << Change([](Order &o) { o.lines[0].cancelledQuantity = 3; });
        QTest::newRow("a null in the number") << Change([](Order &o) { o.number += QChar(u'\0'); });
    }
    void ordersThatCannotBe()
    {
        QFETCH(std::function<void(Order &)>, change);
        Order order = StoreFixture::sampleOrder(u"MC-2"_s);
        change(order);

        const auto merged = m_fixture.write(
            [&](Orderbook &book, Tx &) { return book.mergeOrder(order, StoreFixture::staff(), false); });

        QVERIFY(!merged.has_value());
        QCOMPARE(merged.error().kind, Refusal::Kind::Invalid);
        QVERIFY(!merged.error().detail.isEmpty());
    }

private:
    MergedOrder merge(const Order &order)
    {
        return m_fixture.write(
            [&](Orderbook &book, Tx &) { return book.merge(order, StoreFixture::staff(), false).value(); });
    }

    QString found(const QString &number)
    {
        return m_fixture.write(
            [&](Orderbook &book, Tx &) { return book.findByNumber(number).value_or(OrderId()).toString(); });
    }

    Cancellation request(const QList<CancelledLine> &lines = {})
    {
        return m_fixture.write([&](Orderbook &book, Tx &) {
            CancellationRequest request = StoreFixture::request(m_id);
            request.lines = lines;
            return book.requestCancellation(request).value();
        });
    }

    void cancel()
    {
        const Cancellation one = request();
        m_fixture.write([&](Orderbook &book, Tx &) {
            return !book.claimDue(1).isEmpty() && book.succeed(one.id).has_value();
        });
    }

    void shipInEngine()
    {
        m_order.version = 12;
        m_order.shipments = {{u"DHL"_s, u"JD01"_s, m_fixture.now}};
        for (LineItem &line : m_order.lines)
            line.state = ItemStatus::Shipped;
        merge(m_order);
    }

    StoreFixture m_fixture;
    Order m_order;
    OrderId m_id;
};

QTEST_GUILESS_MAIN(MergeTest)
#include "tst_merge.moc"
