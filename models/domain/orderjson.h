// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <tl/expected.hpp>

// The wire form of an order: schema "Order" of resources/api/openapi.yaml. Written by the store and read by
// the console with the same code. Unknown members are ignored, unknown words read as Unknown.
namespace mc {

struct JsonProblem {
    QString what; ///< For the log: which member is missing or has the wrong type.

    friend bool operator==(const JsonProblem &, const JsonProblem &) = default;
};

[[nodiscard]] QByteArray cancellationToBytes(const Cancellation &cancellation);
/// One order in compact form, without a line break: a row of NDJSON.
[[nodiscard]] QByteArray orderToBytes(const Order &order);
/// Required are id, number, version, placedAt, currency and totalMinor; everything else has a default.
[[nodiscard]] tl::expected<Order, JsonProblem> orderFromBytes(QByteArrayView bytes);

/// "2026-11-20T13:28:00.000Z"; empty for an invalid time.
[[nodiscard]] QString timeToText(const QDateTime &time);
/// Invalid for anything that is not ISO 8601; the result is always in UTC.
[[nodiscard]] QDateTime timeFromText(const QString &text);

} // namespace mc
