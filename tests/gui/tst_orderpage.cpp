// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "ui/detail/orderpage.h"
#include "ui/look/parts.h"

#include <QAccessible>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace mc;
using namespace mc::test;

namespace {

struct Bench {
    explicit Bench(const Order &shown, Role role = Role::Owner)
        : order(shown)
    {
        service.setStore(sampleStore(role));
        service.setOrders({shown});
        page.resize(1000, 700);
        page.open(shown.id);
        page.show();
        isActive = QTest::qWaitForWindowActive(&page);
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] bool isShown(const char *name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget != nullptr && widget->isVisible();
    }
    [[nodiscard]] QString words(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label == nullptr ? QString() : label->text();
    }
    [[nodiscard]] QStringList allWords() const
    {
        QStringList all;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all;
    }

    Order order;
    bool isActive = false;
    FakeConsoleService service;
    OrderPage page{service, [] { return sampleNow(); }};
};

Order requested()
{
    Order order = makeOrder(QStringLiteral("MC-1"));
    order.cancellations = {makeCancellation(order, CancellationState::Requested)};
    return order;
}

Order cancelled(RefundState refund)
{
    Order order = makeOrder(QStringLiteral("MC-1"));
    Cancellation one = makeCancellation(order, CancellationState::Succeeded);
    one.refund = {refund, order.totalMinor, QStringLiteral("The bank refused it.")};
    order.cancellations = {one};
    for (LineItem &line : order.lines)
        line.cancelledQuantity = line.quantity;
    return order;
}

} // namespace

class OrderPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void cancelButtonAsksForTheWindow_data()
    {
        QTest::addColumn<bool>("isByKeyboard");
        QTest::newRow("with the mouse") << false;
        QTest::newRow("with the keyboard") << true;
    }
    void cancelButtonAsksForTheWindow()
    {
        QFETCH(bool, isByKeyboard);
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.cancel"));
        QSignalSpy asked(&bench.page, &OrderPage::cancelRequested);

        auto *button = bench.find<QPushButton>("order.cancel");
        if (isByKeyboard) {
            bench.find<QPushButton>("order.back")->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), button);
            QTest::keyClick(button, Qt::Key_Space);
        } else {
            QTest::mouseClick(button, Qt::LeftButton);
        }

        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<OrderId>(), bench.order.id);
    }

    void requestIsShownWithReasonAndComments()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.cancel"));

        bench.service.change(requested());

        QTRY_COMPARE(bench.find<QWidget>("order.itemStatus")->accessibleName(),
                     QStringLiteral("Cancellation requested"));
        QVERIFY(!bench.isShown("order.cancel"));
        QTRY_VERIFY(bench.allWords().contains(QStringLiteral("Ordered by mistake")));
        QVERIFY(
            bench.allWords().contains(QStringLiteral("I chose the natural oak, but I need the dark one.")));
    }

    void cancelButtonIsThereOnlyWhereItWorks_data()
    {
        QTest::addColumn<Order>("order");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("why");
        const auto of = [](ItemStatus status) { return makeOrder(QStringLiteral("MC-1"), status); };
        QTest::newRow("not shipped") << of(ItemStatus::NotShipped) << Role::Support << true << QString();
        QTest::newRow("packed") << of(ItemStatus::Packed) << Role::Owner << true << QString();
        QTest::newRow("shipped") << of(ItemStatus::Shipped) << Role::Owner << false
                                 << QStringLiteral("Can’t be cancelled: it has shipped.");
        QTest::newRow("delivered") << of(ItemStatus::Delivered) << Role::Owner << false
                                   << QStringLiteral("Can’t be cancelled: it was delivered.");
        QTest::newRow("requested") << requested() << Role::Owner << false
                                   << QStringLiteral("A cancellation has already been requested.");
        QTest::newRow("viewer") << of(ItemStatus::NotShipped) << Role::Viewer << false
                                << QStringLiteral("Your role may not cancel orders.");
    }
    void cancelButtonIsThereOnlyWhereItWorks()
    {
        QFETCH(Order, order);
        QFETCH(Role, role);
        QFETCH(bool, isThere);
        QFETCH(QString, why);

        Bench bench(order, role);

        QTRY_COMPARE(bench.words("order.number"), order.number);
        QCOMPARE(bench.isShown("order.cancel"), isThere);
        QVERIFY2(bench.words("order.placed").endsWith(why), qPrintable(bench.words("order.placed")));
        const auto *menu = bench.find<QMenu>("order.menu");
        const QList<QAction *> actions = menu->actions();
        const auto cancel = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
            return action->objectName() == QStringLiteral("actionCancelOrder");
        });
        QVERIFY(cancel != actions.cend());
        QCOMPARE((*cancel)->isVisible(), isThere);
    }

    void helpLinkOpensTheAnswer()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1"), ItemStatus::Shipped));
        QTRY_VERIFY(bench.isShown("order.whyHelp"));
        QSignalSpy asked(&bench.page, &OrderPage::helpRequested);

        QTest::mouseClick(bench.find<QPushButton>("order.whyHelp"), Qt::LeftButton);

        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<HelpTopic>(), HelpTopic::WhyMissing);
    }

    void aChangeKeepsFocusAndScroll()
    {
        Order order = requested();
        order.cancellations.first().comments = QStringLiteral("word ").repeated(400);
        Bench bench(order);
        QTRY_VERIFY(bench.isShown("order.customer.write"));
        auto *scroll = bench.find<QScrollArea>("order.scroll")->verticalScrollBar();
        QTRY_VERIFY(scroll->maximum() > 100);
        auto *write = bench.find<QPushButton>("order.customer.write");
        write->setFocus();
        scroll->setValue(80);

        order.version = 2;
        order.timeline.append({sampleNow(), TimelineKind::MailSent, {}, QStringLiteral("second mail")});
        bench.service.change(order);

        QTRY_VERIFY(bench.allWords().join(QLatin1Char('\n')).contains(QStringLiteral("second mail")));
        QCOMPARE(QApplication::focusWidget(), write);
        QCOMPARE(scroll->value(), 80);
    }

    void focusStaysInTheRowWhenTheButtonGoes()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.cancel"));
        bench.find<QPushButton>("order.cancel")->setFocus();

        bench.service.change(requested());

        QTRY_VERIFY(!bench.isShown("order.cancel"));
        QCOMPARE(QApplication::focusWidget(), bench.find<QPushButton>("order.more"));
    }

    void aQueuedRequestSaysSoAndCanBeTakenBack()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.cancel"));
        bench.service.setOffline(true);
        CancelCommand command;
        command.orders = {bench.order.id};
        command.reasonCode = QStringLiteral("out_of_stock");

        bench.service.cancelOrders(command);

        QTRY_VERIFY(bench.isShown("order.undo"));
        QVERIFY(bench.allWords().contains(QStringLiteral("Out of stock")));
        QTest::mouseClick(bench.find<QPushButton>("order.undo"), Qt::LeftButton);
        QCOMPARE(bench.service.undos.count(), 1);
        QTRY_VERIFY(bench.isShown("order.cancel"));
        QTRY_VERIFY(!bench.isShown("order.undo"));
    }

    void aRefusedRequestStaysUntilItIsClosed()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.cancel"));
        CancelCommand command;
        command.orders = {bench.order.id};
        command.reasonCode = QStringLiteral("other");
        bench.service.cancelOrders(command);
        QTRY_VERIFY(!bench.isShown("order.cancel"));

        bench.service.refuse(bench.order.id, QStringLiteral("It has just shipped."));

        QTRY_VERIFY(bench.isShown("order.closeRefused"));
        QVERIFY(bench.allWords().contains(QStringLiteral("It has just shipped.")));
        QTest::mouseClick(bench.find<QPushButton>("order.closeRefused"), Qt::LeftButton);
        QCOMPARE(bench.service.closed.count(), 1);
        QCOMPARE(bench.service.closed.first().view.order.id, bench.order.id);
    }

    void aFailedRefundCanBeTriedAgainOrMarked()
    {
        Bench bench(cancelled(RefundState::Failed));
        QTRY_VERIFY(bench.isShown("order.refundFailed"));

        QTest::mouseClick(bench.find<QPushButton>("order.refundFailed.retry"), Qt::LeftButton);
        QTest::mouseClick(bench.find<QPushButton>("order.refundFailed.confirm"), Qt::LeftButton);

        const CancellationId id = bench.order.cancellations.first().id;
        QCOMPARE(bench.service.refundRetries, QList<CancellationId>{id});
        QCOMPARE(bench.service.refundConfirmations, QList<CancellationId>{id});
        bench.service.change(cancelled(RefundState::Done));
        QTRY_VERIFY(!bench.isShown("order.refundFailed"));
    }

    void aViewerSeesTasksWithoutButtons()
    {
        Bench bench(cancelled(RefundState::Failed), Role::Viewer);

        QTRY_VERIFY(bench.isShown("order.refundFailed"));
        QVERIFY(!bench.isShown("order.refundFailed.retry"));
        QVERIFY(!bench.isShown("order.refundFailed.confirm"));
    }

    void aConflictIsClosedWithItsCancellation()
    {
        Order order = cancelled(RefundState::Done);
        order.conflict = Conflict{sampleNow(), QStringLiteral("DHL 123")};
        Bench bench(order);
        QTRY_VERIFY(bench.isShown("order.conflict"));

        QTest::mouseClick(bench.find<QPushButton>("order.conflict.close"), Qt::LeftButton);

        QCOMPARE(bench.service.closed.count(), 1);
        QCOMPARE(bench.service.closed.first().cancellation, order.cancellations.first());
    }

    void writingGoesToTheCustomerAndNobodyElse()
    {
        Order order = makeOrder(QStringLiteral("MC-1"));
        order.customer.email = QStringLiteral("a?bcc=evil@example.com");
        Bench bench(order);
        QTRY_VERIFY(bench.isShown("order.customer.write"));
        QSignalSpy written(&bench.page, &OrderPage::writeRequested);

        QTest::mouseClick(bench.find<QPushButton>("order.customer.write"), Qt::LeftButton);

        const QUrl url = written.first().first().toUrl();
        QCOMPARE(url.scheme(), QStringLiteral("mailto"));
        QCOMPARE(url.path(QUrl::FullyDecoded), order.customer.email);
        QVERIFY(!url.query().contains(QStringLiteral("bcc")));
    }

    void textFromOutsideIsInert()
    {
        const QString payload = QStringLiteral("<img src=file:///etc/passwd>\u202egnirts\u2066 <b>bold</b>");
        Order order = requested();
        order.customer = {payload, payload, payload};
        order.shippingAddress = {payload};
        order.lines.first().title = payload;
        order.lines.first().sku = payload;
        order.cancellations.first().comments = payload;
        order.cancellations.first().requestedByName = payload;
        order.cancellations.first().reasonCode = QStringLiteral("not_listed");
        order.cancellations.first().reasonText = payload;
        order.timeline.append({sampleNow(), TimelineKind::Unknown, payload, payload});
        order.conflict = Conflict{sampleNow(), payload};
        order.payment.method = payload;

        Bench bench(order);

        QTRY_VERIFY(bench.isShown("order.conflict"));
        int carriers = 0;
        for (const QLabel *label : bench.page.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202e)));
            carriers += label->text().contains(QStringLiteral("<img src")) ? 1 : 0;
        }
        QVERIFY2(carriers >= 8, qPrintable(QString::number(carriers)));
        for (const QWidget *widget : bench.page.findChildren<QWidget *>())
            QVERIFY(!widget->toolTip().contains(QStringLiteral("<img")));
    }

    void longWordsDoNotPushTheWindowApart()
    {
        Order order = requested();
        order.number = QString(200, QLatin1Char('N'));
        order.customer.name = QString(300, QLatin1Char('W'));
        order.lines.first().title = QString(300, QLatin1Char('M'));
        order.cancellations.first().comments = QString(500, QLatin1Char('m'));

        Bench bench(order);

        QTRY_VERIFY(bench.words("order.number").size() == 200);
        QTRY_COMPARE(bench.find<QScrollArea>("order.scroll")->horizontalScrollBar()->maximum(), 0);
        QVERIFY(bench.page.minimumSizeHint().width() < 700);
    }

    void oneColumnWhereThereIsNoRoomForTwo()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.customer.name"));
        const auto isBeside = [&bench] {
            const auto *items = bench.find<QWidget>("order.items");
            const auto *name = bench.find<QWidget>("order.customer.name");
            return name->mapTo(&bench.page, QPoint()).x() > items->mapTo(&bench.page, QPoint()).x() + 100;
        };
        bench.page.resize(1200, 700);
        QTRY_VERIFY(isBeside());

        bench.page.resize(620, 700);

        QTRY_VERIFY(!isBeside());
        QCOMPARE(bench.find<QScrollArea>("order.scroll")->horizontalScrollBar()->maximum(), 0);
    }

    void rightToLeftMirrorsThePage()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.cancel"));

        bench.page.setLayoutDirection(Qt::RightToLeft);

        const auto x = [&bench](const char *name) {
            return bench.find<QWidget>(name)->mapTo(&bench.page, QPoint()).x();
        };
        QTRY_VERIFY(x("order.back") > x("order.number"));
        QVERIFY(x("order.cancel") < x("order.more"));
        QVERIFY(x("order.customer.name") < x("order.items"));
    }

    void goneAndForeignOrders()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QTRY_VERIFY(bench.isShown("order.cancel"));
        QSignalSpy back(&bench.page, &OrderPage::backRequested);

        OrderView foreign{makeOrder(QStringLiteral("MC-2")), {}};
        emit bench.service.orderChanged(foreign);
        QCOMPARE(bench.words("order.number"), QStringLiteral("MC-1"));
        bench.service.remove(bench.order.id);

        QTRY_VERIFY(bench.isShown("order.gone"));
        auto *button = bench.find<QWidget>("order.gone")->findChild<QPushButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(back.count(), 1);
    }

    void loadingIsSaidOnlyWhenItTakesLong()
    {
        FakeConsoleService service;
        OrderPage page(service, [] { return sampleNow(); });
        page.resize(900, 600);
        page.show();

        page.open(OrderId(QStringLiteral("MC-104832")));

        QVERIFY(!page.findChild<QWidget *>(QStringLiteral("order.loading"))->isVisible());
        service.stopWatching(); // no answer comes
        QTRY_VERIFY(page.findChild<QWidget *>(QStringLiteral("order.loading"))->isVisible());
    }

    void watchesOnlyWhileItIsVisible()
    {
        Bench bench(makeOrder(QStringLiteral("MC-1")));
        QCOMPARE(bench.service.watched, bench.order.id);

        bench.page.hide();
        QVERIFY(!bench.service.watched.isValid());
        bench.page.show();

        QCOMPARE(bench.service.watched, bench.order.id);
    }

    void everythingThatCanBePressedHasAName()
    {
        Order order = cancelled(RefundState::Failed);
        order.conflict = Conflict{sampleNow(), QStringLiteral("DHL 123")};
        Bench bench(order);
        QTRY_VERIFY(bench.isShown("order.conflict"));

        for (QWidget *widget : bench.page.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(OrderPageTest)
#include "tst_orderpage.moc"
