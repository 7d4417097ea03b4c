// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/plaintext.h"
#include "ui/detail/textblock.h"

#include <QTest>

using namespace mc;

class PlainTextTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

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
        QTest::newRow("astral letters stay") << QStringLiteral("𝒜 👍🏽") << QStringLiteral("𝒜 👍🏽");
        QTest::newRow("arabic") << QStringLiteral("سارة") << QStringLiteral("سارة");
    }
    void nothingOfOutsideReachesBeyondItself()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);

        QCOMPARE(harmless(text), shown);
        QCOMPARE(isolated(text), QChar(0x2068) + shown + QChar(0x2069));
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
