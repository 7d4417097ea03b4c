// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/vendure/vendurerecords.h"

namespace mc::store {

/// What became of it, with the order as it was read last.
struct VendureCancelOutcome {
    EngineCancelOutcome::Kind kind = EngineCancelOutcome::Kind::Cancelled;
    QString detail;
    VendureOrder order;
};

/**
 * Cancels an order, or some of its lines, in a Vendure that has no guard of its own: it would also cancel
 * what has shipped, and an error of its does not mean that nothing happened.
 *
 * So the order is read before and after, and only what was read decides. Every step may be repeated.
 */
class VendureCancel final
{
    Q_DECLARE_TR_FUNCTIONS(mc::store::VendureCancel)
public:
    /// How long an order that somebody is editing in Vendure is waited for.
    static constexpr qint64 EditingPatienceMs = 15 * 60 * 1000;

    VendureCancel(VendureRecords &records, qint64 nowMs);

    [[nodiscard]] EngineResult<VendureCancelOutcome> run(const Order &order, const Cancellation &request);

private:
    using Outcome = EngineResult<VendureCancelOutcome>;
    [[nodiscard]] std::optional<Outcome> decideBefore(const VendureOrder &before,
                                                      const Cancellation &request);
    [[nodiscard]] bool isConcerned(const VendureFulfillment &parcel) const;
    [[nodiscard]] QString heldParcelsOf(const VendureOrder &order) const;
    [[nodiscard]] EngineResult<void> recallParcels(const VendureOrder &before);
    [[nodiscard]] EngineResult<VendureAnswer> ask(const VendureOrder &before, const Cancellation &request);
    [[nodiscard]] Outcome decideAfter(const VendureOrder &after, const EngineResult<VendureAnswer> &answer);
    void setTargets(const Order &order, const Cancellation &request);
    [[nodiscard]] QList<std::pair<QString, int>> missing(const VendureOrder &order) const;
    [[nodiscard]] bool leavesNothing(const VendureOrder &order) const;

    VendureRecords &m_records; ///< Not owned; outlives this object.
    qint64 m_nowMs;
    bool m_isWhole = false; ///< All that is left, whatever that is.
    QHash<QString, int> m_targets; ///< Quantity that shall remain, by line; lines that are not named stay.
};

} // namespace mc::store
