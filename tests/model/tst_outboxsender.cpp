// SPDX-License-Identifier: Apache-2.0
#include "sync/outboxsender.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/manualscheduler.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

class OutboxSenderTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void anAnswerDecidesWhatBecomesOfTheRow_data();
    void anAnswerDecidesWhatBecomesOfTheRow();
    void afterATimeoutTheSameKeyAndBytesAreSentAgain();
    void aBusyStoreIsAskedAgainLater();
    void httpToAnotherComputerIsNeverSent();
    void waitsGrowAndAreDrawnFromTheUpperHalfOfTheirSpan();
};

namespace {

const QByteArray Accepted = R"({"id":"c1","operation":"op-000000000000001","state":"requested"})";

struct Sending {
    explicit Sending(const QUrl &url = QUrl(QStringLiteral("http://127.0.0.1:1")))
        : outbox(std::move(*Outbox::open(folder.filePath(QStringLiteral("outbox.sqlite")))))
        , transport(network, url, {1s, 1s, 1s})
        , sender(*outbox, transport, scheduler, StoreId(QStringLiteral("s")), StaffId(QStringLiteral("anna")),
                 nullptr)
    {
        OutboxRow row;
        row.operation = OperationId(QStringLiteral("op-000000000000001"));
        row.store = StoreId(QStringLiteral("s"));
        row.staff = StaffId(QStringLiteral("anna"));
        row.order = OrderId(QStringLiteral("a/b"));
        row.state = OperationState::Queued;
        row.body = R"({"reasonCode":"other"})";
        isReady = outbox->add({row}).has_value();
    }
    [[nodiscard]] OperationState state() const
    {
        return (*outbox->row(OperationId(QStringLiteral("op-000000000000001"))))->state;
    }

    QTemporaryDir folder;
    FakeNetwork network;
    ManualScheduler scheduler;
    std::unique_ptr<Outbox> outbox;
    Transport transport;
    OutboxSender sender;
    bool isReady = false;
};

} // namespace

Q_DECLARE_METATYPE(mc::test::Script)

void OutboxSenderTest::anAnswerDecidesWhatBecomesOfTheRow_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<OperationState>("state");

    const QByteArray refusal =
        R"({"type":"/problems/order-not-cancellable","title":"It has shipped.","status":409})";
    QTest::newRow("202 with our operation") << Script::json(202, Accepted) << OperationState::Sent;
    QTest::newRow("a problem document") << Script::problem(409, refusal) << OperationState::Refused;
    QTest::newRow("200 with HTML") << Script::html(200) << OperationState::Sending;
    QTest::newRow("202 with another operation")
        << Script::json(202, R"({"id":"c1","operation":"another"})") << OperationState::Sending;
    QTest::newRow("202 with half a document")
        << Script::json(202, R"({"id":"c1","opera)") << OperationState::Sending;
    QTest::newRow("a proxy's 403") << Script::html(403) << OperationState::Sending;
    QTest::newRow("401") << Script::problem(401, R"({"type":"/problems/unauthorized","status":401})")
                         << OperationState::Sending;
    QTest::newRow("500") << Script::html(500) << OperationState::Sending;
    QTest::newRow("a redirect") << Script::html(302) << OperationState::Sending;
    QTest::newRow("offline") << Script::offline() << OperationState::Sending;
    QTest::newRow("connection lost") << Script::reset() << OperationState::Sending;
    QTest::newRow("silence") << Script::silence() << OperationState::Sending;
}

void OutboxSenderTest::anAnswerDecidesWhatBecomesOfTheRow()
{
    QFETCH(Script, script);
    QFETCH(OperationState, state);
    Sending sending;
    QVERIFY(sending.isReady);
    sending.network.enqueue(script);
    QSignalSpy failed(&sending.sender, &OutboxSender::failed);
    QSignalSpy emptied(&sending.sender, &OutboxSender::emptied);

    sending.sender.wake();
    QTRY_COMPARE(failed.size() + emptied.size(), 1);

    QCOMPARE(sending.state(), state);
    QCOMPARE(failed.size(), state == OperationState::Sending ? 1 : 0);
    QCOMPARE(sending.network.sent().size(), 1);
    QCOMPARE(sending.network.sent().at(0).path, QStringLiteral("/v1/orders/a%2Fb/cancellations"));
    QCOMPARE(sending.network.unexpected(), 0);
}

void OutboxSenderTest::afterATimeoutTheSameKeyAndBytesAreSentAgain()
{
    Sending sending;
    QVERIFY(sending.isReady);
    sending.network.enqueue(Script::silence());
    sending.network.enqueue(Script::json(202, Accepted));
    QSignalSpy failed(&sending.sender, &OutboxSender::failed);
    sending.sender.wake();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).value<NetFailure>().kind, NetFailure::Kind::TimedOut);

    sending.sender.wake();
    QTRY_COMPARE(sending.state(), OperationState::Sent);

    QCOMPARE(sending.network.sent().size(), 2);
    QVERIFY(!sending.network.sent().at(0).key.isEmpty());
    QCOMPARE(sending.network.sent().at(1).key, sending.network.sent().at(0).key);
    QCOMPARE(sending.network.sent().at(1).body, sending.network.sent().at(0).body);
}

void OutboxSenderTest::aBusyStoreIsAskedAgainLater()
{
    Sending sending;
    QVERIFY(sending.isReady);
    sending.network.enqueue(
        Script::problem(409, R"({"type":"/problems/idempotency-key-in-flight","status":409})"));
    sending.network.enqueue(Script::json(202, Accepted));

    sending.sender.wake();
    QTRY_COMPARE(sending.scheduler.waiting(), 1);
    QCOMPARE(sending.state(), OperationState::Sending);
    sending.scheduler.advance(1s);

    QTRY_COMPARE(sending.state(), OperationState::Sent);
}

void OutboxSenderTest::httpToAnotherComputerIsNeverSent()
{
    Sending sending(QUrl(QStringLiteral("http://orders.example.com")));
    QVERIFY(sending.isReady);
    QSignalSpy failed(&sending.sender, &OutboxSender::failed);

    sending.sender.wake();
    QTRY_COMPARE(failed.size(), 1);

    QCOMPARE(failed.at(0).at(0).value<NetFailure>().kind, NetFailure::Kind::Insecure);
    QCOMPARE(sending.network.sent().size(), 0);
}

void OutboxSenderTest::waitsGrowAndAreDrawnFromTheUpperHalfOfTheirSpan()
{
    ManualScheduler scheduler;
    Backoff backoff(1s, 8s);
    scheduler.setFraction(0.5);
    QCOMPARE(backoff.next(scheduler).count(), 750);
    QCOMPARE(backoff.next(scheduler).count(), 1500);
    QCOMPARE(backoff.next(scheduler).count(), 3000);
    QCOMPARE(backoff.next(scheduler).count(), 6000);
    QCOMPARE(backoff.next(scheduler).count(), 6000);
    scheduler.setFraction(0.0);
    QCOMPARE(backoff.next(scheduler).count(), 4000);
    backoff.reset();
    QCOMPARE(backoff.next(scheduler).count(), 500);
}

QTEST_GUILESS_MAIN(OutboxSenderTest)
#include "tst_outboxsender.moc"
