// SPDX-License-Identifier: Apache-2.0
#include "sync/otheroutboxes.h"
#include "sync/syncsession.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/manualscheduler.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

namespace {

const QByteArray Operation = "op-000000000000001";

Script storeAnswer(const char *store, const char *staff = "anna")
{
    return Script::json(200,
                        QByteArray(R"({"id":")") + store + R"(","name":"N","caller":{"id":")" + staff
                            + R"(","role":"owner"}})");
}
Script accepted()
{
    return Script::json(202, R"({"id":"c1","operation":")" + Operation + R"(","state":"requested"})");
}

SyncTiming quick()
{
    SyncTiming timing;
    timing.net = {10s, 10s, 10s}; // No test waits for an answer in vain; a busy machine may take its time.
    return timing;
}

} // namespace

class OtherOutboxesTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void queuedRowsOfAnotherProfileAreSentWithItsToken();
    void aHeldRowOfAnEarlierRunGoesOutToo();
    void withoutATokenTheyWaitVisibly();
    void aRefusedTokenIsSaidAndTheRowsStay();
    void anotherStoreAtTheAddressGetsNothing();
    void afterAFailureItIsTriedAgain();
    void theShownProfileIsLetGo();
    void aProfileThatNeverQueuedAnythingGetsNoFile();

private:
    void queue(OperationState state = OperationState::Queued);
    [[nodiscard]] OperationState state() const;
    [[nodiscard]] static QList<WaitingOutbox> last(const QSignalSpy &changed)
    {
        return changed.isEmpty() ? QList<WaitingOutbox>()
                                 : changed.last().at(0).value<QList<WaitingOutbox>>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<OtherOutboxes> m_others;
    SyncProfile m_profile;
};

void OtherOutboxesTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<FakeNetwork>();
    m_scheduler = std::make_unique<ManualScheduler>();
    m_others = std::make_unique<OtherOutboxes>(*m_network, *m_scheduler, quick());
    m_profile = {};
    m_profile.id = QStringLiteral("p2");
    m_profile.url = QUrl(QStringLiteral("http://127.0.0.1:1"));
    m_profile.token = "token-of-p2";
    m_profile.store.id = StoreId(QStringLiteral("s2"));
    m_profile.store.staffId = StaffId(QStringLiteral("anna"));
    m_profile.folder = m_folder->path();
}

void OtherOutboxesTest::cleanup()
{
    m_others.reset();
    m_scheduler.reset();
    m_network.reset();
    m_folder.reset();
}

void OtherOutboxesTest::queue(OperationState state)
{
    const auto outbox = Outbox::open(fileFor(m_profile, QStringLiteral("outbox")));
    OutboxRow row;
    row.operation = OperationId(QString::fromLatin1(Operation));
    row.store = m_profile.store.id;
    row.staff = m_profile.store.staffId;
    row.order = OrderId(QStringLiteral("a"));
    row.state = state;
    row.body = R"({"reasonCode":"other"})";
    QVERIFY(outbox && (*outbox)->add({row}));
}

OperationState OtherOutboxesTest::state() const
{
    const auto outbox = Outbox::open(fileFor(m_profile, QStringLiteral("outbox")));
    const auto row = (*outbox)->row(OperationId(QString::fromLatin1(Operation)));
    return (*row)->state;
}

void OtherOutboxesTest::queuedRowsOfAnotherProfileAreSentWithItsToken()
{
    queue();
    m_network->enqueue(storeAnswer("s2"));
    m_network->enqueue(accepted());
    QSignalSpy changed(m_others.get(), &OtherOutboxes::changed);

    m_others->setProfiles({m_profile});

    const QList<WaitingOutbox> one{{QStringLiteral("p2"), 1, false}};
    QCOMPARE(last(changed), one);
    QTRY_COMPARE(last(changed), QList<WaitingOutbox>());
    QCOMPARE(state(), OperationState::Sent);
    QCOMPARE(m_network->sent().size(), 2);
    QCOMPARE(m_network->sent().at(1).path, QStringLiteral("/v1/orders/a/cancellations"));
    QCOMPARE(m_network->sent().at(1).key, Operation);
    QCOMPARE(m_network->sent().at(1).token, QByteArray("Bearer token-of-p2"));
}

void OtherOutboxesTest::aHeldRowOfAnEarlierRunGoesOutToo()
{
    queue(OperationState::Held);
    m_network->enqueue(storeAnswer("s2"));
    m_network->enqueue(accepted());

    m_others->setProfiles({m_profile});

    QTRY_COMPARE(state(), OperationState::Sent);
}

void OtherOutboxesTest::withoutATokenTheyWaitVisibly()
{
    queue();
    m_profile.token.clear();
    QSignalSpy changed(m_others.get(), &OtherOutboxes::changed);

    m_others->setProfiles({m_profile});

    const QList<WaitingOutbox> waits{{QStringLiteral("p2"), 1, true}};
    QCOMPARE(last(changed), waits);
    QCOMPARE(m_network->sent().size(), 0);

    // Signed in again: the same rows go out.
    m_network->enqueue(storeAnswer("s2"));
    m_network->enqueue(accepted());
    m_profile.token = "new";
    m_others->setProfiles({m_profile});
    QTRY_COMPARE(state(), OperationState::Sent);
}

void OtherOutboxesTest::aRefusedTokenIsSaidAndTheRowsStay()
{
    queue();
    m_network->enqueue(Script::problem(401, R"({"type":"/problems/unauthorized","status":401})"));
    QSignalSpy changed(m_others.get(), &OtherOutboxes::changed);
    QSignalSpy refused(m_others.get(), &OtherOutboxes::tokenRefused);

    m_others->setProfiles({m_profile});

    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.at(0).at(0).toString(), QStringLiteral("p2"));
    const QList<WaitingOutbox> waits{{QStringLiteral("p2"), 1, true}};
    QCOMPARE(last(changed), waits);
    QCOMPARE(state(), OperationState::Queued);
    QCOMPARE(m_scheduler->waiting(), 0); // nothing is tried in vain
}

void OtherOutboxesTest::anotherStoreAtTheAddressGetsNothing()
{
    queue();
    m_network->enqueue(storeAnswer("s3"));
    QSignalSpy changed(m_others.get(), &OtherOutboxes::changed);

    m_others->setProfiles({m_profile});

    const QList<WaitingOutbox> waits{{QStringLiteral("p2"), 1, true}};
    QTRY_COMPARE(last(changed), waits);
    QCOMPARE(m_network->sent().size(), 1);
    QCOMPARE(state(), OperationState::Queued);
}

void OtherOutboxesTest::afterAFailureItIsTriedAgain()
{
    queue();
    m_network->enqueue(storeAnswer("s2"));
    m_network->enqueue(Script::reset()); // unknown whether it arrived: the same key again
    m_others->setProfiles({m_profile});
    QTRY_COMPARE(m_scheduler->waiting(), 1);
    QCOMPARE(state(), OperationState::Sending);
    m_network->enqueue(storeAnswer("s2"));
    m_network->enqueue(accepted());

    m_scheduler->advance(2min);

    QTRY_COMPARE(state(), OperationState::Sent);
    QCOMPARE(m_network->sent().at(3).key, m_network->sent().at(1).key);
    QCOMPARE(m_network->unexpected(), 0);
}

void OtherOutboxesTest::theShownProfileIsLetGo()
{
    queue();
    m_network->enqueue(storeAnswer("s2"));
    m_network->enqueue(Script::silence());
    QSignalSpy changed(m_others.get(), &OtherOutboxes::changed);
    m_others->setProfiles({m_profile});
    QTRY_COMPARE(m_network->sent().size(), 2);

    m_others->setProfiles({});

    QCOMPARE(last(changed), QList<WaitingOutbox>());
    QCOMPARE(state(), OperationState::Sending);
    QCOMPARE(m_scheduler->waiting(), 0);
}

void OtherOutboxesTest::aProfileThatNeverQueuedAnythingGetsNoFile()
{
    m_others->setProfiles({m_profile});

    QVERIFY(!QFile::exists(fileFor(m_profile, QStringLiteral("outbox"))));
    QCOMPARE(m_network->sent().size(), 0);
}

QTEST_GUILESS_MAIN(OtherOutboxesTest)
#include "tst_otheroutboxes.moc"
