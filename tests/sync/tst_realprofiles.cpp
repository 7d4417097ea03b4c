// SPDX-License-Identifier: Apache-2.0
// Signing in and out, several stores, and their languages, with a real merchant-store.
#include "tests/support/realconsole.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QDirIterator>

using namespace mc;
using namespace mc::test;

class RealProfilesTest final : public RealStore
{
    Q_OBJECT
private slots:
    void init() { start(); }
    void cleanup() { stop(); }
    void aWrongPasswordIsOneSentence();
    void signingOutRemovesTheOrders();
    void aSignedOutProfileShowsNothingAndAsksForASignIn();
    void withoutAKeychainTheOrdersCanBeReadAndRequestsWait();
    void anotherProfilesRequestsAreSentWhileItIsNotShown();
    void reasonsComeInTheLanguageOfTheWindows();
};

void RealProfilesTest::aWrongPasswordIsOneSentence()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    QSignalSpy failed(console.get(), &ConsoleService::signInFailed);

    console->signIn(m_store->url, m_store->email, QStringLiteral("not the password"), false);

    QVERIFY(failed.wait(Patience));
    QCOMPARE(failed.at(0).at(0).toString(), QStringLiteral("E-mail or password is not right."));
    shutDown(console);
}

void RealProfilesTest::signingOutRemovesTheOrders()
{
    const QString folder = m_folder->filePath(QStringLiteral("console"));
    auto console = makeConsole(folder, m_secrets);
    signIn(*console);

    console->signOut();

    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().link, SyncStatus::Link::SignedOut, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console->store(), Patience);
    QCOMPARE(console->orders().rowCount(), 0);
    QDirIterator files(folder, {QStringLiteral("*.sqlite*")}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY2(!files.hasNext(), qPrintable(files.hasNext() ? files.next() : QString()));
    shutDown(console);
}

void RealProfilesTest::aSignedOutProfileShowsNothingAndAsksForASignIn()
{
    const QString folder = m_folder->filePath(QStringLiteral("console"));
    auto console = makeConsole(folder, m_secrets);
    signIn(*console);
    const QString profile = console->currentProfile();
    console->signOut();
    QTRY_VERIFY_WITH_TIMEOUT(!console->store(), Patience);
    shutDown(console);
    console = makeConsole(folder, m_secrets);

    console->useProfile(profile);

    QTRY_COMPARE_WITH_TIMEOUT(console->currentProfile(), profile, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console->syncStatus().problem.isEmpty(), Patience);
    QCOMPARE(console->syncStatus().link, SyncStatus::Link::SignedOut);
    QVERIFY(!console->store());
    QCOMPARE(console->orders().rowCount(), 0);
    signIn(*console);
    shutDown(console);
}

void RealProfilesTest::withoutAKeychainTheOrdersCanBeReadAndRequestsWait()
{
    const QString folder = m_folder->filePath(QStringLiteral("console"));
    auto console = makeConsole(folder, m_secrets);
    signIn(*console, false);
    shutDown(console);

    console = makeConsole(folder, m_secrets);
    QTRY_COMPARE_WITH_TIMEOUT(console->orders().rowCount(), Orders, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().link, SyncStatus::Link::SignedOut, Patience);
    QVERIFY(console->syncStatus().lastSuccessUtc.isValid());
    QTRY_VERIFY_WITH_TIMEOUT(cancellable(*console).isLoaded, Patience);
    const OrderRow row = cancellable(*console);
    QSignalSpy queued(console.get(), &ConsoleService::cancellationsQueued);
    console->cancelOrders(cancel(row));
    QVERIFY(queued.wait(Patience));
    QVERIFY(queued.at(0).at(0).value<QueuedCancellations>().isOffline);
    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().waitingToBeSent, 1, Patience);
    QVERIFY(storeOrder(row.id).cancellations.isEmpty());

    signIn(*console, false);

    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().waitingToBeSent, 0, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(storeOrder(row.id).cancellations.size(), 1, Patience);
    shutDown(console);
}

void RealProfilesTest::anotherProfilesRequestsAreSentWhileItIsNotShown()
{
    StoreProcess second(qEnvironmentVariable("MERCHANT_STORE", QStringLiteral(MC_STORE)));
    QVERIFY(second.start(m_folder->filePath(QStringLiteral("second")), Orders, QStringLiteral("0.5")));
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    signIn(*console);
    const QString first = console->currentProfile();
    const OrderRow row = cancellable(*console);
    m_store->kill();
    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().link, SyncStatus::Link::Offline, Patience);
    console->cancelOrders(cancel(row));
    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().waitingToBeSent, 1, Patience);
    QSignalSpy signedIn(console.get(), &ConsoleService::signedIn);
    console->signIn(second.url, second.email, second.password, false);
    QVERIFY(signedIn.wait(Patience));
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(*console), Patience);
    const auto waiting = [&console, &first] {
        for (const StoreProfile &profile : console->profiles()) {
            if (profile.id == first)
                return profile.waitingToBeSent;
        }
        return -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, Patience);

    QVERIFY(m_store->start(m_folder->filePath(QStringLiteral("store")), Orders, QStringLiteral("0.5")));

    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(storeOrder(row.id).cancellations.size(), 1, Patience);
    QVERIFY(console->currentProfile() != first);
    QVERIFY(isOnline(*console));
    console->useProfile(first); // and there it is confirmed
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(*console) && console->rowOf(row.id) >= 0, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, console->rowOf(row.id)).itemStatus, ItemStatus::Cancelled,
                              Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!rowAt(*console, console->rowOf(row.id)).pending, Patience);
    QCOMPARE(storeOrder(row.id).cancellations.size(), 1);
    shutDown(console);
}

void RealProfilesTest::reasonsComeInTheLanguageOfTheWindows()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    console->setLocale(QLocale(QLocale::German));
    signIn(*console);
    QTRY_COMPARE_WITH_TIMEOUT(console->store()->reasons.value(0).text,
                              QStringLiteral("Versehentlich bestellt"), Patience);

    console->setLocale(QLocale(QLocale::English)); // while it is connected

    QTRY_COMPARE_WITH_TIMEOUT(console->store()->reasons.value(0).text, QStringLiteral("Ordered by mistake"),
                              Patience);
    QVERIFY(isOnline(*console));
    shutDown(console);
}

QTEST_GUILESS_MAIN(RealProfilesTest)
#include "tst_realprofiles.moc"
