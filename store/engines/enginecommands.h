// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/engines.h"

namespace mc::store {

// What the commands `merchant-store engine …` do. They block. Every error is one sentence for people.
template <typename Value>
using EngineCommandResult = tl::expected<Value, QString>;

/// Before anybody is asked for a password: is the address one, is the type known?
[[nodiscard]] EngineCommandResult<void> checkEngine(const EngineConfig &config);
/// Tries the connection (unless `isUntested`), seals the secret and adds the row. Returns its id. One engine
/// of a type in each store, because its orders are known by its type.
[[nodiscard]] EngineCommandResult<QString> addEngine(Database &database, const Keyring &keyring,
                                                     const EngineConfig &config, bool isUntested);
[[nodiscard]] EngineCommandResult<QString> testEngine(Database &database, const Keyring &keyring,
                                                      const StoreId &store, const QString &id);
/// id, type, address, state and detail, separated by tabs.
[[nodiscard]] QStringList listEngines(Database &database, const StoreId &store);
/// A new secret for the engine's webhooks; the old one ends at once. Nothing is lost meanwhile: the engine is
/// asked for its changes anyway.
[[nodiscard]] EngineCommandResult<QString> renewWebhookSecret(Database &database, const Keyring &keyring,
                                                              const StoreId &store, const QString &id);
[[nodiscard]] EngineCommandResult<void> removeEngine(Database &database, const StoreId &store,
                                                     const QString &id);

} // namespace mc::store
