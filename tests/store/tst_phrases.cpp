// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "pagesamples.h"
#include "store/pages/pagekit.h"
#include "store/pages/plaintext.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace mc::store {

/// The words of the customer's pages and mails.
class PhrasesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theCataloguesHaveTheSameKeysAndPlaceholders();
    void everyPhraseIsUsedAndEveryUsedPhraseExists();
    void arabicHasAllSixPluralForms();
    void theLanguageIsTheCustomersThenTheBrowsers_data();
    void theLanguageIsTheCustomersThenTheBrowsers();
    void aPlaceholderInAValueStaysText();
};

namespace {

QJsonObject catalogue(Language language)
{
    QFile file(QStringLiteral(":/pages/phrases/%1.json").arg(languageTag(language)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{(\\w+)\\}"));
    QSet<QString> names;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        names << match.next().captured(1);
    return names;
}

} // namespace

void PhrasesTest::theCataloguesHaveTheSameKeysAndPlaceholders()
{
    const QJsonObject english = catalogue(Language::English);
    QVERIFY(english.size() > 100);
    for (const Language language : AllLanguages) {
        const QJsonObject other = catalogue(language);
        QCOMPARE(other.keys(), english.keys());
        for (auto entry = english.begin(); entry != english.end(); ++entry) {
            const QByteArray where = languageTag(language).data() + (' ' + entry.key().toUtf8());
            const QJsonValue translated = other.value(entry.key());
            QVERIFY2(translated.type() == entry->type(), where.constData());
            if (entry->isObject())
                continue;
            QVERIFY2(!translated.toString().trimmed().isEmpty(), where.constData());
            QVERIFY2(placeholders(translated.toString()) == placeholders(entry->toString()),
                     where.constData());
            // Templates have the words put in before mustache reads them, line by line.
            QVERIFY2(!translated.toString().contains(QLatin1StringView("{{"))
                         && !translated.toString().contains(u'\n'),
                     where.constData());
        }
    }
}

void PhrasesTest::everyPhraseIsUsedAndEveryUsedPhraseExists()
{
    QSet<QString> used;
    const QRegularExpression inTemplate(QStringLiteral("\\{\\{t\\.([a-z_.]+)\\}\\}"));
    const QRegularExpression inCode(QStringLiteral("\"([a-z_]+(?:\\.[a-z_]+)*)\""));
    const QJsonObject english = catalogue(Language::English);
    for (const char *folder : {"resources/pages", "resources/mail", "store/pages", "store/processing"}) {
        QDirIterator files(QStringLiteral(MC_SOURCE_DIR "/") + QString::fromLatin1(folder),
                           {QStringLiteral("*.html"), QStringLiteral("*.txt"), QStringLiteral("*.cpp")},
                           QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            const bool isCode = file.fileName().endsWith(QLatin1StringView(".cpp"));
            for (auto match = (isCode ? inCode : inTemplate).globalMatch(source); match.hasNext();) {
                const QString key = match.next().captured(1);
                QVERIFY2(isCode || english.contains(key), qPrintable(file.fileName() + u' ' + key));
                used << key;
            }
        }
    }
    for (int value = 0; value <= int(ItemStatus::Returned); ++value)
        used << QStringLiteral("status.") + codeOf(ItemStatus(value));
    for (int value = 0; value <= int(PaymentStatus::Voided); ++value)
        used << QStringLiteral("payment.") + codeOf(PaymentStatus(value));
    for (int value = int(RefundState::Pending); value <= int(RefundState::Done); ++value)
        used << QStringLiteral("refund.") + codeOf(RefundState(value));
    for (const char *code : DefaultReasonCodes)
        used << QStringLiteral("reason.") + QString::fromLatin1(code);

    QStringList unused;
    const QStringList keys = english.keys();
    for (const QString &key : keys) {
        if (!used.contains(key))
            unused << key;
    }
    QCOMPARE(unused, QStringList());
}

void PhrasesTest::arabicHasAllSixPluralForms()
{
    const Phrases arabic(Language::Arabic);
    QSet<QString> forms;
    for (const int count : {0, 1, 2, 3, 11, 100})
        forms << arabic.counted(QLatin1StringView("item_count"), count).remove(QString::number(count));
    QCOMPARE(forms.size(), 6);
    QCOMPARE(arabic.counted(QLatin1StringView("item_count"), 105),
             arabic.counted(QLatin1StringView("item_count"), 5).replace(u'5', QLatin1StringView("105")));
    const Phrases english(Language::English);
    QCOMPARE(english.counted(QLatin1StringView("item_count"), 1), QStringLiteral("1 item"));
    QCOMPARE(english.counted(QLatin1StringView("item_count"), 0), QStringLiteral("0 items"));
    QCOMPARE(english.counted(QLatin1StringView("item_count"), 1200), QStringLiteral("1,200 items"));
}

void PhrasesTest::theLanguageIsTheCustomersThenTheBrowsers_data()
{
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QByteArray>("browser");
    QTest::addColumn<Language>("language");
    QTest::newRow("nothing known") << QString() << QByteArray() << Language::English;
    QTest::newRow("the order knows") << QStringLiteral("de-AT") << QByteArray("ar") << Language::German;
    QTest::newRow("underscore") << QStringLiteral("ar_EG") << QByteArray() << Language::Arabic;
    QTest::newRow("an unknown one") << QStringLiteral("sv") << QByteArray("de") << Language::German;
    QTest::newRow("the browser's best")
        << QString() << QByteArray("fr, en;q=0.3, de-CH;q=0.8") << Language::German;
    QTest::newRow("refused") << QString() << QByteArray("de;q=0, *") << Language::English;
    QTest::newRow("nonsense") << QString() << QByteArray(";;q=,\xff\x01,-") << Language::English;
}

void PhrasesTest::theLanguageIsTheCustomersThenTheBrowsers()
{
    QFETCH(const QString, customer);
    QFETCH(const QByteArray, browser);
    QFETCH(const Language, language);
    QCOMPARE(languageFor(customer, browser), language);
}

void PhrasesTest::aPlaceholderInAValueStaysText()
{
    const Phrases phrases(Language::English);
    QCOMPARE(phrases.text(QLatin1StringView("carrier")), QStringLiteral("Carrier"));
    QCOMPARE(phrases.text(QLatin1StringView("order_title"),
                          {{QLatin1StringView("number"), QStringLiteral("{number}{x")}}),
             QStringLiteral("Order {number}{x"));
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::PhrasesTest)
#include "tst_phrases.moc"
