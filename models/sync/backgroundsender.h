// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/outboxsender.h"
#include "sync/syncengine.h"

namespace mc {

/**
 * Sends what waits in the outbox of one profile that is not shown, with that profile's token to its own
 * store.
 *
 * It reads no orders: a row that the store has taken stays "sent" until the profile is shown again and the
 * change feed confirms it. Lives in the sync thread; network and scheduler are not owned and outlive it.
 */
class BackgroundSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackgroundSender)
public:
    BackgroundSender(QNetworkAccessManager &network, Scheduler &scheduler, const SyncTiming &timing,
                     SyncProfile profile, std::unique_ptr<Outbox> outbox);
    ~BackgroundSender() override;

    void start();
    [[nodiscard]] const SyncProfile &profile() const { return m_profile; }
    [[nodiscard]] int waiting() const;
    /// Nothing is sent until somebody signs in to this store again.
    [[nodiscard]] bool isSignedOut() const { return !m_transport.hasToken(); }

signals:
    void changed(); ///< waiting() or isSignedOut() may have another value.
    void tokenRefused();

private:
    void ask();
    void onStore(const NetResult<StoreInfo> &outcome);
    void onFailed(const NetFailure &failure);
    void signOut();
    void tryLater(std::optional<std::chrono::milliseconds> after);

    Scheduler &m_scheduler;
    SyncProfile m_profile;
    std::unique_ptr<Outbox> m_outbox;
    Transport m_transport;
    OutboxSender m_sender;
    std::unique_ptr<FetchStore> m_fetchStore;
    Backoff m_backoff;
    Alarm m_retry;
};

} // namespace mc
