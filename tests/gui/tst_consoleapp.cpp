// SPDX-License-Identifier: Apache-2.0
#include "app/console/consoleoptions.h"
#include "app/console/demostore.h"
#include "app/console/onewindow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace mc {
namespace {

// JSON with its quotes, which moc reads badly in a raw string.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

class ConsoleAppTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void optionsAreRead()
    {
        const ParsedOptions parsed =
            parseOptions({QStringLiteral("merchant-console"), QStringLiteral("--lang"), QStringLiteral("ar"),
                          QStringLiteral("--store"), QStringLiteral("https://orders.shop.example")},
                         QStringLiteral("/data"));

        const ConsoleOptions expected{false, QStringLiteral("/data"),
                                      QUrl(QStringLiteral("https://orders.shop.example")),
                                      QStringLiteral("ar")};
        QCOMPARE(parsed.options, expected);
        QCOMPARE(parsed.message, QString());
    }

    void theDemoHasAProfileOfItsOwn()
    {
        const ParsedOptions parsed = parseOptions(
            {QStringLiteral("merchant-console"), QStringLiteral("--demo")}, QStringLiteral("/data"));

        QVERIFY(parsed.options.isDemo);
        QCOMPARE(parsed.options.profileFolder, QStringLiteral("/data/demo"));
    }

    void aMistakeIsOneLineAndExitCode2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("stray argument") << QStringList{QStringLiteral("file")};
        QTest::newRow("language") << QStringList{QStringLiteral("--lang"), QStringLiteral("xx")};
        QTest::newRow("clear text to elsewhere")
            << QStringList{QStringLiteral("--store"), QStringLiteral("http://shop.example")};
        QTest::newRow("two stores") << QStringList{QStringLiteral("--demo"), QStringLiteral("--store"),
                                                   QStringLiteral("https://shop.example")};
    }
    void aMistakeIsOneLineAndExitCode2()
    {
        QFETCH(QStringList, arguments);

        const ParsedOptions parsed = parseOptions(QStringList{QStringLiteral("merchant-console")} + arguments,
                                                  QStringLiteral("/data"));

        QCOMPARE(parsed.exitCode, 2);
        QCOMPARE(parsed.message.count(u'\n'), 1);
        QVERIFY(parsed.message.startsWith(QLatin1String("merchant-console: ")));
    }

    void helpIsNoMistake()
    {
        const ParsedOptions parsed = parseOptions(
            {QStringLiteral("merchant-console"), QStringLiteral("--help")}, QStringLiteral("/data"));

        QCOMPARE(parsed.exitCode, 0);
        QVERIFY(parsed.message.contains(QLatin1String("--demo")));
    }

    void onlyAReadyDemoStoreIsBelieved_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isReady");
        QTest::newRow("ready") << quoted(
            "{'ready':true,'url':'http://127.0.0.1:4711','demo':{'email':'a@b.c','password':'p'}}")
                               << true;
        QTest::newRow("not ready") << quoted(
            "{'ready':false,'url':'http://127.0.0.1:1','demo':{'email':'a','password':'p'}}")
                                   << false;
        QTest::newRow("no demo") << quoted("{'ready':true,'url':'http://127.0.0.1:4711'}") << false;
        QTest::newRow("no host") << quoted("{'ready':true,'url':'x','demo':{'email':'a','password':'p'}}")
                                 << false;
        QTest::newRow("a log line") << QByteArray("listening on 4711") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }
    void onlyAReadyDemoStoreIsBelieved()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, isReady);

        QCOMPARE(readReadyLine(line).has_value(), isReady);
    }

    void aMissingStoreProgramIsSaid()
    {
        const QTemporaryDir folder;
        DemoStore store(findStoreProgram(folder.path()), folder.path());
        QSignalSpy failed(&store, &DemoStore::failed);

        store.start();

        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("merchant-store is missing")));
    }

    void aStoreThatEndsAtOnceIsSaid()
    {
        const QTemporaryDir folder;
        DemoStore store(QStringLiteral("/bin/false"), folder.path());
        QSignalSpy failed(&store, &DemoStore::failed);

        store.start();

        QTRY_COMPARE(failed.size(), 1);
    }

    void aSecondStartRaisesTheFirstWindow()
    {
        const QTemporaryDir folder;
        OneWindow first(folder.path());
        QSignalSpy raised(&first, &OneWindow::raiseRequested);
        QCOMPARE(first.start(), OneWindow::Start::First);

        OneWindow second(folder.path());

        QCOMPARE(second.start(), OneWindow::Start::Second);
        QTRY_COMPARE(raised.size(), 1);
    }

    void anotherProfileStartsBesideIt()
    {
        const QTemporaryDir one;
        const QTemporaryDir two;
        OneWindow first(one.path());
        OneWindow second(two.path());

        QCOMPARE(first.start(), OneWindow::Start::First);
        QCOMPARE(second.start(), OneWindow::Start::First);
    }
};

} // namespace mc

QTEST_GUILESS_MAIN(mc::ConsoleAppTest)
#include "tst_consoleapp.moc"
