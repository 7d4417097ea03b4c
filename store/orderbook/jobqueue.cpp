// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/jobqueue.h"

namespace mc::store {

void JobQueue::push(WriteJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wakeUp.notify_one();
}

std::vector<WriteJob> JobQueue::take(std::size_t most)
{
    std::unique_lock lock(m_mutex);
    m_wakeUp.wait(lock, [this] { return m_isClosed || !m_jobs.empty(); });
    std::vector<WriteJob> taken;
    while (!m_jobs.empty() && taken.size() < most) {
        taken.push_back(std::move(m_jobs.front()));
        m_jobs.pop_front();
    }
    return taken;
}

void JobQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_wakeUp.notify_all();
}

} // namespace mc::store
