// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/storeinfo.h"
#include "ui/detail/fieldlist.h"

namespace mc {

/// The store's policy in a sentence: what happens to a customer's request.
[[nodiscard]] QString policySentence(const CancellationPolicy &policy);

/// What the store decides for everybody, for reading.
[[nodiscard]] QList<Field> storeFields(const StoreInfo &store);

} // namespace mc
