// SPDX-License-Identifier: Apache-2.0
#include "orders/words.h"

#include "domain/storeinfo.h"
#include "orders/consoleservice.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(mc::Words)
};

QString defaultReason(const QString &code)
{
    if (code == "ordered_by_mistake"_L1)
        return Words::tr("Ordered by mistake", "a reason to cancel");
    if (code == "items_arriving_late"_L1)
        return Words::tr("Items arriving late", "a reason to cancel");
    if (code == "incorrect_shipping_address"_L1)
        return Words::tr("Incorrect shipping address", "a reason to cancel");
    if (code == "out_of_stock"_L1)
        return Words::tr("Out of stock", "a reason to cancel");
    if (code == "payment_issue"_L1)
        return Words::tr("Payment issue", "a reason to cancel");
    if (code == "other"_L1)
        return Words::tr("Other", "a reason to cancel");
    return code;
}

QString mailName(const QString &code)
{
    if (code == "order_confirmation"_L1)
        return Words::tr("Order confirmation", "timeline: which e-mail");
    if (code == "cancellation_requested"_L1)
        return Words::tr("Cancellation requested", "timeline: which e-mail");
    if (code == "cancelled"_L1)
        return Words::tr("Order cancelled", "timeline: which e-mail");
    if (code == "refunded"_L1)
        return Words::tr("Refund confirmed", "timeline: which e-mail");
    if (code == "rejected"_L1)
        return Words::tr("Cancellation not possible", "timeline: which e-mail");
    return code;
}

QString waitingSentence(const QString &code)
{
    if (code == "window_over"_L1)
        return Words::tr("The time in which orders are cancelled by themselves is over: somebody decides.");
    if (code == "engine_unreachable"_L1)
        return Words::tr("The shop system cannot be reached. The store tries again by itself.");
    if (code == "engine_denied"_L1)
        return Words::tr("The shop system denies the store access. Check the connection.");
    if (code == "engine_not_understood"_L1)
        return Words::tr("The shop system answered something unknown. The store tries again by itself.");
    return code;
}

QString timelineCode(const TimelineEvent &event)
{
    if (event.kind == TimelineKind::MailSent || event.kind == TimelineKind::MailFailed)
        return mailName(event.code);
    return event.kind == TimelineKind::Postponed ? waitingSentence(event.code) : QString();
}

} // namespace

QString itemStatusWord(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Unknown:
        return Words::tr("Unknown", "item status: a word that this version does not know");
    case ItemStatus::NotShipped:
        return Words::tr("Not shipped", "item status");
    case ItemStatus::Packed:
        return Words::tr("Packed", "item status");
    case ItemStatus::CancellationRequested:
        return Words::tr("Cancellation requested", "item status");
    case ItemStatus::Cancelled:
        return Words::tr("Cancelled", "item status");
    case ItemStatus::Shipped:
        return Words::tr("Shipped", "item status");
    case ItemStatus::Delivered:
        return Words::tr("Delivered", "item status");
    case ItemStatus::Returned:
        return Words::tr("Returned", "item status");
    }
    Q_UNREACHABLE();
}

QString paymentStatusWord(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Unknown:
        return Words::tr("Unknown", "payment status: a word that this version does not know");
    case PaymentStatus::Pending:
        return Words::tr("Pending", "payment status");
    case PaymentStatus::Authorized:
        return Words::tr("Authorized", "payment status");
    case PaymentStatus::Paid:
        return Words::tr("Paid", "payment status");
    case PaymentStatus::RefundPending:
        return Words::tr("Refund pending", "payment status");
    case PaymentStatus::RefundFailed:
        return Words::tr("Refund failed", "payment status");
    case PaymentStatus::PartiallyRefunded:
        return Words::tr("Partially refunded", "payment status");
    case PaymentStatus::Refunded:
        return Words::tr("Refunded", "payment status");
    case PaymentStatus::Voided:
        return Words::tr("Voided", "payment status: the authorization was released");
    }
    Q_UNREACHABLE();
}

QString cancellationStateWord(CancellationState state)
{
    switch (state) {
    case CancellationState::Unknown:
        return Words::tr("Unknown", "state of a cancellation");
    case CancellationState::Requested:
        return Words::tr("Cancellation requested", "state of a cancellation");
    case CancellationState::Processing:
        return Words::tr("Being processed", "state of a cancellation");
    case CancellationState::Succeeded:
        return Words::tr("Cancelled", "state of a cancellation");
    case CancellationState::Rejected:
        return Words::tr("Cancellation rejected", "state of a cancellation");
    }
    Q_UNREACHABLE();
}

QString refundStateWord(RefundState state)
{
    switch (state) {
    case RefundState::None:
        return Words::tr("No refund", "state of a refund");
    case RefundState::Pending:
        return Words::tr("Refund pending", "state of a refund");
    case RefundState::Failed:
        return Words::tr("Refund failed", "state of a refund");
    case RefundState::Done:
        return Words::tr("Refunded", "state of a refund");
    }
    Q_UNREACHABLE();
}

QString requestedByWord(RequestedBy who)
{
    switch (who) {
    case RequestedBy::Customer:
        return Words::tr("customer", "who asked for a cancellation");
    case RequestedBy::Merchant:
        return Words::tr("merchant", "who asked for a cancellation");
    case RequestedBy::Support:
        return Words::tr("support", "who asked for a cancellation");
    }
    Q_UNREACHABLE();
}

QString channelWord(ContactChannel channel)
{
    switch (channel) {
    case ContactChannel::None:
        return Words::tr("Not stated", "how the customer reached the staff");
    case ContactChannel::Phone:
        return Words::tr("Phone", "how the customer reached the staff");
    case ContactChannel::Email:
        return Words::tr("E-mail", "how the customer reached the staff");
    case ContactChannel::Chat:
        return Words::tr("Chat", "how the customer reached the staff");
    case ContactChannel::InPerson:
        return Words::tr("In person", "how the customer reached the staff");
    case ContactChannel::Other:
        return Words::tr("Another way", "how the customer reached the staff");
    }
    Q_UNREACHABLE();
}

QString roleWord(Role role)
{
    switch (role) {
    case Role::Viewer:
        return Words::tr("Viewer", "role of a staff member");
    case Role::Support:
        return Words::tr("Support", "role of a staff member");
    case Role::Admin:
        return Words::tr("Admin", "role of a staff member");
    case Role::Owner:
        return Words::tr("Owner", "role of a staff member");
    }
    Q_UNREACHABLE();
}

QString pendingWord(PendingState state)
{
    switch (state) {
    case PendingState::Held:
        return Words::tr("Undo is still possible", "under the badge of a request that is not sent yet");
    case PendingState::Queued:
        return Words::tr("Waiting to be sent", "under the badge of a request that is not sent yet");
    case PendingState::Sending:
        return Words::tr("Being sent", "under the badge of a request");
    case PendingState::Refused:
        return Words::tr("Refused by the store", "under the badge of a request");
    case PendingState::Sent:
        return {};
    }
    Q_UNREACHABLE();
}

QString obstacleSentence(CancelObstacle obstacle)
{
    switch (obstacle) {
    case CancelObstacle::None:
        return {};
    case CancelObstacle::AlreadyRequested:
        return Words::tr("A cancellation has already been requested.");
    case CancelObstacle::AlreadyCancelled:
        return Words::tr("It has already been cancelled.");
    case CancelObstacle::Shipped:
        return Words::tr("Can’t be cancelled: it has shipped.");
    case CancelObstacle::Delivered:
        return Words::tr("Can’t be cancelled: it was delivered.");
    case CancelObstacle::Returned:
        return Words::tr("Can’t be cancelled: it was returned.");
    case CancelObstacle::UnknownState:
        return Words::tr("Can’t be cancelled: its state is not known to this version.");
    }
    Q_UNREACHABLE();
}

QString obstacleWord(CancelObstacle obstacle)
{
    switch (obstacle) {
    case CancelObstacle::None:
        return {};
    case CancelObstacle::AlreadyRequested:
        return Words::tr("Cancellation already requested", "why an order in a list stays as it is");
    case CancelObstacle::AlreadyCancelled:
        return Words::tr("Already cancelled", "why an order in a list stays as it is");
    case CancelObstacle::Shipped:
        return Words::tr("Already shipped", "why an order in a list stays as it is");
    case CancelObstacle::Delivered:
        return Words::tr("Already delivered", "why an order in a list stays as it is");
    case CancelObstacle::Returned:
        return Words::tr("Already returned", "why an order in a list stays as it is");
    case CancelObstacle::UnknownState:
        return Words::tr("State not known", "why an order in a list stays as it is");
    }
    Q_UNREACHABLE();
}

QString rejectionSentence(const Cancellation &cancellation, const QString &detail)
{
    if (cancellation.state != CancellationState::Rejected)
        return {};
    switch (cancellation.rejection) {
    case Rejection::Shipped:
        return Words::tr("The parcel was faster: it has shipped. Nothing was cancelled or refunded.");
    case Rejection::Declined:
        if (cancellation.rejectionDetail.isEmpty())
            return Words::tr("The shop declined the request. Nothing was cancelled or refunded.");
        return Words::tr("The shop declined the request: %1", "%1: what the decliner wrote").arg(detail);
    case Rejection::Expired:
        return Words::tr("Nobody answered in time. Nothing was cancelled or refunded.");
    case Rejection::EngineRefused:
        if (cancellation.rejectionDetail.isEmpty())
            return Words::tr("The shop system refused it. Nothing was cancelled or refunded.");
        return Words::tr("The shop system refused it: %1", "%1: what the shop system said").arg(detail);
    case Rejection::None:
        return Words::tr("Nothing was cancelled or refunded.");
    }
    Q_UNREACHABLE();
}

QString nextStepSentence(const Cancellation &cancellation)
{
    if (!isOpen(cancellation.state))
        return {};
    if (cancellation.needsDecision)
        return Words::tr("Shipping is on hold until you decide.");
    return Words::tr("Shipping is on hold. The store decides by itself; you see the outcome here.");
}

QString timelineTitle(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::Unknown:
        return Words::tr("Something happened", "timeline: an event that this version does not know");
    case TimelineKind::OrderPlaced:
        return Words::tr("Order placed", "timeline");
    case TimelineKind::PaymentAuthorized:
        return Words::tr("Payment authorized", "timeline");
    case TimelineKind::PaymentReceived:
        return Words::tr("Payment received", "timeline");
    case TimelineKind::MailSent:
        return Words::tr("E-mail sent", "timeline");
    case TimelineKind::MailFailed:
        return Words::tr("E-mail could not be sent", "timeline");
    case TimelineKind::Packed:
        return Words::tr("Packed", "timeline");
    case TimelineKind::Shipped:
        return Words::tr("Shipped", "timeline");
    case TimelineKind::Delivered:
        return Words::tr("Delivered", "timeline");
    case TimelineKind::Returned:
        return Words::tr("Returned", "timeline");
    case TimelineKind::CancellationRequested:
        return Words::tr("Cancellation requested", "timeline");
    case TimelineKind::CancellationAccepted:
        return Words::tr("Cancellation accepted", "timeline");
    case TimelineKind::CancellationDeclined:
        return Words::tr("Cancellation declined", "timeline");
    case TimelineKind::Cancelled:
        return Words::tr("Cancelled", "timeline");
    case TimelineKind::CancellationRejected:
        return Words::tr("Cancellation rejected", "timeline");
    case TimelineKind::RefundStarted:
        return Words::tr("Refund started", "timeline");
    case TimelineKind::Refunded:
        return Words::tr("Refunded", "timeline");
    case TimelineKind::RefundFailed:
        return Words::tr("Refund failed", "timeline");
    case TimelineKind::Restocked:
        return Words::tr("Restocked", "timeline: the items are back in stock");
    case TimelineKind::RestockFailed:
        return Words::tr("Restocking failed", "timeline");
    case TimelineKind::Conflict:
        return Words::tr("Shipped although cancelled", "timeline: two facts that exclude each other");
    case TimelineKind::ConflictClosed:
        return Words::tr("Conflict closed", "timeline: somebody has seen it and put it aside");
    case TimelineKind::Postponed:
        return Words::tr("Postponed", "timeline: a cancellation waits");
    case TimelineKind::PaymentVoided:
        return Words::tr("Authorization released", "timeline: no money was taken");
    }
    Q_UNREACHABLE();
}

QString timelineDetail(const TimelineEvent &event, const StoreInfo *store, const QLocale &locale)
{
    // What the store wrote to the log about a request that waits says no more than our own sentence.
    const bool isSaid = event.kind == TimelineKind::Postponed && !event.code.isEmpty();
    // The detail of a request is its reason's code or text; anything else comes back unchanged.
    QStringList parts{timelineCode(event), event.amount ? moneyText(*event.amount, locale) : QString(),
                      event.detail.isEmpty() || isSaid ? QString() : reasonWord(event.detail, store)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString reasonWord(const QString &code, const StoreInfo *store)
{
    if (store != nullptr) {
        const auto it = std::find_if(store->reasons.cbegin(), store->reasons.cend(),
                                     [&code](const CancelReason &one) { return one.code == code; });
        if (it != store->reasons.cend() && !it->text.isEmpty())
            return it->text;
    }
    return defaultReason(code);
}

QString reasonWord(const Cancellation &cancellation, const StoreInfo *store)
{
    // Staff read their own language; only a reason that nobody knows by its code any more is quoted.
    const QString known = reasonWord(cancellation.reasonCode, store);
    return known == cancellation.reasonCode && !cancellation.reasonText.isEmpty() ? cancellation.reasonText
                                                                                  : known;
}

QList<Charge> chargesOf(const Order &order)
{
    QList<Charge> charges;
    if (order.shippingMinor != 0)
        charges.append({Words::tr("Shipping", "price of the delivery"), order.shippingMinor});
    if (const qint64 others = otherChargesMinor(order); others != 0)
        charges.append({others < 0 ? Words::tr("Discount") : Words::tr("Taxes and other charges"), others});
    return charges;
}

QString itemsWord(int count)
{
    return Words::tr("%Ln item(s)", "pieces of an order", count);
}

QString relativeDate(const QDateTime &at, const QDateTime &now, const QLocale &locale)
{
    if (!at.isValid())
        return {};
    const QDateTime then = at.toLocalTime();
    const QDateTime today = now.toLocalTime();
    const qint64 minutes = then.secsTo(today) / 60;
    const qint64 days = then.date().daysTo(today.date());
    if (minutes >= 0 && days <= 0) {
        if (minutes < 1)
            return Words::tr("Just now", "time of an order");
        if (minutes < 60)
            return Words::tr("%Ln min ago", "time of an order: minutes", static_cast<int>(minutes));
        return Words::tr("%Ln h ago", "time of an order: hours", static_cast<int>(minutes / 60));
    }
    if (minutes >= 0 && minutes < 60)
        return Words::tr("%Ln min ago", "time of an order: minutes", static_cast<int>(minutes));
    if (days == 1)
        return Words::tr("Yesterday", "time of an order");
    if (days > 1 && days < 7)
        return Words::tr("%Ln days ago", "time of an order", static_cast<int>(days));
    return locale.toString(then.date(), Words::tr("d MMM yyyy", "date format, see QLocale::toString()"));
}

QString absoluteDate(const QDateTime &at, const QLocale &locale)
{
    if (!at.isValid())
        return {};
    return locale.toString(at.toLocalTime(),
                           Words::tr("d MMM yyyy, HH:mm", "date and time format, see QLocale::toString()"));
}

} // namespace mc
