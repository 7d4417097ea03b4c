// SPDX-License-Identifier: Apache-2.0
// What the console exports is what the store imports.
#include "domain/csv.h"
#include "domain/orderrules.h"
#include "orders/csvexport.h"
#include "store/api/importer.h"
#include "tests/support/orders.h"
#include "tests/support/storefixture.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;

namespace {

LineItem line(const QString &id, const QString &title, int quantity, int cancelled, qint64 price,
              ItemStatus state)
{
    return {LineId(id), title, QStringLiteral("SKU-") + id, quantity, cancelled, price, state};
}

Order plain()
{
    return order(QStringLiteral("plain"), at("2026-11-19T09:00:00Z"));
}

// What the export promises to carry; ids of the store, versions and the timeline are made anew.
QString dump(const Order &order)
{
    QStringList lines;
    for (const LineItem &one : order.lines)
        lines.append(QStringLiteral("%1|%2|%3|%4|%5|%6|%7")
                         .arg(one.id.toString(), one.title, one.sku, QString::number(one.quantity),
                              QString::number(one.cancelledQuantity), QString::number(one.unitPriceMinor),
                              QString::number(static_cast<int>(one.state))));
    QStringList parcels;
    for (const Shipment &one : order.shipments)
        parcels.append(one.trackingNumber);
    return QStringList{order.number,
                       order.placedAtUtc.toString(Qt::ISODate),
                       order.customer.name,
                       order.customer.email,
                       order.customer.language,
                       order.currency,
                       QString::number(order.totalMinor),
                       QString::number(order.shippingMinor),
                       order.shippingAddress.join(u'/'),
                       order.payment.method,
                       QString::number(static_cast<int>(order.payment.status)),
                       QString::number(order.payment.paidMinor),
                       QString::number(order.payment.refundedMinor),
                       QString::number(static_cast<int>(itemStatusOf(order))),
                       parcels.join(u'/'),
                       lines.join(u'\n')}
        .join(u'\n');
}

/// A file on a disk that cannot be read beyond a point.
class FailingFile final : public QBuffer
{
public:
    FailingFile(QByteArray &bytes, qint64 readable)
        : QBuffer(&bytes)
        , m_readable(readable)
    {
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 left = m_readable - m_read;
        const qint64 count = left > 0 ? QBuffer::readData(data, std::min(most, left)) : -1;
        m_read += std::max<qint64>(0, count);
        return count;
    }

private:
    qint64 m_readable;
    qint64 m_read = 0;
};

} // namespace

Q_DECLARE_METATYPE(mc::Order)

class ExportImportTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void anOrderComesBackAsItWas_data();
    void anOrderComesBackAsItWas();
    void anOpenRequestIsNotOpenElsewhere();
    void statusesAreCodesInEveryLanguage();
    void halfAnOrderIsNotTakenOver();
    void aFileOfManyPiecesIsImportedWhole();
    void whatADiskDidNotReadToItsEndIsNoOrder_data();
    void whatADiskDidNotReadToItsEndIsNoOrder();

private:
    [[nodiscard]] QByteArray exported(const QList<Order> &orders) const;
    [[nodiscard]] store::ImportReport import(QByteArray bytes);
    [[nodiscard]] Order stored(const QString &number);

    StoreFixture m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ExportImportTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_store.openOrEmpty(QStringLiteral("sqlite"));
}

QByteArray ExportImportTest::exported(const QList<Order> &orders) const
{
    const QString cacheFile = m_folder->filePath(QStringLiteral("orders.sqlite"));
    const auto cache = OrderCache::open(cacheFile);
    const auto reader = OrderReader::open(cacheFile);
    if (!cache || !reader || !(*cache)->applyChanges(wire(orders), {}, "c0"))
        return "no cache";
    QList<OrderId> ids;
    for (const Order &one : orders)
        ids.append(one.id);
    const auto found = (*reader)->placesOf(ids);
    QList<qint64> places;
    for (const OrderId &id : std::as_const(ids))
        places.append(found ? found->value(id) : 0);
    const QString file = m_folder->filePath(QStringLiteral("orders.csv"));
    if (writeCsv(file, **reader, places, {}) != orders.size())
        return "no export";
    QFile csv(file);
    return csv.open(QIODevice::ReadOnly) ? csv.readAll() : QByteArray("no file");
}

store::ImportReport ExportImportTest::import(QByteArray bytes)
{
    QBuffer csv(&bytes);
    csv.open(QIODevice::ReadOnly);
    const auto report =
        store::importOrders(m_store.database(), {m_store.storeId(), StoreFixture::staff(), m_store.now}, csv);
    return report.value_or(store::ImportReport());
}

Order ExportImportTest::stored(const QString &number)
{
    return m_store.write([&number](store::Orderbook &book, store::Tx &) {
        const auto id = book.findByNumber(number);
        return id ? book.order(*id).value_or(Order()) : Order();
    });
}

void ExportImportTest::anOrderComesBackAsItWas_data()
{
    QTest::addColumn<Order>("original");

    QTest::newRow("one line") << plain();

    Order several = plain();
    several.lines = {
        line(QStringLiteral("a"), QStringLiteral("Oak table"), 1, 0, 24890, ItemStatus::Packed),
        line(QStringLiteral("b"), QStringLiteral("Chair, \"walnut\""), 4, 1, 4999, ItemStatus::NotShipped),
        line(QStringLiteral("c"), QStringLiteral("Lamp; brass\nlong"), 2, 2, 100, ItemStatus::NotShipped)};
    several.totalMinor = 45286;
    several.shippingMinor = 490;
    several.shippingAddress = {QStringLiteral("Storgatan 1"), QStringLiteral("111 22 Stockholm")};
    several.customer.language = QStringLiteral("sv");
    several.payment.method = QStringLiteral("Visa ending in 4242");
    several.payment.paidMinor = 45286;
    several.payment.refundedMinor = 5199;
    QTest::newRow("several lines, partly cancelled and refunded") << several;

    Order shipped = plain();
    shipped.lines.append(line(QStringLiteral("2"), QStringLiteral("Rug"), 1, 0, 50, ItemStatus::Delivered));
    shipped.lines[0].state = ItemStatus::Shipped;
    shipped.shipments = {{{}, QStringLiteral("JD01"), {}}, {{}, QStringLiteral("JD02"), {}}};
    QTest::newRow("two parcels, two states") << shipped;

    Order cancelled = plain();
    cancelled.lines[0].cancelledQuantity = 1;
    cancelled.payment.refundedMinor = 1000;
    QTest::newRow("cancelled and refunded") << cancelled;

    Order open = plain();
    open.payment = {PaymentStatus::Authorized, {}, 0, 0};
    QTest::newRow("authorized only") << open;

    Order yen = plain();
    yen.currency = QStringLiteral("JPY");
    QTest::newRow("a currency without minor units") << yen;

    Order formula = plain();
    formula.customer.name = QStringLiteral("=HYPERLINK(\"x\")");
    formula.lines[0].title = QStringLiteral("'=1+1");
    formula.lines[0].sku = QStringLiteral("-5");
    QTest::newRow("texts that a spreadsheet would run") << formula;
}

void ExportImportTest::anOrderComesBackAsItWas()
{
    QFETCH(Order, original);
    Order other = order(QStringLiteral("other"), at("2026-11-18T09:00:00Z"));
    other.lines.append(line(QStringLiteral("2"), QStringLiteral("Rug"), 1, 0, 50, ItemStatus::NotShipped));

    const store::ImportReport report = import(exported({other, original}));

    QCOMPARE(report.problems.size(), 0);
    QCOMPARE(report.created, 2);
    QCOMPARE(dump(stored(original.number)), dump(original));
    QCOMPARE(dump(stored(other.number)), dump(other));
}

void ExportImportTest::anOpenRequestIsNotOpenElsewhere()
{
    Order asked = plain();
    asked.cancellations = {cancellation(QStringLiteral("c1"), CancellationState::Requested)};

    const QByteArray csv = exported({asked});

    QVERIFY(csv.contains(",cancellation_requested,"));
    QCOMPARE(import(csv).created, 1);
    QCOMPARE(itemStatusOf(stored(asked.number)), ItemStatus::NotShipped);
}

void ExportImportTest::statusesAreCodesInEveryLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Arabic));

    const QByteArray csv = exported({plain()});
    QLocale::setDefault(before);

    const QList<QByteArray> records = csv.trimmed().split('\n');
    QCOMPARE(records.size(), 2);
    QCOMPARE(records.at(0).trimmed(), csvRecord(orderExportHeader()).trimmed());
    QCOMPARE(records.at(1).trimmed(),
             QByteArray("MC-plain,2026-11-19T09:00:00Z,Anna Berg,anna@example.com,1 × Walnut "
                        "chair,not_shipped,paid,EUR,10.00,,en,,,10.00,0.00,0.00,"
                        "1,Walnut chair,WC-1,1,0,10.00,not_shipped"));
}

// The import reads 64 KiB at a time, so that records lie across the borders.
void ExportImportTest::aFileOfManyPiecesIsImportedWhole()
{
    QList<Order> orders;
    for (int i = 0; i < 1200; ++i)
        orders.append(order(QString::number(i), at("2026-11-18T09:00:00Z").addSecs(i)));
    const QByteArray csv = exported(orders);
    QVERIFY(csv.size() > 2 * 64 * 1024);

    const store::ImportReport report = import(csv);

    QCOMPARE(report.problems.size(), 0);
    QCOMPARE(report.created, orders.size());
}

void ExportImportTest::whatADiskDidNotReadToItsEndIsNoOrder_data()
{
    QTest::addColumn<int>("missing"); // bytes
    QTest::newRow("within a record") << 20;
    QTest::newRow("within the last word") << 4;
    QTest::newRow("between the records of an order") << 0;
}

// Neither a record that is cut off nor an order whose other lines are still to come.
void ExportImportTest::whatADiskDidNotReadToItsEndIsNoOrder()
{
    Order two = plain();
    two.lines.append(line(QStringLiteral("2"), QStringLiteral("Rug"), 1, 0, 50, ItemStatus::NotShipped));
    QByteArray csv = exported({order(QStringLiteral("whole"), at("2026-11-20T09:00:00Z")), two});
    QFETCH(int, missing);
    const qint64 lastRecord = csv.lastIndexOf('\n', csv.size() - 2) + 1;
    FailingFile file(csv, missing == 0 ? lastRecord : csv.size() - missing);
    QVERIFY(file.open(QIODevice::ReadOnly));

    const auto report = store::importOrders(m_store.database(),
                                            {m_store.storeId(), StoreFixture::staff(), m_store.now}, file);

    QVERIFY(report);
    QCOMPARE(report->problems.size(), 1);
    QCOMPARE(report->created, 1);
    QVERIFY(stored(QStringLiteral("MC-whole")).id.isValid());
    QCOMPARE(stored(two.number), Order());
}

void ExportImportTest::halfAnOrderIsNotTakenOver()
{
    Order two = plain();
    two.lines.append(line(QStringLiteral("2"), QStringLiteral("Rug"), 1, 0, 50, ItemStatus::NotShipped));
    two.lines.append(line(QStringLiteral("3"), QStringLiteral("Lamp"), 1, 0, 50, ItemStatus::NotShipped));
    QByteArray csv = exported({two, order(QStringLiteral("next"), at("2026-11-18T09:00:00Z"))});
    csv.replace(",0.50,not_shipped\r\nMC-plain", ",x,not_shipped\r\nMC-plain"); // the price of the rug

    const store::ImportReport report = import(csv);

    QCOMPARE(report.problems.size(), 1);
    QCOMPARE(report.problems.first().line, 3);
    QCOMPARE(report.created, 1);
    QCOMPARE(stored(two.number), Order());
    QVERIFY(stored(QStringLiteral("MC-next")).id.isValid());
}

QTEST_GUILESS_MAIN(ExportImportTest)
#include "tst_exportimport.moc"
