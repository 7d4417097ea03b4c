// SPDX-License-Identifier: Apache-2.0
// Orders and cancellations between a real merchant-store and the console without its windows.
#include "tests/support/realconsole.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(file, target);
    }
}

} // namespace

class RealStoreTest final : public RealStore
{
    Q_OBJECT
private slots:
    void init() { start(); }
    void cleanup() { stop(); }
    void theFirstSyncBringsAllOrders();
    void aCancellationByTheApiAppearsWithoutAReset();
    void aCancellationIsConfirmedByTheStore();
    void undoneInTimeNothingIsSent();
    void queuedOfflineItIsSentOnceWhenTheStoreIsBack();
    void killedWithAQueuedCancellationTheNextStartSendsItOnce();
    void aRestoredStoreIsNoticedAndAskedAgain();
    void theExportHasEveryOrder();
};

void RealStoreTest::theFirstSyncBringsAllOrders()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    const QAbstractItemModelTester tester(&console->orders(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);

    signIn(*console);

    QCOMPARE(console->queryState().count, Orders);
    QVERIFY(console->store().has_value());
    QVERIFY(console->syncStatus().lastSuccessUtc.isValid());
    QTRY_VERIFY(rowAt(*console, Orders - 1).isLoaded);
    QVERIFY(rowAt(*console, 0).placedAtUtc >= rowAt(*console, Orders - 1).placedAtUtc);
    shutDown(console);

    // The next start needs no sign-in, and no network for what is already here.
    m_store->stop();
    console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    QTRY_COMPARE_WITH_TIMEOUT(console->orders().rowCount(), Orders, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().link, SyncStatus::Link::Offline, Patience);
    QVERIFY(!console->syncStatus().problem.isEmpty());
    shutDown(console);
}

void RealStoreTest::aCancellationByTheApiAppearsWithoutAReset()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    signIn(*console);
    const OrderRow row = cancellable(*console);
    QVERIFY(row.isLoaded);
    const QPersistentModelIndex index = console->orders().index(console->rowOf(row.id), 0);
    QSignalSpy reset(&console->orders(), &QAbstractItemModel::modelReset);
    Transport transport(m_network, m_store->url);
    transport.setToken(token());
    SendCancellation call(transport, OperationId(newUuid7()), row.id, R"({"reasonCode":"other"})", nullptr);

    call.start();

    QTRY_COMPARE_WITH_TIMEOUT(index.data(OrderRowRole).value<OrderRow>().itemStatus, ItemStatus::Cancelled,
                              Patience);
    QCOMPARE(reset.size(), 0);
    QVERIFY(index.isValid());
    shutDown(console);
}

void RealStoreTest::aCancellationIsConfirmedByTheStore()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    signIn(*console);
    const OrderRow row = cancellable(*console);
    QSignalSpy queued(console.get(), &ConsoleService::cancellationsQueued);

    console->cancelOrders(cancel(row));

    QVERIFY(queued.wait(Patience));
    QCOMPARE(queued.at(0).at(0).value<QueuedCancellations>().numbers, QStringList{row.number});
    const int at = console->rowOf(row.id);
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, at).itemStatus, ItemStatus::CancellationRequested, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, at).itemStatus, ItemStatus::Cancelled, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!rowAt(*console, at).pending, Patience);
    const Order order = storeOrder(row.id);
    QCOMPARE(order.cancellations.size(), 1);
    QCOMPARE(order.cancellations.at(0).comments, cancel(row).comments);
    QCOMPARE(console->syncStatus().waitingToBeSent, 0);
    shutDown(console);
}

void RealStoreTest::undoneInTimeNothingIsSent()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    signIn(*console);
    console->setUndoTime(60s);
    const OrderRow row = cancellable(*console);
    const int at = console->rowOf(row.id);
    QSignalSpy queued(console.get(), &ConsoleService::cancellationsQueued);
    QSignalSpy undone(console.get(), &ConsoleService::undone);
    console->cancelOrders(cancel(row));
    QVERIFY(queued.wait(Patience));
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, at).pending, std::optional(PendingState::Held), Patience);

    console->undo(queued.at(0).at(0).value<QueuedCancellations>().operations);

    QVERIFY(undone.wait(Patience));
    QCOMPARE(undone.at(0).at(1).toBool(), false);
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, at).itemStatus, row.itemStatus, Patience);
    shutDown(console);
    QVERIFY(storeOrder(row.id).cancellations.isEmpty());
}

void RealStoreTest::queuedOfflineItIsSentOnceWhenTheStoreIsBack()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    signIn(*console);
    const OrderRow row = cancellable(*console);
    const int at = console->rowOf(row.id);
    m_store->kill();
    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().link, SyncStatus::Link::Offline, Patience);
    QSignalSpy queued(console.get(), &ConsoleService::cancellationsQueued);

    console->cancelOrders(cancel(row));

    QVERIFY(queued.wait(Patience));
    QVERIFY(queued.at(0).at(0).value<QueuedCancellations>().isOffline);
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, at).pending, std::optional(PendingState::Queued), Patience);
    QCOMPARE(console->syncStatus().waitingToBeSent, 1);
    QVERIFY(m_store->start(m_folder->filePath(QStringLiteral("store")), Orders, QStringLiteral("0.5")));
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, at).itemStatus, ItemStatus::Cancelled, Patience);
    QCOMPARE(storeOrder(row.id).cancellations.size(), 1);
    shutDown(console);
}

void RealStoreTest::killedWithAQueuedCancellationTheNextStartSendsItOnce()
{
    const QString folder = m_folder->filePath(QStringLiteral("console"));
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--queue-and-wait"), folder, m_store->url.toString(), m_store->email,
                 m_store->password});
    while (!child.canReadLine())
        QVERIFY(child.waitForReadyRead(Patience));
    const OrderId id(QString::fromUtf8(child.readLine().trimmed()));
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished());
    QVERIFY(storeOrder(id).cancellations.isEmpty()); // it was still held

    auto console = makeConsole(folder, m_secrets);
    signIn(*console);

    QTRY_COMPARE_WITH_TIMEOUT(console->syncStatus().waitingToBeSent, 0, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(storeOrder(id).cancellations.size(), 1, Patience);
    shutDown(console);
}

void RealStoreTest::aRestoredStoreIsNoticedAndAskedAgain()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    signIn(*console);
    m_store->stop();
    const QString live = m_folder->filePath(QStringLiteral("store"));
    const QString backup = m_folder->filePath(QStringLiteral("backup"));
    copyFolder(live, backup);
    QVERIFY(m_store->start(live, Orders, QStringLiteral("0.5")));
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(*console), Patience);
    const OrderRow row = cancellable(*console);
    console->cancelOrders(cancel(row));
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, console->rowOf(row.id)).itemStatus, ItemStatus::Cancelled,
                              Patience);
    const OperationId operation = storeOrder(row.id).cancellations.at(0).operation;

    m_store->stop(); // the store comes back as it was before
    QVERIFY(m_store->start(backup, Orders, QStringLiteral("0.5")));

    QTRY_COMPARE_WITH_TIMEOUT(storeOrder(row.id).cancellations.size(), 1, Patience);
    QCOMPARE(storeOrder(row.id).cancellations.at(0).operation, operation);
    QTRY_COMPARE_WITH_TIMEOUT(rowAt(*console, console->rowOf(row.id)).itemStatus, ItemStatus::Cancelled,
                              Patience);
    shutDown(console);
}

void RealStoreTest::theExportHasEveryOrder()
{
    auto console = makeConsole(m_folder->filePath(QStringLiteral("console")), m_secrets);
    signIn(*console);
    QSignalSpy exported(console.get(), &ConsoleService::exported);
    const QString file = m_folder->filePath(QStringLiteral("orders.csv"));

    console->exportCsv(file);

    QVERIFY(exported.wait(Patience));
    QCOMPARE(exported.at(0).at(1).toInt(), Orders);
    QFile csv(file);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readLine().startsWith("Order ID,Order date,Customer,E-mail,Items"));
    QSet<QByteArray> numbers;
    while (!csv.atEnd()) {
        const QByteArray record = csv.readLine();
        if (record.startsWith("MC-"))
            numbers.insert(record.left(record.indexOf(',')));
    }
    QCOMPARE(numbers.size(), Orders);
    shutDown(console);
}

namespace {

// The child of the kill test: queues one cancellation that is still held, says so, and waits.
int queueAndWait(const QStringList &arguments)
{
    MemorySecretStore secrets;
    const auto console = makeConsole(arguments.at(2), secrets);
    console->setUndoTime(60s);
    console->signIn(QUrl(arguments.at(3)), arguments.at(4), arguments.at(5), false);
    OrderRow row;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, console.get(), [&] {
        row = isOnline(*console) ? cancellable(*console) : OrderRow();
        if (!row.isLoaded)
            return;
        look.stop();
        console->cancelOrders(cancel(row));
    });
    look.start(20ms);
    QObject::connect(console.get(), &ConsoleService::cancellationsQueued, console.get(), [&row] {
        std::printf("%s\n", qPrintable(row.id.toString()));
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 6 && arguments.at(1) == QStringLiteral("--queue-and-wait"))
        return queueAndWait(arguments);
    RealStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_realstore.moc"
