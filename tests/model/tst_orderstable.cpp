// SPDX-License-Identifier: Apache-2.0
// Table model and reader over a real cache: the result set, the overlay and the row signals.
#include "orders/orderstablemodel.h"
#include "orders/tablereader.h"
#include "storage/searchwords.h"
#include "tests/support/orders.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;

Q_DECLARE_METATYPE(mc::TableQuery)

namespace {

constexpr int Page = 2'000; ///< As many as the engine gives on at once.

} // namespace

class OrdersTableTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void showsSnapshotAndOutboxTogether_data();
    void showsSnapshotAndOutboxTogether();
    void aChangeTouchesItsRowOnly();
    void aNewOrderIsInsertedWhereItBelongs_data();
    void aNewOrderIsInsertedWhereItBelongs();
    void aQueuedRowKeepsItsSelection();
    void aRowThatWasNeverReadIsAPlaceholderUntilItIs();
    void aRowThatMovedMeanwhileIsShownWhereItIs();
    void ordersThatComeByThousandsLeaveTheShownRowsAlone();
    void rowsThatChangeByThousandsAreReadAgain();
    void editsLeadFromTheOldListToTheNew();
    void theBoardFollowsTheTable();
    void aChangeThatMovesNoRowLeavesTheListAsItIs();

private:
    void show(const TableQuery &query);
    void change(const QList<Order> &orders, const QList<OutboxRow> &pending = {});
    [[nodiscard]] static OutboxRow asked(const QString &order, OperationState state = OperationState::Queued);
    [[nodiscard]] QString dump(int most = -1);
    [[nodiscard]] static Order olderOrder(int page, int i);
    [[nodiscard]] CacheDelta olderOrders(int page);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OrderCache> m_cache;
    std::unique_ptr<TableReader> m_reader;
    std::unique_ptr<OrdersTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    ReaderResult m_last;
    quint64 m_generation = 0;
    int m_cursor = 0;
};

// Five orders: 1 is the newest. 2 has shipped, 3 is Zoë's, 4 costs the most, 5 is in yen.
void OrdersTableTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_tester.reset();
    m_reader = std::make_unique<TableReader>();
    m_model = std::make_unique<OrdersTableModel>();
    m_folder = std::make_unique<QTemporaryDir>();
    auto cache = OrderCache::open(m_folder->filePath(QStringLiteral("orders.sqlite")));
    QVERIFY(cache);
    m_cache = std::move(*cache);
    m_cursor = 0;
    const QDateTime placed = at("2026-11-20T10:00:00Z");
    QList<Order> orders;
    for (int i = 1; i <= 5; ++i)
        orders.append(order(QString::number(i), placed.addSecs(-60 * i)));
    orders[1].lines[0].state = ItemStatus::Shipped;
    orders[2].customer.name = QStringLiteral("Zoë");
    orders[3].totalMinor = 9000;
    orders[4].currency = QStringLiteral("JPY");
    QVERIFY(m_cache->applyChanges(wire(orders), {}, "c0"));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(m_reader.get(), &TableReader::resultReady, m_model.get(), [this](const ReaderResult &result) {
        m_last = result;
        m_model->apply(result);
    });
    connect(m_model.get(), &OrdersTableModel::rowsWanted, m_reader.get(),
            [this](const QList<qint64> &places) { m_reader->load(places, m_generation); });
    connect(m_reader.get(), &TableReader::rowsLoaded, m_model.get(), &OrdersTableModel::takeRows);
    m_reader->open(m_cache->file());
}

void OrdersTableTest::show(const TableQuery &query)
{
    QSignalSpy ready(m_reader.get(), &TableReader::resultReady);
    m_reader->setQuery(query, ++m_generation);
    QTRY_VERIFY(!ready.isEmpty());
}

void OrdersTableTest::change(const QList<Order> &orders, const QList<OutboxRow> &pending)
{
    const auto delta = m_cache->applyChanges(wire(orders), {}, "d" + QByteArray::number(++m_cursor));
    QVERIFY(delta);
    QSignalSpy ready(m_reader.get(), &TableReader::resultReady);
    m_reader->update({*delta, pending});
    QTRY_VERIFY(!ready.isEmpty());
}

OutboxRow OrdersTableTest::asked(const QString &order, OperationState state)
{
    OutboxRow row;
    row.operation = OperationId(QStringLiteral("op-") + order);
    row.order = OrderId(order);
    row.state = state;
    return row;
}

Order OrdersTableTest::olderOrder(int page, int i)
{
    return order(QStringLiteral("old-%1-%2").arg(page).arg(i),
                 at("2026-11-19T10:00:00Z").addSecs(-60 * (page * Page + i)));
}

CacheDelta OrdersTableTest::olderOrders(int page)
{
    QList<Order> orders;
    for (int i = 0; i < Page; ++i)
        orders.append(olderOrder(page, i));
    return m_cache->applyChanges(wire(orders), {}, "p" + QByteArray::number(page)).value_or(CacheDelta());
}

QString OrdersTableTest::dump(int most)
{
    QStringList rows;
    for (int i = 0; i < (most < 0 ? m_model->rowCount() : most); ++i) {
        const auto row = m_model->index(i, 0).data(OrderRowRole).value<OrderRow>();
        rows.append(row.id.toString() + (row.itemStatus == ItemStatus::CancellationRequested ? u"!" : u""));
    }
    return rows.join(QLatin1Char(' '));
}

void OrdersTableTest::showsSnapshotAndOutboxTogether_data()
{
    QTest::addColumn<TableQuery>("query");
    QTest::addColumn<QString>("expected"); // 2 and 4 have something in the outbox

    TableQuery query;
    QTest::newRow("newest first") << query << "1 2 3 4! 5";
    query.sortOrder = Qt::AscendingOrder;
    QTest::newRow("oldest first") << query << "5 4! 3 2 1";
    query = {};
    query.itemStatuses = {ItemStatus::NotShipped};
    QTest::newRow("what is asked for is not \"not shipped\" any more") << query << "1 3 5";
    query.itemStatuses = {ItemStatus::CancellationRequested};
    QTest::newRow("it is \"requested\"") << query << "4!";
    query.itemStatuses = {ItemStatus::Shipped};
    QTest::newRow("a parcel on its way stays shipped") << query << "2";
    query = {};
    query.sortKey = TableQuery::SortKey::ItemStatus;
    query.sortOrder = Qt::AscendingOrder;
    QTest::newRow("sorted by item status") << query << "1 3 5 4! 2";
    query.sortOrder = Qt::DescendingOrder;
    QTest::newRow("by item status, turned round") << query << "2 4! 1 3 5";
    query = {};
    query.sortKey = TableQuery::SortKey::Amount;
    QTest::newRow("amounts within their currency") << query << "4! 1 2 3 5";
    query.sortOrder = Qt::AscendingOrder;
    QTest::newRow("amounts upwards, currencies as before") << query << "3 2 1 4! 5";
    query = {};
    query.sortKey = TableQuery::SortKey::Customer;
    QTest::newRow("by customer, downwards") << query << "3 1 2 4! 5";
    query = {};
    query.match = matchExpression(QStringLiteral("berg"));
    QTest::newRow("a search finds both kinds") << query << "1 2 4! 5";
    query.paymentStatuses = {PaymentStatus::Voided};
    QTest::newRow("nothing matches") << query << "";
    query = {};
    query.fromPlace = placeOf(at("2026-11-20T09:57:00Z"));
    QTest::newRow("since a time") << query << "1 2 3";
}

void OrdersTableTest::showsSnapshotAndOutboxTogether()
{
    QFETCH(TableQuery, query);
    QFETCH(QString, expected);
    const QList<OutboxRow> pending{asked(QStringLiteral("2")), asked(QStringLiteral("4"))};

    show(query); // queued while the table is on screen
    change({}, pending);
    QCOMPARE(dump(), expected);
    QCOMPARE(m_last.state.count, m_model->rowCount());

    show(query); // queued before the table is asked for
    QCOMPARE(dump(), expected);
    QCOMPARE(m_last.state.hasAnyOrders, true);
}

void OrdersTableTest::aChangeTouchesItsRowOnly()
{
    show({});
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    Order three = *m_cache->order(OrderId(QStringLiteral("3")));
    three.version = 2;
    three.lines[0].state = ItemStatus::Packed;

    change({three});

    QCOMPARE(dump(), QStringLiteral("1 2 3 4 5"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 2);
    QCOMPARE(reset.size() + removed.size(), 0);
}

void OrdersTableTest::aNewOrderIsInsertedWhereItBelongs_data()
{
    QTest::addColumn<QDateTime>("placedAt");
    QTest::addColumn<QString>("expected");

    QTest::newRow("newest") << at("2026-11-20T11:00:00Z") << "6 1 2 3 4 5";
    QTest::newRow("a late old one") << at("2026-11-20T09:56:30Z") << "1 2 3 6 4 5";
    QTest::newRow("oldest") << at("2020-01-01T00:00:00Z") << "1 2 3 4 5 6";
}

void OrdersTableTest::aNewOrderIsInsertedWhereItBelongs()
{
    QFETCH(QDateTime, placedAt);
    QFETCH(QString, expected);
    show({});
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

    change({order(QStringLiteral("6"), placedAt)});

    QCOMPARE(dump(), expected);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
}

void OrdersTableTest::aQueuedRowKeepsItsSelection()
{
    show({});
    const QPersistentModelIndex selected = m_model->index(3, 0);

    change({}, {asked(QStringLiteral("4"))});
    QVERIFY(selected.isValid());
    QCOMPARE(selected.data(OrderRowRole).value<OrderRow>().pending, std::optional(PendingState::Queued));

    change({}, {}); // undone
    QVERIFY(selected.isValid());
    QVERIFY(!selected.data(OrderRowRole).value<OrderRow>().pending);
}

void OrdersTableTest::aRowThatWasNeverReadIsAPlaceholderUntilItIs()
{
    QList<Order> many;
    for (int i = 0; i < 300; ++i)
        many.append(order(QStringLiteral("old-%1").arg(i), at("2025-01-01T00:00:00Z").addSecs(i * 60)));
    QVERIFY(m_cache->applyChanges(wire(many), {}, "many"));
    show({});

    const QModelIndex last = m_model->index(m_model->rowCount() - 1, 0);
    QCOMPARE(m_model->rowCount(), 305);
    QVERIFY(!last.data(OrderRowRole).value<OrderRow>().isLoaded);
    QTRY_VERIFY(last.data(OrderRowRole).value<OrderRow>().isLoaded);
    QCOMPARE(last.data(OrderIdRole).value<OrderId>(), OrderId(QStringLiteral("old-0")));
    QCOMPARE(m_model->rowOf(OrderId(QStringLiteral("old-0"))), 304);
}

// A view repaints what it is told of: a row that came after another had been put above it must not be told of
// at its old place.
void OrdersTableTest::aRowThatMovedMeanwhileIsShownWhereItIs()
{
    OrdersTableModel model;
    QList<qint64> asked;
    connect(&model, &OrdersTableModel::rowsWanted, &model,
            [&asked](const QList<qint64> &places) { asked = places; });
    ReaderResult first;
    first.isReset = true;
    for (qint64 place = 1000; place > 0; --place)
        first.places.append(place);
    model.apply(first);
    (void)model.index(500, 0).data(OrderRowRole);
    QTRY_VERIFY(asked.contains(500));

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    OrderRow row;
    row.isLoaded = true;
    const auto changedRows = [&changed] {
        return std::pair(changed.constLast().at(0).toModelIndex().row(),
                         changed.constLast().at(1).toModelIndex().row());
    };
    model.takeRows({{500, row}, {499, row}});
    QCOMPARE(changed.size(), 1); // neighbours together
    QCOMPARE(changedRows(), std::pair(500, 501));

    ReaderResult next = first;
    next.isReset = false;
    next.places.prepend(2000);
    next.edits = {{RowEdit::Kind::Insert, 0, 1}};
    (void)model.index(600, 0).data(OrderRowRole);
    QTRY_VERIFY(asked.contains(400));
    row.number = QStringLiteral("new");
    next.rows = {{400, row}, {499, row}, {1, row}};
    model.apply(next);
    QCOMPARE(changed.size(), 3); // nobody has looked at the row of place 1 yet
    QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 502);
    QCOMPARE(changedRows(), std::pair(601, 601));
    model.takeRows({{399, row}}); // asked for before the row above it came
    QCOMPARE(changed.size(), 4);
    QCOMPARE(changedRows(), std::pair(602, 602));
}

// As while a snapshot comes in: batches that pile up while the reader is busy.
void OrdersTableTest::ordersThatComeByThousandsLeaveTheShownRowsAlone()
{
    show({});
    QCOMPARE(dump(), QStringLiteral("1 2 3 4 5"));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy wanted(m_model.get(), &OrdersTableModel::rowsWanted);
    QSignalSpy ready(m_reader.get(), &TableReader::resultReady);

    m_reader->update({olderOrders(0), {}});
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(m_last.rows.isEmpty());
    for (int page = 1; page < 3; ++page)
        m_reader->update({olderOrders(page), {}});
    QTRY_COMPARE(ready.size(), 2);

    QCOMPARE(m_model->rowCount(), 5 + 3 * Page);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(wanted.size(), 0);
    QCOMPARE(dump(5), QStringLiteral("1 2 3 4 5"));
    QCOMPARE(m_model->index(5, 0).data(OrderIdRole).value<OrderId>(), OrderId()); // read when it is shown
    QTRY_COMPARE(m_model->index(5, 0).data(OrderIdRole).value<OrderId>(), OrderId(QStringLiteral("old-0-0")));
}

void OrdersTableTest::rowsThatChangeByThousandsAreReadAgain()
{
    for (int page = 0; page < 2; ++page)
        m_reader->update({olderOrders(page), {}});
    show({});
    QCOMPARE(dump(5), QStringLiteral("1 2 3 4 5"));
    QList<Order> orders;
    for (int i = 0; i < Page + 1; ++i) {
        orders.append(olderOrder(i / Page, i % Page));
        orders.last().version = 2;
    }
    Order third = order(QStringLiteral("3"), at("2026-11-20T09:57:00Z"));
    third.version = 2;
    third.customer.name = QStringLiteral("Yvonne");

    change(orders << third);

    const auto name = [this] {
        return m_model->index(2, 0).data(OrderRowRole).value<OrderRow>().customerName;
    };
    QCOMPARE(name(), QString()); // never the old one
    QTRY_COMPARE(name(), QStringLiteral("Yvonne"));
}

void OrdersTableTest::editsLeadFromTheOldListToTheNew()
{
    const QList<qint64> before{9, 8, 7, 6, 5};
    const QList<qint64> after{10, 9, 6, 7, 5, 4};
    QList<qint64> places = before;

    for (const RowEdit &edit : editsBetween(before, after, {10, 8, 6, 4})) {
        if (edit.kind == RowEdit::Kind::Remove)
            places.remove(edit.first, edit.count);
        else
            for (int i = 0; i < edit.count; ++i)
                places.insert(edit.first + i, after.at(edit.first + i));
    }

    QCOMPARE(places, after);
}

void OrdersTableTest::theBoardFollowsTheTable()
{
    show({});
    Order one = *m_cache->order(OrderId(QStringLiteral("1")));
    one.version = 2;
    one.cancellations = {cancellation(QStringLiteral("x"), CancellationState::Requested)};
    one.cancellations[0].needsDecision = true;

    CancellationBoard board;
    QString shownWithBoard;
    connect(m_reader.get(), &TableReader::boardRead, this, [&](const CancellationBoard &read) {
        board = read;
        shownWithBoard = dump();
    });
    change({one}, {asked(QStringLiteral("3"), OperationState::Refused), asked(QStringLiteral("4"))});

    QCOMPARE(dump(), QStringLiteral("1! 2 3 4! 5"));
    QCOMPARE(shownWithBoard, dump()); // no row waited for it, and nothing came between
    QCOMPARE(board.questions.size(), 1);
    QCOMPARE(board.conflicts.size(), 1); // what the store refused
    QCOMPARE(board.underWay.size(), 1);
    QCOMPARE(board.needsDecision(), 2);
    QCOMPARE(m_last.notices.size(), 1);
    QCOMPARE(m_last.notices.at(0).kind, Notice::Kind::CancellationRequested);
    QCOMPARE(m_last.notices.at(0).numbers, QStringList{QStringLiteral("MC-1")});
}

void OrdersTableTest::aChangeThatMovesNoRowLeavesTheListAsItIs()
{
    show({});
    const QList<qint64> before = m_last.places;
    Order two = *m_cache->order(OrderId(QStringLiteral("2")));
    two.version = 2;
    two.lines[0].state = ItemStatus::Delivered;

    change({two}, {asked(QStringLiteral("3"))});

    QVERIFY(m_last.places.isSharedWith(before)); // a million of them are 8 MB
    QVERIFY(m_last.edits.isEmpty());
    QCOMPARE(dump(), QStringLiteral("1 2 3! 4 5"));

    change({order(QStringLiteral("6"), at("2026-11-20T09:57:30Z"))});
    QCOMPARE(dump(), QStringLiteral("1 2 6 3 4 5"));
}

QTEST_GUILESS_MAIN(OrdersTableTest)
#include "tst_orderstable.moc"
