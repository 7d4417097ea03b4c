// SPDX-License-Identifier: Apache-2.0
// Orderbook: how a cancellation ends, and the money afterwards.
#include "domain/codes.h"
#include "domain/orderrules.h"
#include "domain/plantedbug.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/orderrows.h"
#include "store/orderbook/refunds.h"
#include "store/orderbook/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

LineItem *lineOf(Order &order, const LineId &id)
{
    const auto it = std::find_if(order.lines.begin(), order.lines.end(),
                                 [&id](const LineItem &line) { return line.id == id; });
    return it == order.lines.end() ? nullptr : &*it;
}

bool hasCoveredLineLeft(Order &order, const Cancellation &one)
{
    return std::any_of(one.lines.cbegin(), one.lines.cend(), [&order](const CancelledLine &covered) {
        const LineItem *line = lineOf(order, covered.line);
        return line && hasLeft(line->state);
    });
}

void takeLines(Order &order, const QList<CancelledLine> &lines)
{
    for (const CancelledLine &taken : lines) {
        if (LineItem *line = lineOf(order, taken.line))
            line->cancelledQuantity = std::min(line->quantity, line->cancelledQuantity + taken.quantity);
    }
}

QString trackingOf(const Order &order)
{
    if (order.shipments.isEmpty())
        return {};
    const Shipment &last = order.shipments.constLast();
    return QString(last.carrier + u' ' + last.trackingNumber).trimmed();
}

/// Whoever asked as, or for, the customer hears of it; a merchant's own request concerns the customer only
/// when it succeeds.
bool concernsCustomer(const Cancellation &one)
{
    return one.requestedBy == RequestedBy::Customer || one.isOnBehalfOfCustomer;
}

bool isVoid(const Order &order)
{
    return order.payment.status == PaymentStatus::Authorized && remainingLines(order).isEmpty();
}

} // namespace

Result<Cancellation> Orderbook::succeed(const CancellationId &id, Authority authority)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked)
        return tl::unexpected(locked.error());
    Order &order = locked->row.order;
    if (locked->one().state != CancellationState::Processing)
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    const bool hasLeftMeanwhile =
        hasCoveredLineLeft(order, locked->one()) && !bugPlanted("shipped-line-cancelled");
    if (hasLeftMeanwhile && authority == Authority::Store)
        return rejectLocked(*locked, Rejection::Shipped, trackingOf(order), storeActor());

    const qint64 amount = refundFor(order, locked->one().lines);
    const QString pieces = piecesKey(order, locked->one().lines);
    takeLines(order, locked->one().lines);
    Cancellation &one = locked->one();
    one.state = CancellationState::Succeeded;
    one.decidedAtUtc = m_now;
    one.rejectionDetail.clear();
    one.refund = {amount > 0 ? RefundState::Pending : RefundState::None, amount, {}};
    rows.note(order, TimelineKind::Cancelled, {}, one.reasonText);
    if (hasLeftMeanwhile) {
        order.conflict = Conflict{m_now, trackingOf(order)};
        rows.note(order, TimelineKind::Conflict, {}, trackingOf(order));
    }
    if (amount > 0)
        rows.noteAmount(order, TimelineKind::RefundStarted, {}, amount);
    const Cancellation result = one;
    if (!rows.moveCancellation(result, CancellationState::Processing)
        || !rows.save(locked->row, OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));

    if (amount > 0 || isVoid(order))
        rows.addEffect(Effect::Kind::Refund, order, id, amount, u"refund-"_s + pieces);
    rows.addEffect(Effect::Kind::Restock, order, id, 0, u"restock-"_s + pieces);
    rows.addMail(order, id, "cancelled"_L1);
    rows.audit(storeActor(), "cancellation.succeeded"_L1, id.toString(),
               u"%1 refund %2 %3"_s.arg(order.id.toString()).arg(amount).arg(order.currency));
    return result;
}

Result<Cancellation> Orderbook::reject(const CancellationId &id, Rejection why, const QString &detail)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked)
        return tl::unexpected(locked.error());
    return rejectLocked(*locked, why, detail, storeActor());
}

Result<Cancellation> Orderbook::rejectLocked(LockedCancellation &locked, Rejection why, const QString &detail,
                                             const Actor &actor)
{
    OrderRows rows(m_tx, m_store, m_now);
    Cancellation &one = locked.one();
    const CancellationState from = one.state;
    if (!isOpen(from))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    one.state = CancellationState::Rejected;
    one.rejection = why;
    one.rejectionDetail = detail;
    one.decidedAtUtc = m_now;
    one.needsDecision = false;
    one.deadlineUtc = {};
    const auto kind =
        why == Rejection::Declined ? TimelineKind::CancellationDeclined : TimelineKind::CancellationRejected;
    rows.note(locked.row.order, kind, actor.name, detail);
    const Cancellation result = one;
    if (!rows.moveCancellation(result, from) || !rows.save(locked.row, OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    if (concernsCustomer(result))
        rows.addMail(locked.row.order, result.id, "rejected"_L1);
    rows.audit(actor, "cancellation.rejected"_L1, result.id.toString(),
               locked.row.order.id.toString() + u' ' + mc::codeOf(why));
    return result;
}

Result<Cancellation> Orderbook::retryRefund(const CancellationId &id, const Actor &actor)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked)
        return tl::unexpected(locked.error());
    Cancellation &one = locked->one();
    if (one.refund.state != RefundState::Failed)
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    one.refund.state = RefundState::Pending;
    one.refund.failure.clear();
    rows.noteAmount(locked->row.order, TimelineKind::RefundStarted, actor.name, one.refund.amountMinor);
    rows.writeRefundState(one);
    const Cancellation result = one;
    if (!rows.save(locked->row, OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    // The refusal was a clear no, so a new key is safe; the old one would get the old answer at the provider.
    Statement tries(m_tx,
                    u"SELECT unique_key FROM effect WHERE store_id = :store AND cancellation_id = :id AND "
                    "kind = 'refund' ORDER BY id"_s);
    tries.bind(":store"_L1, m_store).bind(":id"_L1, id);
    QStringList keys;
    for (bool isRow = tries.first(); isRow; isRow = tries.next())
        keys.append(tries.text(0));
    if (keys.isEmpty())
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    rows.addEffect(Effect::Kind::Refund, locked->row.order, id, result.refund.amountMinor,
                   u"%1-%2"_s.arg(keys.constFirst()).arg(keys.size() + 1));
    rows.audit(actor, "refund.retried"_L1, id.toString(), locked->row.order.id.toString());
    return result;
}

Result<Cancellation> Orderbook::confirmRefund(const CancellationId &id, const Actor &actor)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked)
        return tl::unexpected(locked.error());
    const RefundState state = locked->one().refund.state;
    if (state != RefundState::Pending && state != RefundState::Failed)
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    // Not while a worker may be paying it back at this very moment.
    Statement effect(
        m_tx,
        u"UPDATE effect SET state = 'done', detail = 'confirmed by staff' WHERE store_id = :store AND "
        "state IN ('due', 'refused', 'manual') AND id = (SELECT MAX(id) FROM effect WHERE store_id = "
        ":store AND cancellation_id = :id AND kind = 'refund')"_s);
    effect.bind(":store"_L1, m_store).bind(":id"_L1, id);
    if (effect.runAndCount() != 1)
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    applyRefund(rows, *locked, RefundedBy::Staff, actor.name);
    if (!rows.save(locked->row, OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    rows.audit(actor, "refund.confirmed"_L1, id.toString(), locked->row.order.id.toString());
    return locked->one();
}

Result<Cancellation> Orderbook::closeCancellation(const CancellationId &id, const Actor &actor)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto locked = rows.lockCancellation(id);
    if (!locked)
        return tl::unexpected(locked.error());
    // Failed refunds are closed by paying them, not by looking away.
    if (locked->one().state != CancellationState::Rejected)
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    if (locked->one().isClosed)
        return locked->one();
    locked->one().isClosed = true;
    if (!rows.save(locked->row, OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    rows.audit(actor, "cancellation.closed"_L1, id.toString(), locked->row.order.id.toString());
    return locked->one();
}

} // namespace mc::store
