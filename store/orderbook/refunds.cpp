// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/refunds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

qint64 confirmedRefunds(const Order &order)
{
    qint64 sum = 0;
    for (const Cancellation &one : order.cancellations)
        sum += one.refund.state == RefundState::Done ? one.refund.amountMinor : 0;
    return sum;
}

} // namespace

void applyRefund(OrderRows &rows, LockedCancellation &locked, RefundedBy by, const QString &actorName)
{
    Order &order = locked.row.order;
    Cancellation &one = locked.one();
    const qint64 amount = one.refund.amountMinor;
    if (amount == 0) { // An authorisation that was released: no money moved.
        if (one.refund.state != RefundState::None)
            one.refund = {RefundState::Done, 0, {}};
        if (order.payment.status == PaymentStatus::Authorized) {
            order.payment.status = PaymentStatus::Voided;
            rows.note(order, TimelineKind::PaymentVoided, actorName, order.payment.method);
        }
        rows.writeRefundState(one);
        return;
    }
    one.refund.state = RefundState::Done;
    one.refund.failure.clear();
    // The engine's next report of the order contains this refund: adding here and there would count it twice.
    if (by == RefundedBy::Worker && isFromEngine(order))
        order.payment.refundedMinor = std::max(order.payment.refundedMinor, confirmedRefunds(order));
    else
        order.payment.refundedMinor = std::min(order.payment.paidMinor, order.payment.refundedMinor + amount);
    rows.noteAmount(order, TimelineKind::Refunded, actorName, amount);
    rows.writeRefundState(one);
    rows.addMail(order, one.id, "refunded"_L1);
}

} // namespace mc::store
