// SPDX-License-Identifier: Apache-2.0
#include "ui/look/statuslook.h"

#include "orders/words.h"

namespace mc {

Badge badgeOf(ItemStatus status)
{
    const QString word = itemStatusWord(status);
    switch (status) {
    case ItemStatus::Unknown:
        return {word, QStringLiteral("info"), Tone::Neutral};
    case ItemStatus::NotShipped:
    case ItemStatus::Packed:
        return {word, QStringLiteral("package"), Tone::Neutral};
    case ItemStatus::CancellationRequested:
        return {word, QStringLiteral("clock"), Tone::Warning};
    case ItemStatus::Cancelled:
        return {word, QStringLiteral("cancelled"), Tone::Critical};
    case ItemStatus::Shipped:
        return {word, QStringLiteral("truck"), Tone::Info};
    case ItemStatus::Delivered:
        return {word, QStringLiteral("check"), Tone::Success};
    case ItemStatus::Returned:
        return {word, QStringLiteral("return"), Tone::Neutral};
    }
    Q_UNREACHABLE();
}

Badge badgeOf(PaymentStatus status)
{
    const QString word = paymentStatusWord(status);
    switch (status) {
    case PaymentStatus::Unknown:
        return {word, QStringLiteral("info"), Tone::Neutral, false};
    case PaymentStatus::Pending:
        return {word, QStringLiteral("clock"), Tone::Warning, false};
    case PaymentStatus::Authorized:
        return {word, QStringLiteral("card"), Tone::Neutral, false};
    case PaymentStatus::Paid:
        return {word, QStringLiteral("check"), Tone::Neutral, false};
    case PaymentStatus::RefundPending:
        return {word, QStringLiteral("clock"), Tone::Neutral, false};
    case PaymentStatus::RefundFailed:
        return {word, QStringLiteral("error"), Tone::Critical, false};
    case PaymentStatus::PartiallyRefunded:
    case PaymentStatus::Refunded:
        return {word, QStringLiteral("return"), Tone::Neutral, false};
    case PaymentStatus::Voided:
        return {word, QStringLiteral("cancelled"), Tone::Neutral, false};
    }
    Q_UNREACHABLE();
}

Badge badgeOf(const Cancellation &cancellation)
{
    const QString word = cancellationStateWord(cancellation.state);
    switch (cancellation.state) {
    case CancellationState::Unknown:
        return {word, QStringLiteral("info"), Tone::Neutral};
    case CancellationState::Requested:
    case CancellationState::Processing:
        return {word, QStringLiteral("clock"), Tone::Warning};
    case CancellationState::Succeeded:
        return {word, QStringLiteral("cancelled"), Tone::Critical};
    case CancellationState::Rejected:
        return {word, QStringLiteral("error"), Tone::Critical};
    }
    Q_UNREACHABLE();
}

} // namespace mc
