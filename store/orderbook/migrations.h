// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/connection.h"

namespace mc::store {

/// The steps that this program brings along: NNNN_<what>.sql, numbered from 1 without a gap.
[[nodiscard]] QString migrationFolder();

/// Brings a database to the newest schema: each step and its version in one transaction. A newer database is
/// refused and left alone.
[[nodiscard]] tl::expected<void, DatabaseError> migrate(Connection &connection,
                                                        const QString &folder = migrationFolder());

/// NewerSchema for a database that only a newer version knows; changes nothing.
[[nodiscard]] tl::expected<void, DatabaseError> refuseNewer(Connection &connection,
                                                            const QString &folder = migrationFolder());

/// The newest version that this program knows.
[[nodiscard]] int newestSchemaVersion();

} // namespace mc::store
