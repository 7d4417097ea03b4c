// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace mc::store {

struct WriteJob {
    Database::Job job;
    Database::Done done; ///< May be null.
};

/// Hands jobs to worker threads in the order in which they came. Thread-safe.
class JobQueue final
{
    Q_DISABLE_COPY_MOVE(JobQueue)

public:
    JobQueue() = default;
    ~JobQueue() = default;

    void push(WriteJob job);
    /// Waits for work; an empty answer means that the queue is closed and everything was handed out.
    [[nodiscard]] std::vector<WriteJob> take(std::size_t most);
    void close();

private:
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::deque<WriteJob> m_jobs;
    bool m_isClosed = false;
};

} // namespace mc::store
