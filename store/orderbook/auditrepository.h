// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/auditentry.h"
#include "store/orderbook/database.h"

#include <QList>

#include <optional>

namespace mc::store {

/// The audit log: each row carries the SHA-256 of itself and the row before. Lives as long as the Tx. Rows
/// are appended by Tx::audit().
class AuditRepository final
{
public:
    explicit AuditRepository(Tx &tx);

    [[nodiscard]] QList<AuditEntry> list(const StoreId &store, qint64 afterSequence, int limit) const;
    /// The sequence of the first row that does not fit, or nullopt. A cut end is noticed by the feed's row.
    [[nodiscard]] std::optional<qint64> firstBroken(const StoreId &store) const;

    /// What hash a row must have.
    [[nodiscard]] static QString hashOf(const AuditEntry &entry, const QString &previousHash);

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
