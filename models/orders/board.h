// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/overlay.h"

namespace mc {

/// The Cancellations page: what wants attention, what is under way, what has ended. `ended` are the orders
/// whose cancellation ended last, newest first; `asked` those that have something in the outbox.
[[nodiscard]] CancellationBoard boardOf(const QList<Order> &attention, const QList<Order> &ended,
                                        const QList<Order> &asked, const Overlay &overlay);

/// What a desktop notification says about these news; what this console asked for itself is no news.
[[nodiscard]] QList<Notice> noticesOf(const QList<CancellationNews> &news);

} // namespace mc
