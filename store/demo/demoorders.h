// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

#include <QList>

namespace mc::store {

/// What the demo does with an order after it has been placed.
enum class DemoFate : quint8 {
    None,
    Requested, ///< By the customer, some minutes ago; the worker decides it while somebody watches.
    Cancelled,
    RefundFails, ///< The card ends in 0002, which the demo's bank refuses.
    Asked, ///< Waits for accept or decline.
    Declined,
    ShippedFirst, ///< Rejected: the parcel was faster.
    Conflict ///< A carrier's scan after the cancellation.
};

struct DemoOrder {
    Order order; ///< As a shop would send it: no id, no cancellations.
    DemoFate fate = DemoFate::None;
    QString reasonCode;
    QString comments;
    RequestedBy requestedBy = RequestedBy::Customer;
    bool hasFreshMail = false; ///< Its confirmation lies in the demo's mailbox.
};

/// `count` sample orders before `now`, newest first, in every state, several currencies, scripts and name
/// orders. The same seed gives the same orders. Names, addresses and e-mail domains are invented
/// (example.com, RFC 2606).
[[nodiscard]] QList<DemoOrder> demoOrders(int count, const QDateTime &now, quint32 seed = 1);

} // namespace mc::store
