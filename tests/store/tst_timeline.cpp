// SPDX-License-Identifier: Apache-2.0
// What the timeline says in codes and amounts, so that each reader has words of their own.
#include "domain/codes.h"
#include "store/orderbook/effectbook.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::StoreFixture;

namespace {

/// "kind:code:amount" of the newest events.
QString tail(const Order &order, qsizetype count)
{
    QStringList words;
    for (const TimelineEvent &event : order.timeline.last(count)) {
        const QString amount =
            event.amount ? QString(QString::number(event.amount->minor) + event.amount->currency) : QString();
        words.append(QStringList{codeOf(event.kind), event.code, amount}.join(u':'));
    }
    return words.join(u' ');
}

} // namespace

class TimelineTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { test::addEngineRows(); }
    void init()
    {
        QFETCH_GLOBAL(const QString, engine);
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_fixture.openOrEmpty(engine);
    }

    void aRequestAfterTheWindowSaysWhyItWaits()
    {
        m_fixture.setPolicy({PolicyMode::AutomaticThenAsk, 10, 24, false});
        const OrderId late = m_fixture.addOrder(u"late"_s); // placed half an hour ago
        const OrderId soon = m_fixture.addOrder(
            u"soon"_s, [this](Order &order) { order.placedAtUtc = m_fixture.now.addSecs(-60); });

        ask(late);
        ask(soon);

        QCOMPARE(tail(m_fixture.order(late), 2), u"cancellation_requested:: postponed:window_over:"_s);
        QCOMPARE(tail(m_fixture.order(soon), 1), u"cancellation_requested::"_s);
    }

    void anEngineThatBringsNoOutcomeIsNamedOnce()
    {
        const OrderId order = m_fixture.addOrder(u"A"_s);
        ask(order);
        for (int i = 0; i < 2; ++i) {
            m_fixture.write([&](Orderbook &book, Tx &) {
                const CancellationId id = book.claimDue(1).value(0);
                book.postpone(id, m_fixture.now, u"Nobody answers."_s, u"engine_unreachable"_s);
                return id;
            });
        }

        QCOMPARE(tail(m_fixture.order(order), 2),
                 u"cancellation_requested:: postponed:engine_unreachable:"_s);
    }

    void aRefundCarriesItsAmountAndCurrency()
    {
        const OrderId order = m_fixture.addOrder(u"A"_s, [](Order &one) { one.currency = u"KWD"_s; });
        cancel(order);
        execute();

        const Order now = m_fixture.order(order);
        QVERIFY2(tail(now, now.timeline.size()).contains(u"refund_started::2500KWD"_s),
                 qPrintable(tail(now, now.timeline.size())));
        QVERIFY(tail(now, now.timeline.size()).contains(u"refunded::2500KWD"_s));
        QVERIFY(tail(now, now.timeline.size()).contains(u"mail_sent:cancelled:"_s));
        for (const TimelineEvent &event : now.timeline) {
            if (event.amount || event.kind == TimelineKind::MailSent)
                QCOMPARE(event.detail, QString());
        }
    }

    void aReleasedAuthorisationIsTold()
    {
        const OrderId order = m_fixture.addOrder(u"A"_s, [](Order &one) {
            one.payment = {PaymentStatus::Authorized, u"Visa"_s, 0, 0};
        });
        cancel(order);
        execute();

        const Order now = m_fixture.order(order);
        QVERIFY(tail(now, now.timeline.size()).contains(u"payment_voided::"_s));
        QCOMPARE(now.payment.status, PaymentStatus::Voided);
    }

    void aReleaseThatTheSourceTellsIsToldOnce()
    {
        Order one = StoreFixture::sampleOrder(u"A"_s);
        one.payment = {PaymentStatus::Authorized, u"Visa"_s, 0, 0};
        const OrderId order = merge(one);
        one.payment.status = PaymentStatus::Voided;
        for (int version = 2; version < 4; ++version) {
            one.version = version;
            merge(one);
        }

        QCOMPARE(tail(m_fixture.order(order), 2), u"payment_authorized:: payment_voided::"_s);
    }

private:
    void ask(const OrderId &order)
    {
        QVERIFY(m_fixture.write([&](Orderbook &book, Tx &) {
            return book.requestCancellation(StoreFixture::customerRequest(order)).has_value();
        }));
    }
    void cancel(const OrderId &order)
    {
        ask(order);
        QVERIFY(m_fixture.write(
            [&](Orderbook &book, Tx &) { return book.succeed(book.claimDue(1).value(0)).has_value(); }));
    }
    void execute()
    {
        m_fixture.write([&](Orderbook &, Tx &tx) {
            EffectBook effects(tx, m_fixture.storeId(), m_fixture.now);
            const QList<ClaimedEffect> claimed = effects.claimDue(10);
            for (const ClaimedEffect &one : claimed)
                effects.setDone(one.effect);
            return claimed.size();
        });
    }
    OrderId merge(const Order &order)
    {
        return m_fixture.write([&](Orderbook &book, Tx &) {
            return book.mergeOrder(order, StoreFixture::staff(), false).value().id;
        });
    }

    StoreFixture m_fixture;
};

QTEST_GUILESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
