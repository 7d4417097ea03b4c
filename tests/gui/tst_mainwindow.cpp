// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "tests/support/widgetchecks.h"
#include "ui/cancellation/canceldialog.h"
#include "ui/look/notices.h"
#include "ui/look/sidemenu.h"
#include "ui/orders/ordertable.h"
#include "ui/shell/connectionwords.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace mc::test {

class MainWindowTest final : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeConsoleService> m_service;
    std::unique_ptr<MainWindow> m_window;
    MainWindow::Options m_options;

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void open()
    {
        m_window = std::make_unique<MainWindow>(*m_service, m_options);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    OrderTable &table() const { return *find<OrderTable>("ordersTable"); }
    QString spoken(int row, OrderColumn column) const
    {
        return table().model()->index(row, static_cast<int>(column)).data(Qt::AccessibleTextRole).toString();
    }
    CancelDialog *dialog() const { return find<CancelDialog>("cancelDialog"); }
    Toast *toast() const
    {
        for (Toast *one : m_window->findChildren<Toast *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString toastText() const
    {
        return toast() == nullptr ? QString()
                                  : toast()->findChild<QLabel *>(QStringLiteral("toastText"))->text();
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::activePopupWidget() != nullptr ? QApplication::activePopupWidget()
            : QApplication::focusWidget() != nullptr                   ? QApplication::focusWidget()
                                                                       : m_window.get();
        QTest::keyClick(target, code, modifiers);
    }
    void select(int row)
    {
        table().selectionModel()->select(table().model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void requestCancellation()
    {
        m_service->cancelOrders({{OrderId(QStringLiteral("MC-104832"))}, QStringLiteral("other"), {}});
        QTRY_VERIFY(toast() != nullptr);
    }

private slots:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        applyTheme(*qApp, Scheme::Light);
        m_service = std::make_unique<FakeConsoleService>();
        m_options = {};
        m_options.clock = [] { return sampleNow(); };
    }
    void cleanup()
    {
        m_window.reset();
        m_service.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void flow1WithTheMouse()
    {
        open();
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().actionButton(0).center());
        QTRY_VERIFY(find<QMenu>("orderMenu") != nullptr);
        auto *menu = find<QMenu>("orderMenu");
        QCOMPARE(menu->actions().last()->text(), QStringLiteral("Cancel order"));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().last()).center());
        QTRY_VERIFY(dialog() != nullptr && dialog()->isVisible());
        find<QComboBox>("reason")->setCurrentIndex(0);
        find<QPlainTextEdit>("comments")->setPlainText(QStringLiteral("by phone"));

        QTest::mouseClick(find<QAbstractButton>("confirmCancel"), Qt::LeftButton);

        QTRY_COMPARE(spoken(0, OrderColumn::ItemStatus),
                     QStringLiteral("Cancellation requested, Undo is still possible"));
        QCOMPARE(m_service->cancels.size(), 1);
        QCOMPARE(m_service->cancels.first().reasonCode, QStringLiteral("ordered_by_mistake"));
        QCOMPARE(m_service->cancels.first().comments, QStringLiteral("by phone"));
        QCOMPARE(toastText(), QStringLiteral("Cancellation of MC-104832 requested."));
    }

    void flow1ByKeyboardAlone()
    {
        open();
        key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(find<QLineEdit>("orderSearch")->hasFocus());
        key(Qt::Key_Down); // into the table
        QVERIFY(table().hasFocus());
        key(Qt::Key_Down); // MC-104824
        key(Qt::Key_End); // its last cell: the dots
        QCOMPARE(table().currentIndex().column(), static_cast<int>(OrderColumn::Actions));
        key(Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        key(Qt::Key_Up); // the last entry: "Cancel order"
        key(Qt::Key_Return);
        QTRY_VERIFY(dialog() != nullptr && dialog()->isVisible());
        QTRY_VERIFY(find<QWidget>("keepOrder")->hasFocus());
        for (int i = 0; i < 12 && !find<QWidget>("reason")->hasFocus(); ++i)
            key(Qt::Key_Tab);
        QVERIFY(find<QWidget>("reason")->hasFocus());
        key(Qt::Key_Down); // the first reason
        QCOMPARE(find<QComboBox>("reason")->currentIndex(), 0);
        for (int i = 0; i < 12 && !find<QWidget>("confirmCancel")->hasFocus(); ++i)
            key(Qt::Key_Tab);
        QVERIFY(find<QWidget>("confirmCancel")->hasFocus());

        key(Qt::Key_Return);

        QTRY_COMPARE(m_service->cancels.size(), 1);
        QCOMPARE(m_service->cancels.first().orders, QList{OrderId(QStringLiteral("MC-104824"))});
        QTRY_VERIFY(spoken(1, OrderColumn::ItemStatus).startsWith(QStringLiteral("Cancellation requested")));
        QTRY_VERIFY(m_window->isActiveWindow() && table().hasFocus());
        key(Qt::Key_F6); // into the message, and take it back
        QTRY_VERIFY(QApplication::focusWidget()->objectName() == QLatin1String("toastAction"));
        key(Qt::Key_Space);
        QTRY_COMPARE(spoken(1, OrderColumn::ItemStatus), QStringLiteral("Not shipped"));
        QCOMPARE(m_service->undos.size(), 1);
        QTRY_COMPARE(toastText(), QStringLiteral("1 cancellation(s) taken back."));
    }

    void deleteOnARowAsksAndOnAShippedOneDoesNothing()
    {
        open();
        table().setFocus();
        table().selectionModel()->setCurrentIndex(table().model()->index(7, 1),
                                                  QItemSelectionModel::NoUpdate);
        key(Qt::Key_Delete);
        QCOMPARE(dialog(), nullptr);
        table().selectionModel()->setCurrentIndex(table().model()->index(0, 1),
                                                  QItemSelectionModel::NoUpdate);

        key(Qt::Key_Delete);

        QTRY_VERIFY(dialog() != nullptr);
        QCOMPARE(dialog()->orders(), QList{OrderId(QStringLiteral("MC-104832"))});
    }

    void anOrderThatShipsWhileTheWindowIsOpenIsRefused()
    {
        open();
        table().setFocus();
        table().selectionModel()->setCurrentIndex(table().model()->index(0, 1),
                                                  QItemSelectionModel::NoUpdate);
        key(Qt::Key_Delete);
        QTRY_VERIFY(dialog() != nullptr);

        m_service->change(makeOrder(QStringLiteral("MC-104832"), ItemStatus::Shipped));

        QTRY_VERIFY(find<QWidget>("cancelRefused") != nullptr);
        key(Qt::Key_Return);
        QTRY_COMPARE(dialog(), nullptr);
        QCOMPARE(m_service->cancels.size(), 0);
    }

    void theKeyboardLeadsBackFromAnOrder_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::newRow("the platform's keys for back") << QKeySequence(QKeySequence::Back);
        QTest::newRow("Escape") << QKeySequence(Qt::Key_Escape);
    }
    void theKeyboardLeadsBackFromAnOrder()
    {
        QFETCH(QKeySequence, keys);
        open();
        table().setFocus();
        table().selectionModel()->setCurrentIndex(table().model()->index(0, 1),
                                                  QItemSelectionModel::NoUpdate);
        key(Qt::Key_Return);
        QCOMPARE(m_window->page(), Page::Order);
        find<QWidget>("order.back")->setFocus();

        QTest::keySequence(m_window.get(), keys);

        QCOMPARE(m_window->page(), Page::Orders);
    }

    void aSelectionEndsWithItsCancellation()
    {
        open();
        select(0);
        select(3);
        QTest::mouseClick(find<QAbstractButton>("bulkCancel"), Qt::LeftButton);
        QTRY_VERIFY(dialog() != nullptr && dialog()->isVisible());
        QTest::mouseClick(find<QAbstractButton>("keepOrder"), Qt::LeftButton);
        QTRY_COMPARE(dialog(), nullptr);
        QVERIFY(table().selectionModel()->hasSelection()); // nothing was done: nothing is forgotten

        QTest::mouseClick(find<QAbstractButton>("bulkCancel"), Qt::LeftButton);
        QTRY_VERIFY(dialog() != nullptr && dialog()->isVisible());
        find<QComboBox>("reason")->setCurrentIndex(1);
        QTest::mouseClick(find<QAbstractButton>("confirmCancel"), Qt::LeftButton);

        QVERIFY(!table().selectionModel()->hasSelection());
        QVERIFY(find<QWidget>("bulkBar")->isHidden());
    }

    void theToastHoldsWhilePointedAt()
    {
        open();
        requestCancellation();
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));

        QApplication::sendEvent(toast(), &enter);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(toast(), &leave);

        QCOMPARE(m_service->holds.size(), 2);
        QVERIFY(m_service->holds.at(0).isHeld);
        QVERIFY(!m_service->holds.at(1).isHeld);
        QCOMPARE(m_service->holds.at(0).operations, m_service->holds.at(1).operations);
    }

    void theToastLeavesAfterTheUndoTime()
    {
        m_options.settings.undoTime = std::chrono::seconds(1);
        open();
        requestCancellation();

        QTRY_VERIFY_WITH_TIMEOUT(toast() == nullptr, 3000);
    }

    void withoutUndoTimeThereIsNoUndo()
    {
        m_options.settings.undoTime = std::chrono::seconds(0);
        open();
        requestCancellation();

        QVERIFY(find<QWidget>("toastAction") == nullptr);
    }

    void aFailureIsSaid()
    {
        open();
        m_service->failNextWith(QStringLiteral("The disk is full. Nothing was saved."));

        m_service->cancelOrders({{OrderId(QStringLiteral("MC-104832"))}, QStringLiteral("other"), {}});

        QTRY_COMPARE(toastText(), QStringLiteral("The disk is full. Nothing was saved."));
    }

    void shortcutsLeadToThePages()
    {
        open();
        key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->page(), Page::Cancellations);
        key(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->page(), Page::Settings);
        key(Qt::Key_F1);
        QCOMPARE(m_window->page(), Page::Help);
        key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->page(), Page::Orders);
        key(Qt::Key_F5);
        QCOMPARE(m_service->syncs, 1);
    }

    void theMenuBarShowsWhereTheKeysGoAndGivesThemBack()
    {
        open();
        table().setFocus(Qt::TabFocusReason);
        QMenuBar &bar = *m_window->menuBar();
        const auto isShown = [&bar](QAction *menu) {
            const QPoint inside = bar.actionGeometry(menu).topLeft() + QPoint(6, 6);
            return bar.grab().toImage().pixelColor(inside) == QColor(LightColors.selection);
        };
        QAction *orderMenu = find<QMenu>("orderBarMenu")->menuAction();
        QVERIFY(!isShown(orderMenu));

        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::AltModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QVERIFY(isShown(orderMenu));
        key(Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);

        QVERIFY(bar.hasFocus());
        QVERIFY(isShown(orderMenu));
        const QRect box = bar.actionGeometry(orderMenu).adjusted(1, 2, -1, -2);
        QCOMPARE(bar.grab().toImage().pixelColor(box.center().x(), box.top()), QColor(LightColors.focus));
        key(Qt::Key_Escape);
        QTRY_VERIFY(table().hasFocus());
        QVERIFY(!isShown(orderMenu));
    }

    void theSideMenuMovesByArrowsAndOpensByEnter()
    {
        open();
        auto *menu = find<SideMenu>("sideMenu");
        menu->setFocus();
        QTest::keyClick(menu, Qt::Key_Down);
        QCOMPARE(m_window->page(), Page::Orders);

        QTest::keyClick(menu, Qt::Key_Return);

        QCOMPARE(m_window->page(), Page::Cancellations);
        QCOMPARE(menu->page(), 1);
    }

    void theCounterCountsWhatWaitsForSomebody()
    {
        Order order = makeOrder(QStringLiteral("MC-1"));
        Cancellation question = makeCancellation(order, CancellationState::Requested);
        question.needsDecision = true;
        order.cancellations = {question};
        open();

        m_service->change(order);

        auto *menu = find<SideMenu>("sideMenu");
        QCOMPARE(menu->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Cancellations, 1"));
    }

    void enterOpensTheOrderAndBackReturnsToItsRow()
    {
        open();
        table().setFocus();
        table().selectionModel()->setCurrentIndex(table().model()->index(2, 1),
                                                  QItemSelectionModel::NoUpdate);

        key(Qt::Key_Return);

        QCOMPARE(m_window->page(), Page::Order);
        QTRY_COMPARE(m_service->watched, OrderId(QStringLiteral("MC-104814")));
        m_window->showPage(Page::Orders);
        QVERIFY(table().hasFocus());
        QCOMPARE(table().currentIndex().row(), 2);
    }

    void aNarrowWindowShowsIconsOnly()
    {
        open();
        const int wide = find<QWidget>("sidePanel")->width();

        m_window->resize(1000, 700);

        QTRY_VERIFY(find<QWidget>("sidePanel")->width() < wide / 3);
        QVERIFY(!find<QWidget>("connectionText")->isVisible());
        QTRY_VERIFY(table().viewport()->rect().contains(table().actionButton(0)));
    }

    void aRunTimeSwitchToDarkRepaintsEverything()
    {
        open();
        const auto colorAt = [this](const char *name) {
            return find<QWidget>(name)->grab().toImage().pixelColor(4, 4);
        };
        const QColor light = colorAt("sidePanel");

        applyTheme(*qApp, Scheme::Dark);

        QTRY_COMPARE(colorAt("sidePanel"), QColor(DarkColors.sidebar));
        QCOMPARE(light, QColor(LightColors.sidebar));
        const QImage rows = table().viewport()->grab().toImage();
        QCOMPARE(rows.pixelColor(rows.width() / 2, 2), QColor(DarkColors.surface));
    }

    void closingSendsFirstAndEndsAfterwards()
    {
        const QTemporaryDir folder;
        m_options.stateFile = folder.filePath(QStringLiteral("window.ini"));
        open();
        const QSignalSpy finished(m_window.get(), &MainWindow::finished);

        m_window->close();

        QVERIFY(!m_window->isVisible());
        QVERIFY(m_service->isShutDown);
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(QFile::exists(m_options.stateFile));
    }

    void everyPageHasNamesAndNoMarkup_data()
    {
        QTest::addColumn<Page>("page");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const Page page : {Page::Orders, Page::Cancellations, Page::Settings, Page::Order, Page::Help}) {
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft})
                QTest::addRow("page %d, direction %d", static_cast<int>(page), direction)
                    << page << direction;
        }
    }
    void everyPageHasNamesAndNoMarkup()
    {
        QFETCH(Page, page);
        QFETCH(Qt::LayoutDirection, direction);
        QApplication::setLayoutDirection(direction);
        open();
        emit table().orderActivated(17); // "<b>Robert</b> …"
        m_window->showPage(page);
        requestCancellation();

        QCOMPARE(unnamedWidgets(*m_window).join(u'\n'), QString());
        QCOMPARE(richLabels(*m_window).join(u'\n'), QString());
    }
};

} // namespace mc::test

QTEST_MAIN(mc::test::MainWindowTest)
#include "tst_mainwindow.moc"
