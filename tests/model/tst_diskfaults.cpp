// SPDX-License-Identifier: Apache-2.0
// What the proofs "io", "powerloss" and "migrate" found once, each in one step.
#include "storage/cachefile.h"
#include "storage/outbox.h"
#include "tests/proofs/support/faultvfs.h"
#include "tests/support/orders.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::proof;
using namespace mc::test;

class DiskFaultsTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aTransactionThatDoesNotBeginChangesNothing();
    void aListThatBreaksOffIsAnError();
    void aRepairWithoutSpaceIsDoneAgain();
    void aRepairThatWasKilledIsFinished();
    void aNewerFileKeepsEveryByte_data();
    void aNewerFileKeepsEveryByte();

private:
    [[nodiscard]] std::unique_ptr<Outbox> open() const
    {
        auto outbox = Outbox::open(m_file);
        return outbox ? std::move(*outbox) : nullptr;
    }
    void damage() const;

    FaultDisk m_disk;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

QList<OutboxRow> rows(int from, int count)
{
    QList<OutboxRow> rows;
    const QDateTime now = at("2026-11-20T14:00:00Z");
    for (int i = from; i < from + count; ++i) {
        const QString id = QString::number(i).rightJustified(4, QLatin1Char('0'));
        rows.append({OperationId(QStringLiteral("op-") + id), StoreId(QStringLiteral("s1")),
                     StaffId(QStringLiteral("anna")), OrderId(id), QStringLiteral("MC-") + id,
                     OperationState::Queued, QStringLiteral("other"), QStringLiteral("late"),
                     QByteArray(1'000, 'b'), now, now, 0, QStringLiteral("")});
    }
    return rows;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void DiskFaultsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QVERIFY(FaultDisk::isSeenByQt());
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("outbox.sqlite"));
    m_disk.reset();
}

void DiskFaultsTest::damage() const
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2 / 4096 * 4096));
    QCOMPARE(file.write(QByteArray(4096, '\xff')), 4096);
}

void DiskFaultsTest::aTransactionThatDoesNotBeginChangesNothing()
{
    const auto outbox = open();
    QVERIFY(outbox->add(rows(0, 1)));
    {
        // Somebody else has written, so that the first page has to be read again.
        const auto other = SqlConnection::open(m_file, SqlConnection::Mode::Ledger);
        QVERIFY((*other)->run(QStringLiteral("UPDATE operations SET comments='later'")));
    }

    m_disk.inject({DiskFault::Error::Io, {DiskFault::Call::Read}, 1, false});
    const auto added = outbox->add(rows(1, 2));
    m_disk.heal();

    QVERIFY(m_disk.struck() > 0);
    QVERIFY(!added);
    QCOMPARE(outbox->pending()->size(), 1);
}

void DiskFaultsTest::aListThatBreaksOffIsAnError()
{
    QVERIFY(open()->add(rows(0, 60)));
    bool hasStruck = true;
    for (int n = 1; hasStruck; ++n) {
        const auto outbox = open();
        QVERIFY(outbox);
        const auto writer = SqlConnection::open(m_file, SqlConnection::Mode::Ledger);
        QVERIFY((*writer)->run(QStringLiteral("UPDATE operations SET problem=''")));

        m_disk.inject({DiskFault::Error::Io, {DiskFault::Call::Read}, n, false});
        const auto pending = outbox->pending();
        hasStruck = m_disk.struck() > 0;
        m_disk.heal();

        QVERIFY2(!pending || pending->size() == 60, qPrintable(QString::number(n)));
    }
}

void DiskFaultsTest::aRepairWithoutSpaceIsDoneAgain()
{
    QVERIFY(open()->add(rows(0, 200)));
    damage();
    for (int n = 1; n < 60; n += 3) {
        m_disk.inject({DiskFault::Error::Full, {DiskFault::Call::Write}, n, true});
        const auto opened = Outbox::open(m_file);
        const bool hasStruck = m_disk.struck() > 0;
        m_disk.heal();
        if (!hasStruck)
            break;
        QVERIFY2(!opened || *(*opened)->waiting() > 50, qPrintable(QString::number(n)));
    }

    const auto outbox = open();

    QVERIFY(outbox);
    QVERIFY(*outbox->waiting() > 50);
}

void DiskFaultsTest::aRepairThatWasKilledIsFinished()
{
    const QString repaired = m_file + QStringLiteral(".repaired");
    QVERIFY(open()->add(rows(0, 200)));
    damage();
    {
        const auto other = Outbox::open(repaired);
        QVERIFY((*other)->add(rows(0, 3)));
    }

    const auto outbox = open();

    QVERIFY(outbox);
    QCOMPARE(*outbox->waiting(), 3);
    QVERIFY(!QFile::exists(repaired));
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.damaged-*-?????????")}).size(), 1);
}

void DiskFaultsTest::aNewerFileKeepsEveryByte_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("in its WAL") << QStringLiteral("WAL");
    QTest::newRow("without a WAL") << QStringLiteral("DELETE");
}

void DiskFaultsTest::aNewerFileKeepsEveryByte()
{
    QFETCH(QString, mode);
    const QString made = m_folder->filePath(QStringLiteral("made.sqlite"));
    const auto newer = SqlConnection::open(made, SqlConnection::Mode::Ledger);
    QVERIFY((*newer)->run(QStringLiteral("CREATE TABLE future (x)")));
    QVERIFY((*newer)->run(QStringLiteral("PRAGMA user_version=99")));
    QVERIFY((*newer)->run(QStringLiteral("PRAGMA journal_mode=") + mode));
    QVERIFY(QFile::copy(made, m_file));
    QFile::copy(made + QStringLiteral("-wal"), m_file + QStringLiteral("-wal"));
    const QByteArray before = bytesOf(m_file);
    const QByteArray walBefore = bytesOf(m_file + QStringLiteral("-wal"));

    const auto outbox = Outbox::open(m_file);

    QVERIFY(!outbox);
    QCOMPARE(outbox.error().kind, StorageError::Kind::NewerVersion);
    QVERIFY(bytesOf(m_file) == before);
    QVERIFY(bytesOf(m_file + QStringLiteral("-wal")) == walBefore);
}

QTEST_GUILESS_MAIN(DiskFaultsTest)
#include "tst_diskfaults.moc"
