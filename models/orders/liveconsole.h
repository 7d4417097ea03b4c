// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "orders/secretstore.h"
#include "sync/syncengine.h"

#include <QByteArray>
#include <QLocale>

#include <memory>

namespace mc {

/// Folders of one installation or one demo run; nothing outside of them is read or written.
struct ConsolePaths {
    QString data; ///< Caches and outboxes, one folder a profile.
    QString config; ///< profiles.json
};
/// Of the signed-in person, by QStandardPaths.
[[nodiscard]] ConsolePaths standardConsolePaths();

struct LiveConsoleOptions {
    ConsolePaths paths;
    QLocale locale; ///< Of dates, amounts and the reason's language.
    SyncTiming timing; ///< Shortened by tests.
};

/**
 * The real console: cache and outbox on this computer, kept the same as the store by the sync thread.
 *
 * The profile that was used last is opened by itself. Without its token in the keychain its orders can be
 * read and cancellations queued, and the status is SignedOut until signIn(); after signOut() nothing is left
 * to read. What waits in the outboxes of other profiles is sent too. Keep one object a process and call
 * shutDown() before it ends. GUI thread.
 */
[[nodiscard]] std::unique_ptr<ConsoleService> makeLiveConsoleService(const LiveConsoleOptions &options,
                                                                     std::unique_ptr<SecretStore> secrets);

} // namespace mc
