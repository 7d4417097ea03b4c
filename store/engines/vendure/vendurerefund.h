// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/vendure/vendurerecords.h"

namespace mc::store {

/**
 * Gives the money of a cancellation back in Vendure, which never does so by itself: an authorisation is
 * voided, captured money is refunded and the refund settled. Read first, read back; safe to repeat, because
 * every refund carries the effect's key in its reason.
 */
class VendureRefunding final
{
    Q_DECLARE_TR_FUNCTIONS(mc::store::VendureRefunding)
public:
    explicit VendureRefunding(VendureRecords &records);

    [[nodiscard]] EffectOutcome refund(const Effect &effect, const QString &orderId);
    /// Vendure puts the goods of cancelled lines back by itself; this reads that they are cancelled.
    [[nodiscard]] EffectOutcome restock(const QString &orderId);

private:
    /// What the payments say about one effect.
    struct Standing {
        qint64 owed = 0; ///< Still to be refunded for it.
        qint64 refundable = 0; ///< What Vendure would let go of, over all payments.
        bool isSettlementOpen = false; ///< A refund of this effect was started and not settled.
        bool isVoidOpen = false; ///< An authorisation of a cancelled order still stands.
    };
    [[nodiscard]] Standing standingOf(const VendureOrder &order, const Effect &effect) const;
    /// Refunds what is owed; nothing while that is under way and has to be read back.
    [[nodiscard]] std::optional<EffectOutcome> payOwed(const VendureOrder &order, const Effect &effect,
                                                       const Standing &standing);
    [[nodiscard]] std::optional<EffectOutcome> voidAuthorisations(const VendureOrder &order);
    [[nodiscard]] std::optional<EffectOutcome> settleStarted(const VendureOrder &order, const Effect &effect);
    [[nodiscard]] std::optional<EffectOutcome> start(const VendureOrder &order, const Effect &effect,
                                                     qint64 amountMinor);

    VendureRecords &m_records; ///< Not owned; outlives this object.
};

[[nodiscard]] EffectOutcome toEffectOutcome(const EngineError &error);

} // namespace mc::store
