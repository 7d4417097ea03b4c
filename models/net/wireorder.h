// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/orderjson.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <tl/expected.hpp>

// The one place where orders in bulk are read from the wire.
namespace mc {

/// An order with the bytes that the cache keeps.
struct ReceivedOrder {
    Order order;
    QByteArray document;

    friend bool operator==(const ReceivedOrder &, const ReceivedOrder &) = default;
};

struct ChangesPage {
    QList<ReceivedOrder> orders;
    QList<OrderId> removed;
    QByteArray cursor;
    bool hasMore = false;

    friend bool operator==(const ChangesPage &, const ChangesPage &) = default;
};

/// nullopt when this was not a store's answer.
[[nodiscard]] std::optional<ChangesPage> changesFromBytes(const QByteArray &body);

/// One line of a snapshot.
struct SnapshotLine {
    enum class Kind : quint8 { Head, Order, Resume, End };
    Kind kind = Kind::Order;
    QByteArray cursor; ///< Head
    int total = 0; ///< Head
    QByteArray resume; ///< Resume
    bool isPartEnd = false; ///< Resume: nothing follows in this answer, the next part begins here.
    ReceivedOrder order; ///< Order
};
[[nodiscard]] tl::expected<SnapshotLine, JsonProblem> snapshotLine(const QByteArray &line);

} // namespace mc
