// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "storage/sqlconnection.h"

#include <optional>

namespace mc {

/// Whether the store erased the customer between these two versions of an order: name, e-mail and address are
/// gone for good, not changed. Never without an earlier version.
[[nodiscard]] bool isErasure(const std::optional<Order> &before, const Order &now);

/**
 * Writes the cache's file anew, so that free pages, search index and write-ahead log hold nothing of rows
 * that were deleted. Erasures are rare: `secure_delete` instead would slow down every change, and would not
 * reach the search index, where a deleted word stays until its segments are merged.
 *
 * Outside of a transaction. Kind::Busy: somebody was reading, so the log could not be cut off; call it again.
 */
[[nodiscard]] StorageResult<void> rewriteWithoutDeleted(const SqlConnection &connection);

} // namespace mc
