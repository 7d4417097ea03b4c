// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "domain/storeinfo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace mc;

Q_DECLARE_METATYPE(mc::Order)

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

QJsonObject objectOf(const Order &order)
{
    return QJsonDocument::fromJson(orderToBytes(order)).object();
}

} // namespace

class OrderJsonTest final : public QObject
{
    Q_OBJECT
private slots:
    void everyMemberSurvivesTheWire();
    void eventsOfAnOlderStoreAreRead();
    void theBytesAreThoseOfQJson_data();
    void theBytesAreThoseOfQJson();
    void aRowHasNoLineBreak();
    void unknownWordsReadAsUnknown();
    void missingMembersAreNamed_data();
    void missingMembersAreNamed();
    void garbageIsAProblem_data();
    void garbageIsAProblem();
    void membersOfAnotherTypeReadAsTheirDefault();
    void wholeNumbersMayBeWrittenInAnyWay_data();
    void wholeNumbersMayBeWrittenInAnyWay();
    void whatIsNoLineIsLeftOut();
    void timesReadTheSameHoweverTheyAreWritten_data();
    void timesReadTheSameHoweverTheyAreWritten();
    void halfAPairReadsAsAReplacement_data();
    void halfAPairReadsAsAReplacement();
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
    QJsonObject json = objectOf(fullOrder());
    json[u"timeline"_s] = QJsonArray{QJsonObject{{u"at"_s, u"2026-11-20T13:28:00.000Z"_s},
                                                 {u"kind"_s, u"refunded"_s},
                                                 {u"actor"_s, QString()},
                                                 {u"detail"_s, u"14.00"_s}}};

    const auto read = orderFromBytes(QJsonDocument(json).toJson());

    QVERIFY(read.has_value());
    QCOMPARE(read->timeline.size(), 1);
    QCOMPARE(read->timeline.first().detail, u"14.00"_s);
    QVERIFY(read->timeline.first().code.isEmpty());
    QVERIFY(!read->timeline.first().amount.has_value());
}

void OrderJsonTest::theBytesAreThoseOfQJson_data()
{
    QTest::addColumn<Order>("order");
    Order empty;
    QTest::newRow("nothing in it") << empty;
    QTest::newRow("all in it") << fullOrder();
    Order two = fullOrder();
    two.lines.append(two.lines.constFirst());
    two.cancellations.append(two.cancellations.constFirst());
    two.shippingAddress.append(QString());
    two.totalMinor = std::numeric_limits<qint64>::min();
    QTest::newRow("two of each") << two;
    QString everything;
    for (char16_t unit = 0; unit < 0xd800; ++unit)
        everything.append(QChar(unit));
    for (const char32_t character :
         {U'\uE000', U'\uFFFD', U'\uFFFF', U'\U00010000', U'\U0001F600', U'\U0010FFFF'})
        everything.append(QString::fromUcs4(&character, 1));
    Order letters = fullOrder();
    letters.customer.name = everything;
    QTest::newRow("all letters") << letters;
    const QDateTime first(QDate(0, 1, 1), QTime(0, 0), Qt::UTC);
    for (const QDateTime &time :
         {at(0), QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59, 999), Qt::UTC),
          QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC), at(59).toOffsetFromUtc(-3600),
          QDateTime(QDate(10000, 1, 1), QTime(1, 2, 3, 4), Qt::UTC), first}) {
        Order timed = fullOrder();
        timed.placedAtUtc = time;
        QTest::addRow("at %s", qPrintable(time.toString(Qt::ISODateWithMs))) << timed;
    }
}

void OrderJsonTest::theBytesAreThoseOfQJson()
{
    QFETCH(const Order, order);
    const QByteArray bytes = orderToBytes(order);
    QJsonParseError error;
    const QJsonDocument read = QJsonDocument::fromJson(bytes, &error);
    QCOMPARE(error.errorString(), QJsonParseError().errorString());
    QCOMPARE(bytes, read.toJson(QJsonDocument::Compact));
    QCOMPARE(read[u"customer"_s][u"name"_s].toString(), order.customer.name);
    QCOMPARE(read[u"placedAt"_s].toString(), order.placedAtUtc.toUTC().toString(Qt::ISODateWithMs));
    QCOMPARE(read[u"cancellations"_s].toArray().size(), order.cancellations.size());
    for (const Cancellation &one : order.cancellations) {
        const QByteArray alone = cancellationToBytes(one);
        QVERIFY(bytes.contains(alone));
        QCOMPARE(alone, QJsonDocument::fromJson(alone).toJson(QJsonDocument::Compact));
    }
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
    QJsonObject json = objectOf(fullOrder());
    json.remove(member);
    const auto read = orderFromBytes(QJsonDocument(json).toJson());
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

void OrderJsonTest::membersOfAnotherTypeReadAsTheirDefault()
{
    QJsonObject json = objectOf(fullOrder());
    json[u"externalId"_s] = 7;
    json[u"customer"_s] = u"Ada"_s;
    json[u"shippingMinor"_s] = u"5"_s;
    json[u"shipments"_s] = QJsonObject();
    json[u"payment"_s] = QJsonValue::Null;
    json[u"shippingAddress"_s] = QJsonArray{1, u"Storgatan 18"_s};

    const auto read = orderFromBytes(QJsonDocument(json).toJson());

    QVERIFY(read.has_value());
    QVERIFY(read->externalId.isEmpty());
    QCOMPARE(read->customer, Customer());
    QCOMPARE(read->shippingMinor, 0);
    QVERIFY(read->shipments.isEmpty());
    QCOMPARE(read->payment.status, PaymentStatus::Unknown);
    QCOMPARE(read->shippingAddress, QStringList({QString(), u"Storgatan 18"_s}));
}

void OrderJsonTest::wholeNumbersMayBeWrittenInAnyWay_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<qint64>("total"); // below 0: not an order
    QTest::newRow("plain") << "1250"_ba << qint64(1250);
    QTest::newRow("with a fraction of none") << "1250.0"_ba << qint64(1250);
    QTest::newRow("with an exponent") << "125e1"_ba << qint64(1250);
    QTest::newRow("the largest") << "9223372036854775807"_ba << std::numeric_limits<qint64>::max();
    QTest::newRow("too large") << "9223372036854775808"_ba << qint64(0);
    QTest::newRow("far too large") << "1e300"_ba << qint64(0);
    QTest::newRow("a part") << "12.5"_ba << qint64(0);
    QTest::newRow("text") << "\"1250\""_ba << qint64(-1);
}

void OrderJsonTest::wholeNumbersMayBeWrittenInAnyWay()
{
    QFETCH(const QByteArray, written);
    QFETCH(const qint64, total);
    QByteArray bytes = orderToBytes(fullOrder());
    bytes.replace("\"totalMinor\":98765432109", QByteArray("\"totalMinor\":" + written));
    const auto read = orderFromBytes(bytes);
    QCOMPARE(read.has_value(), total >= 0);
    if (read)
        QCOMPARE(read->totalMinor, total);
}

// With a state of its own it could be taken for something that can still be cancelled.
void OrderJsonTest::whatIsNoLineIsLeftOut()
{
    QJsonObject json = objectOf(fullOrder());
    QJsonArray lines = json[u"lines"_s].toArray();
    lines.prepend(u"a mug"_s);
    lines.append(QJsonObject());
    json[u"lines"_s] = lines;
    const auto read = orderFromBytes(QJsonDocument(json).toJson());
    QVERIFY(read.has_value());
    QCOMPARE(read->lines.size(), 2);
    QCOMPARE(read->lines.constLast().state, ItemStatus::Unknown);
}

void OrderJsonTest::timesReadTheSameHoweverTheyAreWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    const QDateTime noon(QDate(2026, 2, 28), QTime(12, 30, 5, 60), Qt::UTC);
    QTest::newRow("as we write it") << u"2026-02-28T12:30:05.060Z"_s << noon;
    QTest::newRow("another zone") << u"2026-02-28T14:00:05.060+01:30"_s << noon;
    QTest::newRow("no milliseconds") << u"2026-02-28T12:30:05Z"_s << noon.addMSecs(-60);
    QTest::newRow("the end of a day")
        << u"2026-02-28T24:00:00.000Z"_s << QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
    QTest::newRow("no such day") << u"2026-02-29T12:30:05.060Z"_s << QDateTime();
    QTest::newRow("no such hour") << u"2026-02-28T25:30:05.060Z"_s << QDateTime();
    QTest::newRow("letters") << u"2O26-02-28T12:30:05.060Z"_s << QDateTime();
    QTest::newRow("nothing") << QString() << QDateTime();
}

void OrderJsonTest::timesReadTheSameHoweverTheyAreWritten()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, time);
    QCOMPARE(timeFromText(text), time);
    if (time.isValid())
        QCOMPARE(timeFromText(text).timeSpec(), Qt::UTC);
}

void OrderJsonTest::halfAPairReadsAsAReplacement_data()
{
    QTest::addColumn<QByteArray>("escaped");
    QTest::addColumn<QString>("name");
    const QString instead(QChar::ReplacementCharacter);
    QTest::newRow("first half") << R"(a\ud83db)"_ba << u"a"_s + instead + u"b"_s;
    QTest::newRow("second half") << R"(a\ude00b)"_ba << u"a"_s + instead + u"b"_s;
    QTest::newRow("wrong order") << R"(\ude00\ud83d)"_ba << instead + instead;
    QTest::newRow("first half twice") << R"(\ud83d\ud83d\ude00)"_ba << instead + u"\U0001F600"_s;
    QTest::newRow("whole pair") << R"(\ud83d\ude00)"_ba << u"\U0001F600"_s;
    QTest::newRow("an escaped backslash") << R"(\\ud83d)"_ba << uR"(\ud83d)"_s;
    QTest::newRow("at the end") << R"(x\uD83D)"_ba << u"x"_s + instead;
}

// JSON of other programs may hold them, and neither UTF-8 nor the databases can.
void OrderJsonTest::halfAPairReadsAsAReplacement()
{
    QFETCH(const QByteArray, escaped);
    QFETCH(const QString, name);
    Order order = fullOrder();
    order.customer.name = u"NAME"_s;
    const auto read = orderFromBytes(orderToBytes(order).replace("NAME", escaped));
    QVERIFY(read.has_value());
    QCOMPARE(read->customer.name, name);

    order.customer.name = u"x"_s + QChar(0xd83d) + u"y"_s;
    QCOMPARE(orderFromBytes(orderToBytes(order)).value().customer.name,
             u"x"_s + QChar(QChar::ReplacementCharacter) + u"y"_s);
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
