// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "storage/orderreader.h"

namespace mc {

/// When "Past 30 days" begins: at midnight of the store's time zone, thirty days ago.
[[nodiscard]] QDateTime startOfPast30Days(const QDateTime &now, const QByteArray &timeZone);

/// What the windows ask for, in the words of the cache.
[[nodiscard]] TableQuery tableQueryOf(const OrderQuery &query, const QDateTime &now,
                                      const QByteArray &timeZone);

} // namespace mc
