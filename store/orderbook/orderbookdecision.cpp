// SPDX-License-Identifier: Apache-2.0
// Orderbook: between the request and its outcome: accept, decline, deadline, claim, postpone.
#include "domain/codes.h"
#include "domain/orderrules.h"
#include "domain/shortenedtime.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/orderrows.h"
#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

bool isUndecided(const Cancellation &one)
{
    return one.state == CancellationState::Requested && one.needsDecision;
}

/// The request goes on to be processed. False: somebody was faster.
bool letThrough(OrderRows &rows, LockedCancellation &locked, const QString &actorName)
{
    Cancellation &one = locked.one();
    one.needsDecision = false;
    one.deadlineUtc = {};
    rows.note(locked.row.order, TimelineKind::CancellationAccepted, actorName, {});
    return rows.moveCancellation(one, CancellationState::Requested, rows.now())
        && rows.save(locked.row, OrderRows::Guard::None);
}

struct Candidate {
    CancellationId id;
    bool acceptsByDefault = false;
};

QList<Candidate> candidates(Statement &rows)
{
    QList<Candidate> list;
    for (bool more = rows.first(); more; more = rows.next())
        list.append({CancellationId(rows.text(0)), rows.flag(1)});
    return list;
}

/// requested → processing, or the lease of a silent worker again. False: not due any more.
bool claim(Tx &tx, const StoreId &store, const CancellationId &id, const QDateTime &now)
{
    Statement row(
        tx,
        u"UPDATE cancellation SET state = 'processing', attempts = attempts + 1, not_before = :lease "
        "WHERE store_id = :store AND id = :id AND state IN ('requested', 'processing') "
        "AND needs_decision = 0 AND not_before <= :now"_s);
    row.bind(":lease"_L1, now.addMSecs(shortened(Orderbook::ClaimLease).count())).bind(":store"_L1, store);
    row.bind(":id"_L1, id).bind(":now"_L1, now);
    return row.runAndCount() == 1;
}

} // namespace

Result<Cancellation> Orderbook::accept(const CancellationId &id, const Actor &actor,
                                       std::optional<qint64> ifOrderVersion)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked)
        return tl::unexpected(locked.error());
    if (ifOrderVersion && *ifOrderVersion != locked->row.order.version)
        return tl::unexpected(rows.refusal(Refusal::Kind::Stale));
    if (!isUndecided(locked->one()) || !letThrough(rows, *locked, actor.name))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    rows.audit(actor, "cancellation.accepted"_L1, id.toString(), locked->row.order.id.toString());
    return locked->one();
}

Result<Cancellation> Orderbook::decline(const CancellationId &id, const Actor &actor, const QString &why,
                                        std::optional<qint64> ifOrderVersion)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked)
        return tl::unexpected(locked.error());
    if (ifOrderVersion && *ifOrderVersion != locked->row.order.version)
        return tl::unexpected(rows.refusal(Refusal::Kind::Stale));
    if (!isUndecided(locked->one()))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    return rejectLocked(*locked, Rejection::Declined, why, actor);
}

int Orderbook::expireUndecided(int limit)
{
    QList<Candidate> due;
    {
        Statement rows(
            m_tx,
            u"SELECT id, accepts_by_default FROM cancellation WHERE store_id = :store AND state = "
            "'requested' AND needs_decision = 1 AND deadline <= :now ORDER BY deadline LIMIT :most"_s);
        rows.bind(":store"_L1, m_store).bind(":now"_L1, m_now).bind(":most"_L1, limit);
        due = candidates(rows);
    }
    OrderRows rows(m_tx, m_store, m_now);
    int count = 0;
    for (const Candidate &candidate : std::as_const(due)) {
        auto locked = rows.lockCancellation(candidate.id, OrderRows::Wait::Skip);
        if (!locked || !isUndecided(locked->one()))
            continue;
        if (candidate.acceptsByDefault) {
            count += letThrough(rows, *locked, {}) ? 1 : 0;
            rows.audit(storeActor(), "cancellation.accepted"_L1, candidate.id.toString(), u"deadline"_s);
        } else {
            count += rejectLocked(*locked, Rejection::Expired, {}, storeActor()) ? 1 : 0;
        }
    }
    return count;
}

QList<CancellationId> Orderbook::claimDue(int limit)
{
    QList<Candidate> due;
    {
        Statement rows(
            m_tx,
            u"SELECT id, 0 FROM cancellation WHERE store_id = :store AND state IN ('requested', "
            "'processing') AND needs_decision = 0 AND not_before <= :now ORDER BY not_before LIMIT :most"_s);
        rows.bind(":store"_L1, m_store).bind(":now"_L1, m_now).bind(":most"_L1, limit);
        due = candidates(rows);
    }
    OrderRows rows(m_tx, m_store, m_now);
    QList<CancellationId> claimed;
    for (const Candidate &candidate : std::as_const(due)) {
        auto locked = rows.lockCancellation(candidate.id, OrderRows::Wait::Skip);
        if (!locked || !isOpen(locked->one().state) || !claim(m_tx, m_store, candidate.id, m_now))
            continue;
        claimed.append(candidate.id);
        if (locked->one().state == CancellationState::Processing)
            continue;
        locked->one().state = CancellationState::Processing;
        if (!rows.save(locked->row, OrderRows::Guard::None))
            m_tx.fail({DatabaseError::Kind::Other, u"a locked order has changed"_s});
    }
    return claimed;
}

void Orderbook::postpone(const CancellationId &id, const QDateTime &notBefore, const QString &detail,
                         const QString &code)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked || locked->one().state != CancellationState::Processing)
        return;
    Cancellation &one = locked->one();
    one.state = CancellationState::Requested;
    // Shown once, not at every attempt.
    if (one.rejectionDetail != detail) {
        one.rejectionDetail = detail;
        rows.note(locked->row.order, TimelineKind::Postponed, {}, detail, code);
    }
    if (!rows.moveCancellation(one, CancellationState::Processing, notBefore)
        || !rows.save(locked->row, OrderRows::Guard::None))
        m_tx.fail({DatabaseError::Kind::Other, u"a locked order has changed"_s});
}

int Orderbook::attempts(const CancellationId &id) const
{
    Statement row(m_tx, u"SELECT attempts FROM cancellation WHERE store_id = :store AND id = :id"_s);
    row.bind(":store"_L1, m_store).bind(":id"_L1, id);
    return row.first() ? static_cast<int>(row.number(0)) : 0;
}

std::optional<QDateTime> Orderbook::nextDue() const
{
    Statement row(
        m_tx,
        u"SELECT MIN(at) FROM (SELECT MIN(not_before) AS at FROM cancellation WHERE store_id = :store AND "
        "state IN ('requested', 'processing') AND needs_decision = 0 UNION ALL SELECT MIN(deadline) FROM "
        "cancellation WHERE store_id = :store AND state = 'requested' AND needs_decision = 1) AS dues"_s);
    row.bind(":store"_L1, m_store);
    if (!row.first() || row.number(0) == 0)
        return std::nullopt;
    return row.time(0);
}

} // namespace mc::store
