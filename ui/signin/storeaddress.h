// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace mc {

/// Why a store address is not used, or None.
enum class AddressProblem : quint8 { None, Missing, NotAnAddress, NotEncrypted };

struct StoreAddress {
    QUrl url; ///< Valid only without a problem.
    AddressProblem problem = AddressProblem::None;
};

/// "orders.shop.example" becomes https://orders.shop.example; http is for this computer only, because a
/// password would cross the network in clear text.
[[nodiscard]] StoreAddress readStoreAddress(const QString &text);

} // namespace mc
