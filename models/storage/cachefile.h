// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace mc {

/// "orders.v1.sqlite" beside "orders.sqlite": for a console that may not touch a newer one's file.
[[nodiscard]] QString fileBeside(const QString &file, int version);
/// Renames the file with its WAL; returns the new name, empty when it could not be renamed. Nothing is
/// ever deleted.
QString putAside(const QString &file);
/// Deletes a file that can be fetched again, with its WAL.
void removeDatabase(const QString &file);

} // namespace mc
