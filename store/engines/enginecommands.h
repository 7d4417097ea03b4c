// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/engines.h"

#include <QStringList>
#include <QTextStream>

namespace mc::store {

/// Every error is one sentence for the person at the terminal.
template <typename Value>
using CommandResult = tl::expected<Value, QString>;

/// Where `engine add` takes the secret from: the file, else MERCHANT_STORE_ENGINE_SECRET, else the terminal
/// without echo. Never from an argument, which every process on the machine could read.
[[nodiscard]] CommandResult<QString> readEngineSecret(const QString &file, QTextStream &prompt);

/// Tries the connection (unless `isUntested`), seals the secret and adds the row. Returns its id. One engine
/// of a type in each store, because its orders are known by its type.
[[nodiscard]] CommandResult<QString> addEngine(Database &database, const Keyring &keyring,
                                               const EngineConfig &config, bool isUntested);
[[nodiscard]] CommandResult<QString> testEngine(Database &database, const Keyring &keyring,
                                                const StoreId &store, const QString &id);
[[nodiscard]] CommandResult<void> removeEngine(Database &database, const StoreId &store, const QString &id);

/**
 * `engine add TYPE --url URL --user NAME [--channel TOKEN] [--secret-file FILE] [--untested]`, `engine list`,
 * `engine test ID`, `engine remove ID`: `arguments` begin after "engine".
 *
 * Returns the exit status: 0, 1 (it did not work) or 2 (the arguments make no sense). Blocks.
 */
[[nodiscard]] int runEngineCommand(Database &database, const Keyring &keyring, const StoreId &store,
                                   const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace mc::store
