// SPDX-License-Identifier: Apache-2.0
// Orderbook: orders coming in from a shop, a file or an engine.
#include "domain/orderjson.h"
#include "domain/orderrules.h"
#include "store/orderbook/erasure.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/ordermerge.h"
#include "store/orderbook/orderrows.h"
#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

std::optional<Refusal> incomingRefusal(const Order &order)
{
    const auto invalid = [](const QString &detail) { return Refusal{Refusal::Kind::Invalid, 0, detail}; };
    if (order.externalId.isEmpty() || order.number.isEmpty() || order.source.isEmpty())
        return invalid(u"An order needs an external id, a number and a source."_s);
    if (order.externalId.contains(QChar(u'\0')) || order.number.contains(QChar(u'\0')))
        return invalid(u"An id contains a character that is not allowed."_s);
    if (!order.placedAtUtc.isValid() || order.currency.size() != 3)
        return invalid(u"An order needs a time and a currency of three letters."_s);
    if (order.lines.isEmpty())
        return invalid(u"An order needs at least one line."_s);
    QSet<LineId> seen;
    for (const LineItem &line : order.lines) {
        const bool isUsable = line.id.isValid() && !seen.contains(line.id) && line.quantity >= 1
            && line.cancelledQuantity >= 0 && line.cancelledQuantity <= line.quantity;
        if (!isUsable)
            return invalid(u"Each line needs an id of its own and a quantity of 1 or more."_s);
        seen.insert(line.id);
    }
    return std::nullopt;
}

void addFirstEvents(OrderRows &rows, Order &order)
{
    if (!order.timeline.isEmpty())
        return;
    order.timeline.append({order.placedAtUtc, TimelineKind::OrderPlaced, order.customer.name, {}});
    if (order.payment.status == PaymentStatus::Authorized)
        rows.note(order, TimelineKind::PaymentAuthorized, {}, order.payment.method);
    else if (order.payment.status == PaymentStatus::Paid)
        rows.note(order, TimelineKind::PaymentReceived, {}, order.payment.method);
    if (order.payment.status == PaymentStatus::Authorized || order.payment.status == PaymentStatus::Paid)
        order.timeline.last().atUtc = order.placedAtUtc;
}

/// Everything but what each save changes anyway.
bool isSame(Order a, const Order &b)
{
    a.version = b.version;
    a.updatedAtUtc = b.updatedAtUtc;
    return a == b;
}

} // namespace

Result<Order> Orderbook::mergeOrder(const Order &order, const Actor &actor, bool sendConfirmation)
{
    return merge(order, actor, sendConfirmation).map([](MergedOrder merged) {
        return std::move(merged.order);
    });
}

Result<MergedOrder> Orderbook::merge(const Order &order, const Actor &actor, bool sendConfirmation)
{
    Q_UNUSED(actor) // A source's own news is no decision of a person: timeline only, no audit row.
    if (auto no = incomingRefusal(order))
        return tl::unexpected(*no);
    const auto known = findByExternalId(order.externalId);
    return known ? update(*known, order) : create(order, sendConfirmation);
}

Result<MergedOrder> Orderbook::create(const Order &order, bool sendConfirmation)
{
    OrderRows rows(m_tx, m_store, m_now);
    LockedOrder row{order, order.version};
    if (!row.order.id.isValid())
        row.order.id = OrderId(newUuid7());
    row.order.version = 1;
    row.order.updatedAtUtc = m_now;
    addFirstEvents(rows, row.order);
    rows.insert(row);
    // Our own export and the demo bring their cancellations along; a finished one owes nobody anything.
    for (Cancellation &one : row.order.cancellations) {
        if (!one.id.isValid() || !one.operation.isValid())
            return tl::unexpected(Refusal{Refusal::Kind::Invalid, 0, u"A cancellation without its ids."_s});
        rows.insertCancellation(row.order.id, one, u"imported"_s, false, m_now);
        if (one.refund.state == RefundState::Pending || one.refund.state == RefundState::Failed)
            rows.addEffect(Effect::Kind::Refund, row.order, one.id, one.refund.amountMinor,
                           u"refund-"_s + one.operation.toString(),
                           one.refund.state == RefundState::Failed ? "refused"_L1 : "due"_L1);
    }
    if (sendConfirmation)
        rows.addMail(row.order, {}, "order_confirmation"_L1);
    if (m_tx.hasFailed())
        return tl::unexpected(rows.refusal(Refusal::Kind::Database));
    return MergedOrder{MergedOrder::What::Created, std::move(row.order)};
}

Result<MergedOrder> Orderbook::update(const OrderId &id, const Order &order)
{
    OrderRows rows(m_tx, m_store, m_now);
    auto row = rows.lock(id);
    if (!row)
        return tl::unexpected(rows.refusal(Refusal::Kind::NotFound));
    // The same version is read again: while a request was open, part of it had to wait (ordermerge.h).
    if (order.version < row->sourceVersion)
        return MergedOrder{MergedOrder::What::Unchanged, std::move(row->order)};
    const Order before = row->order;
    (void)mergeInto(rows, row->order, row->isErased ? withoutPersonalData(order) : order);
    const bool isNewVersion = row->sourceVersion != order.version;
    row->sourceVersion = order.version;
    if (isSame(row->order, before)) {
        // Nobody needs to hear of a version in which nothing differs.
        Statement version(
            m_tx, u"UPDATE orders SET source_version = :version WHERE store_id = :store AND id = :id"_s);
        version.bind(":version"_L1, order.version).bind(":store"_L1, m_store).bind(":id"_L1, id);
        if (isNewVersion)
            version.run();
        return MergedOrder{MergedOrder::What::Unchanged, std::move(row->order)};
    }
    if (!rows.save(*row, OrderRows::Guard::None))
        return tl::unexpected(rows.refusal(Refusal::Kind::WrongState));
    auto settled = rejectOvertaken(std::move(*row));
    if (!settled)
        return tl::unexpected(settled.error());
    return MergedOrder{MergedOrder::What::Updated, std::move(*settled)};
}

} // namespace mc::store
