// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/ordercache.h"

namespace mc {

/// What somebody has to hear about when an order changes from one version to the next; an order that was not
/// known before has news too, because it may have been placed and cancelled between two pages.
[[nodiscard]] QList<CancellationNews> newsBetween(const std::optional<Order> &before, const Order &after);

} // namespace mc
