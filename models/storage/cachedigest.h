// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ordersdigest.h"
#include "storage/sqlconnection.h"

#include <QDateTime>

#include <optional>

// What the cache has, in the form in which it is compared with the store: ranges of time, each a few hundred
// orders, so that neither side ever works for long.
namespace mc {

/// Orders placed from `fromUtc` on and before `beforeUtc`.
struct OrderRange {
    QDateTime fromUtc;
    std::optional<QDateTime> beforeUtc; ///< None: all that follow.

    friend bool operator==(const OrderRange &, const OrderRange &) = default;
};

enum class DigestScan : quint8 {
    Near, ///< Where orders of that time usually stand: fast, and right unless very many share a second.
    All ///< Everywhere: to be sure before a difference is believed.
};
[[nodiscard]] StorageResult<OrdersDigest> digestOf(const SqlConnection &cache, const OrderRange &range,
                                                   DigestScan scan);

/// The range of about so many orders that begins there; its end is a full second.
[[nodiscard]] StorageResult<OrderRange> rangeFrom(const SqlConnection &cache, const QDateTime &fromUtc,
                                                  int orders);

} // namespace mc
