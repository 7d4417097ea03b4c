// SPDX-License-Identifier: Apache-2.0
#include "store/api/workqueue.h"

#include <utility>

namespace mc::store {

WorkQueue::WorkQueue(int mostWaiting)
    : m_mostWaiting(static_cast<std::size_t>(mostWaiting))
    , m_thread([this] { run(); })
{
}

WorkQueue::~WorkQueue()
{
    stop();
}

bool WorkQueue::add(std::function<void()> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopped || m_waiting.size() >= m_mostWaiting)
            return false;
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_one();
    return true;
}

void WorkQueue::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void WorkQueue::run()
{
    while (true) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isStopped || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const std::function<void()> work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
    }
}

} // namespace mc::store
