// SPDX-License-Identifier: Apache-2.0
#include "domain/orderrules.h"

#include "domain/plantedbug.h"

#include <algorithm>

namespace mc {
namespace {

bool hasLeft(ItemStatus state) noexcept
{
    switch (state) {
    case ItemStatus::Shipped:
    case ItemStatus::Delivered:
    case ItemStatus::Returned:
        return true;
    case ItemStatus::Unknown:
    case ItemStatus::NotShipped:
    case ItemStatus::Packed:
    case ItemStatus::CancellationRequested:
    case ItemStatus::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

// The more a state decides about the order, the higher: something unknown first, then a parcel on its way.
int rank(ItemStatus state) noexcept
{
    switch (state) {
    case ItemStatus::Cancelled:
        return 0;
    case ItemStatus::NotShipped:
        return 1;
    case ItemStatus::Packed:
        return 2;
    case ItemStatus::Returned:
        return 3;
    case ItemStatus::Delivered:
        return 4;
    case ItemStatus::Shipped:
        return 5;
    case ItemStatus::CancellationRequested:
        return 6;
    case ItemStatus::Unknown:
        return 7;
    }
    Q_UNREACHABLE();
}

} // namespace

int remainingQuantity(const LineItem &line) noexcept
{
    return std::max(0, line.quantity - line.cancelledQuantity);
}

bool isOpen(CancellationState state) noexcept
{
    return state == CancellationState::Requested || state == CancellationState::Processing;
}

const Cancellation *openCancellation(const Order &order) noexcept
{
    const auto it = std::find_if(order.cancellations.cbegin(), order.cancellations.cend(),
                                 [](const Cancellation &one) { return isOpen(one.state); });
    return it == order.cancellations.cend() ? nullptr : &*it;
}

ItemStatus lineStatus(const Order &order, const LineItem &line) noexcept
{
    if (remainingQuantity(line) == 0)
        return ItemStatus::Cancelled;
    if (const Cancellation *open = openCancellation(order)) {
        const bool isCovered = std::any_of(open->lines.cbegin(), open->lines.cend(),
                                           [&line](const CancelledLine &one) { return one.line == line.id; });
        if (isCovered && !hasLeft(line.state))
            return ItemStatus::CancellationRequested;
    }
    return line.state;
}

ItemStatus itemStatusOf(const Order &order) noexcept
{
    if (openCancellation(order))
        return ItemStatus::CancellationRequested;
    if (order.lines.isEmpty())
        return ItemStatus::Unknown;
    ItemStatus furthest = ItemStatus::Cancelled;
    for (const LineItem &line : order.lines) {
        const ItemStatus status = lineStatus(order, line);
        if (rank(status) > rank(furthest))
            furthest = status;
    }
    return furthest;
}

PaymentStatus paymentStatusOf(const Order &order) noexcept
{
    const auto hasRefund = [&order](RefundState state) {
        return std::any_of(order.cancellations.cbegin(), order.cancellations.cend(),
                           [state](const Cancellation &one) { return one.refund.state == state; });
    };
    if (hasRefund(RefundState::Failed))
        return PaymentStatus::RefundFailed;
    if (hasRefund(RefundState::Pending))
        return PaymentStatus::RefundPending;
    if (order.payment.refundedMinor > 0) {
        return order.payment.refundedMinor >= order.payment.paidMinor ? PaymentStatus::Refunded
                                                                      : PaymentStatus::PartiallyRefunded;
    }
    return order.payment.status;
}

CancelObstacle cancelObstacle(const Order &order) noexcept
{
    if (openCancellation(order))
        return CancelObstacle::AlreadyRequested;
    switch (itemStatusOf(order)) {
    case ItemStatus::NotShipped:
    case ItemStatus::Packed:
        break;
    case ItemStatus::CancellationRequested:
        return CancelObstacle::AlreadyRequested;
    case ItemStatus::Cancelled:
        return CancelObstacle::AlreadyCancelled;
    case ItemStatus::Shipped:
        return CancelObstacle::Shipped;
    case ItemStatus::Delivered:
        return CancelObstacle::Delivered;
    case ItemStatus::Returned:
        return CancelObstacle::Returned;
    case ItemStatus::Unknown:
        return CancelObstacle::UnknownState;
    }
    return order.payment.status == PaymentStatus::Unknown ? CancelObstacle::UnknownState
                                                          : CancelObstacle::None;
}

bool canCancel(const Order &order) noexcept
{
    return cancelObstacle(order) == CancelObstacle::None;
}

QList<CancelledLine> remainingLines(const Order &order)
{
    QList<CancelledLine> lines;
    for (const LineItem &line : order.lines) {
        if (remainingQuantity(line) > 0)
            lines.append({line.id, remainingQuantity(line)});
    }
    return lines;
}

qint64 refundFor(const Order &order, const QList<CancelledLine> &lines)
{
    if (order.payment.status != PaymentStatus::Paid)
        return 0;
    qint64 amount = 0;
    bool isAllThatIsLeft = true;
    for (const LineItem &line : order.lines) {
        const auto it = std::find_if(lines.cbegin(), lines.cend(),
                                     [&line](const CancelledLine &one) { return one.line == line.id; });
        const int quantity = it == lines.cend() ? 0 : it->quantity;
        amount += line.unitPriceMinor * quantity;
        isAllThatIsLeft = isAllThatIsLeft && quantity >= remainingQuantity(line);
    }
    qint64 left = order.payment.paidMinor - order.payment.refundedMinor;
    for (const Cancellation &one : order.cancellations) {
        const bool isPromised =
            one.refund.state == RefundState::Pending || one.refund.state == RefundState::Failed;
        left -= isPromised && !bugPlanted("promised-refund-forgotten") ? one.refund.amountMinor : 0;
    }
    // Discounts and taxes need not add up line by line: whoever cancels everything gets everything back.
    return isAllThatIsLeft ? std::max<qint64>(0, left)
                           : std::clamp<qint64>(amount, 0, std::max<qint64>(0, left));
}

qint64 otherChargesMinor(const Order &order) noexcept
{
    qint64 explained = order.shippingMinor;
    for (const LineItem &line : order.lines)
        explained += line.unitPriceMinor * line.quantity;
    return order.totalMinor - explained;
}

int itemCount(const Order &order) noexcept
{
    int count = 0;
    for (const LineItem &line : order.lines)
        count += line.quantity;
    return count;
}

} // namespace mc
