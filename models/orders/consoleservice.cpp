// SPDX-License-Identifier: Apache-2.0
#include "orders/consoleservice.h"

namespace mc {

bool canCancel(const OrderView &view) noexcept
{
    const bool isUnderWay = view.pending && view.pending->state != PendingState::Refused;
    return !isUnderWay && canCancel(view.order);
}

ItemStatus itemStatusOf(const OrderView &view) noexcept
{
    const bool isUnderWay = view.pending && view.pending->state != PendingState::Refused;
    // Only what could still be cancelled is painted as asked for: a parcel that left meanwhile shows as such.
    if (isUnderWay && canCancel(view.order))
        return ItemStatus::CancellationRequested;
    return itemStatusOf(view.order);
}

} // namespace mc

#include "moc_consoleservice.cpp"
