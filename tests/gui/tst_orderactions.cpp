// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/orderactions.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

namespace mc {
namespace {

OrderRow rowWith(CancelObstacle obstacle)
{
    OrderRow row;
    row.id = OrderId(QStringLiteral("o-1"));
    row.number = QStringLiteral("MC-104832");
    row.customerEmail = QStringLiteral("hanna@example.com");
    row.obstacle = obstacle;
    row.isLoaded = true;
    return row;
}

QStringList visibleNames(OrderActions &actions)
{
    QStringList names;
    for (const QAction *action : actions.actions()) {
        if (action->isVisible())
            names.append(action->isSeparator() ? QStringLiteral("-") : action->text());
    }
    return names;
}

QAction *named(OrderActions &actions, const char *name)
{
    for (QAction *action : actions.actions()) {
        if (action->objectName() == QLatin1String(name))
            return action;
    }
    return nullptr;
}

const QStringList Always{QStringLiteral("View order details"), QStringLiteral("Copy order ID"),
                         QStringLiteral("Write to customer")};
const QStringList WithCancel = Always + QStringList{QStringLiteral("-"), QStringLiteral("Cancel order")};

} // namespace

class OrderActionsTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void cancelIsThereOnlyWhereItIsPossible_data()
    {
        QTest::addColumn<CancelObstacle>("obstacle");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("owner") << CancelObstacle::None << Role::Owner << true;
        QTest::newRow("admin") << CancelObstacle::None << Role::Admin << true;
        QTest::newRow("support") << CancelObstacle::None << Role::Support << true;
        QTest::newRow("viewer may not") << CancelObstacle::None << Role::Viewer << false;
        QTest::newRow("requested") << CancelObstacle::AlreadyRequested << Role::Owner << false;
        QTest::newRow("cancelled") << CancelObstacle::AlreadyCancelled << Role::Owner << false;
        QTest::newRow("shipped") << CancelObstacle::Shipped << Role::Owner << false;
        QTest::newRow("delivered") << CancelObstacle::Delivered << Role::Owner << false;
        QTest::newRow("returned") << CancelObstacle::Returned << Role::Owner << false;
        QTest::newRow("unknown state") << CancelObstacle::UnknownState << Role::Owner << false;
    }
    void cancelIsThereOnlyWhereItIsPossible()
    {
        QFETCH(CancelObstacle, obstacle);
        QFETCH(Role, role);
        QFETCH(bool, isThere);
        OrderActions actions;
        actions.setRole(role);

        actions.setTarget(rowWith(obstacle));

        QCOMPARE(visibleNames(actions), isThere ? WithCancel : Always);
        QVERIFY(named(actions, "actionOpenOrder")->isEnabled()); // absent, never greyed out
    }

    void nothingIsOfferedForARowThatIsNotLoaded()
    {
        OrderActions actions;
        actions.setRole(Role::Owner);
        OrderRow row = rowWith(CancelObstacle::None);
        row.isLoaded = false;

        actions.setTarget(row);

        QCOMPARE(visibleNames(actions), QStringList());
    }

    void theActionsTellWhatSomebodyWants()
    {
        OrderActions actions;
        actions.setRole(Role::Owner);
        actions.setTarget(rowWith(CancelObstacle::None));
        const QSignalSpy opened(&actions, &OrderActions::openRequested);
        const QSignalSpy cancelled(&actions, &OrderActions::cancelRequested);

        named(actions, "actionOpenOrder")->trigger();
        named(actions, "actionCancelOrder")->trigger();
        named(actions, "actionCopyOrderId")->trigger();

        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<OrderId>().toString(), QStringLiteral("o-1"));
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.first().first().value<QList<OrderId>>(), QList{OrderId(QStringLiteral("o-1"))});
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("MC-104832"));
    }

    void aMailAddressAddsNoRecipient()
    {
        const QUrl url = mailAddress(QStringLiteral("a@b.example?bcc=x@y.example&body=hi"),
                                     QStringLiteral("MC-1&cc=z@y.example"));

        QCOMPARE(url.scheme(), QStringLiteral("mailto"));
        const auto items = QUrlQuery(url).queryItems();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first().first, QStringLiteral("subject"));
    }
};

} // namespace mc

QTEST_MAIN(mc::OrderActionsTest)
#include "tst_orderactions.moc"
