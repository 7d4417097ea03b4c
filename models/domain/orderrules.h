// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

// The rules of the product: one home, asked by menus, dialogs, pages, the API and the workers alike.
namespace mc {

/// Why "Cancel order" is not there.
enum class CancelObstacle : quint8 {
    None,
    AlreadyRequested,
    AlreadyCancelled,
    Shipped,
    Delivered,
    Returned,
    UnknownState
};

/// Quantity of a line that has not been cancelled: what a cancellation can still take.
[[nodiscard]] int remainingQuantity(const LineItem &line) noexcept;

/// The request that is waiting or being processed, if there is one.
[[nodiscard]] const Cancellation *openCancellation(const Order &order) noexcept;
[[nodiscard]] bool isOpen(CancellationState state) noexcept;

/// State of one line as people see it, including what a cancellation does to it.
[[nodiscard]] ItemStatus lineStatus(const Order &order, const LineItem &line) noexcept;

/// State of the whole order: an open request wins; then the furthest state that any line which is not
/// cancelled has reached (a partly shipped order reads "Shipped", because that is what decides whether it can
/// be cancelled).
[[nodiscard]] ItemStatus itemStatusOf(const Order &order) noexcept;

/// Payment state including refunds; a failed refund outranks a pending one, because somebody has to act.
[[nodiscard]] PaymentStatus paymentStatusOf(const Order &order) noexcept;

/// None exactly when the order can be cancelled: no open request, nothing shipped, something left, no unknown
/// state. Who may ask is not decided here (see roles.h), nor is the store's policy for customers.
[[nodiscard]] CancelObstacle cancelObstacle(const Order &order) noexcept;
[[nodiscard]] bool canCancel(const Order &order) noexcept;

/// All that is left of the order: what a request without lines asks for.
[[nodiscard]] QList<CancelledLine> remainingLines(const Order &order);

/// What goes back when these lines are cancelled, in minor units: their share of the line prices, plus
/// shipping when nothing of the order remains; never more than was paid and not yet refunded. 0 when nothing
/// was captured.
[[nodiscard]] qint64 refundFor(const Order &order, const QList<CancelledLine> &lines);

/// What the total holds beside lines and shipping, in minor units: below zero a discount, above it taxes and
/// other charges.
[[nodiscard]] qint64 otherChargesMinor(const Order &order) noexcept;

/// Sum of the quantities of all lines, as ordered.
[[nodiscard]] int itemCount(const Order &order) noexcept;

} // namespace mc
