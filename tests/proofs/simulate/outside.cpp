// SPDX-License-Identifier: Apache-2.0
#include "outside.h"

#include "domain/orderrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::sim {

using namespace mc::store;

bool hasLeft(const LineItem &line)
{
    return line.state == ItemStatus::Shipped || line.state == ItemStatus::Delivered
        || line.state == ItemStatus::Returned;
}

namespace {

EffectOutcome later()
{
    return {EffectOutcome::Kind::TryLater, u"no answer"_s};
}

class Executor final : public EffectExecutor
{
public:
    Executor(Outside &outside, Effect::Kind kind)
        : m_outside(outside)
        , m_kind(kind)
    {
    }
    EffectOutcome execute(const Effect &effect, const Order &order) override
    {
        switch (m_kind) {
        case Effect::Kind::Refund:
            return m_outside.pay(effect);
        case Effect::Kind::Restock:
            return m_outside.restock(effect);
        case Effect::Kind::Mail:
            return m_outside.send(effect, order);
        }
        Q_UNREACHABLE();
    }

private:
    Outside &m_outside;
    Effect::Kind m_kind;
};

class Connector final : public EngineConnector
{
public:
    explicit Connector(Outside &outside)
        : m_outside(outside)
    {
    }
    EngineResult<QString> test() override { return u"simulated"_s; }
    EngineResult<EnginePage> pull(const QByteArray &position) override { return m_outside.pull(position); }
    void expect(const QStringList &) override { } // what changed is pulled anyway
    EngineResult<Order> read(const QString &externalId) override
    {
        return m_outside.engineOrders.value(externalId);
    }
    EngineResult<EngineCancelOutcome> cancel(const Order &order, const Cancellation &request) override
    {
        return m_outside.cancelInEngine(order, request);
    }
    EffectOutcome execute(const Effect &effect, const Order &order) override
    {
        return effect.kind == Effect::Kind::Refund ? m_outside.refundInEngine(effect, order)
                                                   : m_outside.restock(effect);
    }

private:
    Outside &m_outside;
};

} // namespace

Outside::Outside(SimClock &clock, Dice dice)
    : m_clock(clock)
    , m_dice(dice)
{
}

EffectOutcome Outside::pay(const Effect &effect)
{
    if (isFaulty && m_dice.chance(25))
        return later();
    if (m_refused.contains(effect.uniqueKey))
        return {EffectOutcome::Kind::Refused, u"The card has expired."_s};
    const auto known = payouts.constFind(effect.uniqueKey);
    if (known == payouts.constEnd()) {
        if (isFaulty && m_dice.chance(10)) {
            m_refused.insert(effect.uniqueKey);
            return {EffectOutcome::Kind::Refused, u"The card has expired."_s};
        }
        payouts.insert(effect.uniqueKey, {effect.order, effect.amountMinor});
        m_clock.note("pays " + effect.uniqueKey.toLatin1());
    } else if (known->order != effect.order || known->amount != effect.amountMinor) {
        oddities.append(u"another payment was asked for under the key "_s + effect.uniqueKey);
    }
    if (isFaulty && m_dice.chance(25))
        return later(); // paid, but the answer was lost
    return {EffectOutcome::Kind::Done, {}};
}

EffectOutcome Outside::restock(const Effect &effect)
{
    if (isFaulty && m_dice.chance(15))
        return later();
    restocks[effect.uniqueKey] = 1;
    if (isFaulty && m_dice.chance(15))
        return later();
    return {EffectOutcome::Kind::Done, {}};
}

EffectOutcome Outside::send(const Effect &effect, const Order &order)
{
    if (isFaulty && m_dice.chance(15))
        return later();
    // By operation, as the reader understands it: whoever asks a second time hears a second time.
    const auto one = std::find_if(
        order.cancellations.cbegin(), order.cancellations.cend(),
        [&effect](const Cancellation &cancellation) { return cancellation.id == effect.cancellation; });
    const QString about = one != order.cancellations.cend() ? one->operation.toString() : QString();
    mails.insert(effect.uniqueKey, order.number + u' ' + effect.template_ + u' ' + about);
    if (isFaulty && m_dice.chance(15))
        return later();
    return {EffectOutcome::Kind::Done, {}};
}

void Outside::touch(Order &order)
{
    ++order.version;
    order.updatedAtUtc = m_clock.now();
    engineChanges[order.externalId] = ++m_steps;
}

void Outside::addEngineOrder(const Order &order)
{
    Order &added = engineOrders[order.externalId];
    added = order;
    added.version = 0;
    touch(added);
}

bool Outside::isEngineAway()
{
    return isFaulty && m_dice.chance(30);
}

void Outside::shipInEngine(const QString &externalId)
{
    Order &order = engineOrders[externalId];
    bool hasShipped = false;
    for (LineItem &line : order.lines) {
        if (remainingQuantity(line) > 0 && !hasLeft(line)) {
            line.state = ItemStatus::Shipped;
            hasShipped = true;
        }
    }
    if (!hasShipped)
        return;
    order.shipments.append({u"DHL"_s, externalId, m_clock.now()});
    touch(order);
    m_clock.note("engine ships " + externalId.toLatin1());
}

EngineResult<EngineCancelOutcome> Outside::cancelInEngine(const Order &order, const Cancellation &request)
{
    const EngineError away{EngineError::Kind::Unreachable, u"The engine does not answer."_s};
    if (isEngineAway())
        return tl::unexpected(away);
    Order &ours = engineOrders[order.externalId];
    auto kind = EngineCancelOutcome::Kind::AlreadyCancelled;
    if (!engineCancelled.contains(request.operation)) {
        const auto isCovered = [&request](const LineItem &line) {
            return std::any_of(request.lines.cbegin(), request.lines.cend(),
                               [&line](const CancelledLine &one) { return one.line == line.id; });
        };
        const bool isTooLate = std::any_of(ours.lines.cbegin(), ours.lines.cend(), [&](const LineItem &line) {
            return isCovered(line) && hasLeft(line);
        });
        if (isTooLate)
            return EngineCancelOutcome{EngineCancelOutcome::Kind::Shipped, u"DHL"_s, ours};
        for (LineItem &line : ours.lines) {
            for (const CancelledLine &one : request.lines) {
                if (one.line == line.id)
                    line.cancelledQuantity = std::min(line.quantity, line.cancelledQuantity + one.quantity);
            }
        }
        engineCancelled.insert(request.operation);
        touch(ours);
        m_clock.note("engine cancels " + order.externalId.toLatin1());
        kind = EngineCancelOutcome::Kind::Cancelled;
    }
    if (isEngineAway())
        return tl::unexpected(away);
    return EngineCancelOutcome{kind, {}, ours};
}

EngineResult<EnginePage> Outside::pull(const QByteArray &position)
{
    if (isEngineAway())
        return tl::unexpected(EngineError{EngineError::Kind::Unreachable, u"The engine does not answer."_s});
    EnginePage page;
    for (auto it = engineChanges.cbegin(); it != engineChanges.cend(); ++it) {
        if (it.value() > position.toLongLong())
            page.orders.append(engineOrders.value(it.key()));
    }
    page.position = QByteArray::number(m_steps);
    return page;
}

EffectOutcome Outside::refundInEngine(const Effect &effect, const Order &order)
{
    const bool isNew = !payouts.contains(effect.uniqueKey);
    const EffectOutcome outcome = pay(effect);
    if (isNew && payouts.contains(effect.uniqueKey)) {
        Order &ours = engineOrders[order.externalId];
        ours.payment.refundedMinor += effect.amountMinor;
        touch(ours);
    }
    return outcome;
}

std::shared_ptr<EffectExecutor> executorOf(Outside &outside, Effect::Kind kind)
{
    return std::make_shared<Executor>(outside, kind);
}

std::shared_ptr<EngineConnector> connectorOf(Outside &outside)
{
    return std::make_shared<Connector>(outside);
}

} // namespace mc::sim
