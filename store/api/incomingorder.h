// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "store/api/objectreader.h"

namespace mc::store {

/// Schema IncomingOrder: an order as a shop sends it.
struct IncomingOrder {
    Order order; ///< Without an id of ours.
    bool sendsConfirmation = true;
};

/// Look at body.problem() afterwards.
[[nodiscard]] IncomingOrder readIncomingOrder(ObjectReader &body, const QString &externalId);

} // namespace mc::store
