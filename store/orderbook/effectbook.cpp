// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/effectbook.h"

#include "domain/plantedbug.h"
#include "domain/shortenedtime.h"
#include "store/orderbook/orderrows.h"
#include "store/orderbook/refunds.h"
#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString whichSql(EffectBook::Which which)
{
    switch (which) {
    case EffectBook::Which::All:
        return {};
    case EffectBook::Which::Mail:
        return u" AND kind = 'mail'"_s;
    case EffectBook::Which::ButMail:
        return u" AND kind <> 'mail'"_s;
    }
    Q_UNREACHABLE();
}

QList<Effect> dueEffects(Tx &tx, const StoreId &store, const QDateTime &now, int limit,
                         EffectBook::Which which)
{
    QList<Effect> list;
    Statement rows(
        tx,
        u"SELECT id, kind, order_id, cancellation_id, template, amount, unique_key, attempts FROM effect "
        "WHERE store_id = :store AND state IN ('due', 'running') AND not_before <= :now"_s
            + whichSql(which) + u" ORDER BY not_before, id LIMIT :most"_s);
    rows.bind(":store"_L1, store).bind(":now"_L1, now).bind(":most"_L1, limit);
    for (bool more = rows.first(); more; more = rows.next()) {
        const QString suffix = bugPlanted("new-refund-key-on-retry") ? rows.text(7) : QString();
        list.append({rows.text(0), store, effectKindOf(rows.text(1)), OrderId(rows.text(2)),
                     CancellationId(rows.text(3)), rows.text(4), rows.number(5), rows.text(6) + suffix,
                     static_cast<int>(rows.number(7)) + 1});
    }
    return list;
}

bool claim(Tx &tx, const Effect &effect, const QDateTime &now)
{
    Statement row(
        tx,
        u"UPDATE effect SET state = 'running', attempts = attempts + 1, not_before = :lease "
        "WHERE store_id = :store AND id = :id AND state IN ('due', 'running') AND not_before <= :now"_s);
    row.bind(":lease"_L1, now.addMSecs(shortened(EffectBook::ClaimLease).count()))
        .bind(":store"_L1, effect.store);
    row.bind(":id"_L1, effect.id).bind(":now"_L1, now);
    return row.runAndCount() == 1;
}

/// running → `state`; false: the claim is over, somebody else has brought the outcome.
bool move(Tx &tx, const Effect &effect, QLatin1StringView state, const QString &detail,
          const QDateTime &notBefore = {})
{
    Statement row(tx,
                  u"UPDATE effect SET state = :state, detail = :detail, not_before = :not_before "
                  "WHERE store_id = :store AND id = :id AND state = 'running' AND attempts = :attempts"_s);
    row.bind(":state"_L1, state).bind(":detail"_L1, detail).bind(":not_before"_L1, notBefore);
    row.bind(":store"_L1, effect.store).bind(":id"_L1, effect.id).bind(":attempts"_L1, effect.attempts);
    return row.runAndCount() == 1;
}

void noteOutcome(OrderRows &rows, Order &order, const Effect &effect, bool isDone, const QString &detail)
{
    if (effect.kind == Effect::Kind::Mail) {
        rows.note(order, isDone ? TimelineKind::MailSent : TimelineKind::MailFailed, {}, detail,
                  effect.template_);
    } else if (effect.kind == Effect::Kind::Restock) {
        rows.note(order, isDone ? TimelineKind::Restocked : TimelineKind::RestockFailed, {}, detail);
    } else if (!isDone) {
        rows.note(order, TimelineKind::RefundFailed, {}, detail);
    }
}

} // namespace

EffectBook::EffectBook(Tx &tx, StoreId store, QDateTime now)
    : m_tx(tx)
    , m_store(std::move(store))
    , m_now(std::move(now))
{
}

QList<ClaimedEffect> EffectBook::claimDue(int limit, Which which)
{
    QList<ClaimedEffect> claimed;
    const QList<Effect> due = dueEffects(m_tx, m_store, m_now, limit, which);
    const Orderbook book(m_tx, m_store, m_now);
    for (const Effect &effect : due) {
        if (!claim(m_tx, effect, m_now))
            continue;
        if (auto order = book.order(effect.order))
            claimed.append({effect, std::move(*order)});
    }
    return claimed;
}

void EffectBook::setDone(const Effect &effect)
{
    OrderRows rows(m_tx, m_store, m_now);
    LockedOrder row;
    if (effect.kind == Effect::Kind::Refund) {
        auto locked = rows.lockCancellation(effect.cancellation);
        if (!locked || !move(m_tx, effect, "done"_L1, {}))
            return;
        applyRefund(rows, *locked, RefundedBy::Worker, {});
        row = std::move(locked->row);
        rows.audit(storeActor(), "refund.done"_L1, effect.cancellation.toString(), effect.order.toString());
    } else {
        auto locked = rows.lock(effect.order);
        if (!locked || !move(m_tx, effect, "done"_L1, {}))
            return;
        row = std::move(*locked);
        noteOutcome(rows, row.order, effect, true, {});
    }
    if (!rows.save(row, OrderRows::Guard::None))
        m_tx.fail({DatabaseError::Kind::Other, u"a locked order has changed"_s});
}

void EffectBook::setRefused(const Effect &effect, const QString &detail)
{
    OrderRows rows(m_tx, m_store, m_now);
    LockedOrder row;
    if (effect.kind == Effect::Kind::Refund) {
        auto locked = rows.lockCancellation(effect.cancellation);
        if (!locked || !move(m_tx, effect, "refused"_L1, detail))
            return;
        locked->one().refund.state = RefundState::Failed;
        locked->one().refund.failure = detail;
        rows.writeRefundState(locked->one());
        rows.audit(storeActor(), "refund.failed"_L1, effect.cancellation.toString(), effect.order.toString());
        row = std::move(locked->row);
    } else {
        auto locked = rows.lock(effect.order);
        if (!locked || !move(m_tx, effect, "refused"_L1, detail))
            return;
        row = std::move(*locked);
    }
    noteOutcome(rows, row.order, effect, false, detail);
    if (!rows.save(row, OrderRows::Guard::None))
        m_tx.fail({DatabaseError::Kind::Other, u"a locked order has changed"_s});
}

void EffectBook::setManual(const Effect &effect)
{
    (void)move(m_tx, effect, "manual"_L1, {});
}

void EffectBook::postpone(const Effect &effect, const QDateTime &notBefore, const QString &detail)
{
    (void)move(m_tx, effect, "due"_L1, detail, notBefore);
}

std::optional<QDateTime> EffectBook::nextDue(Which which) const
{
    Statement row(
        m_tx,
        u"SELECT MIN(not_before) FROM effect WHERE store_id = :store AND state IN ('due', 'running')"_s
            + whichSql(which));
    row.bind(":store"_L1, m_store);
    if (!row.first() || row.number(0) == 0)
        return std::nullopt;
    return row.time(0);
}

} // namespace mc::store
