// SPDX-License-Identifier: Apache-2.0
// Orderbook: parcels, and what they contradict.
#include "domain/codes.h"
#include "domain/orderrules.h"
#include "domain/plantedbug.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/ordermerge.h"
#include "store/orderbook/orderrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

TimelineKind timelineKindOf(ItemStatus state)
{
    switch (state) {
    case ItemStatus::Packed:
        return TimelineKind::Packed;
    case ItemStatus::Shipped:
        return TimelineKind::Shipped;
    case ItemStatus::Delivered:
        return TimelineKind::Delivered;
    case ItemStatus::Returned:
        return TimelineKind::Returned;
    case ItemStatus::Unknown:
    case ItemStatus::NotShipped:
    case ItemStatus::CancellationRequested:
    case ItemStatus::Cancelled:
        return TimelineKind::Unknown;
    }
    Q_UNREACHABLE();
}

/// The lines that the report is about; a fact about an order that is all cancelled is about all of it.
QList<LineId> linesOf(const ShipmentReport &report, const Order &order)
{
    if (!report.lines.isEmpty())
        return report.lines;
    QList<LineId> all;
    QList<LineId> left;
    for (const LineItem &line : order.lines) {
        all.append(line.id);
        if (remainingQuantity(line) > 0)
            left.append(line.id);
    }
    return left.isEmpty() ? all : left;
}

std::optional<Refusal> reportRefusal(const ShipmentReport &report, const Order &order)
{
    if (timelineKindOf(report.state) == TimelineKind::Unknown)
        return Refusal{Refusal::Kind::Invalid, 0, u"A shipment is packed, shipped, delivered or returned."_s};
    const QList<LineId> lines = linesOf(report, order);
    for (const LineId &id : lines) {
        const auto it = std::find_if(order.lines.cbegin(), order.lines.cend(),
                                     [&id](const LineItem &line) { return line.id == id; });
        if (it == order.lines.cend())
            return Refusal{Refusal::Kind::UnknownLine, 0, id.toString()};
        if (report.kind == ShipmentReport::Kind::Intent && remainingQuantity(*it) == 0)
            return Refusal{Refusal::Kind::AlreadyCancelled, 0, id.toString()};
    }
    if (report.kind == ShipmentReport::Kind::Intent && openCancellation(order) && !bugPlanted("hold-ignored"))
        return Refusal{Refusal::Kind::OrderHeld, 0, {}};
    return std::nullopt;
}

QString describe(const Shipment &shipment)
{
    return QString(shipment.carrier + u' ' + shipment.trackingNumber).trimmed();
}

/// Moves the lines forward. What it changed says whether a parcel contradicts a cancellation.
LineMoves applyReport(const ShipmentReport &report, Order &order)
{
    LineMoves moves;
    const QList<LineId> lines = linesOf(report, order);
    for (LineItem &line : order.lines) {
        if (lines.contains(line.id))
            moveForward(line, report.state, moves);
    }
    if (hasLeft(report.state))
        moves.hasNewShipment = addShipment(order, report.shipment);
    return moves;
}

} // namespace

Result<Order> Orderbook::recordShipment(const ShipmentReport &report, const Actor &actor)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto row = rows.lock(report.order);
    if (!row)
        return tl::unexpected(rows.refusal(Refusal::Kind::NotFound));
    if (auto no = reportRefusal(report, row->order))
        return tl::unexpected(*no);
    const LineMoves moves = applyReport(report, row->order);
    if (!moves.hasMoved && !moves.hasNewShipment)
        return row->order;

    const bool isIntent = report.kind == ShipmentReport::Kind::Intent;
    rows.note(row->order, timelineKindOf(report.state), actor.name, describe(report.shipment));
    if (moves.hasLeftCancelled)
        raiseConflict(rows, row->order, describe(report.shipment));
    const bool isGuarded = isIntent && !bugPlanted("hold-ignored");
    if (!rows.save(*row, isGuarded ? OrderRows::Guard::Shippable : OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::OrderHeld));
    rows.audit(actor, isIntent ? "shipment.intent"_L1 : "shipment.fact"_L1, row->order.id.toString(),
               mc::codeOf(report.state));
    if (hasLeft(report.state) && !bugPlanted("shipped-line-cancelled"))
        return rejectOvertaken(std::move(*row));
    return row->order;
}

Result<Order> Orderbook::rejectOvertaken(LockedOrder row)
{
    const QList<Cancellation> &list = row.order.cancellations;
    const auto open = std::find_if(list.cbegin(), list.cend(), [&row](const Cancellation &one) {
        return one.state == CancellationState::Requested && coversLeftLine(row.order, one);
    });
    // One that is being processed is decided by its worker, who may have cancelled in the engine already.
    if (open == list.cend())
        return row.order;
    const QString parcel =
        row.order.shipments.isEmpty() ? QString() : describe(row.order.shipments.constLast());
    const qsizetype index = std::distance(list.cbegin(), open);
    LockedCancellation locked{std::move(row), index};
    if (const auto rejected = rejectLocked(locked, Rejection::Shipped, parcel, storeActor()); !rejected)
        return tl::unexpected(rejected.error());
    return locked.row.order;
}

Result<Order> Orderbook::closeConflict(const OrderId &id, const Actor &actor)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto row = rows.lock(id);
    if (!row)
        return tl::unexpected(rows.refusal(Refusal::Kind::NotFound));
    if (!row->order.conflict)
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    rows.note(row->order, TimelineKind::ConflictClosed, actor.name, row->order.conflict->detail);
    row->order.conflict.reset();
    if (!rows.save(*row, OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    rows.audit(actor, "conflict.closed"_L1, id.toString(), {});
    return row->order;
}

} // namespace mc::store
