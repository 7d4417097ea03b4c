// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "storage/orderreader.h"
#include "storage/outbox.h"

#include <QHash>

// What the outbox adds to the picture of the orders: screen = snapshot + outbox. Never written into the
// cache.
namespace mc {

using Overlay = QHash<OrderId, PendingCancellation>;

[[nodiscard]] Overlay overlayOf(const QList<OutboxRow> &pending);
/// Something of ours is under way, so the order counts as asked for.
[[nodiscard]] bool isActive(const PendingCancellation &pending) noexcept;

/// Whether what was asked for decides which orders the table has or where they stand: only by their item
/// status, which it changes.
[[nodiscard]] bool dependsOnOverlay(const TableQuery &query) noexcept;

[[nodiscard]] OrderView viewOf(const Order &order, const Overlay &overlay);
[[nodiscard]] ItemStatus statusOf(const StoredRow &row, const Overlay &overlay);
[[nodiscard]] OrderRow rowOf(const StoredRow &row, const Overlay &overlay);

} // namespace mc
