// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/statement.h"

namespace mc {

/// A statement of SQLite's own interface on the connection's handle. QtSql costs four to seven times as much
/// for a row that is inserted and more than twice as much for one that is read (docs/performance.md).
///
/// Null, without an error, where the driver brings a copy of SQLite of its own: two copies must not share a
/// handle.
[[nodiscard]] StorageResult<std::unique_ptr<Statement>> nativeStatement(const SqlConnection &connection,
                                                                        const QString &sql);

} // namespace mc
