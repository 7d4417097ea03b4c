// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/overlay.h"

#include <tl/expected.hpp>

namespace mc {

/// Writes these orders, in this order, as CSV (see orderExportHeader()); the file appears complete or not at
/// all. Returns how many, or one sentence for people. Holds a few hundred orders at a time.
[[nodiscard]] tl::expected<int, QString> writeCsv(const QString &file, const OrderReader &reader,
                                                  const QList<qint64> &places, const Overlay &overlay);

} // namespace mc
