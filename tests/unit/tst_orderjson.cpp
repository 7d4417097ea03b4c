// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "domain/storeinfo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 20), QTime(14, minute, 3, 45), Qt::UTC);
}

Order fullOrder()
{
    Order order;
    order.id = OrderId(u"0192"_s);
    order.number = u"MC-104832"_s;
    order.externalId = u"ext-1"_s;
    order.source = u"vendure"_s;
    order.version = 9007199254740991; // the largest that every JSON reader keeps
    order.placedAtUtc = at(1);
    order.updatedAtUtc = at(2);
    order.currency = u"KWD"_s;
    order.totalMinor = 98765432109;
    order.shippingMinor = 500;
    order.customer = {u"ليلى <b>"_s, u"l@example.com"_s, u"ar"_s};
    order.shippingAddress = {u"Storgatan 18"_s, u"114 51 Stockholm"_s};
    order.payment = {PaymentStatus::Paid, u"Visa ending in 4242"_s, 98765432109, 12};
    order.lines = {{LineId(u"l1"_s), u"Mug"_s, u"SKU-1"_s, 3, 1, 700, ItemStatus::Packed}};
    order.shipments = {{u"DHL"_s, u"JD01"_s, at(3)}};
    Cancellation one;
    one.id = CancellationId(u"c1"_s);
    one.operation = OperationId(u"op1"_s);
    one.state = CancellationState::Rejected;
    one.rejection = Rejection::EngineRefused;
    one.rejectionDetail = u"no"_s;
    one.requestedBy = RequestedBy::Support;
    one.requestedByName = u"Kim"_s;
    one.channel = ContactChannel::Phone;
    one.isOnBehalfOfCustomer = true;
    one.reasonCode = u"other"_s;
    one.reasonText = u"Other"_s;
    one.comments = u"line\nline"_s;
    one.areCommentsForCustomer = false;
    one.requestedAtUtc = at(4);
    one.decidedAtUtc = at(5);
    one.deadlineUtc = at(6);
    one.needsDecision = true;
    one.lines = {{LineId(u"l1"_s), 2}};
    one.refund = {RefundState::Failed, 1400, u"The bank refused."_s};
    one.isClosed = true;
    order.cancellations = {one};
    order.timeline = {{at(1), TimelineKind::OrderPlaced, u""_s, u"Online shop"_s},
                      {at(2), TimelineKind::MailFailed, {}, u"mailbox full"_s, u"cancelled"_s},
                      {at(3), TimelineKind::Refunded, u"Kim"_s, {}, {}, Money{1400, u"KWD"_s}}};
    order.conflict = Conflict{at(7), u"DHL JD01"_s};
    return order;
}

} // namespace

class OrderJsonTest final : public QObject
{
    Q_OBJECT
private slots:
    void everyMemberSurvivesTheWire();
    void eventsOfAnOlderStoreAreRead();
    void aRowHasNoLineBreak();
    void unknownWordsReadAsUnknown();
    void missingMembersAreNamed_data();
    void missingMembersAreNamed();
    void garbageIsAProblem_data();
    void garbageIsAProblem();
    void storeInfoSurvivesTheWire();
};

void OrderJsonTest::everyMemberSurvivesTheWire()
{
    const auto read = orderFromBytes(orderToBytes(fullOrder()));
    QVERIFY(read.has_value());
    QVERIFY(*read == fullOrder());
}

void OrderJsonTest::eventsOfAnOlderStoreAreRead()
{
    QJsonObject json = toJson(fullOrder());
    json[u"timeline"_s] = QJsonArray{QJsonObject{{u"at"_s, u"2026-11-20T13:28:00.000Z"_s},
                                                 {u"kind"_s, u"refunded"_s},
                                                 {u"actor"_s, QString()},
                                                 {u"detail"_s, u"14.00"_s}}};

    const auto read = orderFromJson(json);

    QVERIFY(read.has_value());
    QCOMPARE(read->timeline.size(), 1);
    QCOMPARE(read->timeline.first().detail, u"14.00"_s);
    QVERIFY(read->timeline.first().code.isEmpty());
    QVERIFY(!read->timeline.first().amount.has_value());
}

void OrderJsonTest::aRowHasNoLineBreak()
{
    QVERIFY(!orderToBytes(fullOrder()).contains('\n'));
}

void OrderJsonTest::unknownWordsReadAsUnknown()
{
    QByteArray bytes = orderToBytes(fullOrder());
    bytes.replace("\"packed\"", "\"beamed\"").replace("\"rejected\"", "\"pondered\"");
    const auto read = orderFromBytes(bytes);
    QVERIFY(read.has_value());
    QCOMPARE(read->lines.first().state, ItemStatus::Unknown);
    QCOMPARE(read->cancellations.first().state, CancellationState::Unknown);
}

void OrderJsonTest::missingMembersAreNamed_data()
{
    QTest::addColumn<QString>("member");
    for (const QString &member :
         {u"id"_s, u"number"_s, u"version"_s, u"placedAt"_s, u"currency"_s, u"totalMinor"_s})
        QTest::newRow(qPrintable(member)) << member;
}

void OrderJsonTest::missingMembersAreNamed()
{
    QFETCH(QString, member);
    QJsonObject json = toJson(fullOrder());
    json.remove(member);
    const auto read = orderFromJson(json);
    QVERIFY(!read.has_value());
    QVERIFY(read.error().what.contains(member));
}

void OrderJsonTest::garbageIsAProblem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("page") << QByteArray("<html>sign in</html>");
    QTest::newRow("half") << orderToBytes(fullOrder()).chopped(1);
}

void OrderJsonTest::garbageIsAProblem()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!orderFromBytes(bytes).has_value());
}

void OrderJsonTest::storeInfoSurvivesTheWire()
{
    StoreInfo info;
    info.id = StoreId(u"s"_s);
    info.name = u"Nordhem"_s;
    info.timeZone = "Europe/Stockholm";
    info.currency = u"EUR"_s;
    info.supportEmail = u"help@nordhem.example"_s;
    info.reasons = {{u"other"_s, u"Other"_s}};
    info.commentLimit = 300;
    info.policy = {PolicyMode::AutomaticThenAsk, 30, 12, true};
    info.epoch = u"e"_s;
    info.staffId = StaffId(u"p"_s);
    info.staffName = u"Kim"_s;
    info.staffEmail = u"kim@nordhem.example"_s;
    info.role = Role::Admin;
    QVERIFY(storeInfoFromJson(toJson(info)) == info);
}

QTEST_APPLESS_MAIN(OrderJsonTest)
#include "tst_orderjson.moc"
