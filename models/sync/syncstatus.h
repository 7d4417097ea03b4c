// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace mc {

struct SyncStatus {
    enum class Link : quint8 {
        SignedOut,
        Connecting,
        Syncing,
        Online,
        Offline,
        Stalled, ///< There was work and no progress; it is being started again.
        Unresponsive ///< The sync thread itself does not answer; only whoever watches it can tell.
    };
    Link link = Link::SignedOut;
    QDateTime lastSuccessUtc; ///< Invalid: never.
    int waitingToBeSent = 0;
    int loadedOrders = 0; ///< During the first sync.
    int expectedOrders = 0; ///< 0: not in a first sync.
    QString problem; ///< For people: one sentence, empty while all is well.

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

} // namespace mc
