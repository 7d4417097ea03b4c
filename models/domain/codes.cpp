// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"

#include <array>
#include <utility>

namespace mc {
namespace {

template <typename Enum>
using Word = std::pair<Enum, QLatin1String>;

// One table for each enumeration, in the order of its values.
constexpr std::array ItemStatusWords{
    Word<ItemStatus>{ItemStatus::Unknown, QLatin1String("unknown")},
    Word<ItemStatus>{ItemStatus::NotShipped, QLatin1String("not_shipped")},
    Word<ItemStatus>{ItemStatus::Packed, QLatin1String("packed")},
    Word<ItemStatus>{ItemStatus::CancellationRequested, QLatin1String("cancellation_requested")},
    Word<ItemStatus>{ItemStatus::Cancelled, QLatin1String("cancelled")},
    Word<ItemStatus>{ItemStatus::Shipped, QLatin1String("shipped")},
    Word<ItemStatus>{ItemStatus::Delivered, QLatin1String("delivered")},
    Word<ItemStatus>{ItemStatus::Returned, QLatin1String("returned")},
};
constexpr std::array PaymentStatusWords{
    Word<PaymentStatus>{PaymentStatus::Unknown, QLatin1String("unknown")},
    Word<PaymentStatus>{PaymentStatus::Pending, QLatin1String("pending")},
    Word<PaymentStatus>{PaymentStatus::Authorized, QLatin1String("authorized")},
    Word<PaymentStatus>{PaymentStatus::Paid, QLatin1String("paid")},
    Word<PaymentStatus>{PaymentStatus::RefundPending, QLatin1String("refund_pending")},
    Word<PaymentStatus>{PaymentStatus::RefundFailed, QLatin1String("refund_failed")},
    Word<PaymentStatus>{PaymentStatus::PartiallyRefunded, QLatin1String("partially_refunded")},
    Word<PaymentStatus>{PaymentStatus::Refunded, QLatin1String("refunded")},
    Word<PaymentStatus>{PaymentStatus::Voided, QLatin1String("voided")},
};
constexpr std::array CancellationStateWords{
    Word<CancellationState>{CancellationState::Unknown, QLatin1String("unknown")},
    Word<CancellationState>{CancellationState::Requested, QLatin1String("requested")},
    Word<CancellationState>{CancellationState::Processing, QLatin1String("processing")},
    Word<CancellationState>{CancellationState::Succeeded, QLatin1String("succeeded")},
    Word<CancellationState>{CancellationState::Rejected, QLatin1String("rejected")},
};
constexpr std::array RejectionWords{
    Word<Rejection>{Rejection::None, QLatin1String("none")},
    Word<Rejection>{Rejection::Shipped, QLatin1String("shipped")},
    Word<Rejection>{Rejection::Declined, QLatin1String("declined")},
    Word<Rejection>{Rejection::Expired, QLatin1String("expired")},
    Word<Rejection>{Rejection::EngineRefused, QLatin1String("engine_refused")},
};
constexpr std::array RequestedByWords{
    Word<RequestedBy>{RequestedBy::Customer, QLatin1String("customer")},
    Word<RequestedBy>{RequestedBy::Merchant, QLatin1String("merchant")},
    Word<RequestedBy>{RequestedBy::Support, QLatin1String("support")},
};
constexpr std::array ContactChannelWords{
    Word<ContactChannel>{ContactChannel::None, QLatin1String("none")},
    Word<ContactChannel>{ContactChannel::Phone, QLatin1String("phone")},
    Word<ContactChannel>{ContactChannel::Email, QLatin1String("email")},
    Word<ContactChannel>{ContactChannel::Chat, QLatin1String("chat")},
    Word<ContactChannel>{ContactChannel::InPerson, QLatin1String("in_person")},
    Word<ContactChannel>{ContactChannel::Other, QLatin1String("other")},
};
constexpr std::array RefundStateWords{
    Word<RefundState>{RefundState::None, QLatin1String("none")},
    Word<RefundState>{RefundState::Pending, QLatin1String("pending")},
    Word<RefundState>{RefundState::Failed, QLatin1String("failed")},
    Word<RefundState>{RefundState::Done, QLatin1String("done")},
};
constexpr std::array TimelineKindWords{
    Word<TimelineKind>{TimelineKind::Unknown, QLatin1String("unknown")},
    Word<TimelineKind>{TimelineKind::OrderPlaced, QLatin1String("order_placed")},
    Word<TimelineKind>{TimelineKind::PaymentAuthorized, QLatin1String("payment_authorized")},
    Word<TimelineKind>{TimelineKind::PaymentReceived, QLatin1String("payment_received")},
    Word<TimelineKind>{TimelineKind::MailSent, QLatin1String("mail_sent")},
    Word<TimelineKind>{TimelineKind::MailFailed, QLatin1String("mail_failed")},
    Word<TimelineKind>{TimelineKind::Packed, QLatin1String("packed")},
    Word<TimelineKind>{TimelineKind::Shipped, QLatin1String("shipped")},
    Word<TimelineKind>{TimelineKind::Delivered, QLatin1String("delivered")},
    Word<TimelineKind>{TimelineKind::Returned, QLatin1String("returned")},
    Word<TimelineKind>{TimelineKind::CancellationRequested, QLatin1String("cancellation_requested")},
    Word<TimelineKind>{TimelineKind::CancellationAccepted, QLatin1String("cancellation_accepted")},
    Word<TimelineKind>{TimelineKind::CancellationDeclined, QLatin1String("cancellation_declined")},
    Word<TimelineKind>{TimelineKind::Cancelled, QLatin1String("cancelled")},
    Word<TimelineKind>{TimelineKind::CancellationRejected, QLatin1String("cancellation_rejected")},
    Word<TimelineKind>{TimelineKind::RefundStarted, QLatin1String("refund_started")},
    Word<TimelineKind>{TimelineKind::Refunded, QLatin1String("refunded")},
    Word<TimelineKind>{TimelineKind::RefundFailed, QLatin1String("refund_failed")},
    Word<TimelineKind>{TimelineKind::Restocked, QLatin1String("restocked")},
    Word<TimelineKind>{TimelineKind::RestockFailed, QLatin1String("restock_failed")},
    Word<TimelineKind>{TimelineKind::Conflict, QLatin1String("conflict")},
    Word<TimelineKind>{TimelineKind::ConflictClosed, QLatin1String("conflict_closed")},
    Word<TimelineKind>{TimelineKind::Postponed, QLatin1String("postponed")},
    Word<TimelineKind>{TimelineKind::PaymentVoided, QLatin1String("payment_voided")},
};
constexpr std::array RoleWords{
    Word<Role>{Role::Viewer, QLatin1String("viewer")},
    Word<Role>{Role::Support, QLatin1String("support")},
    Word<Role>{Role::Admin, QLatin1String("admin")},
    Word<Role>{Role::Owner, QLatin1String("owner")},
};
constexpr std::array PolicyModeWords{
    Word<PolicyMode>{PolicyMode::Automatic, QLatin1String("automatic")},
    Word<PolicyMode>{PolicyMode::AutomaticThenAsk, QLatin1String("automatic_then_ask")},
    Word<PolicyMode>{PolicyMode::Ask, QLatin1String("ask")},
    Word<PolicyMode>{PolicyMode::Off, QLatin1String("off")},
};

template <typename Enum, std::size_t Size>
QLatin1String wordOf(const std::array<Word<Enum>, Size> &words, Enum value) noexcept
{
    return words.at(static_cast<std::size_t>(value)).second;
}

template <typename Enum, std::size_t Size>
std::optional<Enum> valueOf(const std::array<Word<Enum>, Size> &words, QStringView code) noexcept
{
    for (const auto &[value, word] : words) {
        if (code == word)
            return value;
    }
    return std::nullopt;
}

} // namespace

QLatin1String codeOf(ItemStatus value) noexcept
{
    return wordOf(ItemStatusWords, value);
}

template <>
std::optional<ItemStatus> fromCode<ItemStatus>(QStringView code) noexcept
{
    return valueOf(ItemStatusWords, code);
}

QLatin1String codeOf(PaymentStatus value) noexcept
{
    return wordOf(PaymentStatusWords, value);
}

template <>
std::optional<PaymentStatus> fromCode<PaymentStatus>(QStringView code) noexcept
{
    return valueOf(PaymentStatusWords, code);
}

QLatin1String codeOf(CancellationState value) noexcept
{
    return wordOf(CancellationStateWords, value);
}

template <>
std::optional<CancellationState> fromCode<CancellationState>(QStringView code) noexcept
{
    return valueOf(CancellationStateWords, code);
}

QLatin1String codeOf(Rejection value) noexcept
{
    return wordOf(RejectionWords, value);
}

template <>
std::optional<Rejection> fromCode<Rejection>(QStringView code) noexcept
{
    return valueOf(RejectionWords, code);
}

QLatin1String codeOf(RequestedBy value) noexcept
{
    return wordOf(RequestedByWords, value);
}

template <>
std::optional<RequestedBy> fromCode<RequestedBy>(QStringView code) noexcept
{
    return valueOf(RequestedByWords, code);
}

QLatin1String codeOf(ContactChannel value) noexcept
{
    return wordOf(ContactChannelWords, value);
}

template <>
std::optional<ContactChannel> fromCode<ContactChannel>(QStringView code) noexcept
{
    return valueOf(ContactChannelWords, code);
}

QLatin1String codeOf(RefundState value) noexcept
{
    return wordOf(RefundStateWords, value);
}

template <>
std::optional<RefundState> fromCode<RefundState>(QStringView code) noexcept
{
    return valueOf(RefundStateWords, code);
}

QLatin1String codeOf(TimelineKind value) noexcept
{
    return wordOf(TimelineKindWords, value);
}

template <>
std::optional<TimelineKind> fromCode<TimelineKind>(QStringView code) noexcept
{
    return valueOf(TimelineKindWords, code);
}

QLatin1String codeOf(Role value) noexcept
{
    return wordOf(RoleWords, value);
}

template <>
std::optional<Role> fromCode<Role>(QStringView code) noexcept
{
    return valueOf(RoleWords, code);
}

QLatin1String codeOf(PolicyMode value) noexcept
{
    return wordOf(PolicyModeWords, value);
}

template <>
std::optional<PolicyMode> fromCode<PolicyMode>(QStringView code) noexcept
{
    return valueOf(PolicyModeWords, code);
}

} // namespace mc
