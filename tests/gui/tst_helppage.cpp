// SPDX-License-Identifier: Apache-2.0
#include "ui/help/answers.h"
#include "ui/help/helppage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace mc;

namespace {

QPushButton *questionOf(const HelpPage &page, HelpTopic topic)
{
    return page.findChild<QPushButton *>(QStringLiteral("help.%1").arg(static_cast<int>(topic)));
}

int shownQuestions(const HelpPage &page)
{
    int count = 0;
    for (const HelpText &text : helpTexts())
        count += questionOf(page, text.topic)->isVisible() ? 1 : 0;
    return count;
}

} // namespace

class HelpPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyTopicHasOneAnswer()
    {
        QSet<int> topics;
        for (const HelpText &text : helpTexts()) {
            QVERIFY(!text.question.isEmpty());
            QVERIFY(text.answer.size() > 80);
            topics.insert(static_cast<int>(text.topic));
        }

        QCOMPARE(topics.size(), static_cast<int>(HelpTopic::WhatCustomersSee) + 1);
        QCOMPARE(helpTexts().size(), topics.size());
    }

    void aTopicOpensItsAnswerWithTheFocus()
    {
        HelpPage page;
        page.resize(700, 400);
        page.show();

        page.openTopic(HelpTopic::WhatCustomersSee);

        QPushButton *question = questionOf(page, HelpTopic::WhatCustomersSee);
        QVERIFY(question->isChecked());
        QCOMPARE(QApplication::focusWidget(), question);
        QTRY_VERIFY(!question->visibleRegion().isEmpty());
        QVERIFY(!questionOf(page, HelpTopic::Money)->isChecked());
    }

    void spaceOpensAndClosesAQuestion()
    {
        HelpPage page;
        page.show();
        QPushButton *question = questionOf(page, HelpTopic::Money);
        question->setFocus();
        const QWidget *answer = question->parentWidget();
        const int closed = answer->sizeHint().height();

        QTest::keyClick(question, Qt::Key_Space);
        QTRY_VERIFY(answer->sizeHint().height() > closed);
        QTest::keyClick(question, Qt::Key_Space);

        QTRY_COMPARE(answer->sizeHint().height(), closed);
    }

    void searchKeepsWhatHasAllWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isAnyShown");
        QTest::newRow("a word of an answer") << QStringLiteral("refund") << true;
        QTest::newRow("two words in any order") << QStringLiteral("FAILS refund") << true;
        QTest::newRow("nothing") << QStringLiteral("zebra") << false;
    }
    void searchKeepsWhatHasAllWords()
    {
        QFETCH(QString, text);
        QFETCH(bool, isAnyShown);
        HelpPage page;
        page.resize(900, 900);
        page.show();
        const int all = shownQuestions(page);

        QTest::keyClicks(page.findChild<QLineEdit *>(QStringLiteral("help.search")), text);

        QVERIFY(shownQuestions(page) < all);
        QCOMPARE(shownQuestions(page) > 0, isAnyShown);
        QCOMPARE(page.findChild<QLabel *>(QStringLiteral("help.nothing"))->isVisible(), !isAnyShown);
        page.openTopic(HelpTopic::Offline);
        QCOMPARE(shownQuestions(page), all);
    }

    void backIsThereWhereItLeadsSomewhere()
    {
        HelpPage page;
        page.show();
        auto *back = page.findChild<QPushButton *>(QStringLiteral("help.back"));
        QVERIFY(!back->isVisible());
        QSignalSpy asked(&page, &HelpPage::backRequested);

        page.setBackVisible(true);
        QTest::mouseClick(back, Qt::LeftButton);

        QCOMPARE(asked.count(), 1);
    }
};

QTEST_MAIN(HelpPageTest)
#include "tst_helppage.moc"
