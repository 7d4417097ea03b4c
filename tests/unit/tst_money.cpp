// SPDX-License-Identifier: Apache-2.0
#include "domain/money.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace mc;

class MoneyTest final : public QObject
{
    Q_OBJECT
private slots:
    void amountsAreWrittenWithTheCurrencysDigits_data();
    void amountsAreWrittenWithTheCurrencysDigits();
    void plainAmountsAreReadBack_data();
    void plainAmountsAreReadBack();
    void nonsenseIsNoAmount_data();
    void aCurrencyIsThreeCapitals_data();
    void aCurrencyIsThreeCapitals();
    void nonsenseIsNoAmount();
};

void MoneyTest::aCurrencyIsThreeCapitals_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("euro") << QStringLiteral("EUR") << true;
    QTest::newRow("small letters") << QStringLiteral("eur") << false;
    QTest::newRow("too short") << QStringLiteral("EU") << false;
    QTest::newRow("a line break at the end") << QStringLiteral("EUR\n") << false;
    QTest::newRow("full width") << QStringLiteral("\uFF25\uFF35\uFF32") << false;
    QTest::newRow("nothing") << QString() << false;
}

void MoneyTest::aCurrencyIsThreeCapitals()
{
    QFETCH(QString, code);
    QFETCH(bool, isOne);
    QCOMPARE(isCurrency(code), isOne);
}

void MoneyTest::amountsAreWrittenWithTheCurrencysDigits_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("expected");
    QTest::newRow("euro") << qint64(123450) << u"EUR"_s << u"en_GB"_s << u"1,234.50\u00a0EUR"_s;
    QTest::newRow("euro, German") << qint64(123405) << u"EUR"_s << u"de_DE"_s << u"1.234,05\u00a0EUR"_s;
    QTest::newRow("yen has no minor unit") << qint64(18600) << u"JPY"_s << u"en_GB"_s << u"18,600\u00a0JPY"_s;
    QTest::newRow("dinar has three") << qint64(1234) << u"KWD"_s << u"en_GB"_s << u"1.234\u00a0KWD"_s;
    QTest::newRow("below one") << qint64(5) << u"USD"_s << u"en_GB"_s << u"0.05\u00a0USD"_s;
    QTest::newRow("negative") << qint64(-250) << u"USD"_s << u"en_GB"_s << u"-2.50\u00a0USD"_s;
    QTest::newRow("Arabic digits") << qint64(1234) << u"EGP"_s << u"ar_EG"_s << u"١٢٫٣٤\u00a0EGP"_s;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << u"JPY"_s << u"en_GB"_s
                              << u"-9,223,372,036,854,775,808\u00a0JPY"_s;
}

void MoneyTest::amountsAreWrittenWithTheCurrencysDigits()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(QString, locale);
    QTEST(moneyText({minor, currency}, QLocale(locale)), "expected");
}

void MoneyTest::plainAmountsAreReadBack_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    QTest::newRow("euro") << qint64(24890) << u"EUR"_s << u"248.90"_s;
    QTest::newRow("yen") << qint64(18600) << u"JPY"_s << u"18600"_s;
    QTest::newRow("dinar") << qint64(-7) << u"KWD"_s << u"-0.007"_s;
    QTest::newRow("zero") << qint64(0) << u"EUR"_s << u"0.00"_s;
}

void MoneyTest::plainAmountsAreReadBack()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QTEST(plainAmount({minor, currency}), "text");
    QCOMPARE(parsePlainAmount(plainAmount({minor, currency}), currency), std::optional(minor));
}

void MoneyTest::nonsenseIsNoAmount_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &text : {u""_s, u"-"_s, u"1,00"_s, u"1.234"_s, u"1."_s, u".5"_s, u"12a"_s, u"1e3"_s,
                             u"99999999999999999999"_s, u"--1"_s})
        QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
}

void MoneyTest::nonsenseIsNoAmount()
{
    QFETCH(QString, text);
    QVERIFY(!parsePlainAmount(text, u"EUR"));
}

QTEST_APPLESS_MAIN(MoneyTest)
#include "tst_money.moc"
