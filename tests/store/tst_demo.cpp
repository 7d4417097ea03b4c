// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "domain/orderrules.h"
#include "store/demo/demoorders.h"
#include "store/demo/demoseeder.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/storerepository.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;

class DemoTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void theSameSeedGivesTheSameOrders();
    void everyStateIsThereAndASecondStartAddsNothing();

private:
    const QDateTime m_now{QDate(2026, 11, 23), QTime(9, 0), Qt::UTC};
};

void DemoTest::theSameSeedGivesTheSameOrders()
{
    const QList<DemoOrder> first = demoOrders(400, m_now, 7);
    const QList<DemoOrder> again = demoOrders(400, m_now, 7);
    QSet<QString> numbers;
    for (qsizetype i = 0; i < first.size(); ++i) {
        QVERIFY(first[i].order == again[i].order);
        QVERIFY(i == 0 || first[i].order.placedAtUtc < first[i - 1].order.placedAtUtc);
        numbers.insert(first[i].order.number);
    }
    QCOMPARE(numbers.size(), first.size());
}

void DemoTest::everyStateIsThereAndASecondStartAddsNothing()
{
    const QTemporaryDir dir;
    const auto database = Database::open({dir.filePath(u"store.sqlite"_s), {}, 1});
    QVERIFY(database.has_value());
    StoreId store;
    Store demo;
    demo.name = u"Demo"_s;
    QVERIFY(
        (*database)->writeAndWait([&](Tx &tx) { store = StoreRepository(tx).add(demo, m_now); }).has_value());

    QCOMPARE(seedDemo(**database, store, 600, m_now).value(), 600);
    QCOMPARE(seedDemo(**database, store, 600, m_now).value(), 0);

    QHash<ItemStatus, int> items;
    QHash<PaymentStatus, int> payments;
    QHash<QString, int> currencies;
    int conflicts = 0;
    int questions = 0;
    (*database)->readAndWait([&](Tx &tx) {
        const SnapshotPage page = Orderbook(tx, store, m_now).snapshot({}, 600);
        for (const QByteArray &document : page.orders) {
            const Order order = orderFromBytes(document).value();
            ++items[itemStatusOf(order)];
            ++payments[paymentStatusOf(order)];
            ++currencies[order.currency];
            conflicts += order.conflict ? 1 : 0;
            const Cancellation *open = openCancellation(order);
            questions += open && open->needsDecision ? 1 : 0;
        }
    });
    using I = ItemStatus;
    for (const I status : {I::NotShipped, I::Packed, I::CancellationRequested, I::Cancelled, I::Shipped,
                           I::Delivered, I::Returned})
        QVERIFY2(items[status] > 0, qPrintable(QString::number(static_cast<int>(status))));
    using P = PaymentStatus;
    for (const P status : {P::Pending, P::Authorized, P::Paid, P::Refunded, P::RefundPending, P::Voided})
        QVERIFY2(payments[status] > 0, qPrintable(QString::number(static_cast<int>(status))));
    QVERIFY(currencies.size() >= 8);
    QVERIFY(conflicts >= 1);
    QVERIFY(questions >= 1);
    QCOMPARE(items[I::Unknown], 0);
}

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
