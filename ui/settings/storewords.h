// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/fieldlist.h"

namespace mc {

/// The store's policy in a sentence: what happens to a customer's request.
[[nodiscard]] QString policySentence(const CancellationPolicy &policy);

/// What the store decides for everybody, for reading.
[[nodiscard]] QList<Field> storeFields(const StoreInfo &store);

/// "2 changes are being sent."; empty when nothing of this profile waits.
[[nodiscard]] QString waitingSentence(const StoreProfile &profile);

} // namespace mc
