// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace mc {

enum class Role : quint8 { Viewer, Support, Admin, Owner };

[[nodiscard]] constexpr bool mayCancel(Role role) noexcept
{
    return role != Role::Viewer;
}
/// Accept or decline a request, retry a refund, close a conflict.
[[nodiscard]] constexpr bool mayDecide(Role role) noexcept
{
    return role != Role::Viewer;
}
[[nodiscard]] constexpr bool mayExport(Role role) noexcept
{
    return role == Role::Admin || role == Role::Owner;
}
[[nodiscard]] constexpr bool mayAdminister(Role role) noexcept
{
    return role == Role::Admin || role == Role::Owner;
}

/// What the store does with a customer's request.
enum class PolicyMode : quint8 {
    Automatic, ///< Processed by itself (default).
    AutomaticThenAsk, ///< By itself within windowMinutes of the order, after that somebody is asked.
    Ask, ///< Somebody is always asked.
    Off ///< Customers cannot cancel; staff can.
};

struct CancellationPolicy {
    PolicyMode mode = PolicyMode::Automatic;
    int windowMinutes = 60; ///< For AutomaticThenAsk.
    int deadlineHours = 24; ///< How long somebody has to answer, for Ask and AutomaticThenAsk.
    bool acceptsByDefault = false; ///< What happens when nobody answers in time.

    friend bool operator==(const CancellationPolicy &, const CancellationPolicy &) = default;
};

struct CancelReason {
    QString code;
    QString text; ///< In the reader's language.

    friend bool operator==(const CancelReason &, const CancelReason &) = default;
};

/// The reasons that a store offers when it has no list of its own, in this order.
inline constexpr const char *DefaultReasonCodes[] = {
    "ordered_by_mistake", "items_arriving_late", "incorrect_shipping_address",
    "out_of_stock",       "payment_issue",       "other"};

} // namespace mc
