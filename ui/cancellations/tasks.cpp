// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellations/tasks.h"

#include "orders/words.h"
#include "ui/look/plaintext.h"
#include "ui/look/statuslook.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace mc {
namespace {

class Tasks final
{
    Q_DECLARE_TR_FUNCTIONS(mc::Tasks)
};

QString whoAndWhen(const QString &who, const QDateTime &at, const Reader &reader)
{
    return at.isValid() ? who + QStringLiteral(" · ") + absoluteDate(at, reader.locale) : who;
}

QString reasonSentence(const QString &reason)
{
    return Tasks::tr("Reason: %1", "%1: why an order is to be cancelled").arg(isolated(reason));
}

bool hasLeft(const Order &order)
{
    const ItemStatus status = itemStatusOf(order);
    return status == ItemStatus::Shipped || status == ItemStatus::Delivered;
}

Claim requestClaim(const Cancellation &cancellation, const Reader &reader)
{
    return {whoAndWhen(requesterText(cancellation), cancellation.requestedAtUtc, reader),
            Tasks::tr("Cancel order", "what somebody asked for"),
            reasonSentence(reasonWord(cancellation, reader.store))};
}

Claim ownClaim(const PendingCancellation &pending, const Reader &reader)
{
    return {whoAndWhen(Tasks::tr("You, on this computer"), pending.queuedAtUtc, reader),
            Tasks::tr("Cancel order", "what somebody asked for"),
            reasonSentence(reasonWord(pending.reasonCode, reader.store))};
}

// The store's side: what it knows of the order, with the parcel where there is one.
Claim storeClaim(const Order &order, const Reader &reader)
{
    const QString store = Tasks::tr("Store", "the service that decides, as a side of a conflict");
    QDateTime at = order.updatedAtUtc;
    QString detail;
    if (hasLeft(order) && !order.shipments.isEmpty()) {
        const Shipment &parcel = order.shipments.last();
        at = parcel.shippedAtUtc;
        detail = Tasks::tr("%1, tracking number %2", "%1: carrier")
                     .arg(isolated(parcel.carrier), isolated(parcel.trackingNumber));
    }
    return {whoAndWhen(store, at, reader), itemStatusWord(itemStatusOf(order)), detail};
}

Task conflictTask(const CancellationEntry &entry, const Reader &reader)
{
    const Order &order = entry.view.order;
    const Conflict conflict = order.conflict.value_or(Conflict());
    Task task{TaskKind::Conflict, {}, entry, {}, badgeOf(ItemStatus::Shipped), {}, {}, {}};
    task.title =
        Tasks::tr("%1 shipped in spite of its cancellation", "%1: order number").arg(isolated(order.number));
    task.text = Tasks::tr("The order was to be cancelled, but a parcel is on its way. Both are true; nothing "
                          "has been decided for you.");
    const bool hasRequest = entry.cancellation.id.isValid();
    if (hasRequest) {
        Claim claim = requestClaim(entry.cancellation, reader);
        claim.what = cancellationStateWord(entry.cancellation.state);
        task.claims.append(claim);
    }
    task.claims.append({whoAndWhen(Tasks::tr("Carrier", "a side of a conflict"), conflict.atUtc, reader),
                        itemStatusWord(ItemStatus::Shipped),
                        conflict.detail.isEmpty() ? QString() : isolated(conflict.detail)});
    return task;
}

Task refusedTask(const CancellationEntry &entry, const Reader &reader)
{
    const Order &order = entry.view.order;
    const PendingCancellation &pending = *entry.view.pending;
    Task task{TaskKind::Refused, {}, entry, {}, {}, {}, {}, {}};
    task.badge = {Tasks::tr("Cancellation rejected"), QStringLiteral("error"), Tone::Critical};
    const QString number = isolated(order.number);
    if (hasLeft(order)) {
        task.title = Tasks::tr("%1 shipped before your cancellation arrived", "%1: order number").arg(number);
        task.text = Tasks::tr("The parcel was already with the carrier, so the order is not cancelled and "
                              "nothing was refunded.");
    } else {
        task.title = Tasks::tr("The store did not cancel %1", "%1: order number").arg(number);
        task.text = pendingNextText(pending);
    }
    task.claims = {ownClaim(pending, reader), storeClaim(order, reader)};
    return task;
}

Task questionTask(const CancellationEntry &entry, const Reader &reader)
{
    const Order &order = entry.view.order;
    const Cancellation &request = entry.cancellation;
    Task task{TaskKind::Question, {}, entry, {}, badgeOf(ItemStatus::CancellationRequested), {}, {}, {}};
    const QString name = request.requestedByName.isEmpty() ? order.customer.name : request.requestedByName;
    task.title = Tasks::tr("%1 asks to cancel %2", "%1: name of the customer, %2: order number")
                     .arg(isolated(name), isolated(order.number));
    task.text = reasonSentence(reasonWord(request, reader.store));
    if (!request.comments.isEmpty())
        task.text += QLatin1Char('\n')
            + Tasks::tr("“%1”", "quotation marks around what a customer wrote")
                  .arg(isolated(request.comments));
    task.note = request.deadlineUtc.isValid()
        ? Tasks::tr("Shipping is on hold until you decide, at the latest %1", "%1: date and time")
              .arg(absoluteDate(request.deadlineUtc, reader.locale))
        : nextStepSentence(request);
    return task;
}

Task refundTask(const CancellationEntry &entry, const Reader &reader)
{
    const Order &order = entry.view.order;
    const Refund &refund = entry.cancellation.refund;
    Task task{TaskKind::FailedRefund, {}, entry, {}, {}, {}, {}, {}};
    task.badge = badgeOf(PaymentStatus::RefundFailed);
    task.title =
        Tasks::tr("%1 is cancelled, but the refund failed", "%1: order number").arg(isolated(order.number));
    const QString said = refund.failure.isEmpty() ? Tasks::tr("The payment provider gave no reason.")
                                                  : isolated(refund.failure);
    task.text =
        Tasks::tr("%1 have not gone back. %2 The order does not count as refunded until this is solved.",
                  "%1: amount, %2: what the payment provider said, a sentence")
            .arg(moneyText({refund.amountMinor, order.currency}, reader.locale), said);
    return task;
}

Task rejectedTask(const CancellationEntry &entry, const Reader &reader)
{
    const Order &order = entry.view.order;
    Task task{TaskKind::Rejected, {}, entry, {}, badgeOf(entry.cancellation), {}, {}, {}};
    const QString number = isolated(order.number);
    task.title = entry.cancellation.rejection == Rejection::Shipped
        ? Tasks::tr("Cancellation of %1 rejected: the parcel was faster", "%1: order number").arg(number)
        : Tasks::tr("Cancellation of %1 rejected", "%1: order number").arg(number);
    task.text = rejectionSentence(entry.cancellation, inSentence(entry.cancellation.rejectionDetail));
    task.claims = {requestClaim(entry.cancellation, reader), storeClaim(order, reader)};
    return task;
}

Task taskOf(TaskKind kind, const CancellationEntry &entry, const Reader &reader)
{
    switch (kind) {
    case TaskKind::Conflict:
        return conflictTask(entry, reader);
    case TaskKind::Refused:
        return refusedTask(entry, reader);
    case TaskKind::Question:
        return questionTask(entry, reader);
    case TaskKind::FailedRefund:
        return refundTask(entry, reader);
    case TaskKind::Rejected:
        return rejectedTask(entry, reader);
    }
    Q_UNREACHABLE();
}

bool isRefusal(const CancellationEntry &entry)
{
    return entry.view.pending.has_value() && entry.view.pending->state == PendingState::Refused;
}

} // namespace

QList<Task> tasksOf(const CancellationBoard &board, const Reader &reader)
{
    QList<Task> tasks;
    const auto add = [&tasks, &reader](TaskKind kind, const CancellationEntry &entry) {
        Task task = taskOf(kind, entry, reader);
        task.key = QString::number(static_cast<int>(kind)) + QLatin1Char('/') + keyOf(entry);
        tasks.append(task);
    };
    for (const CancellationEntry &entry : board.conflicts)
        add(isRefusal(entry) && !entry.view.order.conflict.has_value() ? TaskKind::Refused
                                                                       : TaskKind::Conflict,
            entry);
    for (const CancellationEntry &entry : board.questions)
        add(TaskKind::Question, entry);
    for (const CancellationEntry &entry : board.failedRefunds)
        add(TaskKind::FailedRefund, entry);
    for (const CancellationEntry &entry : board.rejected)
        add(TaskKind::Rejected, entry);
    return tasks;
}

QList<Field> reasonCounts(const QList<CancellationEntry> &entries, const Reader &reader)
{
    QMap<QString, int> counts;
    for (const CancellationEntry &entry : entries)
        ++counts[reasonWord(entry.cancellation.reasonCode, reader.store)];
    QList<std::pair<QString, int>> sorted;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        sorted.append({it.key(), it.value()});
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    QList<Field> fields;
    for (const auto &[reason, count] : std::as_const(sorted))
        fields.append({reason, reader.locale.toString(count), {}});
    return fields;
}

QString keyOf(const CancellationEntry &entry)
{
    if (entry.cancellation.id.isValid())
        return entry.cancellation.id.toString();
    if (entry.view.pending.has_value())
        return entry.view.pending->operation.toString();
    return entry.view.order.id.toString();
}

} // namespace mc
