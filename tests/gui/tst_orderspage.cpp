// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "tests/support/widgetchecks.h"
#include "ui/look/theme.h"
#include "ui/orders/orderspage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace mc::test {

class OrdersPageTest final : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeConsoleService> m_service;
    std::unique_ptr<OrdersPage> m_page;

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const { return find<QLabel>(name)->text(); }
    OrderTable &table() const { return m_page->table(); }
    QModelIndex cell(int row, OrderColumn column) const
    {
        return table().model()->index(row, static_cast<int>(column));
    }
    void open(int width = 1040)
    {
        m_page = std::make_unique<OrdersPage>(*m_service, [] { return sampleNow(); });
        m_page->resize(width, 740);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void click(int row, OrderColumn column)
    {
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                          table().visualRect(cell(row, column)).center());
    }
    QMenu *menu() const { return find<QMenu>("orderMenu"); }

private slots:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_service = std::make_unique<FakeConsoleService>();
    }
    void cleanup()
    {
        m_page.reset();
        m_service.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theModelOfTheTableIsSound()
    {
        open();
        QAbstractItemModelTester tester(table().model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);

        Order order = m_service->view(OrderId(QStringLiteral("MC-104832"))).order;
        order.lines[0].state = ItemStatus::Shipped;
        m_service->change(order);
        m_service->change(makeOrder(QStringLiteral("MC-104900")));

        QCOMPARE(table().model()->rowCount(), 19);
    }

    void itAsksForThePast30DaysFirst()
    {
        open();

        QCOMPARE(m_service->query, OrderQuery());
        QCOMPARE(text("ordersCount"), QStringLiteral("18 order(s) in the past 30 days"));
    }

    void everyCellIsSpoken()
    {
        open();
        const auto spoken = [this](OrderColumn column) {
            return cell(0, column).data(Qt::AccessibleTextRole).toString();
        };

        QCOMPARE(spoken(OrderColumn::Number), QStringLiteral("MC-104832, Hanna Lindqvist"));
        QCOMPARE(spoken(OrderColumn::ItemStatus), QStringLiteral("Not shipped"));
        QCOMPARE(spoken(OrderColumn::Amount), QStringLiteral("248.90\u00a0EUR"));
        QCOMPARE(spoken(OrderColumn::Actions), QStringLiteral("Actions for MC-104832"));
        QCOMPARE(spoken(OrderColumn::Check), QStringLiteral("Select MC-104832"));
    }

    void clickOnTheDotsOpensTheMenuOfThatRow()
    {
        open();
        QSignalSpy cancelled(m_page.get(), &OrdersPage::cancelRequested);

        click(1, OrderColumn::Actions);

        QVERIFY(menu() != nullptr);
        QTRY_VERIFY(menu()->isVisible());
        QCOMPARE(menu()->accessibleName(), QStringLiteral("Actions for MC-104824"));
        QTest::keyClick(menu(), Qt::Key_Up); // the last entry
        QTest::keyClick(menu(), Qt::Key_Return);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.first().first().value<QList<OrderId>>(),
                 QList{OrderId(QStringLiteral("MC-104824"))});
    }

    void cancelIsNotInTheMenuOfAShippedOrder()
    {
        open();

        click(7, OrderColumn::Actions);

        QVERIFY(menu() != nullptr);
        const auto actions = menu()->actions();
        const bool isThere = std::any_of(actions.cbegin(), actions.cend(), [](const QAction *action) {
            return action->isVisible() && action->objectName() == QLatin1String("actionCancelOrder");
        });
        QVERIFY(!isThere);
        menu()->close();
    }

    void theTableWorksByKeyboardAlone()
    {
        open();
        QSignalSpy opened(m_page.get(), &OrdersPage::orderOpened);
        find<QLineEdit>("orderSearch")->setFocus();

        QTest::keyClick(find<QLineEdit>("orderSearch"), Qt::Key_Down);
        QVERIFY(table().hasFocus());
        QCOMPARE(table().currentIndex(), cell(0, OrderColumn::Number));
        QTest::keyClick(&table(), Qt::Key_Down);
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<OrderId>().toString(), QStringLiteral("MC-104824"));
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(&table(), Qt::Key_Right);
        QCOMPARE(table().currentIndex(), cell(1, OrderColumn::Actions));
        QTest::keyClick(&table(), Qt::Key_Space);
        QVERIFY(menu() != nullptr);
        QTest::keyClick(menu(), Qt::Key_Escape);
        QTest::keyClick(&table(), Qt::Key_Left);
        QTest::keyClick(&table(), Qt::Key_Space);
        QVERIFY(table().selectionModel()->isRowSelected(1));
        QTest::keyClick(&table(), Qt::Key_Escape);
        QVERIFY(!table().selectionModel()->hasSelection());
        QTest::keyClick(&table(), Qt::Key_Tab);
        QVERIFY(!table().hasFocus()); // it never traps
    }

    // A menu and a window give the focus back; who came by keyboard has to see where it is.
    void theFocusRingComesBackWithTheFocus_data()
    {
        QTest::addColumn<Qt::FocusReason>("reason");
        QTest::newRow("after a menu") << Qt::PopupFocusReason;
        QTest::newRow("after a window") << Qt::ActiveWindowFocusReason;
        QTest::newRow("by the program") << Qt::OtherFocusReason;
    }
    void theFocusRingComesBackWithTheFocus()
    {
        QFETCH(Qt::FocusReason, reason);
        open();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        table().setFocus(Qt::MouseFocusReason);
        QTest::keyClick(&table(), Qt::Key_Down);
        const QImage withRing = table().viewport()->grab().toImage();

        find<QLineEdit>("orderSearch")->setFocus(reason);
        const QImage elsewhere = table().viewport()->grab().toImage();
        table().setFocus(reason);

        QVERIFY(elsewhere != withRing);
        QCOMPARE(table().viewport()->grab().toImage(), withRing);
    }

    void upInTheFirstRowLeadsBackToTheSearch()
    {
        open();
        m_page->focusTable();

        QTest::keyClick(&table(), Qt::Key_Up);

        QVERIFY(find<QLineEdit>("orderSearch")->hasFocus());
    }

    void typingSearchesOnceAFrame()
    {
        open();
        const int before = m_service->queries;

        QTest::keyClicks(find<QLineEdit>("orderSearch"), QStringLiteral("hanna"));

        QTRY_COMPARE(m_service->query.search, QStringLiteral("hanna"));
        QVERIFY(m_service->queries - before <= 5);
        QTRY_COMPARE(table().model()->rowCount(), 1);
        QCOMPARE(text("ordersCount"), QStringLiteral("1 order(s) found"));
        QTest::keyClick(find<QLineEdit>("orderSearch"), Qt::Key_Escape);
        QTRY_COMPARE(m_service->query.search, QString());
    }

    void aFilterBecomesAChipThatCanBeRemoved()
    {
        open();
        const auto choices = find<QMenu>("itemStatusFilterMenu")->actions();
        const auto shipped = std::find_if(choices.cbegin(), choices.cend(), [](const QAction *action) {
            return action->objectName() == QLatin1String("filter_shipped");
        });
        QVERIFY(shipped != choices.cend());

        (*shipped)->trigger();

        QCOMPARE(m_service->query.itemStatuses, QSet{ItemStatus::Shipped});
        QCOMPARE(table().model()->rowCount(), 3);
        auto *chip = find<QAbstractButton>("chip_filter_shipped");
        QVERIFY(chip != nullptr && chip->isVisible());
        QCOMPARE(chip->text(), QStringLiteral("Item status: Shipped"));
        QCOMPARE(chip->accessibleName(), QStringLiteral("Remove filter Item status: Shipped"));
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(m_service->query.itemStatuses.isEmpty());
        QVERIFY(find<QWidget>("filterChips")->isHidden());
    }

    void aFilterMenuStaysOpenForMoreChoices()
    {
        open();
        auto *list = find<QMenu>("paymentStatusFilterMenu");
        list->popup(m_page->mapToGlobal(QPoint(0, 0)));
        QVERIFY(QTest::qWaitForWindowExposed(list));

        QTest::mouseClick(list, Qt::LeftButton, {}, list->actionGeometry(list->actions().at(0)).center());
        QTest::mouseClick(list, Qt::LeftButton, {}, list->actionGeometry(list->actions().at(2)).center());

        QVERIFY(list->isVisible());
        QCOMPARE(m_service->query.paymentStatuses, (QSet{PaymentStatus::Pending, PaymentStatus::Paid}));
        list->close();
    }

    void aHeaderSortsAndTurnsAround()
    {
        open();
        QHeaderView *header = table().horizontalHeader();
        const auto clickHeader = [&](OrderColumn column) {
            const int x = header->sectionViewportPosition(static_cast<int>(column)) + 20;
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
        };

        clickHeader(OrderColumn::Amount);
        QCOMPARE(m_service->query.sortKey, OrderQuery::SortKey::Amount);
        QCOMPARE(m_service->query.sortOrder, Qt::DescendingOrder);
        clickHeader(OrderColumn::Amount);
        QCOMPARE(m_service->query.sortOrder, Qt::AscendingOrder);
        clickHeader(OrderColumn::Items); // cannot be sorted by
        QCOMPARE(m_service->query.sortKey, OrderQuery::SortKey::Amount);
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(OrderColumn::Amount));
    }

    void severalSelectedOrdersAreCancelledTogether()
    {
        open();
        QSignalSpy cancelled(m_page.get(), &OrdersPage::cancelRequested);
        click(0, OrderColumn::Check);
        QVERIFY(find<QWidget>("bulkBar")->isHidden());

        click(3, OrderColumn::Check);

        QVERIFY(!find<QWidget>("bulkBar")->isHidden());
        QCOMPARE(text("bulkText"), QStringLiteral("2 selected"));
        QTest::mouseClick(find<QAbstractButton>("bulkCancel"), Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.first().first().value<QList<OrderId>>(),
                 (QList{OrderId(QStringLiteral("MC-104832")), OrderId(QStringLiteral("MC-104807"))}));
        QTest::mouseClick(find<QAbstractButton>("clearSelection"), Qt::LeftButton);
        QVERIFY(find<QWidget>("bulkBar")->isHidden());
    }

    void aViewerCanNeitherCancelNorExport()
    {
        m_service->setStore(sampleStore(Role::Viewer));
        open();
        click(0, OrderColumn::Check);
        click(1, OrderColumn::Check);

        QVERIFY(find<QWidget>("bulkCancel")->isHidden());
        QVERIFY(find<QWidget>("exportCsv")->isHidden());
        m_page->askForExport();
        QVERIFY(m_page->findChild<QFileDialog *>() == nullptr);
    }

    void anOwnerExportsWhatIsShown()
    {
        open();

        QTest::mouseClick(find<QAbstractButton>("exportCsv"), Qt::LeftButton);

        auto *dialog = find<QFileDialog>("exportDialog");
        QVERIFY(dialog != nullptr);
        emit dialog->fileSelected(QStringLiteral("/tmp/orders.csv"));
        QCOMPARE(m_service->exports, QStringList{QStringLiteral("/tmp/orders.csv")});
        dialog->close();
    }

    void aNewResultKeepsSelectionAndPlaceByOrder()
    {
        open();
        click(3, OrderColumn::Check);
        table().selectionModel()->setCurrentIndex(cell(5, OrderColumn::Amount),
                                                  QItemSelectionModel::NoUpdate);
        const auto current = table().currentIndex().data(OrderIdRole).value<OrderId>();

        QTest::mouseClick(find<QAbstractButton>("viewAllOrders"), Qt::LeftButton);

        QCOMPARE(m_service->query.period, OrderQuery::Period::All);
        QCOMPARE(table().currentIndex().data(OrderIdRole).value<OrderId>(), current);
        QCOMPARE(m_service->idsOfRows(table().selectedRowNumbers(10)),
                 QList{OrderId(QStringLiteral("MC-104807"))});
    }

    void aChangeOfOneOrderTouchesOneRow()
    {
        open();
        const QSignalSpy resets(table().model(), &QAbstractItemModel::modelReset);
        const QSignalSpy changes(table().model(), &QAbstractItemModel::dataChanged);
        Order order = m_service->view(OrderId(QStringLiteral("MC-104832"))).order;
        order.lines[0].state = ItemStatus::Shipped;

        m_service->change(order);

        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(cell(0, OrderColumn::ItemStatus).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Shipped"));
    }

    void nothingFoundSaysWhereAndLeadsOn()
    {
        open();
        find<QLineEdit>("orderSearch")->setText(QStringLiteral("walnut <b>chair</b>"));

        QTRY_VERIFY(find<QWidget>("noOrdersMatch") != nullptr);
        QCOMPARE(text("stateText"),
                 QStringLiteral("Nothing in the past 30 days contains “walnut <b>chair</b>”."));
        QTest::mouseClick(find<QAbstractButton>("stateAction"), Qt::LeftButton);
        QCOMPARE(m_service->query.period, OrderQuery::Period::All);
        QCOMPARE(find<QLineEdit>("orderSearch")->text(), QStringLiteral("walnut <b>chair</b>"));
    }

    void noOrdersYetIsSaid()
    {
        m_service->setOrders({});
        open();

        QTRY_VERIFY(find<QWidget>("noOrdersYet") != nullptr);
        QCOMPARE(text("stateTitle"), QStringLiteral("No orders yet"));
    }

    void loadingShowsNumbersAndGivesWayToRows()
    {
        m_service->setOrders({});
        SyncStatus status;
        status.link = SyncStatus::Link::Syncing;
        status.loadedOrders = 486;
        status.expectedOrders = 1284;
        m_service->setSync(status);
        m_service->setPhase(QueryState::Phase::Loading);
        open();

        QTRY_VERIFY(find<QWidget>("ordersLoading") != nullptr);
        QCOMPARE(text("loadingText"), QStringLiteral("Loading the past 30 days: 486 of 1,284 orders"));
        m_service->setOrders(sampleOrders());
        QTRY_VERIFY(table().isVisible());
    }

    void aFailureLeadsBackToTheStore()
    {
        m_service->setOrders({});
        m_service->setPhase(QueryState::Phase::Failed);
        open();
        m_service->setPhase(QueryState::Phase::Failed);

        QTRY_VERIFY(find<QWidget>("ordersFailed") != nullptr);
        QVERIFY(text("stateText").contains(QStringLiteral("orders.nordhem.example")));
        QTest::mouseClick(find<QAbstractButton>("stateAction"), Qt::LeftButton);
        QCOMPARE(m_service->syncs, 1);
    }

    void rowsThatAreNotLoadedOfferNothing()
    {
        m_service->model().setLoadedUpTo(2);
        open();
        QSignalSpy opened(m_page.get(), &OrdersPage::orderOpened);

        click(4, OrderColumn::Actions);
        click(4, OrderColumn::Number);

        QVERIFY(menu() == nullptr);
        QCOMPARE(opened.size(), 0);
        QCOMPARE(cell(4, OrderColumn::Number).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Loading"));
    }

    void anInexactCountSaysSo()
    {
        open();

        m_service->setCount(10000, false);

        QCOMPARE(text("ordersCount"), QStringLiteral("10,000+ orders in the past 30 days"));
    }

    void theDotsNeverLeaveTheWindow_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("hasPayment");
        QTest::newRow("wide") << 1040 << true;
        QTest::newRow("smallest window") << 960 - Measure::SideMenuNarrow << false;
    }
    void theDotsNeverLeaveTheWindow()
    {
        QFETCH(int, width);
        QFETCH(bool, hasPayment);
        m_service->setOrders(sampleOrders(Sample::LongNames));
        open(width);

        QCOMPARE(!table().isColumnHidden(static_cast<int>(OrderColumn::PaymentStatus)), hasPayment);
        QVERIFY(table().viewport()->rect().contains(table().actionButton(0)));
    }

    void rightToLeftPutsTheDotsOnTheLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_service->setOrders(sampleOrders(Sample::Arabic));
        open();

        QVERIFY(table().actionButton(0).center().x() < table().viewport()->width() / 4);
        QVERIFY(table().visualRect(cell(0, OrderColumn::Check)).center().x()
                > table().viewport()->width() * 3 / 4);
    }

    void compactRowsAreLower()
    {
        open();
        const int before = table().rowHeight(0);

        m_page->setDensity(Density::Compact);

        QVERIFY(table().rowHeight(0) < before);
    }

    void everythingHasANameAndNoLabelReadsMarkup()
    {
        m_service->change(makeOrder(QStringLiteral("<img src=x>")));
        open();
        click(0, OrderColumn::Check);
        click(1, OrderColumn::Check);

        QCOMPARE(unnamedWidgets(*m_page).join(u'\n'), QString());
        QCOMPARE(richLabels(*m_page).join(u'\n'), QString());
        const QString tip = cell(0, OrderColumn::Actions).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QLatin1String("<img")));
    }
};

} // namespace mc::test

QTEST_MAIN(mc::test::OrdersPageTest)
#include "tst_orderspage.moc"
