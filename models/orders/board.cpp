// SPDX-License-Identifier: Apache-2.0
#include "orders/board.h"

#include "domain/orderrules.h"

#include <algorithm>

namespace mc {
namespace {

constexpr qsizetype MostOutcomes = 50;

Cancellation lastEnded(const Order &order)
{
    for (auto it = order.cancellations.crbegin(); it != order.cancellations.crend(); ++it) {
        if (!isOpen(it->state))
            return *it;
    }
    return {};
}

void addAttention(CancellationBoard &board, const OrderView &view)
{
    if (view.order.conflict)
        board.conflicts.append({view, lastEnded(view.order)});
    for (const Cancellation &one : view.order.cancellations) {
        if (isOpen(one.state) && one.needsDecision)
            board.questions.append({view, one});
        else if (isOpen(one.state))
            board.underWay.append({view, one});
        else if (one.state == CancellationState::Rejected && !one.isClosed)
            board.rejected.append({view, one});
        if (one.refund.state == RefundState::Failed)
            board.failedRefunds.append({view, one});
    }
}

void addOutcomes(CancellationBoard &board, const OrderView &view)
{
    for (const Cancellation &one : view.order.cancellations) {
        const bool isWaiting = one.state == CancellationState::Rejected && !one.isClosed;
        if (!isOpen(one.state) && !isWaiting && one.decidedAtUtc.isValid())
            board.outcomes.append({view, one});
    }
}

Notice::Kind kindOf(CancellationNews::Kind kind)
{
    switch (kind) {
    case CancellationNews::Kind::Requested:
        return Notice::Kind::CancellationRequested;
    case CancellationNews::Kind::Succeeded:
        return Notice::Kind::CancellationSucceeded;
    case CancellationNews::Kind::Rejected:
        return Notice::Kind::CancellationRejected;
    case CancellationNews::Kind::RefundFailed:
        return Notice::Kind::RefundFailed;
    case CancellationNews::Kind::Conflict:
        return Notice::Kind::Conflict;
    }
    Q_UNREACHABLE();
}

} // namespace

CancellationBoard boardOf(const QList<Order> &attention, const QList<Order> &ended, const QList<Order> &asked,
                          const Overlay &overlay)
{
    CancellationBoard board;
    for (const Order &order : asked) {
        const OrderView view = viewOf(order, overlay);
        if (!view.pending)
            continue;
        if (!isActive(*view.pending))
            board.conflicts.append({view, {}});
        else if (openCancellation(order) == nullptr)
            board.underWay.append({view, {}});
    }
    for (const Order &order : attention)
        addAttention(board, viewOf(order, overlay));
    for (const Order &order : ended)
        addOutcomes(board, viewOf(order, overlay));
    std::stable_sort(board.outcomes.begin(), board.outcomes.end(),
                     [](const CancellationEntry &a, const CancellationEntry &b) {
                         return a.cancellation.decidedAtUtc > b.cancellation.decidedAtUtc;
                     });
    if (board.outcomes.size() > MostOutcomes)
        board.outcomes.resize(MostOutcomes);
    return board;
}

QList<Notice> noticesOf(const QList<CancellationNews> &news)
{
    QList<Notice> notices;
    for (const CancellationNews &one : news) {
        if (one.kind == CancellationNews::Kind::Requested && one.requestedBy != RequestedBy::Customer)
            continue;
        const Notice::Kind kind = kindOf(one.kind);
        const auto it = std::find_if(notices.begin(), notices.end(),
                                     [kind](const Notice &notice) { return notice.kind == kind; });
        if (it == notices.end())
            notices.append({kind, {one.number}});
        else if (!it->numbers.contains(one.number))
            it->numbers.append(one.number);
    }
    return notices;
}

} // namespace mc
