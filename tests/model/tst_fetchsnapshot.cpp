// SPDX-License-Identifier: Apache-2.0
// How a snapshot is passed on: small at first, then in large pieces, and nothing lost when it breaks off.
#include "net/fetchsnapshot.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/orders.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::test;

namespace {

constexpr int BetweenResumes = 250; // as the store does

/// Orders with a point to resume from behind every 250th, and the last line or not.
QByteArray snapshot(int count, bool hasResumes, bool hasEnd)
{
    QByteArray body = R"({"cursor":"c","total":)" + QByteArray::number(count) + "}\n";
    for (int i = 1; i <= count; ++i) {
        body += orderToBytes(order(QString::number(i), at("2026-11-20T10:00:00Z").addSecs(-60 * i))) + '\n';
        if (hasResumes && i % BetweenResumes == 0)
            body += R"({"resume":"r)" + QByteArray::number(i) + "\"}\n";
    }
    return hasEnd ? body + "{\"end\":true}\n" : body;
}

} // namespace

class FetchSnapshotTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void batchesGrow_data();
    void batchesGrow();
    void theThreadIsNotHeldUp();
    void aRefusalIsRead();
};

void FetchSnapshotTest::batchesGrow_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("batches"); // orders and where to resume
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("none") << snapshot(0, true, true) << QStringList() << true;
    QTest::newRow("few") << snapshot(40, true, true) << QStringList{u"40 "_s} << true;
    QTest::newRow("many") << snapshot(4'100, true, true)
                          << QStringList{u"250 r250"_s, u"500 r750"_s, u"1000 r1750"_s, u"2000 r3750"_s,
                                         u"350 r4000"_s}
                          << true;
    QTest::newRow("broken off") << snapshot(700, true, false) << QStringList{u"250 r250"_s, u"450 r500"_s}
                                << false;
    QTest::newRow("without points to resume from")
        << snapshot(4'500, false, true) << QStringList{u"4001 "_s, u"499 "_s} << true;
    QTest::newRow("a broken line") << snapshot(300, true, false) + "{\"id\":\n"
                                   << QStringList{u"250 r250"_s, u"50 "_s} << false;
}

void FetchSnapshotTest::batchesGrow()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, batches);
    QFETCH(const bool, isWhole);
    FakeNetwork network;
    network.enqueue({200, body, "application/x-ndjson"});
    const Transport transport(network, QUrl(u"https://store.example/"_s));
    FetchSnapshot fetch(transport, {}, nullptr);
    QStringList seen;
    QStringList numbers;
    connect(&fetch, &FetchSnapshot::batchRead, this,
            [&](const QList<ReceivedOrder> &orders, const QByteArray &resume) {
                seen.append(QString::number(orders.size()) + u' ' + QString::fromUtf8(resume));
                for (const ReceivedOrder &one : orders)
                    numbers.append(one.order.id.toString());
            });
    QSignalSpy finished(&fetch, &FetchSnapshot::finished);
    fetch.start();
    QTRY_COMPARE(finished.size(), 1);

    QCOMPARE(seen, batches);
    QCOMPARE(finished.at(0).at(0).value<NetResult<bool>>().has_value(), isWhole);
    for (int i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers.at(i), QString::number(i + 1));
}

// A cancellation that somebody asks for while a million orders come in.
void FetchSnapshotTest::theThreadIsNotHeldUp()
{
    FakeNetwork network;
    network.enqueue({200, snapshot(4'100, true, true), "application/x-ndjson"});
    const Transport transport(network, QUrl(u"https://store.example/"_s));
    FetchSnapshot fetch(transport, {}, nullptr);
    int batches = 0;
    int batchesBeforeRequest = 0;
    connect(&fetch, &FetchSnapshot::batchRead, this, [&] {
        if (++batches == 1)
            QTimer::singleShot(0, &fetch, [&] { batchesBeforeRequest = batches; });
    });
    QSignalSpy finished(&fetch, &FetchSnapshot::finished);
    fetch.start();
    QTRY_COMPARE(finished.size(), 1);

    QCOMPARE(batches, 5);
    QCOMPARE(batchesBeforeRequest, 1);
}

void FetchSnapshotTest::aRefusalIsRead()
{
    FakeNetwork network;
    network.enqueue(
        Script::problem(401, R"({"title":"Sign in again","status":401,"type":"about:unauthenticated"})"));
    const Transport transport(network, QUrl(u"https://store.example/"_s));
    FetchSnapshot fetch(transport, {}, nullptr);
    QSignalSpy finished(&fetch, &FetchSnapshot::finished);
    fetch.start();
    QTRY_COMPARE(finished.size(), 1);

    const auto outcome = finished.at(0).at(0).value<NetResult<bool>>();
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, NetFailure::Kind::Unauthorized);
    QCOMPARE(outcome.error().title, u"Sign in again"_s);
}

QTEST_GUILESS_MAIN(FetchSnapshotTest)
#include "tst_fetchsnapshot.moc"
