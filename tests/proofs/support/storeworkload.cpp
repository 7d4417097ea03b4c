// SPDX-License-Identifier: Apache-2.0
#include "storeworkload.h"

#include "store/orderbook/auditrepository.h"
#include "store/orderbook/statement.h"
#include "store/orderbook/storerepository.h"

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace mc::proof {

using namespace mc::store;

namespace {

const QDateTime OpeningTime = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
const StoreId TheStore(u"01900000-0000-7000-8000-000000000001"_s);

Order sampleOrder(quint64 number)
{
    Order order;
    order.number = u"MC-%1"_s.arg(number);
    order.externalId = u"ext-%1"_s.arg(number);
    order.source = u"api"_s;
    order.version = 1;
    order.placedAtUtc = OpeningTime.addSecs(-static_cast<qint64>(number));
    order.currency = u"EUR"_s;
    order.totalMinor = 2000;
    order.customer = {u"Ada Lovelace"_s, u"ada@example.org"_s, u"en"_s};
    order.payment = {PaymentStatus::Paid, u"Visa"_s, 2000, 0};
    order.lines = {{LineId(u"a"_s), u"Blue cup"_s, u"CUP"_s, 2, 0, 1000, ItemStatus::NotShipped}};
    return order;
}

qint64 countOf(Tx &tx, const QString &sql)
{
    Statement row(tx, sql);
    return row.first() ? row.number(0) : -1;
}

} // namespace

StoreWorkload::StoreWorkload(quint64 seed, AfterFailure afterFailure)
    : m_random(seed)
    , m_afterFailure(afterFailure)
{
}

bool StoreWorkload::addStore(Database &database)
{
    return database
        .writeAndWait([](Tx &tx) {
            Store one;
            one.id = TheStore;
            one.name = u"Test shop"_s;
            StoreRepository(tx).add(one, OpeningTime);
        })
        .has_value();
}

void StoreWorkload::run(Database &database, int bursts, int together)
{
    for (int i = 0; i < bursts && !m_isStopped; ++i)
        sendBurst(database, 1 + static_cast<int>(m_random() % static_cast<quint64>(together)));
}

void StoreWorkload::check(Database &database)
{
    database.readAndWait([this](Tx &tx) {
        lookForLost(tx);
        lookForHalves(tx);
        if (tx.hasFailed())
            m_broken.append(u"it cannot be read"_s);
    });
}

void StoreWorkload::sendBurst(Database &database, int jobs)
{
    std::vector<std::shared_ptr<Attempt>> attempts;
    std::vector<std::future<bool>> outcomes;
    for (int i = 0; i < jobs; ++i) {
        const auto attempt = std::make_shared<Attempt>(nextAttempt());
        const auto outcome = std::make_shared<std::promise<bool>>();
        outcomes.push_back(outcome->get_future());
        attempts.push_back(attempt);
        database.write([attempt](Tx &tx) { perform(tx, *attempt); },
                       [outcome](CommitOutcome how, const DatabaseError &) {
                           outcome->set_value(how == CommitOutcome::Committed);
                       });
    }
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        if (!outcomes[i].get())
            m_isStopped = m_afterFailure == AfterFailure::Stop;
        else if (attempts[i]->isDone)
            acknowledge(*attempts[i]);
    }
    database.readAndWait([this](Tx &tx) { look(tx); });
}

// What a client is answered meanwhile: the truth, or that there is no answer now.
void StoreWorkload::look(Tx &tx)
{
    const Orderbook book(tx, TheStore, OpeningTime);
    const QByteArray cursor = book.cursor();
    if (!tx.hasFailed() && !cursor.isEmpty())
        m_cursor = cursor;
    for (const OrderId &id : std::as_const(m_orders)) {
        const bool isThere = book.order(id).has_value();
        if (!isThere && !tx.hasFailed())
            m_broken.append(u"an order was said to be nowhere"_s);
    }
}

StoreWorkload::Attempt StoreWorkload::nextAttempt()
{
    const quint64 what = m_random() % 4;
    ++m_last;
    if (what == 0)
        return {Attempt::Kind::Setting, QString::number(m_last), {}, false};
    if (what == 1 && !m_free.isEmpty())
        return {Attempt::Kind::Cancellation, u"op-%1-"_s.arg(m_last), m_free.takeFirst(), false};
    return {Attempt::Kind::Order, QString::number(m_last), {}, false};
}

void StoreWorkload::perform(Tx &tx, Attempt &attempt)
{
    Orderbook book(tx, TheStore, OpeningTime);
    const Actor actor{RequestedBy::Merchant, u"staff-1"_s, u"Kim Larsen"_s};
    switch (attempt.kind) {
    case Attempt::Kind::Setting:
        StoreRepository(tx).setSetting(TheStore, u"counter"_s, attempt.key);
        tx.audit({TheStore, 0, OpeningTime, u"staff"_s, u"staff-1"_s, u"setting"_s, u"store"_s, attempt.key});
        attempt.isDone = !tx.hasFailed();
        return;
    case Attempt::Kind::Order: {
        const auto merged = book.mergeOrder(sampleOrder(attempt.key.toULongLong()), actor, true);
        attempt.isDone = merged.has_value();
        attempt.order = merged ? merged->id : OrderId();
        return;
    }
    case Attempt::Kind::Cancellation: {
        CancellationRequest request;
        request.order = attempt.order;
        request.operation = OperationId(attempt.key);
        request.reasonCode = u"ordered_by_mistake"_s;
        request.language = u"en"_s;
        request.actor = actor;
        attempt.isDone = book.requestCancellation(request).has_value();
        return;
    }
    }
}

void StoreWorkload::acknowledge(const Attempt &attempt)
{
    ++m_acknowledged;
    switch (attempt.kind) {
    case Attempt::Kind::Setting:
        m_settings.insert(attempt.key.toInt());
        return;
    case Attempt::Kind::Order:
        m_orders.insert(attempt.key, attempt.order);
        m_free.append(attempt.order);
        return;
    case Attempt::Kind::Cancellation:
        m_cancellations.insert(attempt.key, attempt.order);
        return;
    }
}

void StoreWorkload::lookForLost(Tx &tx)
{
    const Orderbook book(tx, TheStore, OpeningTime);
    if (!StoreRepository(tx).find(TheStore))
        ++m_lost;
    for (const OrderId &id : std::as_const(m_orders))
        m_lost += book.order(id) ? 0 : 1;
    for (auto it = m_cancellations.cbegin(); it != m_cancellations.cend(); ++it) {
        const auto order = book.order(it.value());
        const bool isThere = order
            && std::any_of(order->cancellations.cbegin(), order->cancellations.cend(),
                           [&](const Cancellation &one) { return one.operation.toString() == it.key(); });
        m_lost += isThere ? 0 : 1;
    }
    const int setting = StoreRepository(tx).setting(TheStore, u"counter"_s, u"0"_s).toInt();
    if (!m_settings.empty() && setting < *m_settings.rbegin())
        ++m_lost;
    // A console that was told this position must find it again, or it would have to begin anew for nothing.
    if (!m_cursor.isEmpty() && !book.changes(m_cursor, 10))
        ++m_lost;
}

// What belongs together is there together.
void StoreWorkload::lookForHalves(Tx &tx)
{
    const std::pair<QString, QString> rules[] = {
        {u"an order is missing in the feed"_s,
         u"SELECT COUNT(*) FROM orders o WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.store_id = "
         u"o.store_id "
         "AND c.order_id = o.id)"_s},
        {u"the feed is ahead of its counter"_s,
         u"SELECT COUNT(*) FROM change c JOIN feed f ON f.store_id = c.store_id WHERE c.position > f.position"_s},
        {u"the counter is ahead of the feed"_s,
         u"SELECT COUNT(*) FROM feed f WHERE f.position > (SELECT COALESCE(MAX(position), 0) FROM change)"_s},
        {u"a cancellation is missing in its order"_s,
         u"SELECT COUNT(*) FROM cancellation c JOIN orders o ON o.id = c.order_id "
         "WHERE instr(o.document, c.operation) = 0 OR o.hold <> c.id"_s},
        {u"an order is held by nothing"_s,
         u"SELECT COUNT(*) FROM orders o WHERE o.hold <> '' AND NOT EXISTS (SELECT 1 FROM cancellation c "
         "WHERE c.id = o.hold)"_s},
        {u"an order has no confirmation mail"_s,
         u"SELECT COUNT(*) FROM orders o WHERE NOT EXISTS (SELECT 1 FROM effect e WHERE e.order_id = o.id "
         "AND e.kind = 'mail')"_s},
    };
    for (const auto &[what, sql] : rules) {
        const qint64 count = countOf(tx, sql);
        if (count != 0)
            m_broken.append(u"%1: %2"_s.arg(what).arg(count));
    }
    if (AuditRepository(tx).firstBroken(TheStore))
        m_broken.append(u"the audit chain is broken"_s);
}

} // namespace mc::proof
