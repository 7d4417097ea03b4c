// SPDX-License-Identifier: Apache-2.0
// The program itself, as an operator starts it.
#include "domain/csv.h"
#include "tests/store/storeprogram.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mc::test;

namespace {

QByteArray signIn(const HttpProbe &probe)
{
    const ProbeAnswer session = probe.send("POST", "/v1/sessions", {{"Content-Type", "application/json"}},
                                           R"({"email":"kim@example.com","password":"correct horse"})");
    return "Bearer " + session.json()[u"token"_s].toString().toLatin1();
}

} // namespace

class StoreCliTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void badArgumentsAreAnsweredWithOneLine_data();
    void badArgumentsAreAnsweredWithOneLine();
    void helpNamesEveryCommand();
    void aMistypedFolderIsNotMade();
    void storesAreAddedAndListed();
    void severalStoresNeedAName();
    void staffNeedsAProperPassword();
    void aTokenIsShownOnceAndCanBeRevoked();
    void thePolicyIsChangedPieceByPiece();
    void exportedOrdersAreImportedAndLinked();
    void aBackupOpensLikeTheStore();
    void aRestoredBackupIsOfAnotherPast();
    void aCustomerIsErasedFromTheFiles();
    void sessionsAreListedAndEnded();
    void theAuditLogIsVerified();
    void theServiceAnswersUntilItIsTerminated();
    void theServiceEndsWithItsInput();

private:
    [[nodiscard]] Ended run(const QStringList &words, const QString &password = {}) const
    {
        return runProgram(words + QStringList{u"--data"_s, folder()}, password);
    }
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] QString importOrder();
    void addStore();
    [[nodiscard]] QString epochIn(const QString &folder);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void StoreCliTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void StoreCliTest::addStore()
{
    const Ended ended = run(
        {u"store"_s, u"add"_s, u"Tea & Co"_s, u"--time-zone"_s, u"Europe/Oslo"_s, u"--currency"_s, u"nok"_s});
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
}

void StoreCliTest::badArgumentsAreAnsweredWithOneLine_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("part"); // of the sentence
    QTest::newRow("nothing") << QString() << u"--help"_s;
    QTest::newRow("unknown command") << u"cook"_s << u"\"cook\""_s;
    QTest::newRow("half a command") << u"token"_s << u"add, list, revoke"_s;
    QTest::newRow("unknown option") << u"store list --data DATA --colour"_s << u"colour"_s;
    QTest::newRow("option without value") << u"store list --data"_s << u"data"_s;
    QTest::newRow("no folder") << u"store list"_s << u"--data"_s;
    QTest::newRow("too few arguments") << u"store add --data DATA"_s << u"<name>"_s;
    QTest::newRow("too many arguments") << u"store add one two --data DATA"_s << u"\"two\""_s;
    QTest::newRow("time zone") << u"store add one --time-zone Mars --data DATA"_s << u"--time-zone"_s;
    QTest::newRow("currency") << u"store add one --currency E1R --data DATA"_s << u"--currency"_s;
    QTest::newRow("not PostgreSQL") << u"store list --data DATA --db mysql://x"_s << u"--db"_s;
    QTest::newRow("e-mail") << u"staff add kim --data DATA"_s << u"\"kim\""_s;
    QTest::newRow("role") << u"staff add kim@example.com --role king --data DATA"_s << u"--role"_s;
    QTest::newRow("no password") << u"staff add kim@example.com --data DATA"_s
                                 << u"MERCHANT_STORE_PASSWORD"_s;
    QTest::newRow("no scopes") << u"token add shop --data DATA"_s << u"--scopes"_s;
    QTest::newRow("unknown scope") << u"token add shop --scopes all --data DATA"_s << u"\"all\""_s;
    QTest::newRow("policy") << u"policy set sometimes --data DATA"_s << u"automatic_then_ask"_s;
    QTest::newRow("policy's window") << u"policy set ask --window-minutes -1 --data DATA"_s
                                     << u"--window-minutes"_s;
    QTest::newRow("policy's default") << u"policy set ask --default maybe --data DATA"_s << u"--default"_s;
    QTest::newRow("link's base") << u"order link 1 --public-url nowhere --data DATA"_s << u"--public-url"_s;
    QTest::newRow("listen") << u"serve --listen localhost --data DATA"_s << u"--listen"_s;
    QTest::newRow("port") << u"serve --listen 127.0.0.1:70000 --data DATA"_s << u"--listen"_s;
    QTest::newRow("public address") << u"serve --public-url ftp://x --data DATA"_s << u"--public-url"_s;
    QTest::newRow("proxy") << u"serve --trusted-proxy 10/99 --data DATA"_s << u"--trusted-proxy"_s;
    QTest::newRow("half of TLS") << u"serve --tls-cert a.pem --data DATA"_s << u"--tls-key"_s;
    QTest::newRow("mail server") << u"serve --smtp mail --data DATA"_s << u"--smtp"_s;
    QTest::newRow("interval") << u"serve --engine-interval soon --data DATA"_s << u"--engine-interval"_s;
    QTest::newRow("delay") << u"serve --processing-delay -1 --listen 127.0.0.1:0 --data DATA"_s
                           << u"--processing-delay"_s;
    QTest::newRow("sample orders") << u"serve --demo many --listen 127.0.0.1:0 --data DATA"_s << u"--demo"_s;
}

void StoreCliTest::badArgumentsAreAnsweredWithOneLine()
{
    QFETCH(QString, words);
    QFETCH(const QString, part);
    words.replace(u"DATA"_s, folder());

    const Ended ended = runProgram(words.split(u' ', Qt::SkipEmptyParts));

    QCOMPARE(ended.code, 2);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.err.startsWith(u"merchant-store: "_s), qPrintable(ended.err));
    QCOMPARE(ended.err.count(u'\n'), 1);
    QVERIFY2(ended.err.contains(part), qPrintable(ended.err));
}

void StoreCliTest::helpNamesEveryCommand()
{
    const Ended ended = runProgram({u"--help"_s});
    const Ended serve = runProgram({u"serve"_s, u"--help"_s});

    QCOMPARE(ended.code, 0);
    for (const QString &name : {u"serve"_s, u"store add"_s, u"staff add"_s, u"token revoke"_s,
                                u"policy set"_s, u"order link"_s, u"import"_s, u"backup"_s})
        QVERIFY2(ended.out.contains(QString(u"  "_s + name + u' ')), qPrintable(name));
    QCOMPARE(serve.code, 0);
    QVERIFY(serve.out.contains(u"--exit-with-stdin"_s));
}

void StoreCliTest::aMistypedFolderIsNotMade()
{
    const Ended listed = run({u"store"_s, u"list"_s});
    const Ended backedUp = run({u"backup"_s, m_folder->filePath(u"copy.sqlite"_s)});

    QCOMPARE(listed.code, 1);
    QVERIFY2(listed.err.contains(folder()), qPrintable(listed.err));
    QCOMPARE(backedUp.code, 1);
    QVERIFY(!QFile::exists(folder()));
    QVERIFY(!QFile::exists(m_folder->filePath(u"copy.sqlite"_s)));
}

void StoreCliTest::storesAreAddedAndListed()
{
    const Ended added = run(
        {u"store"_s, u"add"_s, u"Tea & Co"_s, u"--time-zone"_s, u"Europe/Oslo"_s, u"--currency"_s, u"nok"_s});
    const Ended listed = run({u"store"_s, u"list"_s});

    QCOMPARE(added.code, 0);
    QCOMPARE(listed.code, 0);
    QCOMPARE(listed.out, QString(added.out.trimmed() + u"\tTea & Co\tEurope/Oslo\tNOK\n"_s));
}

void StoreCliTest::severalStoresNeedAName()
{
    addStore();
    QCOMPARE(run({u"store"_s, u"add"_s, u"Second"_s}).code, 0);

    const Ended vague = run({u"policy"_s, u"get"_s});
    const Ended named = run({u"policy"_s, u"get"_s, u"--store"_s, u"Second"_s});
    const Ended unknown = run({u"policy"_s, u"get"_s, u"--store"_s, u"Third"_s});

    QCOMPARE(vague.code, 2);
    QVERIFY2(vague.err.contains(u"--store"_s), qPrintable(vague.err));
    QCOMPARE(named.code, 0);
    QCOMPARE(unknown.code, 1);
}

void StoreCliTest::staffNeedsAProperPassword()
{
    addStore();
    const QStringList words{u"staff"_s, u"add"_s, u"kim@example.com"_s, u"--role"_s, u"admin"_s};

    const Ended tooShort = run(words, u"short"_s);
    const Ended added = run(words, u"correct horse"_s);
    const Ended twice = run(words, u"correct horse"_s);
    const Ended listed = run({u"staff"_s, u"list"_s});

    QCOMPARE(tooShort.code, 2);
    QCOMPARE(added.code, 0);
    QCOMPARE(twice.code, 1);
    QCOMPARE(listed.out, QString(added.out.trimmed() + u"\tkim@example.com\tkim\tadmin\tactive\n"_s));
    QCOMPARE(run({u"staff"_s, u"disable"_s, u"Kim@example.com"_s}).code, 0);
    QVERIFY(run({u"staff"_s, u"list"_s}).out.endsWith(u"\tdisabled\n"_s));
}

void StoreCliTest::aTokenIsShownOnceAndCanBeRevoked()
{
    addStore();

    const Ended added =
        run({u"token"_s, u"add"_s, u"Shop"_s, u"--scopes"_s, u"orders:write,cancellations:write"_s});
    const QStringList listed = run({u"token"_s, u"list"_s}).out.trimmed().split(u'\t');
    const Ended revoked = run({u"token"_s, u"revoke"_s, listed.first()});
    const Ended again = run({u"token"_s, u"revoke"_s, u"nobody"_s});

    QCOMPARE(added.code, 0);
    QVERIFY(added.out.trimmed().size() >= 32);
    QCOMPARE(listed.mid(1), QStringList({u"Shop"_s, u"cancellations:write,orders:write"_s, u"active"_s}));
    QVERIFY(!listed.contains(added.out.trimmed()));
    QCOMPARE(revoked.code, 0);
    QVERIFY(run({u"token"_s, u"list"_s}).out.endsWith(u"\trevoked\n"_s));
    QCOMPARE(again.code, 1);
}

void StoreCliTest::thePolicyIsChangedPieceByPiece()
{
    addStore();

    const Ended mode = run({u"policy"_s, u"set"_s, u"ask"_s});
    const Ended deadline =
        run({u"policy"_s, u"set"_s, u"--deadline-hours"_s, u"12"_s, u"--default"_s, u"accept"_s});
    const Ended now = run({u"policy"_s, u"get"_s});

    QCOMPARE(mode.code, 0);
    QCOMPARE(deadline.code, 0);
    QCOMPARE(now.out, deadline.out);
    QVERIFY2(now.out.startsWith(u"mode\task\n"_s), qPrintable(now.out));
    QVERIFY2(now.out.endsWith(u"deadline-hours\t12\ndefault\taccept\n"_s), qPrintable(now.out));
}

/// What the console exports; the summary that the import printed.
QString StoreCliTest::importOrder()
{
    const QMap<QString, QString> fields{
        {u"Order ID"_s, u"W-1"_s},        {u"Order date"_s, u"2026-11-20T13:28:00Z"_s},
        {u"Customer"_s, u"Mia Berg"_s},   {u"E-mail"_s, u"mia@example.com"_s},
        {u"Items"_s, u"2 × Mug; Tea"_s},  {u"Item status"_s, u"not_shipped"_s},
        {u"Payment status"_s, u"paid"_s}, {u"Amount"_s, u"35.00"_s},
        {u"Currency"_s, u"EUR"_s},
    };
    QStringList record;
    for (const QString &name : mc::orderExportHeader())
        record.append(fields.value(name));
    QFile file(m_folder->filePath(u"orders.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(mc::csvRecord(mc::orderExportHeader()) + mc::csvRecord(record));
    file.close();
    return run({u"import"_s, file.fileName()}).out;
}

void StoreCliTest::exportedOrdersAreImportedAndLinked()
{
    addStore();

    const QString first = importOrder();
    const QString second = importOrder();
    const Ended link =
        run({u"order"_s, u"link"_s, u"W-1"_s, u"--public-url"_s, u"https://orders.example.com"_s});
    const Ended unknown = run({u"order"_s, u"link"_s, u"W-2"_s});

    QCOMPARE(first, u"1 created, 0 updated, 0 unchanged, 0 with problems\n"_s);
    QCOMPARE(second, u"0 created, 0 updated, 1 unchanged, 0 with problems\n"_s);
    QVERIFY2(link.out.startsWith(u"https://orders.example.com/o/"_s), qPrintable(link.out + link.err));
    const QString audit = run({u"audit"_s, u"export"_s}).out;
    QVERIFY2(audit.contains(u"\"action\":\"orders.imported\",\"actorId\":\"operator\""_s), qPrintable(audit));
    QCOMPARE(unknown.code, 1);
    QCOMPARE(unknown.err.count(u'\n'), 1);
    QCOMPARE(run({u"import"_s, u"/nowhere.csv"_s}).code, 1);
}

void StoreCliTest::aBackupOpensLikeTheStore()
{
    addStore();
    const QString copy = m_folder->filePath(u"copy.sqlite"_s);

    const Ended saved = run({u"backup"_s, copy});
    const Ended again = run({u"backup"_s, copy});

    QVERIFY2(saved.code == 0, qPrintable(saved.err));
    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains(u"left alone"_s));
    const QString restored = m_folder->filePath(u"restored"_s);
    QVERIFY(QDir().mkpath(restored));
    QVERIFY(QFile::copy(copy, QDir(restored).filePath(u"store.sqlite"_s)));
    QCOMPARE(runProgram({u"store"_s, u"list"_s, u"--data"_s, restored}).out,
             run({u"store"_s, u"list"_s}).out);
}

/// What the consoles of a store in that folder are told.
QString StoreCliTest::epochIn(const QString &folder)
{
    Service service;
    if (!service.start(folder))
        return {};
    const HttpProbe probe = service.probe();
    return probe.send("GET", "/v1/store", {{"Authorization", signIn(probe)}}).json()[u"epoch"_s].toString();
}

void StoreCliTest::aRestoredBackupIsOfAnotherPast()
{
    addStore();
    QCOMPARE(run({u"staff"_s, u"add"_s, u"kim@example.com"_s}, u"correct horse"_s).code, 0);
    const QString copy = m_folder->filePath(u"copy.sqlite"_s);
    QCOMPARE(run({u"backup"_s, copy}).code, 0);
    const QString restored = m_folder->filePath(u"restored"_s);
    QVERIFY(QDir().mkpath(restored));
    const QStringList words{u"restore"_s, copy, u"--data"_s, restored};

    const Ended keyless = runProgram(words);
    QVERIFY(QFile::copy(QDir(folder()).filePath(u"master.key"_s), QDir(restored).filePath(u"master.key"_s)));
    const Ended done = runProgram(words);
    const Ended again = runProgram(words);
    const QString first = epochIn(restored);
    const Ended byHand = runProgram({u"restore"_s, u"--data"_s, restored});

    QCOMPARE(keyless.code, 1);
    QVERIFY2(keyless.err.contains(u"master.key"_s), qPrintable(keyless.err));
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QCOMPARE(again.code, 1);
    QVERIFY2(again.err.contains(u"left alone"_s), qPrintable(again.err));
    QVERIFY(!first.isEmpty());
    QVERIFY(first != epochIn(folder()));
    QCOMPARE(byHand.code, 0);
    QVERIFY(epochIn(restored) != first);
    QCOMPARE(runProgram({u"audit"_s, u"verify"_s, u"--data"_s, restored}).code, 0);
}

void StoreCliTest::aCustomerIsErasedFromTheFiles()
{
    addStore();
    QVERIFY(importOrder().startsWith(u"1 created"_s));
    QFile::remove(m_folder->filePath(u"orders.csv"_s));
    const auto isNamed = [this] {
        bool isFound = false;
        for (const QFileInfo &file : QDir(folder()).entryInfoList(QDir::Files)) {
            QFile content(file.filePath());
            isFound =
                isFound || (content.open(QIODevice::ReadOnly) && content.readAll().contains("Mia Berg"));
        }
        return isFound;
    };
    QVERIFY(isNamed());

    const Ended unknown = run({u"customer"_s, u"erase"_s, u"ada@example.com"_s});
    const Ended vague = run({u"customer"_s, u"erase"_s});
    const Ended erased = run({u"customer"_s, u"erase"_s, u"Mia@example.com"_s});

    QCOMPARE(unknown.code, 1);
    QCOMPARE(vague.code, 2);
    QCOMPARE(erased.code, 0);
    QCOMPARE(erased.out, u"1 order(s) erased\n"_s);
    QVERIFY(!isNamed());
    QVERIFY(run({u"audit"_s, u"export"_s}).out.contains(u"customer.erased"_s));
    QCOMPARE(run({u"customer"_s, u"erase"_s, u"--order"_s, u"W-1"_s}).code, 0);
}

void StoreCliTest::sessionsAreListedAndEnded()
{
    addStore();
    QCOMPARE(run({u"staff"_s, u"add"_s, u"kim@example.com"_s}, u"correct horse"_s).code, 0);
    Service service;
    QVERIFY(service.start(folder()));
    const HttpProbe probe = service.probe();
    const auto status = [&](const QByteArray &who) {
        return probe.send("GET", "/v1/store", {{"Authorization", who}}).status;
    };
    const QByteArray first = signIn(probe);
    const QByteArray second = signIn(probe);

    const QStringList listed =
        run({u"staff"_s, u"sessions"_s, u"kim@example.com"_s}).out.trimmed().split(u'\n');
    QCOMPARE(listed.size(), 2);
    QVERIFY2(listed.first().contains(u"\tkim@example.com\t"_s), qPrintable(listed.first()));
    const Ended one = run({u"staff"_s, u"sign-out"_s, listed.first().section(u'\t', 0, 0)});
    QCOMPARE(one.out, u"1 session(s) ended\n"_s);
    QCOMPARE((status(first) == 200) + (status(second) == 200), 1);
    QCOMPARE(run({u"staff"_s, u"sign-out"_s, u"kim@example.com"_s}).code, 0);
    QCOMPARE(status(first), 401);
    QCOMPARE(status(second), 401);
    QCOMPARE(run({u"staff"_s, u"sign-out"_s, u"nobody@example.com"_s}).code, 1);
}

void StoreCliTest::theAuditLogIsVerified()
{
    addStore();
    QCOMPARE(run({u"policy"_s, u"set"_s, u"off"_s}).code, 0);

    const Ended verified = run({u"audit"_s, u"verify"_s});
    const Ended exported = run({u"audit"_s, u"export"_s});

    QCOMPARE(verified.code, 0);
    QVERIFY(verified.out.contains(u"unchanged"_s));
    const QJsonObject last =
        QJsonDocument::fromJson(exported.out.trimmed().section(u'\n', -1).toUtf8()).object();
    QCOMPARE(last[u"actorId"_s].toString(), u"operator"_s);
}

void StoreCliTest::theServiceAnswersUntilItIsTerminated()
{
    addStore();
    QCOMPARE(run({u"staff"_s, u"add"_s, u"kim@example.com"_s}, u"correct horse"_s).code, 0);
    Service service;
    QVERIFY(service.start(folder()));

    const ProbeAnswer health = service.probe().send("GET", "/v1/health");
    const ProbeAnswer session =
        service.probe().send("POST", "/v1/sessions", {{"Content-Type", "application/json"}},
                             R"({"email":"kim@example.com","password":"correct horse"})");
    const QByteArray token = session.json()[u"token"_s].toString().toLatin1();
    const ProbeAnswer store =
        service.probe().send("GET", "/v1/store", {{"Authorization", "Bearer " + token}});
    service.process.terminate();

    QCOMPARE(health.status, 200);
    QCOMPARE(health.json()[u"ok"_s].toBool(), true);
    QVERIFY(!health.json()[u"version"_s].toString().isEmpty());
    QCOMPARE(session.status, 201);
    QCOMPARE(store.json()[u"name"_s].toString(), u"Tea & Co"_s);
    QVERIFY(service.process.waitForFinished(15'000));
    QCOMPARE(service.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(service.process.exitCode(), 0);
}

void StoreCliTest::theServiceEndsWithItsInput()
{
    Service service;
    QVERIFY(service.start(folder(),
                          {u"--exit-with-stdin"_s, u"--demo"_s, u"20"_s, u"--processing-delay"_s, u"0.5"_s}));
    QVERIFY(!service.ready[u"demo"_s][u"password"_s].toString().isEmpty());

    service.process.closeWriteChannel();

    QVERIFY(service.process.waitForFinished(15'000));
    QCOMPARE(service.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(service.process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(StoreCliTest)
#include "tst_storecli.moc"
