// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/connection.h"

#include <map>
#include <mutex>
#include <thread>

namespace mc::store {

/// A connection that only reads for each thread that asks for one, made when it first does. Thread-safe.
class ThreadReaders final
{
    Q_DISABLE_COPY_MOVE(ThreadReaders)

public:
    explicit ThreadReaders(Database::Config config);
    ~ThreadReaders() = default;

    /// The calling thread's, for it alone and until the end of this object; nullptr when the file cannot be
    /// opened, or when MostThreads others have one.
    [[nodiscard]] Connection *mine();

    static constexpr std::size_t MostThreads = 16; ///< Each may hold 16 MB of pages.

private:
    const Database::Config m_config;
    std::mutex m_mutex; ///< Guards the map, not the connections.
    std::map<std::thread::id, std::unique_ptr<Connection>> m_connections;
};

} // namespace mc::store
