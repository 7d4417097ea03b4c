// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/strongid.h"

#include <QDateTime>
#include <QString>

namespace mc::store {

/// One line of the audit log. Ids and codes only: no names, addresses or comments, so that an erasure never
/// has to break the hash chain.
struct AuditEntry {
    StoreId store;
    qint64 sequence = 0; ///< Given by the log.
    QDateTime at;
    QString actorKind; ///< "customer", "merchant", "support", "store", "staff", "operator"
    QString actorId;
    QString action; ///< "cancellation.requested", "policy.changed", …
    QString object; ///< Id of what it was done to.
    QString detail; ///< Codes and ids.

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

} // namespace mc::store
