// SPDX-License-Identifier: Apache-2.0
// Reader over some thousand orders, where filters are rare or common: the same answers whichever way they are
// found, the count before all is read, and a question that nobody waits for any more.
#include "orders/resultset.h"
#include "orders/tablereader.h"
#include "storage/orderplan.h"
#include "storage/searchwords.h"
#include "tests/support/orders.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::test;

Q_DECLARE_METATYPE(mc::TableQuery)

namespace {

constexpr int OrderCount = 6'000;
constexpr int Page = 200;
const QDateTime FirstPlaced = at("2026-01-01T00:00:00Z");

/// Most are delivered and paid, some of each other kind; names, amounts and times repeat.
Order drawn(int i, std::mt19937_64 &random)
{
    Order one = order(QString::number(i), FirstPlaced.addSecs(static_cast<qint64>(i / 3) * 600));
    const auto die = [&random](int sides) {
        return static_cast<int>(random() % static_cast<quint64>(sides));
    };
    one.lines[0].state = ItemStatus::Delivered;
    if (die(4) == 0)
        one.lines[0].state = die(20) == 0 ? ItemStatus::Returned : ItemStatus::NotShipped;
    one.payment.status = die(5) != 0 ? PaymentStatus::Paid : PaymentStatus::Authorized;
    if (die(40) == 0)
        one.payment.status = PaymentStatus::Voided;
    one.customer.name = u"Name %1"_s.arg(die(700));
    one.totalMinor = die(900);
    one.currency = die(9) == 0 ? u"JPY"_s : u"EUR"_s;
    return one;
}

// The customer's number, the order's, or an end of it with three figures or more.
bool hasWord69(const StoredRow &row)
{
    const QString figures = row.number.mid(3);
    bool has = figures.startsWith("69"_L1) || row.customerName.mid(5).startsWith("69"_L1);
    for (int from = 1; from + 3 <= figures.size(); ++from)
        has = has || figures.mid(from).startsWith("69"_L1);
    return has;
}

bool passes(const StoredRow &row, const TableQuery &query)
{
    return (!query.fromPlace || row.place >= *query.fromPlace)
        && (query.itemStatuses.isEmpty() || query.itemStatuses.contains(row.itemStatus))
        && (query.paymentStatuses.isEmpty() || query.paymentStatuses.contains(row.paymentStatus));
}

} // namespace

class ManyOrdersTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everySortAndFilterIsTheSameAsSortingAll_data();
    void everySortAndFilterIsTheSameAsSortingAll();
    void aFilterOfOneStatusIsReadInItsOrder_data();
    void aFilterOfOneStatusIsReadInItsOrder();
    void whatASearchFindsIsTheSameAsLookingAtAll_data();
    void whatASearchFindsIsTheSameAsLookingAtAll();
    void whatIsAskedForStandsWhereItsStatusSays_data();
    void whatIsAskedForStandsWhereItsStatusSays();
    void aSearchSaysThatItKnowsOnlyTheFirst();
    void whatIsCountedIsSaidBeforeAllIsRead();
    void whatNobodyWaitsForIsNotReadToItsEnd();

private:
    [[nodiscard]] QList<qint64> sortedByHand(const TableQuery &query, const QSet<qint64> &except,
                                             const Overlay &overlay = {}) const;

    QTemporaryDir m_folder;
    std::unique_ptr<OrderCache> m_cache;
    std::unique_ptr<OrderReader> m_reader;
    QList<StoredRow> m_rows;
};

void ManyOrdersTest::initTestCase()
{
    auto cache = OrderCache::open(m_folder.filePath(u"orders.sqlite"_s));
    QVERIFY(cache);
    m_cache = std::move(*cache);
    std::mt19937_64 random(20'261'128);
    for (int i = 0; i < OrderCount; i += Page) {
        QList<Order> orders;
        for (int k = i; k < i + Page; ++k)
            orders.append(drawn(k, random));
        QVERIFY(m_cache->applyChanges(wire(orders), {}, QByteArray::number(i)));
    }
    auto reader = OrderReader::open(m_cache->file());
    QVERIFY(reader);
    m_reader = std::move(*reader);
    const auto all = m_reader->places({}, {}, 0);
    QVERIFY(all);
    const auto rows = m_reader->rows(*all);
    QVERIFY(rows);
    m_rows = rows->values();
    QCOMPARE(m_rows.size(), OrderCount);
}

QList<qint64> ManyOrdersTest::sortedByHand(const TableQuery &query, const QSet<qint64> &except,
                                           const Overlay &overlay) const
{
    QList<SortValue> values;
    for (StoredRow row : m_rows) {
        row.itemStatus = statusOf(row, overlay);
        const bool isFound = query.match.isEmpty() || hasWord69(row);
        if (isFound && passes(row, query) && !except.contains(row.place))
            values.append(sortValueOf(row, row.itemStatus, query.sortKey));
    }
    std::sort(values.begin(), values.end(),
              [&query](const SortValue &a, const SortValue &b) { return isAbove(a, b, query); });
    QList<qint64> places;
    for (const SortValue &value : std::as_const(values))
        places.append(value.place);
    return places;
}

void ManyOrdersTest::everySortAndFilterIsTheSameAsSortingAll_data()
{
    using Key = TableQuery::SortKey;
    QTest::addColumn<TableQuery>("query");
    TableQuery rare;
    rare.itemStatuses = {ItemStatus::Returned};
    TableQuery common;
    common.paymentStatuses = {PaymentStatus::Authorized, PaymentStatus::Voided};
    TableQuery both;
    both.itemStatuses = {ItemStatus::Returned, ItemStatus::NotShipped};
    both.paymentStatuses = {PaymentStatus::Voided};
    TableQuery late;
    late.fromPlace = placeOf(FirstPlaced.addSecs(OrderCount / 3 * 600 / 2));
    TableQuery lateRare = common;
    lateRare.fromPlace = placeOf(FirstPlaced.addSecs(OrderCount / 3 * 600 / 10 * 9));
    TableQuery none;
    none.itemStatuses = {ItemStatus::Unknown};
    const std::pair<const char *, TableQuery> filters[] = {
        {"all", {}},    {"rare item", rare}, {"common payments", common},
        {"both", both}, {"late", late},      {"late and rare", lateRare},
        {"none", none}};
    for (const auto &[name, filter] : filters) {
        for (const Key key :
             {Key::PlacedAt, Key::Number, Key::Customer, Key::ItemStatus, Key::PaymentStatus, Key::Amount}) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                TableQuery query = filter;
                query.sortKey = key;
                query.sortOrder = order;
                QTest::addRow("%s, key %d, %s", name, static_cast<int>(key),
                              order == Qt::AscendingOrder ? "up" : "down")
                    << query;
            }
        }
    }
}

void ManyOrdersTest::everySortAndFilterIsTheSameAsSortingAll()
{
    QFETCH(const TableQuery, query);
    QSet<qint64> except;
    for (qsizetype i = 0; i < m_rows.size(); i += 97)
        except.insert(m_rows.at(i).place);
    const QList<qint64> expected = sortedByHand(query, except);

    const auto all = m_reader->places(query, except, 0);
    QVERIFY(all);
    QCOMPARE(*all, expected);
    // Whatever way is taken where orders are neither few nor many: with these none is met soon.
    const auto impatient = OrderReader::open(m_cache->file(), {10, OrderCount, 40, 250});
    QVERIFY(impatient);
    for (const OrderReader *reader : {m_reader.get(), impatient->get()}) {
        const auto first = reader->places(query, except, 50);
        QVERIFY(first);
        QCOMPARE(*first, expected.first(std::min<qsizetype>(50, expected.size())));
        QCOMPARE(*reader->places(query, except, 0), expected);
    }
    const auto counted = m_reader->count(query, except, 1'200);
    QVERIFY(counted);
    QCOMPARE(*counted, std::min<qsizetype>(1'200, expected.size()));
}

void ManyOrdersTest::aFilterOfOneStatusIsReadInItsOrder_data()
{
    using Key = TableQuery::SortKey;
    QTest::addColumn<TableQuery>("query");
    QTest::addColumn<QString>("index"); // empty: it is not
    const auto add = [](const char *name, Key key, const QSet<ItemStatus> &items,
                        const QSet<PaymentStatus> &payments, const char *index) {
        QTest::newRow(name) << TableQuery{{}, {}, items, payments, key, Qt::AscendingOrder}
                            << QString::fromLatin1(index);
    };
    const QSet<ItemStatus> open{ItemStatus::NotShipped};
    const QSet<ItemStatus> two{ItemStatus::NotShipped, ItemStatus::Packed};
    const QSet<PaymentStatus> paid{PaymentStatus::Paid};
    add("item", Key::PlacedAt, open, {}, "orders_by_item_status");
    add("payment", Key::PlacedAt, {}, paid, "orders_by_payment_status");
    add("both", Key::PlacedAt, open, paid, "orders_by_statuses");
    add("two items", Key::PlacedAt, two, {}, "");
    add("two items, one payment", Key::PlacedAt, two, paid, "");
    add("by number", Key::Number, open, {}, "");
    add("by amount", Key::Amount, open, paid, "");
    add("by payment, one item", Key::PaymentStatus, open, {}, "orders_by_statuses");
    add("by payment, two items", Key::PaymentStatus, two, {}, "");
    add("by payment, one item and payment", Key::PaymentStatus, open, paid, "orders_by_statuses");
    add("by item, two items", Key::ItemStatus, two, {}, "orders_by_item_status");
    add("by item, two items, one payment", Key::ItemStatus, two, paid, "orders_by_statuses");
}

// Otherwise the oldest open orders of a million would be looked for among all that were delivered.
void ManyOrdersTest::aFilterOfOneStatusIsReadInItsOrder()
{
    QFETCH(const TableQuery, query);
    QFETCH(const QString, index);
    const QList<Group> groups = isSortedByStatus(query) ? statusGroups(query) : QList<Group>{{}};
    for (const Group &group : groups) {
        QCOMPARE(isFilterInOrder(query, group), !index.isEmpty());
        if (index.isEmpty())
            continue;
        const auto connection = SqlConnection::open(m_cache->file(), SqlConnection::Mode::Reader);
        QVERIFY(connection);
        QSqlQuery plan = (*connection)->query();
        QVERIFY(plan.exec(u"EXPLAIN QUERY PLAN "_s + placesSql(query, {}, group, Access::Along)));
        QVERIFY(plan.next());
        const QString step = plan.value(3).toString();
        QVERIFY2(step.contains(u"SEARCH o USING COVERING INDEX "_s + index), qPrintable(step));
        QVERIFY2(!plan.next(), "sorted after it was read");
    }
}

void ManyOrdersTest::whatASearchFindsIsTheSameAsLookingAtAll_data()
{
    using Key = TableQuery::SortKey;
    QTest::addColumn<TableQuery>("query");
    TableQuery filtered;
    filtered.itemStatuses = {ItemStatus::NotShipped};
    filtered.paymentStatuses = {PaymentStatus::Paid, PaymentStatus::Voided};
    TableQuery late;
    late.fromPlace = placeOf(FirstPlaced.addSecs(OrderCount / 3 * 600 / 2));
    const std::pair<const char *, TableQuery> filters[] = {
        {"all", {}}, {"filtered", filtered}, {"late", late}};
    for (const auto &[name, filter] : filters) {
        for (const Key key : {Key::PlacedAt, Key::Customer, Key::ItemStatus, Key::Amount}) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                TableQuery query = filter;
                query.match = matchExpression(u"name 69"_s);
                query.sortKey = key;
                query.sortOrder = order;
                QTest::addRow("%s, key %d, %s", name, static_cast<int>(key),
                              order == Qt::AscendingOrder ? "up" : "down")
                    << query;
            }
        }
    }
}

void ManyOrdersTest::whatASearchFindsIsTheSameAsLookingAtAll()
{
    QFETCH(const TableQuery, query);
    QSet<qint64> except;
    for (const StoredRow &row : std::as_const(m_rows)) {
        if (row.place % 11 == 0)
            except.insert(row.place);
    }
    const QList<qint64> expected = sortedByHand(query, except);
    QVERIFY(expected.size() > 20);

    const auto found = m_reader->places(query, except, 0);
    QVERIFY(found);
    QCOMPARE(*found, expected);
    const auto matching = m_reader->matching(query, {expected.at(0), expected.at(1)});
    QVERIFY(matching);
    QCOMPARE(matching->size(), 2);
}

void ManyOrdersTest::whatIsAskedForStandsWhereItsStatusSays_data()
{
    using Key = TableQuery::SortKey;
    QTest::addColumn<TableQuery>("query");
    TableQuery open;
    open.itemStatuses = {ItemStatus::NotShipped};
    TableQuery asked;
    asked.itemStatuses = {ItemStatus::CancellationRequested};
    TableQuery paid;
    paid.paymentStatuses = {PaymentStatus::Paid};
    TableQuery found;
    found.match = matchExpression(u"69"_s);
    const std::pair<const char *, TableQuery> filters[] = {
        {"all", {}}, {"open", open}, {"asked for", asked}, {"paid", paid}, {"found", found}};
    for (const auto &[name, filter] : filters) {
        for (const Key key : {Key::PlacedAt, Key::Number, Key::ItemStatus, Key::PaymentStatus, Key::Amount}) {
            TableQuery query = filter;
            query.sortKey = key;
            QTest::addRow("%s, key %d", name, static_cast<int>(key)) << query;
        }
    }
}

void ManyOrdersTest::whatIsAskedForStandsWhereItsStatusSays()
{
    QFETCH(const TableQuery, query);
    QList<OutboxRow> rows;
    for (const StoredRow &row : std::as_const(m_rows)) {
        if (row.itemStatus != ItemStatus::NotShipped || rows.size() == 60)
            continue;
        OutboxRow asked;
        asked.operation = OperationId(u"op"_s + row.id.toString());
        asked.order = row.id;
        rows.append(asked);
    }
    QCOMPARE(rows.size(), 60);
    const Overlay overlay = overlayOf(rows);
    const QList<qint64> expected = sortedByHand(query, {}, overlay);
    QVERIFY(expected.size() >= 50);

    ResultSet result;
    QVERIFY(result.run(*m_reader, query, overlay, 0));
    QCOMPARE(result.places(), expected);
    QVERIFY(result.run(*m_reader, query, overlay, 50));
    QCOMPARE(result.places().first(50), expected.first(50));
    // And when the requests come while the table is shown.
    QSet<qint64> places;
    const auto found = m_reader->placesOf(overlay.keys());
    QVERIFY(found);
    for (const qint64 place : *found)
        places.insert(place);
    QVERIFY(result.run(*m_reader, query, {}, 0));
    QVERIFY(result.update(*m_reader, overlay, places));
    QCOMPARE(result.places(), expected);
}

void ManyOrdersTest::aSearchSaysThatItKnowsOnlyTheFirst()
{
    TableReader reader;
    QList<ReaderResult> results;
    connect(&reader, &TableReader::resultReady, this,
            [&results](const ReaderResult &result) { results.append(result); });
    QList<qsizetype> resultsBeforeBoard;
    connect(&reader, &TableReader::boardRead, this, [&] { resultsBeforeBoard.append(results.size()); });
    TableQuery query;
    query.match = matchExpression(u"name"_s);
    reader.open(m_cache->file());
    reader.setQuery(query, 1);
    QTRY_COMPARE(results.size(), 2);

    QVERIFY(!results.at(0).state.isCountExact);
    QVERIFY(results.at(0).state.count <= results.at(0).places.size());
    QVERIFY(results.at(0).places.size() < OrderCount);
    QVERIFY(results.at(1).state.isCountExact);
    QCOMPARE(results.at(1).state.count, OrderCount);
    QTRY_COMPARE(resultsBeforeBoard, QList<qsizetype>{2}); // no rows are kept waiting for it
    reader.setQuery({}, 2);
    QTRY_COMPARE(results.size(), 4);
    QCoreApplication::processEvents();
    QCOMPARE(resultsBeforeBoard.size(), 1); // nothing has changed since
}

void ManyOrdersTest::whatIsCountedIsSaidBeforeAllIsRead()
{
    TableReader reader;
    QList<ReaderResult> results;
    connect(&reader, &TableReader::resultReady, this,
            [&results](const ReaderResult &result) { results.append(result); });
    reader.open(m_cache->file());
    OutboxRow asked;
    asked.operation = OperationId(u"op"_s);
    asked.order = m_rows.at(0).id;
    reader.update({{}, {asked}});
    reader.setQuery({}, 1);
    QTRY_COMPARE(results.size(), 2);

    QVERIFY(results.at(0).places.size() < OrderCount);
    QVERIFY(results.at(0).state.isCountExact);
    QCOMPARE(results.at(0).state.count, OrderCount);
    QCOMPARE(results.at(1).places.size(), OrderCount);
    QCOMPARE(results.at(1).state.count, OrderCount);
    QVERIFY(!results.at(1).isReset); // what is shown stays where it is
}

void ManyOrdersTest::whatNobodyWaitsForIsNotReadToItsEnd()
{
    const auto unwanted = m_reader->places({}, {}, 0, [] { return true; });
    QVERIFY(unwanted);
    QVERIFY(unwanted->size() < OrderCount);

    TableReader reader;
    QList<ReaderResult> results;
    connect(&reader, &TableReader::resultReady, this, [&](const ReaderResult &result) {
        results.append(result);
        if (result.generation == 1)
            reader.supersede(2); // as typed on while the first rows are painted
    });
    TableQuery next;
    next.itemStatuses = {ItemStatus::Returned};
    reader.open(m_cache->file());
    reader.setQuery({}, 1);
    QTRY_COMPARE(results.size(), 1);
    reader.setQuery(next, 2);
    QTRY_COMPARE(results.size(), 2);

    QCOMPARE(results.at(0).generation, 1U);
    QCOMPARE(results.at(1).generation, 2U);
    QVERIFY(results.at(1).isReset);
    QCOMPARE(results.at(1).places, sortedByHand(next, {}));
}

QTEST_GUILESS_MAIN(ManyOrdersTest)
#include "tst_manyorders.moc"
