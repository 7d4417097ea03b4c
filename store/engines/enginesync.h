// SPDX-License-Identifier: Apache-2.0
#pragma once

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
 * Owns a worker thread from construction to destruction; destruction ends a call that is waiting. Everything
 * that was pulled is merged before the position moves, in transactions of at most 500 orders.
 */
class EngineSync final
{
public:
    struct Options {
        std::chrono::milliseconds interval{5'000};
        int ordersPerTransaction = 500;
    };

    EngineSync(Database &database, EngineRow row, std::unique_ptr<EngineConnector> connector,
               std::shared_ptr<std::atomic<bool>> stop, Options options);
    ~EngineSync();
    EngineSync(const EngineSync &) = delete;
    EngineSync &operator=(const EngineSync &) = delete;

    void wake(); ///< Pulls soon; any thread.

private:
    void run();
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
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_isWoken = false;
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace mc::store
