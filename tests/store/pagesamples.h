// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/pages/orderview.h"

namespace mc::store {

/// Orders in the states that the design draws, for tests of pages and mails.
[[nodiscard]] Order sampleOrder(const QString &language = QStringLiteral("en"));
[[nodiscard]] Order sampleRequested(const QString &language = QStringLiteral("en"));
[[nodiscard]] Order sampleCancelled(const QString &language = QStringLiteral("en"));
[[nodiscard]] Order sampleShippedFirst(const QString &language = QStringLiteral("en"));
[[nodiscard]] Order sampleShipped(const QString &language = QStringLiteral("en"));
/// Every text that can come from outside is an attack.
[[nodiscard]] Order hostileOrder();
[[nodiscard]] ShopView sampleShop();
[[nodiscard]] QList<CancelReason> sampleReasons(const Phrases &phrases);

} // namespace mc::store
