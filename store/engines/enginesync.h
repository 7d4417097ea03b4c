// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/shortenedtime.h"
#include "store/engines/connector.h"
#include "store/orderbook/enginerepository.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace mc::store {

/// How long to wait after `failures` failed pulls in a row: doubling from `interval` to 5 minutes, and up to
/// a quarter more or less (`jitter` from 0 to 1), so that many stores do not come back at the same moment.
[[nodiscard]] std::chrono::milliseconds engineBackOff(int failures, std::chrono::milliseconds interval,
                                                      double jitter);

/// Whether merging would change anything: an engine tells the same again after every start.
[[nodiscard]] bool isEngineNews(const Order &stored, const Order &incoming);

/**
 * Keeps the orders of one engine row up to date: pulls, merges, remembers the position, shows its state in
 * the row.
 *
 * Of several processes on one database only the holder of the engine's lease pulls; the others look from time
 * to time whether it is free. Everything is written together with a renewal of the lease, so that a process
 * that stood still and was followed changes nothing any more.
 *
 * Owns a worker thread from construction to destruction; destruction ends a call that is waiting. Everything
 * that was pulled is merged before the position moves, in transactions of at most 500 orders.
 */
class EngineSync final
{
public:
    struct Options {
        std::chrono::milliseconds interval{5'000};
        int ordersPerTransaction = 500;
        std::chrono::milliseconds lease =
            shortened(std::chrono::seconds(90)); ///< Longer than a pull may take.
    };

    EngineSync(Database &database, EngineRow row, std::unique_ptr<EngineConnector> connector,
               std::shared_ptr<std::atomic<bool>> stop, Options options);
    ~EngineSync();
    EngineSync(const EngineSync &) = delete;
    EngineSync &operator=(const EngineSync &) = delete;

    void wake(); ///< Pulls soon; any thread.

private:
    void run();
    [[nodiscard]] bool hold();
    [[nodiscard]] bool renew(Tx &tx);
    void release();
    void takeWakes();
    void waitFor(std::chrono::milliseconds time);
    [[nodiscard]] std::optional<EnginePage> pull();
    [[nodiscard]] bool keep(const EnginePage &page);
    [[nodiscard]] bool mergeChunk(const QList<Order> &orders, bool isHistory);
    [[nodiscard]] bool finish(const EnginePage &page);
    void showState(EngineRow::State state, const QString &detail);
    [[nodiscard]] QString workingDetail() const;

    Database &m_database; ///< Not owned; outlives this object.
    EngineRow m_row;
    std::unique_ptr<EngineConnector> m_connector;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< Shared with the connector.
    Options m_options;
    QSet<QString> m_unreadable; ///< Orders that are left out until they change.
    int m_failures = 0;
    const QString m_holder; ///< Names this object in the lease.
    QDateTime m_heldUntil; ///< Invalid: the lease is somebody else's.
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_isWoken = false;
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace mc::store
