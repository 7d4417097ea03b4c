// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/orderrows.h"

namespace mc::store {

/// Who paid the money back: an engine's own refunds come back in its orders, the others do not.
enum class RefundedBy : quint8 { Worker, Staff };

/// Names what a cancellation gives back, to be asked for before its lines are taken: these pieces of these
/// lines of the source's order, counted from the first. The same pieces have the same name whoever cancels
/// them, also when a restored backup has forgotten that they were cancelled before; see docs/adr/0008.
[[nodiscard]] QString piecesKey(const Order &order, const QList<CancelledLine> &lines);

/// Writes a confirmed refund into the order (the caller saves it): state, sum, timeline, mail "refunded".
void applyRefund(OrderRows &rows, LockedCancellation &locked, RefundedBy by, const QString &actorName);

} // namespace mc::store
