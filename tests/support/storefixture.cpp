// SPDX-License-Identifier: Apache-2.0
#include "tests/support/storefixture.h"

#include "store/orderbook/statement.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace mc::test {

using namespace mc::store;

void addEngineRows()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgres") << u"postgres"_s;
}

StoreFixture::StoreFixture()
    : now(QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC))
{
}

Database::Config StoreFixture::newConfig(const QString &engine)
{
    if (engine == u"sqlite")
        return {m_folder.filePath(u"store-%1.sqlite"_s.arg(++m_files)), {}};
    if (!m_cluster) {
        auto started = PostgresCluster::start();
        if (!started)
            qFatal("%s", qPrintable(started.error()));
        m_cluster = std::move(*started);
    }
    return {{}, m_cluster->newDatabase()};
}

void StoreFixture::open(const QString &engine)
{
    m_database.reset();
    m_config = newConfig(engine);
    auto opened = Database::open(m_config);
    if (!opened)
        qFatal("the database did not open: %s", qPrintable(opened.error().detail));
    m_database = std::move(*opened);
    addStore();
}

void StoreFixture::openOrEmpty(const QString &engine)
{
    if (!m_database) {
        open(engine);
        return;
    }
    (void)write([](Orderbook &, Tx &tx) {
        for (const auto &table :
             {u"ledger"_s,       u"mailbox"_s, u"lease"_s,         u"engine_wake"_s, u"webhook_event"_s,
              u"engine"_s,       u"audit"_s,   u"customer_link"_s, u"idempotency"_s, u"effect"_s,
              u"cancellation"_s, u"change"_s,  u"feed_mark"_s,     u"orders"_s,      u"api_token"_s,
              u"session"_s,      u"staff"_s,   u"reason"_s,        u"feed"_s,        u"store_setting"_s,
              u"store"_s})
            Statement(tx, u"DELETE FROM "_s + table).run();
        return 0;
    });
    now = StoreFixture().now;
    addStore();
}

void StoreFixture::addStore()
{
    m_store = StoreId(newUuid7());
    (void)write([this](Orderbook &, Tx &tx) {
        Store one;
        one.id = m_store;
        one.name = u"Test shop"_s;
        return StoreRepository(tx).add(one, now);
    });
}

Order StoreFixture::order(const OrderId &id)
{
    std::optional<Order> found;
    m_database->readAndWait([&](Tx &tx) { found = Orderbook(tx, m_store, now).order(id); });
    if (!found)
        qFatal("no such order");
    return std::move(*found);
}

void StoreFixture::setPolicy(const CancellationPolicy &policy)
{
    const bool isSet = write([&](Orderbook &, Tx &tx) {
        return StoreRepository(tx).setPolicy(m_store, policy, std::nullopt, staff(), now).has_value();
    });
    QVERIFY(isSet);
}

Order StoreFixture::sampleOrder(const QString &number)
{
    Order order;
    order.number = number;
    order.externalId = u"ext-"_s + number;
    order.source = u"api"_s;
    order.version = 1;
    order.placedAtUtc = QDateTime(QDate(2026, 11, 20), QTime(11, 30), Qt::UTC);
    order.currency = u"EUR"_s;
    order.totalMinor = 2500;
    order.customer = {u"Ada Lovelace"_s, u"ada@example.org"_s, u"en"_s};
    order.shippingAddress = {u"1 Main Street"_s, u"London"_s};
    order.payment = {PaymentStatus::Paid, u"Visa ending in 4242"_s, 2500, 0};
    order.lines = {{LineId(u"a"_s), u"Blue cup"_s, u"CUP"_s, 2, 0, 1000, ItemStatus::NotShipped},
                   {LineId(u"b"_s), u"Spoon"_s, u"SPOON"_s, 1, 0, 500, ItemStatus::NotShipped}};
    return order;
}

OrderId StoreFixture::addOrder(const QString &number, const std::function<void(Order &)> &change)
{
    Order one = sampleOrder(number);
    if (change)
        change(one);
    return write([&](Orderbook &book, Tx &) { return book.mergeOrder(one, staff(), false).value().id; });
}

CancellationRequest StoreFixture::request(const OrderId &order)
{
    CancellationRequest request;
    request.order = order;
    request.operation = OperationId(newUuid7());
    request.reasonCode = u"ordered_by_mistake"_s;
    request.language = u"en"_s;
    request.actor = staff();
    return request;
}

CancellationRequest StoreFixture::customerRequest(const OrderId &order)
{
    CancellationRequest one = request(order);
    one.actor = {RequestedBy::Customer, order.toString(), u"Ada Lovelace"_s};
    return one;
}

ShipmentReport StoreFixture::shipment(const OrderId &order, ShipmentReport::Kind kind)
{
    ShipmentReport report;
    report.order = order;
    report.kind = kind;
    report.shipment = {u"DHL"_s, u"JD01"_s, QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC)};
    return report;
}

QString sqlValue(Database &database, const QString &sql)
{
    QString value = u"NONE"_s;
    database.readAndWait([&](Tx &tx) {
        Statement row(tx, sql);
        if (row.first())
            value = row.text(0);
        if (tx.hasFailed())
            value = u"FAILED"_s;
    });
    return value;
}

} // namespace mc::test
