// SPDX-License-Identifier: Apache-2.0
#include "store/engines/vendure/vendurerefund.h"

#include "domain/money.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

using RefundKind = EffectOutcome::Kind;

/// Public in Vendure's history, so no word of staff: only what it is and the key that makes it unrepeatable.
QString reasonOf(const Effect &effect)
{
    return u"Order cancelled (%1)"_s.arg(effect.uniqueKey);
}

bool isOf(const VendureRefund &refund, const Effect &effect)
{
    return refund.reason == reasonOf(effect);
}

qint64 refundableOf(const VendurePayment &payment)
{
    if (payment.state != u"Settled")
        return 0;
    qint64 left = payment.amountMinor;
    for (const VendureRefund &refund : payment.refunds)
        left -= refund.state == u"Failed" ? 0 : refund.totalMinor;
    return std::max<qint64>(0, left);
}

int failuresOf(const VendureOrder &order, const Effect &effect)
{
    int count = 0;
    for (const VendurePayment &payment : order.payments) {
        for (const VendureRefund &refund : payment.refunds)
            count += isOf(refund, effect) && refund.state == u"Failed" ? 1 : 0;
    }
    return count;
}

EffectOutcome refused(const QString &detail)
{
    return {RefundKind::Refused, detail};
}

} // namespace

EffectOutcome toEffectOutcome(const EngineError &error)
{
    // Only silence is worth waiting for; everything else needs somebody, so it has to be seen.
    return {error.kind == EngineError::Kind::Unreachable ? RefundKind::TryLater : RefundKind::Refused,
            error.detail};
}

VendureRefunding::VendureRefunding(VendureRecords &records)
    : m_records(records)
{
}

VendureRefunding::Standing VendureRefunding::standingOf(const VendureOrder &order, const Effect &effect) const
{
    Standing standing;
    qint64 started = 0;
    for (const VendurePayment &payment : order.payments) {
        standing.isVoidOpen =
            standing.isVoidOpen || (payment.state == u"Authorized" && isFullyCancelled(order));
        standing.refundable += refundableOf(payment);
        for (const VendureRefund &refund : payment.refunds) {
            if (!isOf(refund, effect) || refund.state == u"Failed")
                continue;
            started += refund.totalMinor;
            standing.isSettlementOpen = standing.isSettlementOpen || refund.state != u"Settled";
        }
    }
    // An authorisation that was captured after the request: nothing of a cancelled order may be kept.
    const bool isLateCapture = effect.amountMinor == 0 && isFullyCancelled(order);
    standing.owed = isLateCapture ? standing.refundable : std::max<qint64>(0, effect.amountMinor - started);
    return standing;
}

EffectOutcome VendureRefunding::refund(const Effect &effect, const QString &orderId)
{
    // Each round reads, does one thing, and reads again; two payments need two rounds each and one to see it.
    std::optional<int> earlierFailures;
    for (int round = 0; round < 8; ++round) {
        const auto order = m_records.read(orderId);
        if (!order)
            return toEffectOutcome(order.error());
        const int failures = failuresOf(*order, effect);
        if (failures > earlierFailures.value_or(failures))
            return refused(tr("The payment provider refused the refund; Vendure has the details."));
        earlierFailures = failures;
        const Standing standing = standingOf(*order, effect);
        if (auto failed = settleStarted(*order, effect))
            return std::move(*failed);
        if (standing.isVoidOpen) {
            if (auto failed = voidAuthorisations(*order))
                return std::move(*failed);
            continue;
        }
        if (standing.isSettlementOpen)
            continue; // Read it back.
        if (auto outcome = payOwed(*order, effect, standing))
            return std::move(*outcome);
    }
    return {RefundKind::TryLater, u"the refund does not come to rest"_s};
}

std::optional<EffectOutcome> VendureRefunding::payOwed(const VendureOrder &order, const Effect &effect,
                                                       const Standing &standing)
{
    // Somebody may have paid everything back in Vendure itself.
    const bool isPaidByHand =
        standing.refundable == 0 && toOrder(order).payment.refundedMinor >= standing.owed;
    if (standing.owed == 0 || isPaidByHand)
        return EffectOutcome{RefundKind::Done, {}};
    if (standing.refundable < standing.owed) {
        //: %1 and %2 amounts of money with currency
        return refused(tr("Vendure has only %1 of %2 left to refund.")
                           .arg(plainAmount({standing.refundable, order.currency}) + u' ' + order.currency,
                                plainAmount({standing.owed, order.currency}) + u' ' + order.currency));
    }
    return start(order, effect, standing.owed);
}

std::optional<EffectOutcome> VendureRefunding::voidAuthorisations(const VendureOrder &order)
{
    for (const VendurePayment &payment : order.payments) {
        if (payment.state != u"Authorized")
            continue;
        const auto answer = m_records.cancelPayment(payment.id);
        if (!answer)
            return toEffectOutcome(answer.error());
        if (!answer->isAccepted) //: %1 sentence from Vendure, in English
            return refused(tr("Vendure could not void the payment: %1").arg(answer->message));
    }
    return std::nullopt;
}

std::optional<EffectOutcome> VendureRefunding::settleStarted(const VendureOrder &order, const Effect &effect)
{
    for (const VendurePayment &payment : order.payments) {
        for (const VendureRefund &refund : payment.refunds) {
            if (!isOf(refund, effect) || refund.state != u"Pending")
                continue;
            const auto answer = m_records.settleRefund(refund.id, effect.uniqueKey);
            if (!answer)
                return toEffectOutcome(answer.error());
            if (!answer->isAccepted) //: %1 sentence from Vendure, in English
                return refused(tr("Vendure could not settle the refund: %1").arg(answer->message));
        }
    }
    return std::nullopt;
}

std::optional<EffectOutcome> VendureRefunding::start(const VendureOrder &order, const Effect &effect,
                                                     qint64 amountMinor)
{
    for (const VendurePayment &payment : order.payments) {
        const qint64 amount = std::min(amountMinor, refundableOf(payment));
        if (amount == 0)
            continue;
        amountMinor -= amount;
        const auto answer = m_records.refund(payment.id, amount, reasonOf(effect));
        if (!answer)
            return toEffectOutcome(answer.error());
        if (!answer->isAccepted) //: %1 sentence from Vendure, in English
            return refused(tr("Vendure refuses the refund: %1").arg(answer->message));
    }
    return std::nullopt;
}

EffectOutcome VendureRefunding::restock(const QString &orderId)
{
    const auto order = m_records.read(orderId);
    if (!order)
        return toEffectOutcome(order.error());
    const bool isReduced =
        std::any_of(order->lines.cbegin(), order->lines.cend(),
                    [](const VendureLine &line) { return line.quantity < line.ordered(); });
    if (isReduced || isFullyCancelled(*order))
        return {RefundKind::Done, {}};
    return refused(tr("Vendure does not show the order as cancelled."));
}

} // namespace mc::store
