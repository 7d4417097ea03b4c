// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/syncengine.h"

namespace mc {

// Everything of one open profile, in the order of making; parts that use others go first.
struct SyncEngine::Session {
    SyncProfile profile;
    std::unique_ptr<OrderCache> cache;
    std::unique_ptr<Outbox> outbox; ///< Null: see outboxProblem; nothing can be queued.
    StorageError outboxProblem;
    std::unique_ptr<Transport> transport;
    std::unique_ptr<FeedSync> feed;
    std::unique_ptr<OutboxSender> sender;
    std::unique_ptr<Scrubber> scrubber;
    std::unique_ptr<FetchStore> fetchStore;
    std::unique_ptr<FetchStore> wordsOfStore; ///< Asked for once more in another language.
    std::unique_ptr<SignOut> signOut;
    QList<DecideCancellation *> decisions; ///< Owned here until they answer.
    QSet<OperationId> holding; ///< Somebody is looking at the undo.

    ~Session() { qDeleteAll(decisions); }
};

/// The file of one kind ("orders", "outbox") of a profile: keyed by the store, so that another store at the
/// same address never meets it.
[[nodiscard]] QString fileFor(const SyncProfile &profile, const QString &kind);

} // namespace mc
