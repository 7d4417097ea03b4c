// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QMutex>
#include <QObject>
#include <QSet>
#include <QThread>
#include <QTimer>

#include <memory>

namespace mc::store {

class Connection;

/**
 * Tells the other processes of a PostgreSQL database that a store's feed has grown, and hears it from them.
 *
 * Owns a thread with a connection of its own. Notifications are sent after the commit and coalesced: NOTIFY
 * inside the transactions would make their commits wait for each other. One that gets lost costs a poll.
 */
class FeedNotifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FeedNotifier)

public:
    FeedNotifier(Database::Config config, Database::FeedListener heard);
    ~FeedNotifier() override;

    void notifyOthers(const QString &storeId); ///< Thread-safe.

private:
    // In the notifier's thread.
    void listen();
    void pulse();
    void send();
    void hear(const QString &name, const QVariant &payload);

    Database::Config m_config;
    Database::FeedListener m_heard;
    QString m_sender; ///< Names this process in the payload.
    std::unique_ptr<Connection> m_connection; ///< Lives in the thread.
    std::unique_ptr<QTimer> m_pulse; ///< Lives in the thread; notices a server that was restarted.
    QMutex m_mutex;
    QSet<QString> m_waiting; ///< Guarded by m_mutex.
    QThread m_thread;
};

} // namespace mc::store
