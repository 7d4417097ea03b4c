// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/syncengine.h"

#include <QObject>

#include <memory>
#include <vector>

namespace mc {

class BackgroundSender;

/// What the store of a profile that is not shown does not have yet.
struct WaitingOutbox {
    QString profile;
    int waiting = 0;
    bool isSignedOut = false; ///< Nothing is sent until somebody signs in to it.

    friend bool operator==(const WaitingOutbox &, const WaitingOutbox &) = default;
};

/**
 * Keeps the outboxes of all profiles but the shown one moving. A profile without queued rows costs one look
 * into its file; nothing is ever removed or created here.
 *
 * Lives in the sync thread; network and scheduler are not owned and outlive it.
 */
class OtherOutboxes final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OtherOutboxes)
public:
    OtherOutboxes(QNetworkAccessManager &network, Scheduler &scheduler, SyncTiming timing,
                  QObject *parent = nullptr);
    ~OtherOutboxes() override;

    /// All profiles but the shown one, with their tokens as far as they are known. What is not among them is
    /// let go before this returns, so that the shown profile alone uses its outbox.
    void setProfiles(const QList<SyncProfile> &profiles);

signals:
    /// Those with rows that wait, after each change.
    void changed(const QList<mc::WaitingOutbox> &waiting);
    void tokenRefused(const QString &profile);

private:
    void add(const SyncProfile &profile);
    void publish();

    QNetworkAccessManager &m_network;
    Scheduler &m_scheduler;
    SyncTiming m_timing;
    std::vector<std::unique_ptr<BackgroundSender>> m_senders;
    QList<WaitingOutbox> m_shown;
};

} // namespace mc
