// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/orderphrases.h"

#include "orders/words.h"
#include "ui/look/plaintext.h"
#include "ui/look/statuslook.h"
#include "ui/orders/orderactions.h"

#include <QCoreApplication>

#include <algorithm>

namespace mc {
namespace {

class Phrases final
{
    Q_DECLARE_TR_FUNCTIONS(mc::OrderPhrases)
};

constexpr int DaysInWords = 7; // relativeDate() gives the date itself from here on

QString dot()
{
    return QStringLiteral("  ·  ");
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(separator);
}

QString money(qint64 minor, const Order &order, const Reader &reader)
{
    return moneyText({minor, order.currency}, reader.locale);
}

struct EventLook {
    const char *icon;
    Tone tone;
};

EventLook lookOf(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::OrderPlaced:
        return {"orders", Tone::Neutral};
    case TimelineKind::PaymentAuthorized:
    case TimelineKind::PaymentVoided:
    case TimelineKind::RefundStarted:
        return {"card", Tone::Neutral};
    case TimelineKind::PaymentReceived:
    case TimelineKind::Refunded:
        return {"card", Tone::Success};
    case TimelineKind::RefundFailed:
    case TimelineKind::MailFailed:
    case TimelineKind::RestockFailed:
    case TimelineKind::CancellationRejected:
        return {"error", Tone::Critical};
    case TimelineKind::MailSent:
        return {"mail", Tone::Neutral};
    case TimelineKind::Packed:
    case TimelineKind::Restocked:
        return {"package", Tone::Neutral};
    case TimelineKind::Shipped:
        return {"truck", Tone::Info};
    case TimelineKind::Delivered:
    case TimelineKind::CancellationAccepted:
        return {"check", Tone::Success};
    case TimelineKind::Returned:
        return {"return", Tone::Neutral};
    case TimelineKind::CancellationRequested:
    case TimelineKind::Postponed:
        return {"clock", Tone::Warning};
    case TimelineKind::CancellationDeclined:
    case TimelineKind::Cancelled:
        return {"cancelled", Tone::Critical};
    case TimelineKind::Conflict:
        return {"warning", Tone::Warning};
    case TimelineKind::ConflictClosed:
        return {"check", Tone::Neutral};
    case TimelineKind::Unknown:
        break;
    }
    return {"info", Tone::Neutral};
}

QString captionOf(const LineItem &line, const Reader &reader)
{
    const QString quantity = Phrases::tr("Quantity %1", "%1: pieces of one product in an order")
                                 .arg(reader.locale.toString(line.quantity));
    QString cancelled;
    if (line.cancelledQuantity > 0 && line.cancelledQuantity < line.quantity)
        cancelled = Phrases::tr("%1 cancelled", "%1: pieces of one product in an order")
                        .arg(reader.locale.toString(line.cancelledQuantity));
    return joined({line.sku.isEmpty() ? QString() : isolated(line.sku), quantity, cancelled}, dot());
}

QString onBehalfText(const Cancellation &cancellation)
{
    const QString customer = Phrases::tr("The customer", "on whose behalf a cancellation was asked for");
    return cancellation.channel == ContactChannel::None
        ? customer
        : customer + dot() + channelWord(cancellation.channel);
}

QString commentsNote(const Cancellation &cancellation)
{
    if (cancellation.requestedBy == RequestedBy::Customer && !cancellation.isOnBehalfOfCustomer)
        return {};
    return cancellation.areCommentsForCustomer ? Phrases::tr("The customer sees these comments.")
                                               : Phrases::tr("Internal: the customer does not see them.");
}

QString outcomeText(const Cancellation &cancellation, const Reader &reader)
{
    if (cancellation.state == CancellationState::Rejected)
        return rejectionSentence(cancellation, inSentence(cancellation.rejectionDetail));
    if (cancellation.state == CancellationState::Succeeded)
        return joined({cancellationStateWord(cancellation.state), ageText(cancellation.decidedAtUtc, reader)},
                      dot());
    return {};
}

} // namespace

QString ageText(const QDateTime &at, const Reader &reader)
{
    if (!at.isValid())
        return {};
    const qint64 days = at.toLocalTime().date().daysTo(reader.nowUtc.toLocalTime().date());
    if (days >= DaysInWords || days < 0)
        return absoluteDate(at, reader.locale);
    const QString exact = days == 0
        ? reader.locale.toString(at.toLocalTime().time(), Phrases::tr("HH:mm", "time of day, see QLocale"))
        : absoluteDate(at, reader.locale);
    return relativeDate(at, reader.nowUtc, reader.locale) + QStringLiteral(" · ") + exact;
}

QString placedText(const Order &order, const Reader &reader)
{
    const QString placed = Phrases::tr("Placed %1", "%1: date and time of an order")
                               .arg(absoluteDate(order.placedAtUtc, reader.locale));
    const qint64 days = order.placedAtUtc.toLocalTime().date().daysTo(reader.nowUtc.toLocalTime().date());
    const QString age =
        days < DaysInWords ? relativeDate(order.placedAtUtc, reader.nowUtc, reader.locale) : QString();
    return joined({placed, age, itemsWord(itemCount(order))}, dot());
}

QString whyNotText(const OrderView &view, const Reader &reader)
{
    if (const CancelObstacle obstacle = actionRow(view).obstacle; obstacle != CancelObstacle::None)
        return obstacleSentence(obstacle);
    if (reader.store == nullptr || !mayCancel(reader.store->role))
        return Phrases::tr("Your role may not cancel orders.");
    return {};
}

QString requesterText(const Cancellation &cancellation)
{
    const QString role = requestedByWord(cancellation.requestedBy);
    if (cancellation.requestedByName.isEmpty())
        return role;
    return Phrases::tr("%1 (%2)", "%1: a name, %2: customer, merchant or support")
        .arg(isolated(cancellation.requestedByName), role);
}

QString linesText(const Order &order, const Cancellation &cancellation)
{
    QStringList parts;
    bool isAll = true;
    for (const LineItem &line : order.lines) {
        const auto it = std::find_if(cancellation.lines.cbegin(), cancellation.lines.cend(),
                                     [&line](const CancelledLine &one) { return one.line == line.id; });
        if (it == cancellation.lines.cend() || it->quantity < line.quantity)
            isAll = false;
        if (it != cancellation.lines.cend())
            parts.append(Phrases::tr("%1 × %2", "%1: a product, %2: how many of it")
                             .arg(isolated(line.title), QLocale().toString(it->quantity)));
    }
    return isAll ? QString() : parts.join(QLatin1Char('\n'));
}

QString refundText(const Order &order, const Cancellation &cancellation, const Reader &reader)
{
    const Refund &refund = cancellation.refund;
    if (refund.state == RefundState::None)
        return cancellation.state == CancellationState::Succeeded ? refundStateWord(refund.state) : QString();
    return refundStateWord(refund.state) + dot() + money(refund.amountMinor, order, reader);
}

QList<Field> cancellationFields(const Order &order, const Cancellation &cancellation, const Reader &reader)
{
    QList<Field> fields{{Phrases::tr("Reason"), reasonWord(cancellation, reader.store), {}}};
    if (!cancellation.comments.isEmpty())
        fields.append(
            {Phrases::tr("Additional comments"), cancellation.comments, commentsNote(cancellation)});
    if (const QString lines = linesText(order, cancellation); !lines.isEmpty())
        fields.append({Phrases::tr("Items"), lines, {}});
    fields.append({Phrases::tr("Requested by"), requesterText(cancellation), {}});
    if (cancellation.isOnBehalfOfCustomer)
        fields.append({Phrases::tr("On behalf of"), onBehalfText(cancellation), {}});
    fields.append({Phrases::tr("Requested"), ageText(cancellation.requestedAtUtc, reader), {}});
    if (cancellation.needsDecision && cancellation.deadlineUtc.isValid())
        fields.append(
            {Phrases::tr("Answer until"), absoluteDate(cancellation.deadlineUtc, reader.locale), {}});
    if (const QString outcome = outcomeText(cancellation, reader); !outcome.isEmpty())
        fields.append({Phrases::tr("Outcome"), outcome, {}});
    if (const QString refund = refundText(order, cancellation, reader); !refund.isEmpty())
        fields.append({Phrases::tr("Refund"), refund, cancellation.refund.failure});
    return fields;
}

QList<Field> pendingFields(const PendingCancellation &pending, const Reader &reader)
{
    QList<Field> fields{{Phrases::tr("Reason"), reasonWord(pending.reasonCode, reader.store), {}}};
    if (!pending.comments.isEmpty())
        fields.append({Phrases::tr("Additional comments"), pending.comments, {}});
    fields.append({Phrases::tr("Requested by"),
                   Phrases::tr("You, on this computer", "who asked for a cancellation"),
                   {}});
    fields.append({Phrases::tr("Requested"), ageText(pending.queuedAtUtc, reader), {}});
    return fields;
}

Badge pendingBadge(const PendingCancellation &pending)
{
    const QString words = pendingWord(pending.state);
    switch (pending.state) {
    case PendingState::Refused:
        return {words, QStringLiteral("error"), Tone::Critical};
    case PendingState::Held:
    case PendingState::Sending:
        return {words, QStringLiteral("clock"), Tone::Warning};
    case PendingState::Queued:
        return {words, QStringLiteral("offline"), Tone::Warning};
    case PendingState::Sent:
        return badgeOf(ItemStatus::CancellationRequested);
    }
    Q_UNREACHABLE();
}

QString pendingNextText(const PendingCancellation &pending)
{
    switch (pending.state) {
    case PendingState::Held:
        return Phrases::tr("Not sent yet: you can still take it back.");
    case PendingState::Queued:
        return Phrases::tr(
            "Saved on this computer. It is sent as soon as the store can be reached; until then "
            "you can take it back.");
    case PendingState::Sending:
        return Phrases::tr("It is being sent. The store has not answered yet.");
    case PendingState::Sent:
        return Phrases::tr("Shipping is on hold. The store decides by itself; you see the outcome here.");
    case PendingState::Refused:
        return pending.problem.isEmpty() ? Phrases::tr("The store refused it. Nothing was cancelled.")
                                         : pending.problem;
    }
    Q_UNREACHABLE();
}

OrderRow actionRow(const OrderView &view)
{
    OrderRow row;
    row.id = view.order.id;
    row.number = view.order.number;
    row.customerEmail = mailTo(view.order).isEmpty() ? QString() : view.order.customer.email;
    row.obstacle = cancelObstacle(view.order);
    if (row.obstacle == CancelObstacle::None && !canCancel(view))
        row.obstacle = CancelObstacle::AlreadyRequested;
    row.isLoaded = true;
    return row;
}

QList<ItemRow> itemRows(const OrderView &view, const Reader &reader)
{
    // A request of ours that the store has not confirmed covers all that is left: whole orders are cancelled.
    const bool isOurs = view.pending.has_value() && view.pending->state != PendingState::Refused
        && itemStatusOf(view) == ItemStatus::CancellationRequested;
    QList<ItemRow> rows;
    for (const LineItem &line : view.order.lines) {
        ItemStatus status = lineStatus(view.order, line);
        if (isOurs && (status == ItemStatus::NotShipped || status == ItemStatus::Packed))
            status = ItemStatus::CancellationRequested;
        rows.append({line.title, captionOf(line, reader), badgeOf(status),
                     money(line.unitPriceMinor * line.quantity, view.order, reader)});
    }
    return rows;
}

QList<Field> totalFields(const Order &order, const Reader &reader)
{
    QList<Field> fields;
    for (const Charge &charge : chargesOf(order))
        fields.append({charge.name, money(charge.minor, order, reader), {}});
    fields.append(
        {Phrases::tr("Total"), money(order.totalMinor, order, reader), {}, TextRole::Strong, Ink::Text});
    return fields;
}

QList<Field> paymentFields(const Order &order, const Reader &reader)
{
    const bool isOnlyAuthorized = order.payment.status == PaymentStatus::Authorized;
    QList<Field> fields{
        {isOnlyAuthorized ? Phrases::tr("Authorized by customer") : Phrases::tr("Paid by customer"),
         money(isOnlyAuthorized ? order.totalMinor : order.payment.paidMinor, order, reader),
         order.payment.method}};
    fields.append({Phrases::tr("Refunded"), money(order.payment.refundedMinor, order, reader), {}});
    for (const Cancellation &one : order.cancellations) {
        const bool isFailed = one.refund.state == RefundState::Failed;
        if (isFailed || one.refund.state == RefundState::Pending)
            fields.append({refundStateWord(one.refund.state), money(one.refund.amountMinor, order, reader),
                           one.refund.failure, TextRole::Body, isFailed ? Ink::Critical : Ink::Text});
    }
    return fields;
}

QList<HistoryEvent> historyEvents(const Order &order, const Reader &reader)
{
    QList<HistoryEvent> events;
    for (const TimelineEvent &event : order.timeline) {
        const EventLook look = lookOf(event.kind);
        const QString detail = timelineDetail(event, reader.store, reader.locale);
        const QString actor = event.actor.isEmpty() ? QString() : isolated(event.actor);
        events.append({QString::fromLatin1(look.icon), look.tone, timelineTitle(event.kind),
                       joined({actor, detail.isEmpty() ? detail : isolated(detail)}, QStringLiteral(" · ")),
                       ageText(event.atUtc, reader)});
    }
    std::reverse(events.begin(), events.end()); // newest first
    return events;
}

QString languageText(const QString &bcp47)
{
    const QLocale locale(bcp47);
    if (bcp47.isEmpty() || locale.language() == QLocale::C)
        return bcp47;
    // CLDR calls plain "en" American English, which says more than the order does.
    if (bcp47 == QLatin1String("en"))
        return QStringLiteral("English");
    const QString name = locale.nativeLanguageName();
    return name.isEmpty() ? bcp47 : name;
}

QUrl mailTo(const Order &order)
{
    const QString &address = order.customer.email;
    const bool isAddress = address.indexOf(QLatin1Char('@')) > 0 && harmless(address) == address
        && !address.contains(QLatin1Char(' ')) && !address.contains(QLatin1Char(','));
    if (!isAddress)
        return {};
    return mailAddress(address,
                       Phrases::tr("Your order %1", "subject of a mail; %1: order number").arg(order.number));
}

} // namespace mc
