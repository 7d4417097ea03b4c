// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QDateTime>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace mc::store {

/**
 * Takes out what nobody needs any more: old changes of the feed, answers for repeated requests, events of
 * engines, sessions that have expired, failed sign-ins.
 *
 * A thread of its own that looks every hour, in small transactions. Of several processes on one database one
 * at a time cleans a store.
 */
class Maintenance final
{
    Q_DISABLE_COPY_MOVE(Maintenance)

public:
    struct Options {
        std::chrono::hours keepChanges{24 * 30}; ///< A console that was away for longer takes a new snapshot.
        /// Longer than a console sends its confirmed requests again after a restore (30 days).
        std::chrono::hours keepAnswers{24 * 60};
        std::chrono::hours keepEvents{24 * 30};
        std::chrono::seconds first{300}; ///< After the start, when everybody has come back.
        std::chrono::seconds every{3600};
    };

    Maintenance(Database &database, std::function<QDateTime()> clock, Options options);
    ~Maintenance(); ///< stop()

    void start();
    void stop();
    void runOnce(); ///< In the calling thread, for tests.

private:
    void run();
    [[nodiscard]] bool isStopping();
    void clean(const StoreId &store);
    void removeOldChanges(const StoreId &store, const QDateTime &now);
    void removeSuperseded(const StoreId &store);
    void cleanShared(const QDateTime &now);

    Database &m_database; ///< Not owned; outlives this object.
    const std::function<QDateTime()> m_clock;
    const Options m_options;
    const QString m_holder; ///< Names this object in leases.
    std::mutex m_mutex; ///< Guards m_isStopping.
    std::condition_variable m_condition;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace mc::store
