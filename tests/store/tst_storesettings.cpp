// SPDX-License-Identifier: Apache-2.0
// Commands that change how a store works.
#include "tests/store/storeprogram.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc::test;

class StoreSettingsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void badArgumentsAreAnsweredWithOneLine_data();
    void badArgumentsAreAnsweredWithOneLine();
    void theLifeOfLinksIsSet();
    void confirmationsAreSwitchedOff();
    void reasonsStartWithTheBuiltInList();
    void aReasonIsAddedChangedAndRemoved();
    void withoutAnyReasonTheBuiltInListIsBack();
    void changesAreInTheAuditLog();
    void aWebhookSecretIsShownOnceAndRenewed();

private:
    [[nodiscard]] Ended run(const QString &words) const
    {
        return runProgram(words.split(u' ', Qt::SkipEmptyParts) + QStringList{u"--data"_s, folder()});
    }
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"data"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void StoreSettingsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    const Ended added = run(u"store add Tea"_s);
    QVERIFY2(added.code == 0, qPrintable(added.err));
}

void StoreSettingsTest::badArgumentsAreAnsweredWithOneLine_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("part"); // of the sentence
    QTest::newRow("half a command") << u"link"_s << u"life get, life set"_s;
    QTest::newRow("no days") << u"link life set"_s << u"<days>"_s;
    QTest::newRow("zero days") << u"link life set 0"_s << u"1 to 3650"_s;
    QTest::newRow("some days") << u"link life set some"_s << u"1 to 3650"_s;
    QTest::newRow("confirmations") << u"confirmations set maybe"_s << u"\"on\" or \"off\""_s;
    QTest::newRow("whose reasons") << u"reasons set moved Moved"_s << u"--audience"_s;
    QTest::newRow("nobody's reasons") << u"reasons list --audience cats"_s << u"--audience"_s;
    QTest::newRow("code") << u"reasons set Moved Moved --audience staff"_s << u"small letters"_s;
    QTest::newRow("no words") << u"reasons set moved --audience staff"_s << u"<code> <words>"_s;
    QTest::newRow("language") << u"reasons set moved Moved --audience staff --language English"_s
                              << u"--language"_s;
    QTest::newRow("webhook's address") << u"engine webhook x --public-url nowhere"_s << u"--public-url"_s;
}

void StoreSettingsTest::badArgumentsAreAnsweredWithOneLine()
{
    QFETCH(const QString, words);
    QFETCH(const QString, part);

    const Ended ended = run(words);

    QCOMPARE(ended.code, 2);
    QCOMPARE(ended.out, QString());
    QCOMPARE(ended.err.count(u'\n'), 1);
    QVERIFY2(ended.err.contains(part), qPrintable(ended.err));
}

void StoreSettingsTest::theLifeOfLinksIsSet()
{
    QCOMPARE(run(u"link life get"_s).out, u"90\n"_s);
    QCOMPARE(run(u"link life set 30"_s).out, u"30\n"_s);
    QCOMPARE(run(u"link life get"_s).out, u"30\n"_s);
}

void StoreSettingsTest::confirmationsAreSwitchedOff()
{
    QCOMPARE(run(u"confirmations get"_s).out, u"on\n"_s);
    QCOMPARE(run(u"confirmations set off"_s).out, u"off\n"_s);
    QCOMPARE(run(u"confirmations get"_s).out, u"off\n"_s);
}

void StoreSettingsTest::reasonsStartWithTheBuiltInList()
{
    const Ended all = run(u"reasons list"_s);
    const Ended staff = run(u"reasons list --audience staff"_s);

    QCOMPARE(all.code, 0);
    QVERIFY2(all.out.startsWith(u"customer\tordered_by_mistake\tar\t"_s), qPrintable(all.out));
    QVERIFY(all.out.contains(u"staff\tother\ten\tOther\n"_s));
    QCOMPARE(staff.out.count(u'\n') * 2, all.out.count(u'\n'));
}

void StoreSettingsTest::aReasonIsAddedChangedAndRemoved()
{
    QCOMPARE(run(u"reasons set moved Moved --audience customer"_s).code, 0);
    const Ended german = run(u"reasons set moved Umgezogen --audience customer --language de"_s);
    const Ended removed = run(u"reasons remove other --audience customer"_s);
    const Ended listed = run(u"reasons list --audience customer"_s);
    const Ended unknown = run(u"reasons remove nothing --audience customer"_s);
    const Ended oneLanguage = run(u"reasons remove moved --audience customer --language de"_s);

    QVERIFY2(german.out.endsWith(u"customer\tmoved\tde\tUmgezogen\ncustomer\tmoved\ten\tMoved\n"_s),
             qPrintable(german.out));
    QCOMPARE(removed.out, listed.out);
    QVERIFY(!listed.out.contains(u"\tother\t"_s));
    QVERIFY(listed.out.contains(u"\tordered_by_mistake\t"_s));
    QVERIFY(run(u"reasons list --audience staff"_s).out.contains(u"\tother\t"_s));
    QCOMPARE(unknown.code, 1);
    QVERIFY(oneLanguage.out.endsWith(u"customer\tmoved\ten\tMoved\n"_s));
    QVERIFY(!oneLanguage.out.contains(u"Umgezogen"_s));
}

void StoreSettingsTest::withoutAnyReasonTheBuiltInListIsBack()
{
    const QString builtIn = run(u"reasons list --audience staff"_s).out;
    for (const QString &code : {u"ordered_by_mistake"_s, u"items_arriving_late"_s,
                                u"incorrect_shipping_address"_s, u"out_of_stock"_s, u"payment_issue"_s})
        QCOMPARE(run(u"reasons remove %1 --audience staff"_s.arg(code)).code, 0);
    QCOMPARE(run(u"reasons list --audience staff"_s).out.count(u'\n'), 3); // "other" in three languages

    QCOMPARE(run(u"reasons remove other --audience staff"_s).out, builtIn);
}

void StoreSettingsTest::changesAreInTheAuditLog()
{
    QCOMPARE(run(u"link life set 30"_s).code, 0);
    QCOMPARE(run(u"reasons set moved Moved --audience staff"_s).code, 0);

    const QStringList lines = run(u"audit export"_s).out.trimmed().split(u'\n');

    const QJsonObject setting = QJsonDocument::fromJson(lines.at(0).toUtf8()).object();
    const QJsonObject reason = QJsonDocument::fromJson(lines.at(1).toUtf8()).object();
    QCOMPARE(setting[u"action"_s].toString(), u"setting.changed"_s);
    QCOMPARE(setting[u"object"_s].toString(), u"link_days"_s);
    QCOMPARE(setting[u"detail"_s].toString(), u"30"_s);
    QCOMPARE(reason[u"action"_s].toString(), u"reasons.changed"_s);
    QCOMPARE(reason[u"object"_s].toString(), u"moved"_s);
    QCOMPARE(run(u"audit verify"_s).code, 0);
}

void StoreSettingsTest::aWebhookSecretIsShownOnceAndRenewed()
{
    qputenv("MERCHANT_STORE_ENGINE_SECRET", "engine password");
    const Ended added =
        run(u"engine add vendure --url http://127.0.0.1:1/admin-api --user store --untested"_s);
    qunsetenv("MERCHANT_STORE_ENGINE_SECRET");
    QVERIFY2(added.code == 0, qPrintable(added.err));
    const QString id = added.out.trimmed();

    const Ended first = run(u"engine webhook %1 --public-url https://orders.example.com/"_s.arg(id));
    const Ended second = run(u"engine webhook %1"_s.arg(id));
    const Ended unknown = run(u"engine webhook nothing"_s);

    QVERIFY2(first.out.startsWith(u"https://orders.example.com/v1/webhooks/%1\nwhsec_"_s.arg(id)),
             qPrintable(first.out + first.err));
    QVERIFY(first.out.section(u'\n', 1, 1) != second.out.section(u'\n', 1, 1));
    QCOMPARE(unknown.code, 1);
    QVERIFY(!run(u"engine list"_s).out.contains(u"whsec_"_s));
    QVERIFY(run(u"audit export"_s).out.contains(u"engine.webhook_renewed"_s));
}

QTEST_GUILESS_MAIN(StoreSettingsTest)
#include "tst_storesettings.moc"
