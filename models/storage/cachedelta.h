// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

#include <QList>
#include <QSet>

namespace mc {

/// Something new about a cancellation, for a notification.
struct CancellationNews {
    enum class Kind : quint8 { Requested, Succeeded, Rejected, RefundFailed, Conflict };
    Kind kind = Kind::Requested;
    QString number;
    OperationId operation; ///< Empty for a conflict.
    RequestedBy requestedBy = RequestedBy::Customer;

    friend bool operator==(const CancellationNews &, const CancellationNews &) = default;
};

/// What one commit did to the table.
struct CacheDelta {
    QSet<qint64> changed; ///< Places that were written.
    QSet<qint64> added; ///< Of these, where an order came that the cache had not had.
    QSet<qint64> removed; ///< Places that no longer hold an order.
    QSet<OperationId> operations; ///< Operations that the written orders carry.
    QList<CancellationNews> news;
    bool hasErased = false; ///< A written order lost its personal data.

    void write(qint64 place, bool isNew);
    void remove(qint64 place);
    void add(const CacheDelta &other);
    [[nodiscard]] bool isEmpty() const { return changed.isEmpty() && removed.isEmpty(); }
};

} // namespace mc
