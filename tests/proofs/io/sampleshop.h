// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/ordercache.h"

#include <QMap>

#include <random>

namespace mc::proof {

/// The store of a cache under test: what it has, and the pages in which it gives it away.
struct SampleShop {
    QMap<OrderId, Order> orders;
    QByteArray cursor = "cursor-0";
    QString epoch = QStringLiteral("epoch-1");

    /// So many different orders, drawn from a generator.
    [[nodiscard]] static SampleShop make(int orders, std::mt19937_64 &random);
    [[nodiscard]] QList<WireOrder> page(int from, int count) const;
    /// Changes some orders and removes one; the next page of the feed.
    struct Change {
        QList<WireOrder> orders;
        QList<OrderId> removed;
    };
    [[nodiscard]] Change change(std::mt19937_64 &random);
};

/// What differs between the cache and the shop, read as the console reads; empty: nothing does.
[[nodiscard]] QString difference(const QString &cacheFile, const SampleShop &shop, std::mt19937_64 &random);

/// Takes a whole snapshot.
[[nodiscard]] StorageResult<void> takeSnapshot(OrderCache &cache, const SampleShop &shop);

} // namespace mc::proof
