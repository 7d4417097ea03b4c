// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "tests/support/widgetchecks.h"
#include "ui/look/theme.h"
#include "ui/orders/orderspage.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QTest>

namespace mc::test {

class OrderTableAccessTest final : public QObject
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
    }

    void theDotsAreAButtonToAScreenReader()
    {
        open();
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&table());
        QCOMPARE(spoken->role(), QAccessible::Table);
        QAccessibleInterface *dots = nullptr;
        for (int i = 0; i < spoken->childCount() && dots == nullptr; ++i) {
            QAccessibleInterface *one = spoken->child(i);
            if (one->text(QAccessible::Name) == QLatin1String("Actions for MC-104824"))
                dots = one;
        }
        QVERIFY(dots != nullptr);
        QCOMPARE(dots->role(), QAccessible::Button);
        QVERIFY(dots->state().hasPopup);
        QVERIFY(!dots->state().offscreen);
        QCOMPARE(dots->rect().topLeft(), table().viewport()->mapToGlobal(table().actionButton(1).topLeft()));
        QVERIFY(dots->actionInterface() != nullptr);
        QCOMPARE(dots->actionInterface()->actionNames(),
                 QStringList{QAccessibleActionInterface::pressAction()});

        dots->actionInterface()->doAction(QAccessibleActionInterface::pressAction());

        QVERIFY(menu() != nullptr);
        QTRY_VERIFY(menu()->isVisible());
        QCOMPARE(menu()->accessibleName(), QStringLiteral("Actions for MC-104824"));
        QCOMPARE(table().currentIndex(), cell(1, OrderColumn::Actions));
        QVERIFY(table().viewport()->findChildren<QWidget *>().isEmpty()); // no widget a row
    }

    void theTableIsATableToAScreenReader()
    {
        open();
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&table());
        QAccessibleTableInterface *grid = spoken->tableInterface();
        QVERIFY(grid != nullptr);
        QCOMPARE(grid->rowCount(), 18);
        QCOMPARE(grid->columnDescription(static_cast<int>(OrderColumn::Number)), QStringLiteral("Order ID"));
        QAccessibleInterface *number = grid->cellAt(0, static_cast<int>(OrderColumn::Number));
        QCOMPARE(number->role(), QAccessible::Cell);
        QCOMPARE(number->text(QAccessible::Name), QStringLiteral("MC-104832, Hanna Lindqvist"));
        QCOMPARE(number->actionInterface(), nullptr);
        QCOMPARE(number->tableCellInterface()->columnHeaderCells().value(0)->text(QAccessible::Name),
                 QStringLiteral("Order ID"));
        QCOMPARE(spoken->child(spoken->indexOfChild(number)), number);

        QVERIFY(grid->selectRow(2));
        QCOMPARE(grid->selectedRows(), QList{2});
        QVERIFY(grid->cellAt(2, 0)->state().selected);
        table().setFocus(Qt::TabFocusReason);
        table().setCurrentIndex(cell(1, OrderColumn::Amount));
        QTRY_VERIFY(spoken->focusChild() != nullptr);
        QVERIFY(spoken->focusChild()->text(QAccessible::Name).endsWith(QStringLiteral("EUR")));

        // After a new result the places tell of the orders that are there now.
        m_service->setOrders({makeOrder(QStringLiteral("MC-1"))});
        QCOMPARE(grid->rowCount(), 1);
        QVERIFY(grid->cellAt(0, 1)->text(QAccessible::Name).startsWith(QStringLiteral("MC-1,")));
        QCOMPARE(grid->cellAt(1, 1), nullptr);
    }
};

} // namespace mc::test

QTEST_MAIN(mc::test::OrderTableAccessTest)
#include "tst_ordertableaccess.moc"
