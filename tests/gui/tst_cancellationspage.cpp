// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "ui/cancellations/cancellationspage.h"
#include "ui/cancellations/declinedialog.h"

#include <QAccessible>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace mc;
using namespace mc::test;

namespace {

CancellationEntry entryOf(const QString &number, CancellationState state)
{
    Order order = makeOrder(number);
    order.cancellations = {makeCancellation(order, state)};
    return {{order, {}}, order.cancellations.first()};
}

CancellationEntry question(const QString &number)
{
    CancellationEntry entry = entryOf(number, CancellationState::Requested);
    entry.cancellation.needsDecision = true;
    entry.view.order.cancellations = {entry.cancellation};
    return entry;
}

CancellationEntry failedRefund(const QString &number)
{
    CancellationEntry entry = entryOf(number, CancellationState::Succeeded);
    entry.cancellation.refund = {RefundState::Failed, 6400, QStringLiteral("The bank refused it.")};
    return entry;
}

CancellationEntry rejected(const QString &number)
{
    CancellationEntry entry = entryOf(number, CancellationState::Rejected);
    entry.cancellation.rejection = Rejection::Declined;
    return entry;
}

CancellationEntry conflict(const QString &number)
{
    CancellationEntry entry = entryOf(number, CancellationState::Succeeded);
    entry.view.order.conflict = Conflict{sampleNow(), QStringLiteral("DHL 4711")};
    return entry;
}

CancellationEntry refused(const QString &number)
{
    CancellationEntry entry{{makeOrder(number, ItemStatus::Shipped), {}}, {}};
    entry.view.pending = PendingCancellation{OperationId(QStringLiteral("own")),
                                             entry.view.order.id,
                                             PendingState::Refused,
                                             QStringLiteral("other"),
                                             {},
                                             sampleNow(),
                                             QStringLiteral("It has shipped.")};
    return entry;
}

CancellationBoard boardOf(QList<CancellationEntry> CancellationBoard::*list, const CancellationEntry &entry)
{
    CancellationBoard board;
    board.*list = {entry};
    return board;
}

struct Bench {
    explicit Bench(const CancellationBoard &board, Role role = Role::Owner)
    {
        service.setStore(sampleStore(role));
        service.setBoard(board);
        page.resize(1000, 900);
        page.show();
        isActive = QTest::qWaitForWindowActive(&page);
    }
    [[nodiscard]] QList<QWidget *> cards() const
    {
        QList<QWidget *> cards;
        for (QWidget *widget : page.findChildren<QWidget *>()) {
            if (widget->objectName().startsWith(QStringLiteral("task/")) && widget->isVisible())
                cards.append(widget);
        }
        std::sort(cards.begin(), cards.end(), [this](QWidget *a, QWidget *b) {
            return a->mapTo(&page, QPoint()).y() < b->mapTo(&page, QPoint()).y();
        });
        return cards;
    }
    [[nodiscard]] QPushButton *button(int card, const char *name) const
    {
        return cards().at(card)->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString title(int card) const
    {
        QString text = cards().at(card)->findChild<QLabel *>(QStringLiteral("task.title"))->text();
        return text.remove(QChar(0x2068)).remove(QChar(0x2069));
    }

    bool isActive = false;
    FakeConsoleService service;
    CancellationsPage page{service, [] { return sampleNow(); }};
};

} // namespace

class CancellationsPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void anEmptyBoardSaysWhatWillBeHere()
    {
        Bench bench{{}};

        QVERIFY(bench.page.findChild<QWidget *>(QStringLiteral("cancellations.empty"))->isVisible());
    }

    void everyKindHasItsCardInTheOrderOfUrgency()
    {
        CancellationBoard board;
        board.conflicts = {conflict(QStringLiteral("A")), refused(QStringLiteral("B"))};
        board.questions = {question(QStringLiteral("C"))};
        board.failedRefunds = {failedRefund(QStringLiteral("D"))};
        board.rejected = {rejected(QStringLiteral("E"))};

        Bench bench(board);

        QTRY_COMPARE(bench.cards().size(), board.needsDecision());
        QCOMPARE(bench.title(0), QStringLiteral("A shipped in spite of its cancellation"));
        QCOMPARE(bench.title(1), QStringLiteral("B shipped before your cancellation arrived"));
        QCOMPARE(bench.title(2), QStringLiteral("Hanna Lindqvist asks to cancel C"));
        QCOMPARE(bench.title(3), QStringLiteral("D is cancelled, but the refund failed"));
        QCOMPARE(bench.title(4), QStringLiteral("Cancellation of E rejected"));
    }

    void bothClaimsOfAConflictAreShown()
    {
        Bench bench(boardOf(&CancellationBoard::conflicts, conflict(QStringLiteral("A"))));

        QStringList words;
        for (const QLabel *label : bench.cards().first()->findChildren<QLabel *>())
            words.append(label->text().remove(QChar(0x2068)).remove(QChar(0x2069)));

        QVERIFY(words.contains(QStringLiteral("DHL 4711")));
        QVERIFY(words.contains(QStringLiteral("Shipped")));
        QVERIFY(words.contains(QStringLiteral("Reason: Ordered by mistake")));
        QVERIFY(words.filter(QStringLiteral("Hanna Lindqvist (customer)")).size() > 0);
    }

    void acceptingDecidesOnceHoweverOftenItIsPressed()
    {
        Bench bench(boardOf(&CancellationBoard::questions, question(QStringLiteral("A"))));

        QTest::mouseClick(bench.button(0, "task.accept"), Qt::LeftButton);
        QTest::mouseClick(bench.button(0, "task.accept"), Qt::LeftButton);

        QCOMPARE(bench.service.decisions.count(), 1);
        QCOMPARE(bench.service.decisions.first().decision, Decision::Accept);
        QCOMPARE(bench.service.decisions.first().id, question(QStringLiteral("A")).cancellation.id);
    }

    void aFailedCommandCanBeTriedAgain()
    {
        Bench bench(boardOf(&CancellationBoard::failedRefunds, failedRefund(QStringLiteral("A"))));
        QSignalSpy failed(&bench.service, &ConsoleService::commandFailed);
        bench.service.failNextWith(QStringLiteral("The store did not answer."));

        QTest::mouseClick(bench.button(0, "task.retry"), Qt::LeftButton);
        QTRY_COMPARE(failed.count(), 1);
        const auto before = bench.service.refundRetries.count();
        QTest::mouseClick(bench.button(0, "task.retry"), Qt::LeftButton);

        QCOMPARE(bench.service.refundRetries.count(), before + 1);
    }

    void decliningAsksWhyFirst()
    {
        Bench bench(boardOf(&CancellationBoard::questions, question(QStringLiteral("A"))));
        QTest::mouseClick(bench.button(0, "task.decline"), Qt::LeftButton);
        auto *dialog = bench.page.findChild<DeclineDialog *>();
        QVERIFY(dialog != nullptr);
        auto *why = dialog->findChild<QPlainTextEdit *>(QStringLiteral("decline.why"));
        auto *submit = dialog->findChild<QPushButton *>(QStringLiteral("decline.submit"));

        QTest::mouseClick(submit, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QVERIFY(bench.service.decisions.isEmpty());
        QTest::keyClicks(why, QStringLiteral("It is being packed."));
        QTest::mouseClick(submit, Qt::LeftButton);

        QCOMPARE(bench.service.decisions.count(), 1);
        QCOMPARE(bench.service.decisions.first().decision, Decision::Decline);
        QCOMPARE(bench.service.decisions.first().why, QStringLiteral("It is being packed."));
    }

    void escapeDecidesNothing()
    {
        Bench bench(boardOf(&CancellationBoard::questions, question(QStringLiteral("A"))));
        QTest::mouseClick(bench.button(0, "task.decline"), Qt::LeftButton);
        auto *dialog = bench.page.findChild<DeclineDialog *>();

        QTest::keyClick(dialog, Qt::Key_Escape);

        QVERIFY(!dialog->isVisible());
        QVERIFY(bench.service.decisions.isEmpty());
    }

    void tooLongAReasonIsRefusedAndNothingIsCut()
    {
        DeclineDialog dialog(QStringLiteral("MC-1"), 10);
        QSignalSpy declined(&dialog, &DeclineDialog::declined);
        auto *why = dialog.findChild<QPlainTextEdit *>(QStringLiteral("decline.why"));
        why->setPlainText(QStringLiteral("eleven char"));

        dialog.findChild<QPushButton *>(QStringLiteral("decline.submit"))->click();
        QCOMPARE(declined.count(), 0);
        QCOMPARE(why->toPlainText(), QStringLiteral("eleven char"));
        why->setPlainText(QStringLiteral("👍👍👍👍👍👍👍👍👍👍")); // ten code points, twenty UTF-16 units
        dialog.findChild<QPushButton *>(QStringLiteral("decline.submit"))->click();

        QCOMPARE(declined.count(), 1);
    }

    void refundsConfirmationsAndClosingReachTheService()
    {
        CancellationBoard board;
        board.failedRefunds = {failedRefund(QStringLiteral("A"))};
        board.rejected = {rejected(QStringLiteral("B"))};
        Bench bench(board);
        QTRY_COMPARE(bench.cards().size(), 2);

        QTest::mouseClick(bench.button(0, "task.confirm"), Qt::LeftButton);
        QTest::mouseClick(bench.button(1, "task.close"), Qt::LeftButton);

        QCOMPARE(bench.service.refundConfirmations.count(), 1);
        QCOMPARE(bench.service.closed.count(), 1);
        QCOMPARE(bench.service.closed.first().view.order.number, QStringLiteral("B"));
    }

    void aViewerReadsButDecidesNothing()
    {
        CancellationBoard board;
        board.questions = {question(QStringLiteral("A"))};
        board.rejected = {rejected(QStringLiteral("B"))};

        Bench bench(board, Role::Viewer);

        QTRY_COMPARE(bench.cards().size(), 2);
        QVERIFY(!bench.button(0, "task.accept")->isVisible());
        QVERIFY(!bench.button(0, "task.decline")->isVisible());
        QVERIFY(!bench.button(1, "task.close")->isVisible());
        QVERIFY(bench.button(0, "task.open")->isVisible());
    }

    void aNewCardMovesNoFocus()
    {
        Bench bench(boardOf(&CancellationBoard::questions, question(QStringLiteral("A"))));
        QPushButton *accept = bench.button(0, "task.accept");
        accept->setFocus();

        CancellationBoard board;
        board.conflicts = {conflict(QStringLiteral("Z"))};
        board.questions = {question(QStringLiteral("B")), question(QStringLiteral("A"))};
        bench.service.setBoard(board);

        QTRY_COMPARE(bench.cards().size(), 3);
        QCOMPARE(bench.button(2, "task.accept"), accept);
        QCOMPARE(QApplication::focusWidget(), accept);
    }

    void theFocusGoesOnToTheNextCardWhenOneIsDone()
    {
        CancellationBoard board;
        board.questions = {question(QStringLiteral("A")), question(QStringLiteral("B"))};
        Bench bench(board);
        QTRY_COMPARE(bench.cards().size(), 2);
        bench.button(0, "task.accept")->setFocus();
        QPushButton *next = bench.button(1, "task.accept");

        board.questions.removeFirst();
        bench.service.setBoard(board);

        QTRY_COMPARE(bench.cards().size(), 1);
        QCOMPARE(QApplication::focusWidget(), next);
    }

    void rowsOpenTheirOrderAndKeepTheFocus()
    {
        CancellationBoard board;
        board.underWay = {entryOf(QStringLiteral("A&B"), CancellationState::Requested)};
        Bench bench(board);
        auto *open = bench.page.findChild<QPushButton *>(QStringLiteral("request.open.A&B"));
        QVERIFY(open != nullptr);
        QCOMPARE(open->text(), QStringLiteral("A&&B"));
        open->setFocus();
        QSignalSpy opened(&bench.page, &CancellationsPage::orderOpened);

        board.underWay.prepend(entryOf(QStringLiteral("NEW"), CancellationState::Requested));
        bench.service.setBoard(board);
        QTRY_VERIFY(bench.page.findChild<QPushButton *>(QStringLiteral("request.open.NEW")) != nullptr);
        QCOMPARE(QApplication::focusWidget(), open);
        QTest::keyClick(open, Qt::Key_Space);

        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<OrderId>(), OrderId(QStringLiteral("A&B")));
    }

    void textFromOutsideIsInert()
    {
        const QString payload = QStringLiteral("<img src=file:///etc/passwd>\u202e");
        CancellationBoard board;
        CancellationEntry entry = question(payload);
        entry.cancellation.requestedByName = payload;
        entry.cancellation.comments = payload;
        entry.cancellation.reasonCode = QStringLiteral("not_listed");
        entry.cancellation.reasonText = payload;
        entry.view.order.customer.name = payload;
        board.questions = {entry};
        board.outcomes = {entry};
        CancellationEntry parcel = conflict(payload);
        parcel.view.order.conflict->detail = payload;
        board.conflicts = {parcel};

        Bench bench(board);

        QTRY_COMPARE(bench.cards().size(), 2);
        int carriers = 0;
        for (const QLabel *label : bench.page.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202e)));
            carriers += label->text().contains(QStringLiteral("<img src")) ? 1 : 0;
        }
        QVERIFY(carriers >= 6);
    }

    void everythingThatCanBePressedHasAName()
    {
        CancellationBoard board;
        board.conflicts = {conflict(QStringLiteral("A"))};
        board.underWay = {entryOf(QStringLiteral("B"), CancellationState::Requested)};
        Bench bench(board);
        QTRY_COMPARE(bench.cards().size(), 1);

        for (QWidget *widget : bench.page.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(CancellationsPageTest)
#include "tst_cancellationspage.moc"
