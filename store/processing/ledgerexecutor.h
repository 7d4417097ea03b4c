// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"
#include "store/processing/effect.h"

#include <QDateTime>

namespace mc::store {

/**
 * Refunds and restocks the orders of shops that have no engine, in the store's own ledger.
 *
 * In the demo it plays the bank, which refuses cards ending in 0002. In earnest nobody here can pay money
 * back: a refund is left to staff. Thread-safe.
 */
class LedgerExecutor final : public EffectExecutor
{
public:
    enum class Bank : quint8 { Demo, None };

    /// The database has to outlive this object.
    LedgerExecutor(Database &database, Bank bank, std::function<QDateTime()> now);

    [[nodiscard]] EffectOutcome execute(const Effect &effect, const Order &order) override;

private:
    [[nodiscard]] EffectOutcome book(const Effect &effect);

    Database &m_database; ///< Not owned; outlives this object.
    Bank m_bank;
    std::function<QDateTime()> m_now;
};

} // namespace mc::store
