// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/orderrows.h"

namespace mc::store {

/// Who paid the money back: an engine's own refunds come back in its orders, the others do not.
enum class RefundedBy : quint8 { Worker, Staff };

/// Writes a confirmed refund into the order (the caller saves it): state, sum, timeline, mail "refunded".
void applyRefund(OrderRows &rows, LockedCancellation &locked, RefundedBy by, const QString &actorName);

} // namespace mc::store
