// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace mc {

/// Why a request brought no answer of the store that can be used.
struct NetFailure {
    enum class Kind : quint8 {
        Offline, ///< The store was not reached; nothing happened there.
        TimedOut, ///< Unknown whether the store acted: repeat with the same key only.
        Insecure, ///< No trusted connection, or http:// to another computer; never tried again by itself.
        Unauthorized, ///< 401: sign in again.
        Gone, ///< 410: the cursor belongs to another epoch.
        Refused, ///< The store said no, in a problem document. Repeating it unchanged cannot help.
        Busy, ///< 429, 503 or "the same key is in flight": later, see retryAfter.
        Server, ///< 5xx: unknown whether the store acted.
        NotTheStore ///< Something else answered (captive portal, proxy): unknown whether the store acted.
    };
    Kind kind = Kind::Offline;
    int status = 0;
    QString type; ///< Last part of the problem's type, for example "order-not-cancellable".
    QString title; ///< The problem's title: one sentence for people.
    QString detail; ///< The problem's detail, or technical detail for the log.
    QString obstacle; ///< A word of mc::CancelObstacle, with problems about an order.
    std::optional<std::chrono::milliseconds> retryAfter;

    /// The operation may have happened, or may yet: its row stays and its key is used again.
    [[nodiscard]] bool isOutcomeUnknown() const noexcept
    {
        return kind != Kind::Refused && kind != Kind::Gone;
    }

    friend bool operator==(const NetFailure &, const NetFailure &) = default;
};
template <typename Value>
using NetResult = tl::expected<Value, NetFailure>;

struct HttpAnswer {
    int status = 0;
    QByteArray contentType; ///< Without parameters, lower case.
    QByteArray body;

    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

/// One sentence for people: what happened and what to do. `host` is the store's.
[[nodiscard]] QString sentenceFor(const NetFailure &failure, const QString &host);

} // namespace mc
