// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/connection.h"

#include <QHash>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace mc::store {

/**
 * Notices what other programs commit to the same SQLite file: an import or an erasure from the command line
 * while the service runs. SQLite tells nobody, so a change counter of the file is read once a second;
 * PostgreSQL has FeedNotifier. Positions that this process committed itself were told already.
 *
 * begin() and run() are of one thread, which run() keeps; everything else is thread-safe.
 */
class ForeignCommits final
{
    Q_DISABLE_COPY_MOVE(ForeignCommits)

public:
    using Tell = std::function<void(const QString &storeId)>;

    ForeignCommits() = default;
    ~ForeignCommits() = default;

    /// What is there now is known.
    void begin(Connection &connection);
    /// After begin(), until stop(): tells each store whose feed another program has moved on.
    void run(Connection &connection, const Tell &tell);
    void stop();
    /// Where feeds stand after a commit of this process, before anybody is told of it.
    void noteOwn(const QHash<QString, qint64> &positions);

private:
    [[nodiscard]] bool waitForTick();
    void look(Connection &connection, const Tell &tell);

    qint64 m_fileVersion = 0; ///< Used by begin() and run() alone.
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    QHash<QString, qint64> m_known; ///< Guarded by m_mutex, like m_isStopped.
    bool m_isStopped = false;
};

/// The position of every store's feed as this connection sees it; empty when it cannot be read.
[[nodiscard]] QHash<QString, qint64> feedPositions(Connection &connection);

} // namespace mc::store
