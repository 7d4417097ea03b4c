// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sampleorders.h"
#include "tests/support/widgetchecks.h"
#include "ui/cancellation/canceldialog.h"
#include "ui/look/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace mc::test {

class CancelDialogTest final : public QObject
{
    Q_OBJECT
private:
    QPointer<CancelDialog> m_dialog;

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const { return find<QLabel>(name)->text(); }
    void open(const QList<OrderView> &views)
    {
        m_dialog = new CancelDialog(views, sampleStore());
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        QTRY_VERIFY(find<QPushButton>("keepOrder")->hasFocus());
    }
    void openSingle() { open({{makeOrder(QStringLiteral("MC-104832")), std::nullopt}}); }
    static QList<OrderView> mixed()
    {
        return {{makeOrder(QStringLiteral("MC-1")), std::nullopt},
                {makeOrder(QStringLiteral("MC-2"), ItemStatus::Shipped), std::nullopt},
                {makeOrder(QStringLiteral("MC-3"), ItemStatus::Packed), std::nullopt},
                {makeOrder(QStringLiteral("MC-4"), ItemStatus::Cancelled), std::nullopt}};
    }

private slots:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { QTest::failOnWarning(anyWarning()); }
    void cleanup()
    {
        delete m_dialog;
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void itAsksAboutOneOrder()
    {
        openSingle();

        QCOMPARE(text("cancelHeading"), QStringLiteral("Cancel order MC-104832?"));
        QCOMPARE(find<QPushButton>("confirmCancel")->text(), QStringLiteral("Cancel order"));
        QCOMPARE(find<QPushButton>("keepOrder")->text(), QStringLiteral("Keep order"));
        QVERIFY(find<QPushButton>("keepOrder")->isDefault());
        QCOMPARE(find<QComboBox>("reason")->currentIndex(), -1);
        QCOMPARE(find<QComboBox>("reason")->count(), 6);
        QCOMPARE(text("commentsCounter"), QStringLiteral("0 of 500"));
    }

    void whatTheTotalHoldsBesideTheLinesIsShown_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<int>("cancelled");
        QTest::addColumn<QStringList>("rows");
        const QStringList lines{QStringLiteral("2 × Bar stool"), QStringLiteral("20.00 EUR"),
                                QStringLiteral("Shipping"), QStringLiteral("4.90 EUR")};
        QTest::newRow("shipping") << 2490LL << 0 << lines + QStringList{QStringLiteral("24.90 EUR")};
        QTest::newRow("a discount") << 2290LL << 0
                                    << lines
                + QStringList{QStringLiteral("Discount"), QStringLiteral("-2.00 EUR"),
                              QStringLiteral("22.90 EUR")};
        QTest::newRow("taxes") << 2990LL << 0
                               << lines
                + QStringList{QStringLiteral("Taxes and other charges"), QStringLiteral("5.00 EUR"),
                              QStringLiteral("29.90 EUR")};
        QTest::newRow("the rest of an order")
            << 2490LL << 1
            << QStringList{QStringLiteral("1 × Bar stool"), QStringLiteral("10.00 EUR"),
                           QStringLiteral("24.90 EUR")};
    }
    void whatTheTotalHoldsBesideTheLinesIsShown()
    {
        QFETCH(qint64, total);
        QFETCH(int, cancelled);
        QFETCH(QStringList, rows);
        Order order = makeOrder(QStringLiteral("MC-1"));
        order.lines = {order.lines.first()};
        order.lines[0].title = QStringLiteral("Bar stool");
        order.lines[0].quantity = 2;
        order.lines[0].cancelledQuantity = cancelled;
        order.lines[0].unitPriceMinor = 1000;
        order.shippingMinor = 490;
        order.totalMinor = total;

        open({{order, std::nullopt}});

        QStringList shown;
        for (const QLabel *label : find<QWidget>("cancelSummary")->findChildren<QLabel *>())
            shown.append(label->text().replace(QChar::Nbsp, u' '));
        shown.removeOne(order.customer.name);
        QCOMPARE(shown, rows);
    }

    void enterAndEscapeKeepTheOrder_data()
    {
        QTest::addColumn<QString>("focus");
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("enter at once") << QStringLiteral("keepOrder") << Qt::Key_Return;
        QTest::newRow("enter on the reason") << QStringLiteral("reason") << Qt::Key_Return;
        QTest::newRow("enter on a check box") << QStringLiteral("onBehalf") << Qt::Key_Return;
        QTest::newRow("escape on the red button") << QStringLiteral("confirmCancel") << Qt::Key_Escape;
        QTest::newRow("escape in the comments") << QStringLiteral("comments") << Qt::Key_Escape;
    }
    void enterAndEscapeKeepTheOrder()
    {
        QFETCH(QString, focus);
        QFETCH(Qt::Key, key);
        openSingle();
        const QSignalSpy decided(m_dialog, &CancelDialog::decided);
        find<QComboBox>("reason")->setCurrentIndex(0);
        auto *widget = m_dialog->findChild<QWidget *>(focus);
        widget->setFocus();

        QTest::keyClick(widget, key);

        QTRY_VERIFY(m_dialog.isNull() || !m_dialog->isVisible());
        QCOMPARE(decided.size(), 0);
    }

    void withoutAReasonItSaysSoNextToIt()
    {
        openSingle();
        const QSignalSpy decided(m_dialog, &CancelDialog::decided);
        const int height = m_dialog->height();

        QTest::mouseClick(find<QAbstractButton>("confirmCancel"), Qt::LeftButton);

        QCOMPARE(decided.size(), 0);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(find<QWidget>("reasonError")->isVisible());
        QCOMPARE(find<QWidget>("reasonError")->accessibleName(), QStringLiteral("Choose a reason."));
        QVERIFY(find<QComboBox>("reason")->hasFocus());
        QVERIFY(m_dialog->height() > height);
        find<QComboBox>("reason")->setCurrentIndex(2);
        QVERIFY(!find<QWidget>("reasonError")->isVisible());
    }

    void theCounterCountsCodePointsAndCutsNothing_data()
    {
        QTest::addColumn<QString>("comments");
        QTest::addColumn<QString>("counter");
        QTest::addColumn<bool>("isOver");
        QTest::newRow("letters") << QStringLiteral("abc") << QStringLiteral("3 of 500") << false;
        QTest::newRow("outside of the basic plane")
            << QString::fromUtf8("🙂🙂") << QStringLiteral("2 of 500") << false;
        QTest::newRow("full") << QString(500, QLatin1Char('x')) << QStringLiteral("500 of 500") << false;
        QTest::newRow("one too many")
            << QString(501, QLatin1Char('x')) << QStringLiteral("501 of 500") << true;
    }
    void theCounterCountsCodePointsAndCutsNothing()
    {
        QFETCH(QString, comments);
        QFETCH(QString, counter);
        QFETCH(bool, isOver);
        openSingle();
        const QSignalSpy decided(m_dialog, &CancelDialog::decided);
        find<QComboBox>("reason")->setCurrentIndex(0);

        find<QPlainTextEdit>("comments")->setPlainText(comments);

        QCOMPARE(text("commentsCounter"), counter);
        QCOMPARE(find<QPlainTextEdit>("comments")->toPlainText(), comments);
        QCOMPARE(find<QPlainTextEdit>("comments")->property("invalid").toBool(), isOver);
        QTest::mouseClick(find<QAbstractButton>("confirmCancel"), Qt::LeftButton);
        QCOMPARE(decided.size(), isOver ? 0 : 1);
    }

    void itEmitsOneCommandWithAllThatWasChosen()
    {
        openSingle();
        const QSignalSpy decided(m_dialog, &CancelDialog::decided);
        find<QComboBox>("reason")->setCurrentIndex(3);
        QTest::keyClicks(find<QPlainTextEdit>("comments"), QStringLiteral("  called us "));
        QVERIFY(!find<QWidget>("channel")->isVisible());
        find<QCheckBox>("onBehalf")->setChecked(true);
        QVERIFY(find<QWidget>("channel")->isVisible());
        find<QComboBox>("channel")->setCurrentIndex(static_cast<int>(ContactChannel::Phone));
        find<QCheckBox>("showComments")->setChecked(true);
        QCOMPARE(text("readers"), QStringLiteral("The customer sees the reason and the comments."));

        QTest::mouseClick(find<QAbstractButton>("confirmCancel"), Qt::LeftButton);

        QCOMPARE(decided.size(), 1);
        const CancelCommand expected{{OrderId(QStringLiteral("MC-104832"))},
                                     QStringLiteral("out_of_stock"),
                                     QStringLiteral("called us"),
                                     true,
                                     ContactChannel::Phone,
                                     true};
        QCOMPARE(decided.first().first().value<CancelCommand>(), expected);
    }

    void ofSeveralOnlyThePossibleOnesAreCancelled()
    {
        open(mixed());
        const QSignalSpy decided(m_dialog, &CancelDialog::decided);
        QCOMPARE(text("cancelHeading"), QStringLiteral("Cancel 2 order(s)?"));
        QCOMPARE(text("excludedHeading"), QStringLiteral("2 will stay as they are:"));
        QCOMPARE(find<QPushButton>("confirmCancel")->text(), QStringLiteral("Cancel 2 order(s)"));
        QStringList labels;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            labels.append(label->text());
        QVERIFY(labels.contains(QStringLiteral("Already shipped")));
        QVERIFY(labels.contains(QStringLiteral("Already cancelled")));
        find<QComboBox>("reason")->setCurrentIndex(0);

        QTest::mouseClick(find<QAbstractButton>("confirmCancel"), Qt::LeftButton);

        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided.first().first().value<CancelCommand>().orders,
                 (QList{OrderId(QStringLiteral("MC-1")), OrderId(QStringLiteral("MC-3"))}));
    }

    void anOrderThatShipsMeanwhileIsRefused()
    {
        openSingle();
        Order shipped = makeOrder(QStringLiteral("MC-104832"), ItemStatus::Shipped);
        shipped.shipments.last().shippedAtUtc = QDateTime(QDate(2026, 11, 20), QTime(14, 38), Qt::UTC);

        m_dialog->refresh({{shipped, std::nullopt}});

        auto *banner = find<QWidget>("cancelRefused");
        QVERIFY(banner != nullptr && banner->isVisible());
        QCOMPARE(banner->accessibleName(), QStringLiteral("This order has just shipped"));
        QVERIFY(!find<QWidget>("cancelForm")->isVisible());
        QVERIFY(!find<QWidget>("confirmCancel")->isVisible());
        QCOMPARE(find<QPushButton>("keepOrder")->text(), QStringLiteral("Close"));
        QVERIFY(m_dialog->height() >= banner->sizeHint().height());
    }

    void whatWasTypedStaysWhenOneOfSeveralShips()
    {
        QList<OrderView> views = mixed();
        open(views);
        find<QPlainTextEdit>("comments")->setPlainText(QStringLiteral("typed"));
        views[0].order = makeOrder(QStringLiteral("MC-1"), ItemStatus::Shipped);

        m_dialog->refresh(views);

        QCOMPARE(find<QPushButton>("confirmCancel")->text(), QStringLiteral("Cancel 1 order(s)"));
        QTRY_COMPARE(text("excludedHeading"), QStringLiteral("3 will stay as they are:"));
        QCOMPARE(find<QPlainTextEdit>("comments")->toPlainText(), QStringLiteral("typed"));
    }

    void aLongListScrollsAndTheButtonsStayOnTheScreen()
    {
        QList<OrderView> views;
        for (int i = 0; i < 100; ++i)
            views.append({makeOrder(QStringLiteral("MC-%1").arg(i)), std::nullopt});

        open(views);

        QVERIFY(find<QWidget>("cancelSummaryScroll") != nullptr);
        QVERIFY(m_dialog->height() < 760);
    }

    void namesAndDirectionsHold_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void namesAndDirectionsHold()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QApplication::setLayoutDirection(direction);
        Order order = makeOrder(QStringLiteral("<b>MC</b>"));
        order.customer.name = QStringLiteral("<img src='file:///etc/passwd'>");
        open({{order, std::nullopt}});

        QCOMPARE(unnamedWidgets(*m_dialog).join(u'\n'), QString());
        QCOMPARE(richLabels(*m_dialog).join(u'\n'), QString());
        QCOMPARE(find<QPlainTextEdit>("comments")->document()->defaultTextOption().textDirection(),
                 direction);
    }
};

} // namespace mc::test

QTEST_MAIN(mc::test::CancelDialogTest)
#include "tst_canceldialog.moc"
