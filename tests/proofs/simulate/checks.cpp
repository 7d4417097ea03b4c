// SPDX-License-Identifier: Apache-2.0
// What has to hold in every world once its faults are over.
#include "domain/orderrules.h"
#include "storage/outbox.h"
#include "store/orderbook/auditrepository.h"
#include "world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::sim {
namespace {

struct Found {
    OrderId order;
    Cancellation cancellation;
};
using Carried = QMultiHash<OperationId, Found>;

bool hasNote(const Order &order, TimelineKind kind)
{
    return std::any_of(order.timeline.cbegin(), order.timeline.cend(),
                       [kind](const TimelineEvent &event) { return event.kind == kind; });
}

Carried carriedIn(const QList<Order> &orders)
{
    Carried carried;
    for (const Order &order : orders) {
        for (const Cancellation &one : order.cancellations)
            carried.insert(one.operation, {order.id, one});
    }
    return carried;
}

QList<Order> sorted(QList<Order> orders)
{
    std::sort(orders.begin(), orders.end(), [](const Order &a, const Order &b) { return a.id < b.id; });
    return orders;
}

void checkOperation(const SimConsole &console, Outbox &outbox, const OperationId &operation,
                    const Asked &asked, const Carried &carried, QStringList &broken)
{
    const qsizetype count = carried.count(operation);
    const QString name = operation.toString();
    if (count > 1)
        broken.append(u"operation %1 was carried out %2 times"_s.arg(name).arg(count));
    if (asked.isUndone && count > 0)
        broken.append(u"operation %1 was taken back and carried out all the same"_s.arg(name));
    const auto row = outbox.row(operation);
    if (!row || !*row) {
        broken.append(u"operation %1 is gone from the outbox"_s.arg(name));
        return;
    }
    const OperationState state = (*row)->state;
    const bool isClaimed = state == OperationState::Sent || state == OperationState::Confirmed;
    const bool isDenied = state == OperationState::Refused || state == OperationState::Closed
        || state == OperationState::Undone;
    if (isClaimed && count == 0)
        broken.append(u"operation %1 was confirmed, but the store does not have it"_s.arg(name));
    if (isDenied && count > 0)
        broken.append(
            u"operation %1 is shown as %2, but the store has it"_s.arg(name).arg(static_cast<int>(state)));
    if (!isClaimed && !isDenied)
        broken.append(u"operation %1 is still in state %2: %3"_s.arg(name)
                          .arg(static_cast<int>(state))
                          .arg(console.statusWords()));
}

void checkOutboxes(World &world, const Carried &carried, QStringList &broken)
{
    for (const auto &console : world.consoles) {
        const auto outbox = Outbox::open(console->outboxFile());
        if (!outbox) {
            broken.append(u"an outbox cannot be opened"_s);
            continue;
        }
        for (auto it = console->asked().cbegin(); it != console->asked().cend(); ++it)
            checkOperation(*console, **outbox, it.key(), it.value(), carried, broken);
        broken += console->oddities();
    }
    for (const OperationId &operation : std::as_const(world.customersAsked)) {
        if (carried.count(operation) != 1)
            broken.append(u"a customer's operation %1 was carried out %2 times"_s.arg(operation.toString())
                              .arg(carried.count(operation)));
    }
}

void checkWinners(World &world, const Order &order, QStringList &broken)
{
    const QString name = order.number;
    for (const LineItem &line : order.lines) {
        if (line.cancelledQuantity > line.quantity)
            broken.append(name + u": more cancelled than ordered"_s);
        const bool isBoth = remainingQuantity(line) == 0 && hasLeft(line);
        if (isBoth && !hasNote(order, TimelineKind::Conflict))
            broken.append(name + u": a line is both cancelled and on its way, and nobody was told"_s);
    }
    const bool isEngines = order.source == u"simulated";
    for (const Cancellation &one : order.cancellations) {
        const bool isOver = !isOpen(one.state) || one.needsDecision;
        if (!isOver)
            broken.append(name + u": a cancellation never ends"_s);
        const bool isLostToParcel =
            one.state == CancellationState::Rejected && one.rejection == Rejection::Shipped;
        if (isLostToParcel && !isEngines && !world.shippedByFact.contains(order.id))
            broken.append(name + u": it was shipped although a cancellation held it"_s);
    }
    const bool hasSucceeded =
        std::any_of(order.cancellations.cbegin(), order.cancellations.cend(),
                    [](const Cancellation &one) { return one.state == CancellationState::Succeeded; });
    const bool isAllGone = std::all_of(order.lines.cbegin(), order.lines.cend(),
                                       [](const LineItem &line) { return remainingQuantity(line) == 0; });
    if (hasSucceeded && isAllGone && world.shippedByIntent.contains(order.id))
        broken.append(name + u": both the parcel and the cancellation were allowed"_s);
}

qint64 paidBack(const World &world, const OrderId &id)
{
    qint64 sum = 0;
    for (const Outside::Payout &payout : world.outside.payouts)
        sum += payout.order == id ? payout.amount : 0;
    return sum;
}

void checkMoney(const World &world, const Order &order, QStringList &broken)
{
    qint64 done = 0;
    qint64 failed = 0;
    for (const Cancellation &one : order.cancellations) {
        done += one.refund.state == RefundState::Done ? one.refund.amountMinor : 0;
        if (one.state != CancellationState::Succeeded && one.refund.amountMinor != 0)
            broken.append(order.number + u": a refund without a cancellation"_s);
        if (one.refund.state == RefundState::Pending)
            broken.append(order.number + u": a refund is pending for ever"_s);
        failed += one.refund.state == RefundState::Failed ? one.refund.amountMinor : 0;
    }
    const qint64 paid = paidBack(world, order.id);
    // A restored store asks with the first key again, which was refused; staff has to repeat their retry,
    // too, and its key is paid already.
    const bool isOpenTask = world.plot.hasRestore && failed > 0 && paid == done + failed;
    if (paid != done && !isOpenTask)
        broken.append(u"%1: %2 were paid back, the store says %3"_s.arg(order.number).arg(paid).arg(done));
    if (paid > order.payment.paidMinor)
        broken.append(order.number + u": more was paid back than was paid"_s);
    if (order.payment.refundedMinor != done)
        broken.append(u"%1: refunded %2, but its cancellations say %3"_s.arg(order.number)
                          .arg(order.payment.refundedMinor)
                          .arg(done));
}

void checkEngine(const World &world, const QList<Order> &orders, QStringList &broken)
{
    for (const Order &order : orders) {
        const auto theirs = world.outside.engineOrders.constFind(order.externalId);
        if (theirs == world.outside.engineOrders.constEnd())
            continue;
        for (qsizetype i = 0; i < order.lines.size(); ++i) {
            if (order.lines[i].cancelledQuantity != theirs->lines[i].cancelledQuantity)
                broken.append(order.number + u": store and engine differ in what is cancelled"_s);
        }
        for (const Cancellation &one : order.cancellations) {
            const bool isTheirs = world.outside.engineCancelled.contains(one.operation);
            if (isTheirs != (one.state == CancellationState::Succeeded))
                broken.append(order.number + u": store and engine differ about a cancellation"_s);
        }
    }
}

void checkOutside(World &world, QStringList &broken)
{
    broken += world.outside.oddities;
    QStringList told = world.outside.mails.values();
    const qsizetype all = told.size();
    told.removeDuplicates();
    if (told.size() != all)
        broken.append(u"somebody got the same mail twice"_s);
    std::optional<qint64> brokenAudit;
    world.store.read([&](store::Orderbook &, store::Tx &tx) {
        brokenAudit = store::AuditRepository(tx).firstBroken(world.store.cast().store);
    });
    if (brokenAudit)
        broken.append(u"the audit chain is broken"_s);
}

} // namespace

bool hasConverged(World &world)
{
    const bool isSettled = std::all_of(world.consoles.cbegin(), world.consoles.cend(),
                                       [](const auto &console) { return console->isSettled(); });
    if (!isSettled || !world.store.isUp())
        return false;
    const auto truth = world.store.versions();
    return std::all_of(world.consoles.cbegin(), world.consoles.cend(),
                       [&truth](const auto &console) { return console->versions() == truth; });
}

QStringList whyNotConverged(World &world)
{
    QStringList why{
        u"not the same %1 ms after the faults had ended"_s.arg(world.clock.ms() - world.plot.faultsEndMs)};
    const auto truth = world.store.versions();
    for (const auto &console : world.consoles) {
        const auto versions = console->versions();
        int differences = 0;
        for (auto it = truth.cbegin(); it != truth.cend(); ++it)
            differences += versions.value(it.key(), -1) != it.value() ? 1 : 0;
        why.append(u"console: %1; %2 of %3 orders differ, %4 are there"_s.arg(console->statusWords())
                       .arg(differences)
                       .arg(truth.size())
                       .arg(versions.size()));
    }
    return {why.join(u"; "_s)};
}

QStringList brokenPromises(World &world)
{
    QStringList broken;
    const QList<Order> orders = sorted(world.store.orders());
    for (const auto &console : world.consoles) {
        if (sorted(console->orders()) != orders)
            broken.append(u"a console's orders differ from the store's"_s);
    }
    checkOutboxes(world, carriedIn(orders), broken);
    for (const Order &order : orders) {
        checkWinners(world, order, broken);
        checkMoney(world, order, broken);
    }
    checkEngine(world, orders, broken);
    checkOutside(world, broken);
    return broken;
}

} // namespace mc::sim
