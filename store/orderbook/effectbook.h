// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/orderbook.h"
#include "store/processing/effect.h"

namespace mc::store {

/// An effect that was claimed, with its order as of now.
struct ClaimedEffect {
    Effect effect;
    Order order;
};

/**
 * The store's outbox of effects: claim, execute outside, record what became of it.
 *
 * Each record is guarded by the effect being claimed and writes order, timeline, follow-up mail and feed in
 * the same transaction. Lives as long as the Tx.
 */
class EffectBook final
{
public:
    EffectBook(Tx &tx, StoreId store, QDateTime now);

    /// Mail has a lane of its own: a slow mail server must not hold money back.
    enum class Which : quint8 { All, Mail, ButMail };

    /// Effects that are due, and those whose worker has been silent for ClaimLease.
    [[nodiscard]] QList<ClaimedEffect> claimDue(int limit, Which which = Which::All);
    void setDone(const Effect &effect);
    void setRefused(const Effect &effect, const QString &detail);
    /// A refund stays pending until Orderbook::confirmRefund.
    void setManual(const Effect &effect);
    void postpone(const Effect &effect, const QDateTime &notBefore, const QString &detail);
    [[nodiscard]] std::optional<QDateTime> nextDue(Which which = Which::All) const;

    static constexpr std::chrono::seconds ClaimLease{120};

private:
    Tx &m_tx; ///< Not owned; outlives this object.
    StoreId m_store;
    QDateTime m_now;
};

} // namespace mc::store
