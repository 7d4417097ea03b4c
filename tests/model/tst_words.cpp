// SPDX-License-Identifier: Apache-2.0
#include "domain/storeinfo.h"
#include "orders/words.h"

#include <QTest>

using namespace mc;

class WordsTest final : public QObject
{
    Q_OBJECT
private slots:
    void aReasonIsReadInTheReadersLanguage_data();
    void aReasonIsReadInTheReadersLanguage();
};

void WordsTest::aReasonIsReadInTheReadersLanguage_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("readByRequester");
    QTest::addColumn<QString>("shown");

    const QString arabic = QStringLiteral("سبب آخر");
    QTest::newRow("of the store's list") << QStringLiteral("too_big") << arabic << QStringLiteral("Zu groß");
    QTest::newRow("of the default list") << QStringLiteral("other") << arabic << QStringLiteral("Other");
    QTest::newRow("no longer known: what was read then") << QStringLiteral("season_over") << arabic << arabic;
    QTest::newRow("not known and never read: the code")
        << QStringLiteral("season_over") << QString() << QStringLiteral("season_over");
}

void WordsTest::aReasonIsReadInTheReadersLanguage()
{
    QFETCH(QString, code);
    QFETCH(QString, readByRequester);
    StoreInfo store;
    store.reasons = {{QStringLiteral("too_big"), QStringLiteral("Zu groß")}};
    Cancellation cancellation;
    cancellation.reasonCode = code;
    cancellation.reasonText = readByRequester;

    QTEST(reasonWord(cancellation, &store), "shown");
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
