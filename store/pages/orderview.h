// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/roles.h"
#include "store/orderbook/storerepository.h"
#include "store/pages/templates.h"
#include "store/pages/wording.h"

namespace mc::store {

/// What a page needs to know of the shop.
struct ShopView {
    Store store;
    CancellationPolicy policy;
};

/// "mailto:help@shop.example"; empty when the address is none. The subject is optional.
[[nodiscard]] QString mailAddress(const QString &address, const QString &subject = {});

/// The address as far as its customer recognizes it: town and country, of street and house the first letter
/// only, since a mail with the link may be passed on. The mail itself has it in full.
[[nodiscard]] QStringList hintedAddress(const QStringList &address);

/// Everything that the template "orderbody" shows of an order. `suffix` keeps ids apart when a page holds the
/// order twice.
[[nodiscard]] TemplateData orderData(const Order &order, const ShopView &shop, const Wording &wording,
                                     const QString &suffix = {});

/// Whether the customer's page shows "Cancel order".
[[nodiscard]] bool mayCustomerCancel(const Order &order, const CancellationPolicy &policy);

/// Title and sentences that tell what became of a cancellation: the same on the page and in the mail.
struct OutcomeWords {
    QString title;
    QStringList sentences;
};
[[nodiscard]] OutcomeWords outcomeWords(const Order &order, const Cancellation &cancellation,
                                        const CancellationPolicy &policy, const Wording &wording);
/// "Visa ending in 4242", or words for a payment method that has no name.
[[nodiscard]] QString paymentMethod(const Order &order, const Wording &wording);
/// The reason as the customer reads it; comments as far as they are meant for the customer.
[[nodiscard]] QString customerReason(const Cancellation &cancellation, const Wording &wording);
[[nodiscard]] QString customerComments(const Cancellation &cancellation);
/// Whether the cancellation took less than the whole order.
[[nodiscard]] bool isPartial(const Order &order, const Cancellation &cancellation);

} // namespace mc::store
