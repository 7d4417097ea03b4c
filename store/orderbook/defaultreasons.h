// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/storerepository.h"

namespace mc::store {

/// The list of a store that has none of its own, in English, German and Arabic.
[[nodiscard]] const QList<ReasonTexts> &defaultReasons();

/// "de-AT" → "de-AT", else "de", else "en", else any, else the code.
[[nodiscard]] QString textFor(const ReasonTexts &reason, const QString &language);

} // namespace mc::store
