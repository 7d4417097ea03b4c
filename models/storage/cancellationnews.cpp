// SPDX-License-Identifier: Apache-2.0
#include "storage/cancellationnews.h"

#include "domain/orderrules.h"

#include <algorithm>

namespace mc {
namespace {

const Cancellation *find(const std::optional<Order> &order, const CancellationId &id)
{
    if (!order)
        return nullptr;
    const auto it = std::find_if(order->cancellations.cbegin(), order->cancellations.cend(),
                                 [&id](const Cancellation &one) { return one.id == id; });
    return it == order->cancellations.cend() ? nullptr : &*it;
}

std::optional<CancellationNews::Kind> outcomeOf(CancellationState state)
{
    switch (state) {
    case CancellationState::Requested:
    case CancellationState::Processing:
        return CancellationNews::Kind::Requested;
    case CancellationState::Succeeded:
        return CancellationNews::Kind::Succeeded;
    case CancellationState::Rejected:
        return CancellationNews::Kind::Rejected;
    case CancellationState::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

Attention attentionOf(const Order &order) noexcept
{
    if (order.conflict)
        return Attention::Conflict;
    const auto has = [&order](auto rule) {
        return std::any_of(order.cancellations.cbegin(), order.cancellations.cend(), rule);
    };
    if (has([](const Cancellation &one) { return isOpen(one.state) && one.needsDecision; }))
        return Attention::Question;
    if (has([](const Cancellation &one) { return one.refund.state == RefundState::Failed; }))
        return Attention::FailedRefund;
    if (has([](const Cancellation &one) { return isOpen(one.state); }))
        return Attention::UnderWay;
    if (has([](const Cancellation &one) {
            return one.state == CancellationState::Rejected && !one.isClosed;
        }))
        return Attention::Rejected;
    return Attention::None;
}

QList<CancellationNews> newsBetween(const std::optional<Order> &before, const Order &after)
{
    QList<CancellationNews> news;
    for (const Cancellation &one : after.cancellations) {
        const Cancellation *old = find(before, one.id);
        // An import brings orders with a past: what ended before we knew the order is history, not news.
        if (!before && !isOpen(one.state))
            continue;
        const auto kind = outcomeOf(one.state);
        if (kind && (old == nullptr || outcomeOf(old->state) != kind))
            news.append({*kind, after.number, one.operation, one.requestedBy});
        const bool hadFailed = old != nullptr && old->refund.state == RefundState::Failed;
        if (one.refund.state == RefundState::Failed && !hadFailed)
            news.append({CancellationNews::Kind::RefundFailed, after.number, one.operation, one.requestedBy});
    }
    if (after.conflict && !(before && before->conflict))
        news.append({CancellationNews::Kind::Conflict, after.number, {}, RequestedBy::Merchant});
    return news;
}

} // namespace mc
