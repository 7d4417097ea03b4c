// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "domain/orderrules.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::sqlValue;
using mc::test::StoreFixture;

namespace {

// In the order of Refusal::Kind.
constexpr std::array RefusalWords{"not-found",
                                  "not-cancellable",
                                  "policy-off",
                                  "unknown-reason",
                                  "comment-too-long",
                                  "unknown-line",
                                  "quantity-too-great",
                                  "operation-reused",
                                  "held",
                                  "already-cancelled",
                                  "wrong-state",
                                  "stale",
                                  "invalid",
                                  "database"};

QString wordOf(Refusal::Kind kind)
{
    return QString::fromLatin1(RefusalWords.at(static_cast<std::size_t>(kind)));
}

template <typename Value>
QString wordOf(const Result<Value> &result)
{
    return result ? u"ok"_s : wordOf(result.error().kind);
}

QString summary(const Order &order)
{
    QStringList parts{codeOf(itemStatusOf(order))};
    for (const Cancellation &one : order.cancellations) {
        parts.append(
            QString(codeOf(one.state))
            + (one.rejection == Rejection::None ? QString() : QString(u'-' + codeOf(one.rejection))));
    }
    if (order.conflict)
        parts.append(u"conflict"_s);
    return parts.join(u' ');
}

// Policy, steps, what each step answers, and what becomes of the order.
struct Row {
    const char *policy, *steps, *answers, *outcome;
};
constexpr Row Rows[] = {
    {"automatic", "request intent", "ok held", "cancellation_requested requested"},
    {"automatic", "request pack", "ok held", "cancellation_requested requested"},
    {"automatic", "request packed-fact", "ok ok", "cancellation_requested requested"},
    {"automatic", "intent request", "ok not-cancellable", "shipped"},
    {"automatic", "pack request", "ok ok", "cancellation_requested requested"},
    {"automatic", "fact request", "ok not-cancellable", "shipped"},
    {"automatic", "request request", "ok not-cancellable", "cancellation_requested requested"},
    {"automatic", "request fact", "ok ok", "shipped rejected-shipped"},
    {"automatic", "request fact claim", "ok ok nothing", "shipped rejected-shipped"},
    {"automatic", "request claim intent", "ok ok held", "cancellation_requested processing"},
    {"automatic", "request claim fact succeed", "ok ok ok ok", "shipped rejected-shipped"},
    {"automatic", "request claim fact engine", "ok ok ok ok", "cancelled succeeded conflict"},
    {"automatic", "request claim fact reject", "ok ok ok ok", "shipped rejected-engine_refused"},
    {"automatic", "request claim succeed intent", "ok ok ok already-cancelled", "cancelled succeeded"},
    {"automatic", "request claim succeed pack", "ok ok ok already-cancelled", "cancelled succeeded"},
    {"automatic", "request claim succeed fact", "ok ok ok ok", "cancelled succeeded conflict"},
    {"automatic", "request claim succeed fact fact", "ok ok ok ok ok", "cancelled succeeded conflict"},
    {"automatic", "request claim succeed request", "ok ok ok not-cancellable", "cancelled succeeded"},
    {"automatic", "request claim succeed succeed", "ok ok ok wrong-state", "cancelled succeeded"},
    {"automatic", "request claim succeed reject", "ok ok ok wrong-state", "cancelled succeeded"},
    {"automatic", "request claim reject succeed", "ok ok ok wrong-state",
     "not_shipped rejected-engine_refused"},
    {"automatic", "request claim reject intent", "ok ok ok ok", "shipped rejected-engine_refused"},
    {"automatic", "request succeed", "ok wrong-state", "cancellation_requested requested"},
    {"automatic", "request claim claim", "ok ok nothing", "cancellation_requested processing"},
    {"automatic", "request claim postpone claim", "ok ok ok nothing", "cancellation_requested requested"},
    {"automatic", "request claim postpone intent", "ok ok ok held", "cancellation_requested requested"},
    {"automatic", "request accept", "ok wrong-state", "cancellation_requested requested"},
    {"automatic", "request decline", "ok wrong-state", "cancellation_requested requested"},
    {"automatic", "customer claim succeed", "ok ok ok", "cancelled succeeded"},
    {"ask", "customer claim", "ok nothing", "cancellation_requested requested"},
    {"ask", "customer intent", "ok held", "cancellation_requested requested"},
    {"ask", "customer fact accept", "ok ok wrong-state", "shipped rejected-shipped"},
    {"ask", "customer accept claim", "ok ok ok", "cancellation_requested processing"},
    {"ask", "customer accept accept", "ok ok wrong-state", "cancellation_requested requested"},
    {"ask", "customer accept decline", "ok ok wrong-state", "cancellation_requested requested"},
    {"ask", "customer accept claim decline", "ok ok ok wrong-state", "cancellation_requested processing"},
    {"ask", "customer decline", "ok ok", "not_shipped rejected-declined"},
    {"ask", "customer decline accept", "ok ok wrong-state", "not_shipped rejected-declined"},
    {"ask", "customer decline intent", "ok ok ok", "shipped rejected-declined"},
    {"ask", "customer decline customer", "ok ok ok", "cancellation_requested rejected-declined requested"},
    {"ask", "customer expire", "ok nothing", "cancellation_requested requested"},
    {"ask", "request claim", "ok ok", "cancellation_requested processing"}, // staff are not asked
    {"off", "customer", "policy-off", "not_shipped"},
    {"off", "request claim succeed", "ok ok ok", "cancelled succeeded"},
};

/// One order that takes one named step after the other.
class Story final
{
public:
    explicit Story(StoreFixture &fixture)
        : m_fixture(fixture)
        , m_order(fixture.addOrder(u"MC-1"_s))
    {
    }

    QString step(const QString &name)
    {
        m_fixture.now = m_fixture.now.addSecs(1);
        return m_fixture.write([&](Orderbook &book, Tx &) { return run(book, name); });
    }
    [[nodiscard]] Order order() { return m_fixture.order(m_order); }

private:
    QString run(Orderbook &book, const QString &name)
    {
        if (name == u"request" || name == u"customer") {
            const auto asked = book.requestCancellation(
                name == u"request" ? StoreFixture::request(m_order) : StoreFixture::customerRequest(m_order));
            if (asked)
                m_cancellation = asked->id;
            return wordOf(asked);
        }
        if (name == u"claim")
            return book.claimDue(10).isEmpty() ? u"nothing"_s : u"ok"_s;
        if (name == u"expire")
            return book.expireUndecided(10) == 0 ? u"nothing"_s : u"ok"_s;
        if (name == u"postpone") {
            book.postpone(m_cancellation, m_fixture.now.addSecs(60), u"The shop system does not answer."_s,
                          u"engine_unreachable"_s);
            return u"ok"_s;
        }
        return runOutcome(book, name);
    }

    QString runOutcome(Orderbook &book, const QString &name)
    {
        if (name == u"accept")
            return wordOf(book.accept(m_cancellation, StoreFixture::staff(), std::nullopt));
        if (name == u"decline")
            return wordOf(
                book.decline(m_cancellation, StoreFixture::staff(), u"Made to order"_s, std::nullopt));
        if (name == u"succeed")
            return wordOf(book.succeed(m_cancellation));
        if (name == u"engine")
            return wordOf(book.succeed(m_cancellation, Orderbook::Authority::Engine));
        if (name == u"reject")
            return wordOf(book.reject(m_cancellation, Rejection::EngineRefused, u"No"_s));
        const bool isIntent = name == u"intent" || name == u"pack";
        auto report = StoreFixture::shipment(
            m_order, isIntent ? ShipmentReport::Kind::Intent : ShipmentReport::Kind::Fact);
        if (name.startsWith(u"pack"))
            report.state = ItemStatus::Packed;
        return wordOf(book.recordShipment(report, StoreFixture::staff()));
    }

    StoreFixture &m_fixture;
    OrderId m_order;
    CancellationId m_cancellation;
};

} // namespace

class CancellationTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void exactlyOneOfContradictingStepsHappens_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("answers");
        QTest::addColumn<QString>("outcome");
        for (const char *engine : {"sqlite", "postgres"}) {
            for (const Row &row : Rows) {
                QTest::addRow("%s, %s: %s", engine, row.policy, row.steps)
                    << QString::fromLatin1(engine) << QString::fromLatin1(row.policy)
                    << QString::fromLatin1(row.steps) << QString::fromLatin1(row.answers)
                    << QString::fromLatin1(row.outcome);
            }
        }
    }
    void exactlyOneOfContradictingStepsHappens()
    {
        QFETCH(QString, engine);
        QFETCH(QString, policy);
        QFETCH(QString, steps);
        QFETCH(QString, answers);
        QFETCH(QString, outcome);
        useEngine(engine);
        m_fixture->setPolicy({fromCode<PolicyMode>(policy).value(), 60, 24, false});
        Story story(*m_fixture);

        QStringList heard;
        for (const QString &step : steps.split(u' '))
            heard.append(story.step(step));

        QCOMPARE(heard.join(u' '), answers);
        QCOMPARE(summary(story.order()), outcome);
    }

    void customersAreAskedForByPolicyAndAge_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("ageMinutes");
        QTest::addColumn<bool>("needsDecision");
        QTest::newRow("automatic") << u"automatic"_s << 600 << false;
        QTest::newRow("ask") << u"ask"_s << 0 << true;
        QTest::newRow("inside the window") << u"automatic_then_ask"_s << 60 << false;
        QTest::newRow("after the window") << u"automatic_then_ask"_s << 61 << true;
    }
    void customersAreAskedForByPolicyAndAge()
    {
        QFETCH(QString, mode);
        QFETCH(int, ageMinutes);
        QFETCH(bool, needsDecision);
        useEngine(u"sqlite"_s);
        m_fixture->setPolicy({fromCode<PolicyMode>(mode).value(), 60, 48, false});
        const OrderId id = m_fixture->addOrder(
            u"MC-1"_s, [&](Order &order) { order.placedAtUtc = m_fixture->now.addSecs(-60 * ageMinutes); });

        const auto one = m_fixture->write([&](Orderbook &book, Tx &) {
            return book.requestCancellation(StoreFixture::customerRequest(id));
        });

        QVERIFY(one.has_value());
        QCOMPARE(one->needsDecision, needsDecision);
        QCOMPARE(one->deadlineUtc.isValid(), needsDecision);
        if (needsDecision)
            QCOMPARE(m_fixture->now.secsTo(one->deadlineUtc), 48 * 3600);
    }

    void nobodyAnswersInTime_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<bool>("accepts");
        QTest::addColumn<QString>("outcome");
        for (const char *engine : {"sqlite", "postgres"}) {
            QTest::addRow("%s, accepted", engine)
                << QString::fromLatin1(engine) << true << u"cancelled succeeded"_s;
            QTest::addRow("%s, rejected", engine)
                << QString::fromLatin1(engine) << false << u"not_shipped rejected-expired"_s;
        }
    }
    void nobodyAnswersInTime()
    {
        QFETCH(QString, engine);
        QFETCH(bool, accepts);
        QFETCH(QString, outcome);
        useEngine(engine);
        m_fixture->setPolicy({PolicyMode::Ask, 60, 24, accepts});
        Story story(*m_fixture);
        QCOMPARE(story.step(u"customer"_s), u"ok"_s);
        m_fixture->setPolicy({PolicyMode::Ask, 60, 24, !accepts}); // what held when it was asked counts

        m_fixture->now = m_fixture->now.addSecs(24 * 3600);
        QCOMPARE(story.step(u"expire"_s), u"ok"_s);
        story.step(u"claim"_s);
        story.step(u"succeed"_s);

        QCOMPARE(summary(story.order()), outcome);
    }

    void requestsThatCannotBe_data()
    {
        using Change = std::function<void(CancellationRequest &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("answer");
        QTest::newRow("another customer's order") << Change([](auto &r) {
            r.actor = {RequestedBy::Customer, u"another order"_s, {}};
        }) << u"not-found"_s;
        QTest::newRow("no such order")
            << Change([](auto &r) { r.order = OrderId(u"x"_s); }) << u"not-found"_s;
        QTest::newRow("no such reason")
            << Change([](auto &r) { r.reasonCode = u"because"_s; }) << u"unknown-reason"_s;
        QTest::newRow("500 emoji are 500")
            << Change([](auto &r) { r.comments = u"🙂"_s.repeated(500); }) << u"ok"_s;
        QTest::newRow("501 letters") << Change([](auto &r) { r.comments = u"x"_s.repeated(501); })
                                     << u"comment-too-long"_s;
        QTest::newRow("no such line") << Change([](auto &r) {
            r.lines = {{LineId(u"z"_s), 1}};
        }) << u"unknown-line"_s;
        QTest::newRow("more than ordered") << Change([](auto &r) {
            r.lines = {{LineId(u"a"_s), 3}};
        }) << u"quantity-too-great"_s;
        QTest::newRow("none of a line") << Change([](auto &r) {
            r.lines = {{LineId(u"a"_s), 0}};
        }) << u"invalid"_s;
        QTest::newRow("a line twice") << Change([](auto &r) {
            r.lines = {{LineId(u"a"_s), 1}, {LineId(u"a"_s), 1}};
        }) << u"invalid"_s;
        QTest::newRow("no operation") << Change([](auto &r) { r.operation = {}; }) << u"invalid"_s;
    }
    void requestsThatCannotBe()
    {
        QFETCH(std::function<void(CancellationRequest &)>, change);
        QFETCH(QString, answer);
        useEngine(u"sqlite"_s);
        const OrderId id = m_fixture->addOrder(u"MC-1"_s);
        CancellationRequest request = StoreFixture::request(id);
        change(request);

        const QString heard = m_fixture->write(
            [&](Orderbook &book, Tx &) { return wordOf(book.requestCancellation(request)); });

        QCOMPARE(heard, answer);
        if (answer != u"ok")
            QCOMPARE(m_fixture->order(id).version, 1);
    }

    void anOperationHappensOnce_data() { test::addEngineRows(); }
    void anOperationHappensOnce()
    {
        QFETCH(QString, engine);
        useEngine(engine);
        const OrderId id = m_fixture->addOrder(u"MC-1"_s);
        const OrderId other = m_fixture->addOrder(u"MC-2"_s);
        const CancellationRequest request = StoreFixture::request(id);
        const auto ask = [this](const CancellationRequest &one) {
            return m_fixture->write([&](Orderbook &book, Tx &) { return book.requestCancellation(one); });
        };
        const auto first = ask(request);

        const auto again = ask(request);
        CancellationRequest otherPayload = request;
        otherPayload.comments = u"changed"_s;
        CancellationRequest otherOrder = request;
        otherOrder.order = other;

        QVERIFY(first.has_value());
        QCOMPARE(again.value(), *first);
        QCOMPARE(wordOf(ask(otherPayload)), u"operation-reused"_s);
        QCOMPARE(wordOf(ask(otherOrder)), u"operation-reused"_s);
        QCOMPARE(m_fixture->order(id).cancellations.size(), 1);
        QVERIFY(m_fixture->order(other).cancellations.isEmpty());
        QCOMPARE(sqlValue(m_fixture->database(), u"SELECT COUNT(*) FROM cancellation"_s), u"1"_s);
    }

    void partialCancellationRepeatsUntilNothingIsLeft_data() { test::addEngineRows(); }
    void partialCancellationRepeatsUntilNothingIsLeft()
    {
        QFETCH(QString, engine);
        useEngine(engine);
        const OrderId id = m_fixture->addOrder(u"MC-1"_s);
        const auto cancel = [&](const QList<CancelledLine> &lines) {
            return m_fixture->write([&](Orderbook &book, Tx &) {
                CancellationRequest request = StoreFixture::request(id);
                request.lines = lines;
                const auto one = book.requestCancellation(request);
                if (!one)
                    return wordOf(one);
                if (book.claimDue(1).isEmpty())
                    return u"not claimed"_s;
                const auto done = book.succeed(one->id);
                return done ? QString::number(done->refund.amountMinor) : wordOf(done);
            });
        };

        QCOMPARE(cancel({{LineId(u"a"_s), 1}}), u"1000"_s);
        QCOMPARE(itemStatusOf(m_fixture->order(id)), ItemStatus::NotShipped);
        QCOMPARE(cancel({{LineId(u"a"_s), 2}}), u"quantity-too-great"_s);
        QCOMPARE(cancel({{LineId(u"a"_s), 1}}), u"1000"_s);
        QCOMPARE(cancel({}), u"500"_s);
        QCOMPARE(cancel({}), u"not-cancellable"_s);
        const Order order = m_fixture->order(id);
        QCOMPARE(itemStatusOf(order), ItemStatus::Cancelled);
        QCOMPARE(order.cancellations.size(), 3);
        QCOMPARE(sqlValue(m_fixture->database(), u"SELECT fulfilment FROM orders"_s), u"cancelled"_s);
        QCOMPARE(sqlValue(m_fixture->database(), u"SELECT SUM(amount) FROM effect WHERE kind = 'refund'"_s),
                 u"2500"_s);
    }

    void whatIsOwedIsWrittenWithTheOutcome()
    {
        useEngine(u"sqlite"_s);
        m_fixture->addOrder(u"MC-0"_s); // not the one
        Story story(*m_fixture);
        for (const QString &step : {u"customer"_s, u"claim"_s, u"succeed"_s})
            story.step(step);

        const QString owed =
            sqlValue(m_fixture->database(),
                     u"SELECT group_concat(what, ' ') FROM (SELECT kind || ':' || template || ':' || "
                     "amount AS what FROM effect ORDER BY kind, template)"_s);

        QCOMPARE(owed, u"mail:cancellation_requested:0 mail:cancelled:0 refund::2500 restock::0"_s);
        QStringList kinds;
        for (const TimelineEvent &event : story.order().timeline)
            kinds.append(codeOf(event.kind));
        QCOMPARE(kinds.join(u' '),
                 u"order_placed payment_received cancellation_requested cancelled refund_started"_s);
        QCOMPARE(sqlValue(m_fixture->database(), u"SELECT group_concat(action, ' ') FROM audit"_s),
                 u"cancellation.requested cancellation.succeeded"_s);
    }

    void decisionsAreRefusedWhenTheOrderHasChanged()
    {
        useEngine(u"sqlite"_s);
        m_fixture->setPolicy({PolicyMode::Ask, 60, 24, false});
        const OrderId id = m_fixture->addOrder(u"MC-1"_s);
        const auto one = m_fixture->write([&](Orderbook &book, Tx &) {
            return book.requestCancellation(StoreFixture::customerRequest(id)).value();
        });

        const auto stale = m_fixture->write(
            [&](Orderbook &book, Tx &) { return wordOf(book.accept(one.id, StoreFixture::staff(), 1)); });
        const auto fresh = m_fixture->write(
            [&](Orderbook &book, Tx &) { return wordOf(book.accept(one.id, StoreFixture::staff(), 2)); });

        QCOMPARE(stale, u"stale"_s);
        QCOMPARE(fresh, u"ok"_s);
    }

    void aDeadWorkersClaimIsTakenOver_data() { test::addEngineRows(); }
    void aDeadWorkersClaimIsTakenOver()
    {
        QFETCH(QString, engine);
        useEngine(engine);
        Story story(*m_fixture);
        story.step(u"request"_s);
        QCOMPARE(story.step(u"claim"_s), u"ok"_s);
        QCOMPARE(story.step(u"claim"_s), u"nothing"_s);

        m_fixture->now = m_fixture->now.addSecs(Orderbook::ClaimLease.count());

        QCOMPARE(story.step(u"claim"_s), u"ok"_s);
        QCOMPARE(story.step(u"succeed"_s), u"ok"_s);
    }

    void documentAndColumnsAgreeAfterEveryStep()
    {
        useEngine(u"sqlite"_s);
        Story story(*m_fixture);
        for (const QString &step : {u"pack"_s, u"request"_s, u"claim"_s, u"postpone"_s}) {
            QCOMPARE(story.step(step), u"ok"_s);
            const Order order = story.order();
            QCOMPARE(sqlValue(m_fixture->database(), u"SELECT version FROM orders"_s),
                     QString::number(order.version));
            const Cancellation *open = openCancellation(order);
            QCOMPARE(sqlValue(m_fixture->database(), u"SELECT hold FROM orders"_s),
                     open ? open->id.toString() : QString());
            QCOMPARE(
                sqlValue(m_fixture->database(), u"SELECT COALESCE((SELECT state FROM cancellation), '')"_s),
                open ? QString(codeOf(open->state)) : QString());
        }
    }

    void storesDoNotSeeEachOther()
    {
        useEngine(u"sqlite"_s);
        const OrderId id = m_fixture->addOrder(u"MC-1"_s);
        const StoreId other = m_fixture->write(
            [&](Orderbook &, Tx &tx) { return StoreRepository(tx).add(Store(), m_fixture->now); });

        const QString heard = m_fixture->write([&](Orderbook &, Tx &tx) {
            Orderbook book(tx, other, m_fixture->now);
            const QString asked = wordOf(book.requestCancellation(StoreFixture::request(id)));
            const QString found = book.order(id) || book.findByNumber(u"MC-1"_s) ? u"seen"_s : u"unseen"_s;
            return QString(asked + u' ' + found + u' ' + QString::number(book.orderCount()));
        });

        QCOMPARE(heard, u"not-found unseen 0"_s);
    }

private:
    /// A fresh store in a database that is opened once for each engine: opening one takes longer than a row.
    void useEngine(const QString &engine)
    {
        m_fixture = &(engine == u"sqlite" ? m_sqlite : m_postgres);
        m_fixture->openOrEmpty(engine);
    }

    StoreFixture m_sqlite;
    StoreFixture m_postgres;
    StoreFixture *m_fixture = nullptr;
};

QTEST_GUILESS_MAIN(CancellationTest)
#include "tst_cancellation.moc"
