// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/refunds.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr qsizetype KeyLength = 32; // Hexadecimal digits: half of the hash, as long as a UUID.

qint64 confirmedRefunds(const Order &order)
{
    qint64 sum = 0;
    for (const Cancellation &one : order.cancellations)
        sum += one.refund.state == RefundState::Done ? one.refund.amountMinor : 0;
    return sum;
}

} // namespace

QString piecesKey(const Order &order, const QList<CancelledLine> &lines)
{
    QStringList pieces;
    for (const LineItem &line : order.lines) {
        int quantity = 0;
        for (const CancelledLine &one : lines)
            quantity += one.line == line.id ? one.quantity : 0;
        if (quantity > 0)
            pieces.append(u"%1 %2 %3"_s.arg(line.cancelledQuantity).arg(quantity).arg(line.id.toString()));
    }
    pieces.sort(); // A source may send its lines in another order.
    // An order that a restore has lost comes again from its source, with another id of ours.
    const QString whose =
        order.externalId.isEmpty() ? order.id.toString() : order.source + u'\n' + order.externalId;
    const QByteArray name = (whose + u'\n' + pieces.join(u'\n')).toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(KeyLength));
}

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
