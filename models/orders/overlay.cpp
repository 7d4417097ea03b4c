// SPDX-License-Identifier: Apache-2.0
#include "orders/overlay.h"

namespace mc {
namespace {

std::optional<PendingState> shownStateOf(OperationState state)
{
    switch (state) {
    case OperationState::Held:
        return PendingState::Held;
    case OperationState::Queued:
        return PendingState::Queued;
    case OperationState::Sending:
        return PendingState::Sending;
    case OperationState::Sent:
        return PendingState::Sent;
    case OperationState::Refused:
        return PendingState::Refused;
    case OperationState::Confirmed:
    case OperationState::Undone:
    case OperationState::Closed:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

Overlay overlayOf(const QList<OutboxRow> &pending)
{
    Overlay overlay;
    for (const OutboxRow &row : pending) {
        const auto state = shownStateOf(row.state);
        if (!state)
            continue;
        // A newer request for the same order stands for it; an older refusal stays in the outbox.
        overlay.insert(
            row.order,
            {row.operation, row.order, *state, row.reasonCode, row.comments, row.queuedAtUtc, row.problem});
    }
    return overlay;
}

bool isActive(const PendingCancellation &pending) noexcept
{
    return pending.state != PendingState::Refused;
}

bool dependsOnOverlay(const TableQuery &query) noexcept
{
    return !query.itemStatuses.isEmpty() || query.sortKey == TableQuery::SortKey::ItemStatus;
}

OrderView viewOf(const Order &order, const Overlay &overlay)
{
    const auto it = overlay.constFind(order.id);
    return {order, it == overlay.cend() ? std::nullopt : std::optional(*it)};
}

ItemStatus statusOf(const StoredRow &row, const Overlay &overlay)
{
    const auto it = overlay.constFind(row.id);
    const bool isAsked = it != overlay.cend() && isActive(*it) && row.obstacle == CancelObstacle::None;
    return isAsked ? ItemStatus::CancellationRequested : row.itemStatus;
}

OrderRow rowOf(const StoredRow &row, const Overlay &overlay)
{
    OrderRow shown;
    shown.id = row.id;
    shown.number = row.number;
    shown.customerName = row.customerName;
    shown.customerEmail = row.customerEmail;
    shown.placedAtUtc = row.placedAtUtc;
    shown.firstItem = row.firstItem;
    shown.itemCount = row.itemCount;
    shown.itemStatus = statusOf(row, overlay);
    shown.paymentStatus = row.paymentStatus;
    shown.total = row.total;
    shown.obstacle = row.obstacle;
    shown.isLoaded = true;
    if (const auto it = overlay.constFind(row.id); it != overlay.cend()) {
        shown.pending = it->state;
        if (isActive(*it) && row.obstacle == CancelObstacle::None)
            shown.obstacle = CancelObstacle::AlreadyRequested;
    }
    return shown;
}

} // namespace mc
