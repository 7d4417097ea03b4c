// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/storeinfo.h"

#include <QDateTime>

namespace mc::test {

/// The moment at which all sample orders are looked at: 20 Nov 2026, 14:40 UTC.
[[nodiscard]] QDateTime sampleNow();
/// A store with the default reasons; the signed-in person is an owner unless told otherwise.
[[nodiscard]] StoreInfo sampleStore(Role role = Role::Owner);

/// One order of one line, not shipped, paid; `number` is also its id.
[[nodiscard]] Order makeOrder(const QString &number, ItemStatus status = ItemStatus::NotShipped,
                              PaymentStatus payment = PaymentStatus::Paid);
/// A cancellation in the given state, asked for by the customer twelve minutes after the order.
[[nodiscard]] Cancellation makeCancellation(const Order &order, CancellationState state);

enum class Sample : quint8 { Usual, LongNames, Arabic };
/// Orders in every state, several currencies and scripts, newest first; the same each time.
[[nodiscard]] QList<Order> sampleOrders(Sample sample = Sample::Usual);

} // namespace mc::test
