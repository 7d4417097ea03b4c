// SPDX-License-Identifier: Apache-2.0
#include "storage/outbox.h"
#include "tests/support/orders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace mc;
using namespace mc::test;

class OutboxTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("outbox.sqlite"));
    }
    void aStepIsTakenOnlyFromTheStatesThatAllowIt_data();
    void aStepIsTakenOnlyFromTheStatesThatAllowIt();
    void onlyTheIdentityThatQueuedARowSendsIt();
    void rowsGoOutInTheOrderInWhichTheyWereQueued();
    void aHeldRowIsNotSentBeforeItsTime();
    void allRowsAreAddedOrNone();
    void aQueuedRowSurvivesAKill();
    void aDamagedFileIsRenamedAndWhatCanBeReadIsTakenOver();
    void aFileThatIsNoDatabaseIsRenamed();
    void aNewerFileIsRefusedAndLeftAlone();
    void confirmedRowsAreForgottenAfterTheirTime();

private:
    [[nodiscard]] std::unique_ptr<Outbox> open() const
    {
        auto outbox = Outbox::open(m_file);
        return outbox ? std::move(*outbox) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

const QDateTime Now = at("2026-11-20T14:00:00Z");

OutboxRow row(const QString &id, OperationState state = OperationState::Queued)
{
    return {OperationId(QStringLiteral("op-") + id), StoreId(QStringLiteral("s1")),
            StaffId(QStringLiteral("anna")), OrderId(id), QStringLiteral("MC-") + id, state,
            QStringLiteral("other"), QStringLiteral("it's \"late\" 100%1"), "{\"reasonCode\":\"other\"}", Now,
            Now.addSecs(5), 0, {}};
}

using Step = std::function<StorageResult<bool>(Outbox &, const OperationId &)>;

} // namespace

Q_DECLARE_METATYPE(Step)

void OutboxTest::aStepIsTakenOnlyFromTheStatesThatAllowIt_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("allowed"); // h(eld) q(ueued) g(oing out) s(ent) c(onfirmed) r(efused) u(ndone) x(closed)

    using Id = OperationId;
    QTest::newRow("release") << Step([](Outbox &o, const Id &id) { return o.release(id, Now); }) << "h";
    QTest::newRow("undo") << Step([](Outbox &o, const Id &id) { return o.undo(id, Now); }) << "hq";
    QTest::newRow("send") << Step([](Outbox &o, const Id &id) { return o.markSending(id, Now); }) << "qg";
    QTest::newRow("sent") << Step([](Outbox &o, const Id &id) { return o.markSent(id, QStringLiteral("c"), Now); }) << "g";
    QTest::newRow("refused") << Step([](Outbox &o, const Id &id) { return o.markRefused(id, QStringLiteral("it's"), Now); }) << "g";
    QTest::newRow("confirmed") << Step([](Outbox &o, const Id &id) { return o.markConfirmed(id, Now); }) << "gs";
    QTest::newRow("close") << Step([](Outbox &o, const Id &id) { return o.close(id, Now); }) << "r";
    QTest::newRow("requeue") << Step([](Outbox &o, const Id &id) { return o.requeue(id, Now); }) << "sc";
}

void OutboxTest::aStepIsTakenOnlyFromTheStatesThatAllowIt()
{
    QFETCH(Step, step);
    QFETCH(QString, allowed);
    const QString letters = QStringLiteral("hqgscrux");
    const auto outbox = open();
    QString taken;
    for (int i = 0; i < letters.size(); ++i) {
        const OutboxRow one = row(letters.mid(i, 1), static_cast<OperationState>(i));
        QVERIFY(outbox->add({one}));

        const auto isTaken = step(*outbox, one.operation);

        QVERIFY(isTaken);
        if (*isTaken)
            taken += letters.at(i);
    }
    QCOMPARE(taken, allowed);
}

void OutboxTest::onlyTheIdentityThatQueuedARowSendsIt()
{
    const auto outbox = open();
    QVERIFY(outbox->add({row(QStringLiteral("1"))}));

    QVERIFY(!*outbox->next(StoreId(QStringLiteral("s1")), StaffId(QStringLiteral("ben"))));
    QVERIFY(!*outbox->next(StoreId(QStringLiteral("s2")), StaffId(QStringLiteral("anna"))));
    QCOMPARE((*outbox->next(StoreId(QStringLiteral("s1")), StaffId(QStringLiteral("anna"))))->orderNumber,
             QStringLiteral("MC-1"));
}

void OutboxTest::rowsGoOutInTheOrderInWhichTheyWereQueued()
{
    const auto outbox = open();
    QVERIFY(outbox->add({row(QStringLiteral("2")), row(QStringLiteral("1"))}));
    const auto first = *outbox->next(StoreId(QStringLiteral("s1")), StaffId(QStringLiteral("anna")));
    QCOMPARE(first->order, OrderId(QStringLiteral("2")));

    QVERIFY(*outbox->markSending(first->operation, Now));
    QCOMPARE((*outbox->next(first->store, first->staff))->order, first->order); // outcome unknown: again
    QCOMPARE((*outbox->next(first->store, first->staff))->body, first->body);

    QVERIFY(*outbox->markSent(first->operation, QStringLiteral("c1"), Now));
    QCOMPARE((*outbox->next(first->store, first->staff))->order, OrderId(QStringLiteral("1")));
}

void OutboxTest::aHeldRowIsNotSentBeforeItsTime()
{
    const auto outbox = open();
    const OutboxRow one = row(QStringLiteral("1"), OperationState::Held);
    QVERIFY(outbox->add({one}));

    QCOMPARE(*outbox->releaseDue(Now.addSecs(4)), 0);
    QVERIFY(!*outbox->next(one.store, one.staff));
    QCOMPARE(*outbox->releaseDue(Now.addSecs(5)), 1);
    QVERIFY(*outbox->next(one.store, one.staff));
}

void OutboxTest::allRowsAreAddedOrNone()
{
    const auto outbox = open();
    QVERIFY(outbox->add({row(QStringLiteral("1"))}));

    QVERIFY(!outbox->add({row(QStringLiteral("2")), row(QStringLiteral("1"))}));

    QCOMPARE(outbox->pending()->size(), 1);
    QCOMPARE(outbox->pending()->at(0), row(QStringLiteral("1")));
}

void OutboxTest::aQueuedRowSurvivesAKill()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--queue-and-wait"), m_file});
    QVERIFY(child.waitForReadyRead()); // it has said that the row is queued
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished());

    const auto outbox = open();
    QVERIFY(outbox);
    QCOMPARE(*outbox->waiting(), 1);
    QCOMPARE(outbox->pending()->at(0).comments, row(QStringLiteral("1")).comments);
}

void OutboxTest::aDamagedFileIsRenamedAndWhatCanBeReadIsTakenOver()
{
    {
        const auto outbox = open();
        QList<OutboxRow> rows;
        for (int i = 0; i < 400; ++i)
            rows.append(row(QString::number(i)));
        QVERIFY(outbox->add(rows));
    }
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 middle = file.size() / 2 / 4096 * 4096;
    QVERIFY(file.seek(middle));
    file.write(QByteArray(4096, '\xff'));
    file.close();

    const auto outbox = open();

    QVERIFY(outbox);
    QVERIFY(*outbox->waiting() > 100);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.damaged-*-?????????")}).size(), 1);
}

void OutboxTest::aFileThatIsNoDatabaseIsRenamed()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this was never a database, but somebody may still want to look at it");
    file.close();

    const auto outbox = open();

    QVERIFY(outbox);
    QCOMPARE(*outbox->waiting(), 0);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.damaged-*-?????????")}).size(), 1);
}

void OutboxTest::aNewerFileIsRefusedAndLeftAlone()
{
    {
        const auto connection = SqlConnection::open(m_file, SqlConnection::Mode::Ledger);
        QVERIFY((*connection)->run(QStringLiteral("PRAGMA user_version=99")));
    }
    const auto outbox = Outbox::open(m_file);

    QVERIFY(!outbox);
    QCOMPARE(outbox.error().kind, StorageError::Kind::NewerVersion);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.damaged-*-?????????")}).size(), 0);
}

void OutboxTest::confirmedRowsAreForgottenAfterTheirTime()
{
    const auto outbox = open();
    QVERIFY(outbox->add({row(QStringLiteral("1"), OperationState::Sent), row(QStringLiteral("2"))}));
    QVERIFY(*outbox->markConfirmed(OperationId(QStringLiteral("op-1")), Now));

    QCOMPARE(outbox->doneSince(Now.addDays(-30))->size(), 1);
    QCOMPARE(*outbox->forgetBefore(Now), 0);
    QCOMPARE(*outbox->forgetBefore(Now.addDays(31)), 1);
    QCOMPARE(*outbox->waiting(), 1);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QStringLiteral("--queue-and-wait")) {
        const auto outbox = Outbox::open(arguments.at(2));
        if (!outbox || !(*outbox)->add({row(QStringLiteral("1"))}))
            return 1;
        std::puts("queued");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    OutboxTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outbox.moc"
