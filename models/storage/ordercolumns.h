// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

#include <QVariantList>

// One order as the narrow row of the cache has it. Texts are never NULL.
namespace mc {

/// An order's place, its row's id, is the second it was placed in times this, plus the first free number: so
/// places follow age, which the search index answers in, and this many orders of one second still do.
inline constexpr qint64 PlacesPerSecond = 16;

[[nodiscard]] inline QString notNull(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

/// All columns of `orders` but the place, in the order of the schema.
[[nodiscard]] QVariantList columnsOf(const Order &order, qint64 generation);
/// Those that can differ where isOnlyStateNew(): version, generation, first_item, item_count, item_status,
/// payment_status, obstacle, attention, ended_at.
[[nodiscard]] QVariantList stateColumnsOf(const Order &order, qint64 generation);
/// Most changes are of an order's state: what it is found and sorted by, status apart, stays.
[[nodiscard]] bool isOnlyStateNew(const Order &before, const Order &after);

} // namespace mc
