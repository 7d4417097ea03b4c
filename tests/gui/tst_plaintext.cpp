// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/textblock.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"

#include <QTest>

using namespace mc;

class PlainTextTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void nothingOfOutsideReachesBeyondItself_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("Anna") << QStringLiteral("Anna");
        QTest::newRow("override") << QStringLiteral("a\u202eb\u202c") << QStringLiteral("ab");
        QTest::newRow("isolates") << QStringLiteral("a\u2066b\u2069c\u2069") << QStringLiteral("abc");
        QTest::newRow("line breaks") << QStringLiteral("a\r\nb\u2028c") << QStringLiteral("a b c");
        QTest::newRow("control characters") << QStringLiteral("a\tb\u0007c") << QStringLiteral("a b c");
        QTest::newRow("markup is text") << QStringLiteral("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("astral letters stay")
            << QStringLiteral("𝒜 👍🏽") << QStringLiteral("𝒜 👍🏽");
        QTest::newRow("arabic") << QStringLiteral("سارة") << QStringLiteral("سارة");
    }
    void nothingOfOutsideReachesBeyondItself()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);

        QCOMPARE(harmless(text), shown);
        QCOMPARE(isolated(text), QChar(0x2068) + shown + QChar(0x2069));
    }

    void aLabelShowsNoIsolateThatReachesBeyondIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a pair of ours stays")
            << QStringLiteral("a \u2068b\u2069 c") << QStringLiteral("a \u2068b\u2069 c");
        QTest::newRow("never closed") << QStringLiteral("a\u2068b") << QStringLiteral("a\u2068b\u2069");
        QTest::newRow("never opened") << QStringLiteral("a\u2069b") << QStringLiteral("ab");
        QTest::newRow("with a direction") << QStringLiteral("a\u2067b\u2066c") << QStringLiteral("abc");
        QTest::newRow("override") << QStringLiteral("a\u202eb") << QStringLiteral("ab");
        QTest::newRow("control characters") << QStringLiteral("a\u0007b") << QStringLiteral("a b");
    }
    void aLabelShowsNoIsolateThatReachesBeyondIt()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);

        QCOMPARE(PlainLabel(text).text(), shown);
        QCOMPARE(TextBlock(text).text(), shown);
        QCOMPARE(plainToolTip(text), shown);
        PlainLabel later;
        later.setText(text);
        QCOMPARE(later.text(), shown);
    }

    void onlyWhatCouldDisturbASentenceIsIsolated()
    {
        QCOMPARE(inSentence(QStringLiteral("MC-1\u202e")), QStringLiteral("MC-1"));
        QCOMPARE(inSentence(QStringLiteral("سارة")), isolated(QStringLiteral("سارة")));
    }

    void ampersandIsALetterOnAButton()
    {
        QCOMPARE(buttonText(QStringLiteral("A&B")), QStringLiteral("A&&B"));
    }

    void aBlockBreaksInsideWords()
    {
        const TextBlock block(QString(300, QLatin1Char('W')));

        QVERIFY(block.minimumSizeHint().width() < 200);
        QVERIFY(block.heightForWidth(200) > 3 * block.fontMetrics().height());
    }

    void anAmountIsNeverBroken()
    {
        TextBlock block(QStringLiteral("987,654,321.00 EUR"));
        block.setBreaks(TextBlock::Breaks::Never);

        QVERIFY(block.minimumSizeHint().width()
                >= block.fontMetrics().horizontalAdvance(QStringLiteral("987,654,321.00 EUR")));
    }

    void aBlockKeepsIsolatesOfASentence()
    {
        const TextBlock block(isolated(QStringLiteral("سارة")) + QStringLiteral(" (customer)\u202e"));

        QCOMPARE(block.text(), isolated(QStringLiteral("سارة")) + QStringLiteral(" (customer)"));
        QCOMPARE(block.textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
