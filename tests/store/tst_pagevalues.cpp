// SPDX-License-Identifier: Apache-2.0
// Text on its way into a page: a line is plain, a value is its bytes.
#include "store/pages/plaintext.h"
#include "store/pages/templates.h"

#include <QTest>

namespace mc::store {

using namespace Qt::StringLiterals;

class PageValuesTest final : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsPlain_data();
    void aLineIsPlain();
    void aValueIsItsBytes_data();
    void aValueIsItsBytes();
};

void PageValuesTest::aLineIsPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &text, const QString &line) {
        QTest::newRow(name) << text << line;
    };
    row("nothing", {}, {});
    row("plain", u"Lamp (2), \"Aske\" ~"_s, u"Lamp (2), \"Aske\" ~"_s);
    row("space before", u" Lamp"_s, u"Lamp"_s);
    row("space behind", u"Lamp "_s, u"Lamp"_s);
    row("only a space", u" "_s, {});
    row("two spaces", u"Lamp  Aske"_s, u"Lamp Aske"_s);
    row("tab", u"Lamp\tAske"_s, u"Lamp Aske"_s);
    row("line feed at the end", u"Lamp\n"_s, u"Lamp"_s);
    row("delete", u"La\u007fmp"_s, u"Lamp"_s);
    row("no-break spaces", u"Lamp\u00a0\u00a0Aske"_s, u"Lamp Aske"_s);
    row("accents", u"Nguyễn  Thị"_s, u"Nguyễn Thị"_s);
}

void PageValuesTest::aLineIsPlain()
{
    QFETCH(const QString, text);
    QTEST(plainLine(text), "line");
}

void PageValuesTest::aValueIsItsBytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("short") << u"2 × 3"_s;
    QTest::newRow("ASCII") << u"A title that is longer than a short string: ~!{}"_s;
    QTest::newRow("the last letter is not ASCII") << u"Cafe\u0301"_s;
    QTest::newRow("Latin-1") << u"Smörgås"_s;
    QTest::newRow("low byte is ASCII") << u"\u0141\u0242"_s;
    QTest::newRow("Arabic") << u"دبي"_s;
    QTest::newRow("outside the first plane") << u"😀"_s;
}

void PageValuesTest::aValueIsItsBytes()
{
    QFETCH(const QString, text);
    const TemplateData data = toData(text);
    QVERIFY(data.is_string());
    QCOMPARE(QByteArray::fromStdString(data.string_value()), text.toUtf8());
}

} // namespace mc::store

QTEST_APPLESS_MAIN(mc::store::PageValuesTest)
#include "tst_pagevalues.moc"
