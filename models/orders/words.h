// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/orderrules.h"
#include "domain/roles.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

// The words of the screen: one home for table, page, dialog, export and notification, so that they never
// disagree. Plain text, translated; looks (icon, tone) belong to ui/look.
namespace mc {

enum class PendingState : quint8;
struct StoreInfo;

[[nodiscard]] QString itemStatusWord(ItemStatus status);
[[nodiscard]] QString paymentStatusWord(PaymentStatus status);
[[nodiscard]] QString cancellationStateWord(CancellationState state);
[[nodiscard]] QString refundStateWord(RefundState state);
/// "customer", "merchant", "support": stands behind a name or alone.
[[nodiscard]] QString requestedByWord(RequestedBy who);
[[nodiscard]] QString channelWord(ContactChannel channel);
[[nodiscard]] QString roleWord(Role role);
/// "Waiting to be sent": stands under the badge of what was asked; empty for what the store already has.
[[nodiscard]] QString pendingWord(PendingState state);

/// "Can’t be cancelled: it has shipped."; empty when nothing is in the way.
[[nodiscard]] QString obstacleSentence(CancelObstacle obstacle);
/// "Already shipped": behind an order that stays as it is in a list of several.
[[nodiscard]] QString obstacleWord(CancelObstacle obstacle);
/// Why a request ended without cancelling; empty unless it was rejected.
/// `detail`: its rejectionDetail as a sentence may hold it, for it comes from outside.
[[nodiscard]] QString rejectionSentence(const Cancellation &cancellation, const QString &detail);
/// "Shipping is on hold. …": what happens next with an open request; empty when it has ended.
[[nodiscard]] QString nextStepSentence(const Cancellation &cancellation);

[[nodiscard]] QString timelineTitle(TimelineKind kind);
/// What stands under the title: the mail's name, the amount, why something waits, and text of others as it
/// came. May be empty.
[[nodiscard]] QString timelineDetail(const TimelineEvent &event, const StoreInfo *store,
                                     const QLocale &locale);

/// Words of a reason: the store's own, else the default list's, else the code itself.
[[nodiscard]] QString reasonWord(const QString &code, const StoreInfo *store = nullptr);
/// In the reader's language by its code; what the requester read where the code is not known.
[[nodiscard]] QString reasonWord(const Cancellation &cancellation, const StoreInfo *store = nullptr);

/// What the total of an order holds beside its lines, in minor units.
struct Charge {
    QString name;
    qint64 minor = 0;
};
/// Shipping, and a discount (below zero) or taxes and other charges; none that is zero.
[[nodiscard]] QList<Charge> chargesOf(const Order &order);

/// "3 items".
[[nodiscard]] QString itemsWord(int count);
/// "12 min ago", "Yesterday", "4 days ago", then the date. Both times in any zone; shown in the desktop's.
[[nodiscard]] QString relativeDate(const QDateTime &at, const QDateTime &now, const QLocale &locale);
/// "20 Nov 2026, 14:36" in the desktop's time zone.
[[nodiscard]] QString absoluteDate(const QDateTime &at, const QLocale &locale);

} // namespace mc
