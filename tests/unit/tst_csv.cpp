// SPDX-License-Identifier: Apache-2.0
#include "domain/csv.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;

namespace {

QList<QStringList> readAll(const QByteArray &text, int pieceSize)
{
    CsvReader reader;
    QList<QStringList> records;
    for (qsizetype at = 0; at < text.size(); at += pieceSize) {
        reader.feed(QByteArrayView(text).sliced(at, std::min<qsizetype>(pieceSize, text.size() - at)));
        while (const auto record = reader.next())
            records.append(record->fields);
    }
    reader.finish();
    while (const auto record = reader.next())
        records.append(record->fields);
    return records;
}

} // namespace

class CsvTest final : public QObject
{
    Q_OBJECT
private slots:
    void formulasAreDefused_data();
    void formulasAreDefused();
    void whatIsWrittenIsReadBack();
    void readsRecords_data();
    void readsRecords();
    void lineNumbersCountQuotedBreaks();
    void anEndlessRecordIsAProblem();
};

void CsvTest::formulasAreDefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << u"Oak table"_s << QByteArray("Oak table\r\n");
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1\r\n");
    QTest::newRow("plus") << u"+49 30"_s << QByteArray("'+49 30\r\n");
    QTest::newRow("minus") << u"-2"_s << QByteArray("'-2\r\n");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)\r\n");
    QTest::newRow("tab") << u"\tx"_s << QByteArray("'\tx\r\n");
    QTest::newRow("null") << QString(QChar(u'\0')) + u"x"_s << QByteArray("'\0x\r\n", 5);
    QTest::newRow("full width") << u"＝1"_s << u"'＝1\r\n"_s.toUtf8();
    QTest::newRow("quote and comma") << u"a \"b\", c"_s << QByteArray("\"a \"\"b\"\", c\"\r\n");
    QTest::newRow("an apostrophe before words") << u"'t Hof"_s << QByteArray("'t Hof\r\n");
    QTest::newRow("equals inside") << u"a=b"_s << QByteArray("a=b\r\n");
}

void CsvTest::formulasAreDefused()
{
    QFETCH(QString, field);
    QFETCH(QByteArray, expected);
    QCOMPARE(csvRecord({field}), expected);
    QCOMPARE(withoutFormulaGuard(field), field);
}

void CsvTest::whatIsWrittenIsReadBack()
{
    const QStringList fields{u"=cmd"_s, u"two\nlines"_s, u"\"quoted\""_s,  u"a,b;c"_s, u""_s,
                             u"عربي"_s, u" spaced "_s,   u"'apostrophe"_s, u"'=1"_s,   u"''@x"_s};
    const auto records = readAll(csvRecord(fields) + csvRecord({u"next"_s}), 3);
    QCOMPARE(records.size(), 2);
    QStringList read;
    for (const QString &field : records.first())
        read.append(withoutFormulaGuard(field));
    QCOMPARE(read, fields);
}

void CsvTest::readsRecords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("expected");
    const QList<QStringList> two{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
    QTest::newRow("crlf") << QByteArray("a,b\r\nc,d\r\n") << two;
    QTest::newRow("lf, no last break") << QByteArray("a,b\nc,d") << two;
    QTest::newRow("cr") << QByteArray("a,b\rc,d\r") << two;
    QTest::newRow("byte order mark and empty lines") << QByteArray("\xEF\xBB\xBF"
                                                                   "a,b\n\n\nc,d\n")
                                                     << two;
    QTest::newRow("empty fields") << QByteArray(",\n") << QList<QStringList>{{u""_s, u""_s}};
    QTest::newRow("quoted break") << QByteArray("\"a\r\nb\",c\n")
                                  << QList<QStringList>{{u"a\r\nb"_s, u"c"_s}};
    QTest::newRow("nothing") << QByteArray() << QList<QStringList>{};
}

void CsvTest::readsRecords()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QStringList>, expected);
    for (const int pieceSize : {1, 2, 7, 1000})
        QCOMPARE(readAll(text, pieceSize), expected);
}

void CsvTest::lineNumbersCountQuotedBreaks()
{
    CsvReader reader;
    reader.feed("head\n\"two\nlines\"\nlast\n");
    reader.finish();
    QCOMPARE(reader.next()->line, 1);
    QCOMPARE(reader.next()->line, 2);
    QCOMPARE(reader.next()->line, 4);
    QVERIFY(!reader.next());
}

void CsvTest::anEndlessRecordIsAProblem()
{
    CsvReader reader;
    reader.feed(QByteArray("\"").append(CsvReader::MaxRecord + 10, 'x'));
    QVERIFY(!reader.next());
    QVERIFY(reader.hasProblem());
}

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
