// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace mc::store {

/// One thread for work that would keep others waiting. Thread-safe.
class WorkQueue final
{
public:
    explicit WorkQueue(int mostWaiting);
    ~WorkQueue(); ///< stop()
    Q_DISABLE_COPY_MOVE(WorkQueue)

    /// False: too many are waiting, or it has been stopped.
    [[nodiscard]] bool add(std::function<void()> work);
    /// Does what was accepted, then ends.
    void stop();

private:
    void run();

    const std::size_t m_mostWaiting;
    std::mutex m_mutex; ///< Guards the next two.
    std::deque<std::function<void()>> m_waiting;
    bool m_isStopped = false;
    std::condition_variable m_changed;
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace mc::store
