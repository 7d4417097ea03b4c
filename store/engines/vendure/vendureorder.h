// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

#include <QJsonObject>

#include <tl/expected.hpp>

namespace mc::store {

struct VendureLine {
    QString id;
    QString title;
    QString sku;
    int quantity = 0; ///< What is left after cancellations.
    int placedQuantity = 0; ///< Stays; 0 for a line that was added later.
    qint64 unitPriceMinor = 0; ///< With tax and with its share of the order's discounts.

    [[nodiscard]] int ordered() const { return std::max(quantity, placedQuantity); }
};

struct VendureRefund {
    QString id;
    QString state;
    QString reason;
    qint64 totalMinor = 0;
};

struct VendurePayment {
    QString id;
    QString state;
    QString method;
    qint64 amountMinor = 0;
    QList<VendureRefund> refunds;
};

struct VendureFulfillment {
    QString id;
    QString state;
    QString method;
    QString trackingCode;
    QDateTime createdAtUtc;
    QHash<QString, int> quantities; ///< By line id.
};

/// One placed order as Vendure describes it: checked, but not interpreted yet.
struct VendureOrder {
    QString id;
    QString code;
    QString state;
    QStringList nextStates;
    QDateTime updatedAtUtc;
    QDateTime placedAtUtc;
    QString currency;
    qint64 totalMinor = 0;
    qint64 shippingMinor = 0;
    qint64 originalShippingMinor = 0; ///< Before it was cancelled, or before discounts.
    Customer customer;
    QStringList address;
    QList<VendureLine> lines;
    QList<VendurePayment> payments;
    QList<VendureFulfillment> fulfillments;
};

/// The GraphQL selection that parseVendureOrder() reads.
[[nodiscard]] QString vendureOrderFields();

/// Refuses what makes no sense (no code, no time, negative or fractional amounts); the error names the
/// member.
[[nodiscard]] tl::expected<VendureOrder, QString> parseVendureOrder(const QJsonObject &json);

/// The order in our words. `version`, `source` and ids of our own are left to the caller.
[[nodiscard]] Order toOrder(const VendureOrder &order);

// The rules of Vendure's states, asked by mapping, cancelling and refunding alike.
[[nodiscard]] bool isKnownVendureState(QStringView orderState) noexcept;
/// Neither Shipped, Delivered nor an unknown state stands against it: it can still be called back.
[[nodiscard]] bool isHeldBack(const VendureFulfillment &fulfillment) noexcept;
/// The parcels that have left (or whose state nobody knows), or an order that says so itself.
[[nodiscard]] bool hasLeftVendure(const VendureOrder &order) noexcept;
/// Everything in it is cancelled.
[[nodiscard]] bool isFullyCancelled(const VendureOrder &order) noexcept;
/// "Courier TRK505"; the number in Vendure when there is nothing else.
[[nodiscard]] QString parcelWords(const VendureFulfillment &fulfillment);
/// "Courier TRK505, DHL 4711": what people need to find the parcels; may be empty.
[[nodiscard]] QString parcelsOf(const VendureOrder &order);

} // namespace mc::store
