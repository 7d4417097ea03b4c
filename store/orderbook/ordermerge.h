// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/orderrows.h"

namespace mc::store {

/// What a report of a source did to the lines of an order.
struct LineMoves {
    bool hasMoved = false;
    bool hasLeftCancelled = false; ///< A line is on its way and all cancelled: a conflict.
    bool hasNewShipment = false;
};

/// Lines go forward only: not shipped, packed, shipped, delivered, returned.
void moveForward(LineItem &line, ItemStatus state, LineMoves &moves);

/// False: this parcel (carrier and tracking number) is known, or there is nothing to tell.
bool addShipment(Order &order, const Shipment &shipment);

void raiseConflict(OrderRows &rows, Order &order, const QString &parcel);

/// Whether one of the lines that the cancellation asks for is on its way.
[[nodiscard]] bool coversLeftLine(const Order &order, const Cancellation &one);

/// Brings the source's newer picture into ours. Ids, cancellations and timeline stay; a line's cancelled
/// quantity never falls; what an open request asks for is left to that request.
[[nodiscard]] LineMoves mergeInto(OrderRows &rows, Order &ours, const Order &theirs);

} // namespace mc::store
