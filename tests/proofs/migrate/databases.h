// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"
#include "trials.h"

#include <functional>
#include <optional>

// Making, migrating and describing the databases of the trials.
namespace mc::proof {

/// Statements of a script, without comments and final semicolons.
[[nodiscard]] QStringList statementsIn(const QString &path);

/// Puts the begin of the journey there; false when it could not.
[[nodiscard]] bool makeBegin(const Journey &journey, const store::Database::Config &config);
/// The schema at each version on the way, without the product's code: what may be found after a kill.
[[nodiscard]] std::optional<QStringList> stagesOf(const Journey &journey,
                                                  const std::function<store::Database::Config()> &newConfig);
/// By the product's own code. Empty, or what went wrong.
[[nodiscard]] QString migrateTo(const Journey &journey, const store::Database::Config &config,
                                const QString &folder);
/// Schema, version and rows as text, the same for the same content; nullopt when it cannot be read.
[[nodiscard]] std::optional<QString> describe(const store::Database::Config &config);
/// By the class that the product opens it with. Empty, or what went wrong.
[[nodiscard]] QString openAsProduct(const Journey &journey, const QString &file);

} // namespace mc::proof
