// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/orderrows.h"

#include "domain/codes.h"
#include "domain/orderjson.h"
#include "domain/orderrules.h"
#include "domain/plantedbug.h"
#include "store/orderbook/statement.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr std::array EffectWords{"mail"_L1, "refund"_L1, "restock"_L1};

QString guardSql(OrderRows::Guard guard)
{
    switch (guard) {
    case OrderRows::Guard::None:
        return {};
    case OrderRows::Guard::Cancellable:
        return u" AND hold = '' AND fulfilment = 'open'"_s;
    case OrderRows::Guard::Shippable:
        return u" AND hold = '' AND fulfilment IN ('open', 'left')"_s;
    }
    Q_UNREACHABLE();
}

QString holdOf(const Order &order)
{
    const Cancellation *open = openCancellation(order);
    return open ? open->id.toString() : QString();
}

OrderEntry entryOf(const Order &order)
{
    return {order.number, order.externalId, order.source, order.placedAtUtc};
}

void bindEntry(Statement &statement, const OrderEntry &entry)
{
    statement.bind(":number"_L1, entry.number).bind(":external"_L1, entry.externalId);
    statement.bind(":source"_L1, entry.source).bind(":placed"_L1, entry.placedAtUtc);
}

void bindState(Statement &statement, const StoreId &store, const LockedOrder &row)
{
    const Order &order = row.order;
    statement.bind(":store"_L1, store).bind(":id"_L1, order.id);
    statement.bind(":source_version"_L1, row.sourceVersion).bind(":version"_L1, order.version);
    statement.bind(":hold"_L1, holdOf(order)).bind(":fulfilment"_L1, fulfilmentOf(order));
    statement.bind(":payment"_L1, mc::codeOf(order.payment.status));
    statement.bind(":document"_L1, orderToBytes(order));
}

} // namespace

Actor storeActor()
{
    return {RequestedBy::Merchant, u"store"_s, QString()};
}

bool isFromEngine(const Order &order)
{
    return order.source != "api"_L1 && order.source != "import"_L1 && order.source != "demo"_L1;
}

bool hasLeft(ItemStatus state) noexcept
{
    return state == ItemStatus::Shipped || state == ItemStatus::Delivered || state == ItemStatus::Returned;
}

QLatin1StringView fulfilmentOf(const Order &order)
{
    bool isLeft = false;
    bool isUnknown = order.lines.isEmpty() || order.payment.status == PaymentStatus::Unknown;
    bool hasRest = order.lines.isEmpty();
    for (const LineItem &line : order.lines) {
        if (remainingQuantity(line) == 0)
            continue;
        hasRest = true;
        isLeft = isLeft || hasLeft(line.state);
        isUnknown = isUnknown || line.state == ItemStatus::Unknown;
    }
    if (!hasRest)
        return "cancelled"_L1;
    if (isLeft)
        return "left"_L1;
    return isUnknown ? "unknown"_L1 : "open"_L1;
}

QLatin1StringView codeOf(Effect::Kind kind)
{
    return EffectWords.at(static_cast<std::size_t>(kind));
}

Effect::Kind effectKindOf(const QString &code)
{
    const auto it = std::find(EffectWords.cbegin(), EffectWords.cend(), code);
    return it == EffectWords.cend() ? Effect::Kind::Mail
                                    : static_cast<Effect::Kind>(std::distance(EffectWords.cbegin(), it));
}

OrderRows::OrderRows(Tx &tx, StoreId store, QDateTime now)
    : m_tx(tx)
    , m_store(std::move(store))
    , m_now(std::move(now))
{
}

QString OrderRows::forUpdate(Wait wait) const
{
    // SQLite's one writer holds the whole database.
    if (!m_tx.isPostgres() || bugPlanted("check-then-act"))
        return {};
    return wait == Wait::Skip ? u" FOR UPDATE SKIP LOCKED"_s : u" FOR UPDATE"_s;
}

std::optional<LockedOrder> OrderRows::lock(const OrderId &id, Wait wait)
{
    Statement row(
        m_tx,
        u"SELECT document, source_version, erased FROM orders WHERE store_id = :store AND id = :id"_s
            + forUpdate(wait));
    row.bind(":store"_L1, m_store).bind(":id"_L1, id);
    if (!row.first())
        return std::nullopt;
    auto order = orderFromBytes(row.bytes(0));
    if (!order) {
        m_tx.fail({DatabaseError::Kind::Damaged, u"document of order "_s + id.toString()});
        return std::nullopt;
    }
    const OrderEntry entry = entryOf(*order);
    return LockedOrder{std::move(*order), row.number(1), row.flag(2), entry};
}

Result<LockedCancellation> OrderRows::lockCancellation(const CancellationId &id, Wait wait)
{
    QString orderId;
    {
        Statement row(m_tx, u"SELECT order_id FROM cancellation WHERE store_id = :store AND id = :id"_s);
        row.bind(":store"_L1, m_store).bind(":id"_L1, id);
        if (!row.first())
            return tl::unexpected(refusal(Refusal::Kind::NotFound));
        orderId = row.text(0);
    }
    auto locked = lock(OrderId(orderId), wait);
    if (!locked)
        return tl::unexpected(refusal(Refusal::Kind::NotFound));
    const auto &list = locked->order.cancellations;
    const auto it =
        std::find_if(list.cbegin(), list.cend(), [&id](const Cancellation &one) { return one.id == id; });
    if (it == list.cend())
        return tl::unexpected(refusal(Refusal::Kind::NotFound));
    const qsizetype index = std::distance(list.cbegin(), it);
    return LockedCancellation{std::move(*locked), index};
}

bool OrderRows::save(LockedOrder &row, Guard guard)
{
    const qint64 before = row.order.version;
    row.order.version = before + 1;
    row.order.updatedAtUtc = m_now;
    // SQLite writes an index again when its columns are named, also with what they have held before.
    const OrderEntry entry = entryOf(row.order);
    const bool isFoundByOther = entry != row.entry;
    Statement update(
        m_tx,
        u"UPDATE orders SET "_s
            + (isFoundByOther
                   ? u"number = :number, external_id = :external, source = :source, placed_at = :placed, "_s
                   : QString())
            + u"source_version = :source_version, version = :version, hold = :hold, fulfilment = "
              ":fulfilment, payment = :payment, document = :document "
              "WHERE store_id = :store AND id = :id AND version "_s
            // Planted: what was looked at a moment ago is taken for what is there now.
            + (bugPlanted("check-then-act") ? u">= :before"_s : u"= :before"_s + guardSql(guard)));
    if (isFoundByOther)
        bindEntry(update, entry);
    bindState(update, m_store, row);
    update.bind(":before"_L1, before);
    if (update.runAndCount() != 1)
        return false;
    row.entry = entry;
    if (!bugPlanted("shipment-not-in-feed") || guard != Guard::Shippable)
        m_tx.touch(m_store, row.order.id);
    return true;
}

void OrderRows::insert(LockedOrder &row)
{
    row.order.version = std::max<qint64>(1, row.order.version);
    Statement insert(
        m_tx,
        u"INSERT INTO orders (store_id, id, number, external_id, source, source_version, version, "
        "placed_at, hold, fulfilment, payment, document) VALUES (:store, :id, :number, :external, :source, "
        ":source_version, :version, :placed, :hold, :fulfilment, :payment, :document)"_s);
    bindEntry(insert, entryOf(row.order));
    bindState(insert, m_store, row);
    if (insert.run())
        m_tx.touch(m_store, row.order.id);
}

void OrderRows::insertCancellation(const OrderId &order, const Cancellation &one, const QString &fingerprint,
                                   bool acceptsByDefault, const QDateTime &notBefore)
{
    Statement row(
        m_tx,
        u"INSERT INTO cancellation (store_id, id, order_id, operation, fingerprint, state, needs_decision, "
        "accepts_by_default, refund_state, reason_code, requested_at, deadline, not_before, attempts) VALUES "
        "(:store, :id, :order, :operation, :fingerprint, :state, :needs_decision, :accepts, :refund, "
        ":reason, "
        ":requested, :deadline, :not_before, 0)"_s);
    row.bind(":store"_L1, m_store).bind(":id"_L1, one.id).bind(":order"_L1, order);
    row.bind(":operation"_L1, one.operation).bind(":fingerprint"_L1, fingerprint);
    row.bind(":state"_L1, mc::codeOf(one.state)).bind(":needs_decision"_L1, one.needsDecision);
    row.bind(":accepts"_L1, acceptsByDefault).bind(":refund"_L1, mc::codeOf(one.refund.state));
    row.bind(":reason"_L1, one.reasonCode).bind(":requested"_L1, one.requestedAtUtc);
    row.bind(":deadline"_L1, one.deadlineUtc).bind(":not_before"_L1, notBefore).run();
}

bool OrderRows::moveCancellation(const Cancellation &one, CancellationState from, const QDateTime &notBefore)
{
    Statement row(
        m_tx,
        u"UPDATE cancellation SET state = :state, needs_decision = :needs_decision, refund_state = :refund, "
        "deadline = :deadline, not_before = :not_before "
        "WHERE store_id = :store AND id = :id AND state = :from"_s);
    row.bind(":state"_L1, mc::codeOf(one.state)).bind(":needs_decision"_L1, one.needsDecision);
    row.bind(":refund"_L1, mc::codeOf(one.refund.state)).bind(":deadline"_L1, one.deadlineUtc);
    row.bind(":not_before"_L1, notBefore).bind(":store"_L1, m_store).bind(":id"_L1, one.id);
    row.bind(":from"_L1, mc::codeOf(from));
    return row.runAndCount() == 1;
}

void OrderRows::writeRefundState(const Cancellation &one)
{
    Statement row(m_tx,
                  u"UPDATE cancellation SET refund_state = :refund WHERE store_id = :store AND id = :id"_s);
    row.bind(":refund"_L1, mc::codeOf(one.refund.state))
        .bind(":store"_L1, m_store)
        .bind(":id"_L1, one.id)
        .run();
}

void OrderRows::addMail(const Order &order, const CancellationId &cancellation,
                        QLatin1StringView templateName)
{
    if (order.customer.email.isEmpty())
        return;
    // The operation outlives a restore of the store, the id does not.
    const auto it = std::find_if(order.cancellations.cbegin(), order.cancellations.cend(),
                                 [&cancellation](const Cancellation &one) { return one.id == cancellation; });
    const QString about = it != order.cancellations.cend() ? it->operation.toString() : order.id.toString();
    Statement row(
        m_tx,
        u"INSERT INTO effect (store_id, id, kind, order_id, cancellation_id, template, amount, unique_key, "
        "state, attempts, not_before, detail, created_at) VALUES (:store, :id, 'mail', :order, "
        ":cancellation, :template, 0, :key, 'due', 0, :now, '', :now)"_s);
    row.bind(":store"_L1, m_store).bind(":id"_L1, newUuid7()).bind(":order"_L1, order.id);
    row.bind(":cancellation"_L1, cancellation).bind(":template"_L1, templateName);
    row.bind(":key"_L1, QString(u"mail-"_s + templateName + u'-' + about)).bind(":now"_L1, m_now).run();
}

void OrderRows::addEffect(Effect::Kind kind, const Order &order, const CancellationId &cancellation,
                          qint64 amount, const QString &uniqueKey, QLatin1StringView state)
{
    Statement row(
        m_tx,
        u"INSERT INTO effect (store_id, id, kind, order_id, cancellation_id, template, amount, unique_key, "
        "state, attempts, not_before, detail, created_at) VALUES (:store, :id, :kind, :order, "
        ":cancellation, '', :amount, :key, :state, 0, :now, '', :now)"_s);
    row.bind(":store"_L1, m_store).bind(":id"_L1, newUuid7()).bind(":kind"_L1, codeOf(kind));
    row.bind(":order"_L1, order.id).bind(":cancellation"_L1, cancellation).bind(":amount"_L1, amount);
    row.bind(":state"_L1, state).bind(":key"_L1, uniqueKey).bind(":now"_L1, m_now).run();
}

void OrderRows::note(Order &order, TimelineKind kind, const QString &actor, const QString &detail,
                     const QString &code) const
{
    order.timeline.append({m_now, kind, actor, detail, code});
}

void OrderRows::noteAmount(Order &order, TimelineKind kind, const QString &actor, qint64 minor) const
{
    order.timeline.append({m_now, kind, actor, {}, {}, Money{minor, order.currency}});
}

void OrderRows::audit(const Actor &actor, QLatin1StringView action, const QString &object,
                      const QString &detail)
{
    const QString kind = actor.id == "store"_L1 ? u"store"_s : QString(mc::codeOf(actor.kind));
    m_tx.audit({m_store, 0, m_now, kind, actor.id, action, object, detail});
}

Refusal OrderRows::refusal(Refusal::Kind kind, const QString &detail) const
{
    return m_tx.hasFailed() ? Refusal{Refusal::Kind::Database, 0, {}} : Refusal{kind, 0, detail};
}

} // namespace mc::store
