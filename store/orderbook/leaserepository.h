// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QDateTime>

namespace mc::store {

/**
 * Work of a store that only one process may do at a time: pulling an engine, cleaning up.
 *
 * A lease is a row with a holder and an end. Whoever writes under it renews it in the same transaction: a
 * holder that was taken for dead finds out there and its work is undone. The clocks of the processes have to
 * agree to a few seconds. Lives as long as the Tx.
 */
class LeaseRepository final
{
public:
    explicit LeaseRepository(Tx &tx);

    /// Whether somebody else holds it now. A read: asking costs no write.
    [[nodiscard]] bool isTaken(const StoreId &store, const QString &name, const QString &holder,
                               const QDateTime &now) const;
    /// Takes it or holds on to it until `until`; false: it is somebody else's.
    [[nodiscard]] bool take(const StoreId &store, const QString &name, const QString &holder,
                            const QDateTime &now, const QDateTime &until);
    /// Others need not wait for its end.
    void release(const StoreId &store, const QString &name, const QString &holder);

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
