// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace mc {

/// What two sides compare instead of orders: how many, and the SHA-256 of their wire documents, XORed, so
/// that it does not matter in which order they come. Tells a difference, not an attacker.
struct OrdersDigest {
    qint64 count = 0;
    QByteArray sum = QByteArray(32, '\0');

    void add(QByteArrayView document);
    [[nodiscard]] QByteArray hash() const { return sum.toHex(); }

    friend bool operator==(const OrdersDigest &, const OrdersDigest &) = default;
};

} // namespace mc
