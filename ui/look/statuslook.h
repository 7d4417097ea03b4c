// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "ui/look/paint.h"

// The look of each status: its word from models/orders/words.h, an icon that differs by shape, and a tone.
// One home, so that a table, a page and a dialog cannot disagree.
namespace mc {

/// The only pill of a row.
[[nodiscard]] Badge badgeOf(ItemStatus status);
/// Quiet form: icon and text; only what waits for somebody is coloured.
[[nodiscard]] Badge badgeOf(PaymentStatus status);
[[nodiscard]] Badge badgeOf(const Cancellation &cancellation);

} // namespace mc
