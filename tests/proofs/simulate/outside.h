// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simclock.h"
#include "store/engines/connector.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace mc::sim {

/**
 * The world outside of the store, which remembers what happened whatever becomes of the store: the bank, the
 * shelves, the mailboxes, and an engine with orders of its own.
 */
class Outside final
{
    Q_DISABLE_COPY_MOVE(Outside)

public:
    Outside(SimClock &clock, Dice dice);
    ~Outside() = default;

    bool isFaulty = false;

    struct Payout {
        OrderId order;
        qint64 amount = 0;
    };
    QMap<QString, Payout> payouts; ///< By the key of the request to pay.
    QMap<QString, int> restocks; ///< By key.
    QMap<QString, QString> mails; ///< By Message-ID: order, template and operation.
    QStringList oddities; ///< What no store may ever ask of the outside.

    /// A payment provider: the same key is paid once, and gives the same answer again.
    [[nodiscard]] store::EffectOutcome pay(const store::Effect &effect);
    [[nodiscard]] store::EffectOutcome restock(const store::Effect &effect);
    [[nodiscard]] store::EffectOutcome send(const store::Effect &effect, const Order &order);

    // The engine's own orders.
    QMap<QString, Order> engineOrders; ///< By external id.
    QMap<QString, qint64> engineChanges; ///< External id → when it changed last, in steps.
    QSet<OperationId> engineCancelled; ///< Operations that the engine has carried out.
    void addEngineOrder(const Order &order);
    void shipInEngine(const QString &externalId);
    [[nodiscard]] store::EngineResult<store::EngineCancelOutcome> cancelInEngine(const Order &order,
                                                                                 const Cancellation &request);
    [[nodiscard]] store::EngineResult<store::EnginePage> pull(const QByteArray &position);
    [[nodiscard]] store::EffectOutcome refundInEngine(const store::Effect &effect, const Order &order);
    [[nodiscard]] bool isEngineAway();

private:
    void touch(Order &order);

    SimClock &m_clock;
    Dice m_dice;
    QSet<QString> m_refused;
    qint64 m_steps = 0;
};

/// Whether the goods are with the carrier or have been.
[[nodiscard]] bool hasLeft(const LineItem &line);

[[nodiscard]] std::shared_ptr<store::EffectExecutor> executorOf(Outside &outside, store::Effect::Kind kind);
[[nodiscard]] std::shared_ptr<store::EngineConnector> connectorOf(Outside &outside);

} // namespace mc::sim
