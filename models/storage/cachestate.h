// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sqlconnection.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace mc {

/// Where the cache stands with the store.
struct CacheState {
    qint64 generation = 0; ///< Counts snapshots; versions are compared within one generation only.
    QByteArray cursor; ///< Of the change feed; empty: no snapshot has begun.
    QByteArray resume; ///< Where an interrupted snapshot goes on; empty: at its beginning.
    bool isSnapshotComplete = false;
    bool isRewriteDue = false; ///< The store erased a customer, and the file still holds what was deleted.
    int snapshotTotal = 0;
    int snapshotLoaded = 0;
    QString epoch;
    QDateTime lastSuccessUtc; ///< When the store last said that this is all there is.

    friend bool operator==(const CacheState &, const CacheState &) = default;
};

/// The cache's table `meta`; in the transaction of the caller, where there is one.
[[nodiscard]] StorageResult<CacheState> readState(const SqlConnection &connection);
[[nodiscard]] StorageResult<void> writeState(const SqlConnection &connection, const CacheState &state);

/// While a snapshot comes in, pages are gathered in the log for longer before the disk is waited for;
/// afterwards the log is short again.
[[nodiscard]] StorageResult<void> prepareLog(const SqlConnection &connection, const CacheState &state);

} // namespace mc
