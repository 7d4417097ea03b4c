// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/ordermerge.h"

#include "domain/orderrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

int progressOf(ItemStatus state) noexcept
{
    switch (state) {
    case ItemStatus::Unknown:
    case ItemStatus::NotShipped:
    case ItemStatus::CancellationRequested:
    case ItemStatus::Cancelled:
        return 0;
    case ItemStatus::Packed:
        return 1;
    case ItemStatus::Shipped:
        return 2;
    case ItemStatus::Delivered:
        return 3;
    case ItemStatus::Returned:
        return 4;
    }
    Q_UNREACHABLE();
}

bool isCoveredByOpenRequest(const Order &order, const LineId &line)
{
    const Cancellation *open = openCancellation(order);
    return open && std::any_of(open->lines.cbegin(), open->lines.cend(), [&line](const CancelledLine &one) {
               return one.line == line;
           });
}

/// The source took something out of the order by itself. The order, not a request, shows it.
bool takeCancelled(const Order &ours, LineItem &line, int cancelled, LineMoves &moves)
{
    const int wanted = std::min(cancelled, line.quantity);
    if (wanted <= line.cancelledQuantity || isCoveredByOpenRequest(ours, line.id))
        return false;
    line.cancelledQuantity = wanted;
    // On its way and cancelled contradict each other, whichever is heard of first; cancelled after it was
    // delivered is how shop systems write a return.
    moves.hasLeftCancelled =
        moves.hasLeftCancelled || (line.state == ItemStatus::Shipped && remainingQuantity(line) == 0);
    return true;
}

void mergeState(LineItem &line, ItemStatus state, LineMoves &moves)
{
    if (hasLeft(state) || hasLeft(line.state)) {
        moveForward(line, state, moves);
    } else if (line.state != state) { // Before a parcel leaves, the source may also unpack.
        line.state = state;
        moves.hasMoved = true;
    }
}

bool mergeLines(Order &ours, const Order &theirs, LineMoves &moves)
{
    bool hasCancelled = false;
    for (const LineItem &incoming : theirs.lines) {
        const auto it = std::find_if(ours.lines.begin(), ours.lines.end(),
                                     [&incoming](const LineItem &line) { return line.id == incoming.id; });
        if (it == ours.lines.end()) {
            ours.lines.append(incoming);
            continue;
        }
        it->title = incoming.title;
        it->sku = incoming.sku;
        it->unitPriceMinor = incoming.unitPriceMinor;
        it->quantity = std::max(incoming.quantity, it->cancelledQuantity);
        hasCancelled = takeCancelled(ours, *it, incoming.cancelledQuantity, moves) || hasCancelled;
        mergeState(*it, incoming.state, moves);
    }
    for (LineItem &line : ours.lines) {
        const bool isGone = std::none_of(theirs.lines.cbegin(), theirs.lines.cend(),
                                         [&line](const LineItem &one) { return one.id == line.id; });
        if (isGone)
            hasCancelled = takeCancelled(ours, line, line.quantity, moves) || hasCancelled;
    }
    return hasCancelled;
}

void mergePayment(OrderRows &rows, Order &ours, const Payment &theirs)
{
    const PaymentStatus before = ours.payment.status;
    const qint64 refunded = std::max(ours.payment.refundedMinor, theirs.refundedMinor);
    ours.payment = theirs;
    ours.payment.refundedMinor = refunded;
    if (theirs.status == before)
        return;
    if (theirs.status == PaymentStatus::Authorized)
        rows.note(ours, TimelineKind::PaymentAuthorized, {}, theirs.method);
    else if (theirs.status == PaymentStatus::Paid)
        rows.note(ours, TimelineKind::PaymentReceived, {}, theirs.method);
    else if (theirs.status == PaymentStatus::Voided)
        rows.note(ours, TimelineKind::PaymentVoided, {}, theirs.method);
}

} // namespace

void moveForward(LineItem &line, ItemStatus state, LineMoves &moves)
{
    if (progressOf(state) <= progressOf(line.state))
        return;
    moves.hasLeftCancelled =
        moves.hasLeftCancelled || (remainingQuantity(line) == 0 && hasLeft(state) && !hasLeft(line.state));
    moves.hasMoved = true;
    line.state = state;
}

bool addShipment(Order &order, const Shipment &shipment)
{
    if (shipment.carrier.isEmpty() && shipment.trackingNumber.isEmpty())
        return false;
    const bool isKnown =
        std::any_of(order.shipments.cbegin(), order.shipments.cend(), [&shipment](const Shipment &one) {
            return one.carrier == shipment.carrier && one.trackingNumber == shipment.trackingNumber;
        });
    if (!isKnown)
        order.shipments.append(shipment);
    return !isKnown;
}

void raiseConflict(OrderRows &rows, Order &order, const QString &parcel)
{
    order.conflict = Conflict{rows.now(), parcel};
    rows.note(order, TimelineKind::Conflict, {}, parcel);
}

bool coversLeftLine(const Order &order, const Cancellation &one)
{
    return std::any_of(order.lines.cbegin(), order.lines.cend(), [&one](const LineItem &line) {
        const bool isCovered =
            std::any_of(one.lines.cbegin(), one.lines.cend(),
                        [&line](const CancelledLine &covered) { return covered.line == line.id; });
        return isCovered && hasLeft(line.state);
    });
}

LineMoves mergeInto(OrderRows &rows, Order &ours, const Order &theirs)
{
    LineMoves moves;
    ours.number = theirs.number;
    ours.source = theirs.source;
    ours.placedAtUtc = theirs.placedAtUtc;
    ours.currency = theirs.currency;
    ours.totalMinor = theirs.totalMinor;
    ours.shippingMinor = theirs.shippingMinor;
    ours.customer = theirs.customer;
    ours.shippingAddress = theirs.shippingAddress;
    mergePayment(rows, ours, theirs.payment);
    const bool hasCancelled = mergeLines(ours, theirs, moves);
    for (const Shipment &shipment : theirs.shipments)
        moves.hasNewShipment = addShipment(ours, shipment) || moves.hasNewShipment;

    const QString parcel = ours.shipments.isEmpty()
        ? QString()
        : QString(ours.shipments.constLast().carrier + u' ' + ours.shipments.constLast().trackingNumber)
              .trimmed();
    if (hasCancelled)
        rows.note(ours, TimelineKind::Cancelled, theirs.source, {});
    if (moves.hasMoved && fulfilmentOf(ours) == "left"_L1)
        rows.note(ours, TimelineKind::Shipped, theirs.source, parcel);
    if (moves.hasLeftCancelled)
        raiseConflict(rows, ours, parcel);
    return moves;
}

} // namespace mc::store
