// SPDX-License-Identifier: Apache-2.0
#include "store/http/eventhub.h"

#include <map>
#include <vector>

namespace mc::store {

struct EventHub::List {
    std::mutex mutex; ///< Guards the rest.
    QHash<QString, std::map<quint64, Wake>> wakes;
    quint64 next = 1;
};

EventHub::EventHub()
    : m_list(std::make_shared<List>())
{
}

EventHub::Subscription EventHub::subscribe(const QString &storeId, Wake wake)
{
    const std::scoped_lock lock(m_list->mutex);
    const quint64 id = m_list->next++;
    m_list->wakes[storeId].emplace(id, std::move(wake));
    return {nullptr, [list = m_list, storeId, id](void *) {
                const std::scoped_lock innerLock(list->mutex);
                const auto found = list->wakes.find(storeId);
                if (found == list->wakes.end())
                    return;
                found->erase(id);
                if (found->empty())
                    list->wakes.erase(found);
            }};
}

void EventHub::publish(const QString &storeId)
{
    // Called under the lock: a wake only posts, and a subscription that has ended is never woken afterwards.
    const std::scoped_lock lock(m_list->mutex);
    const auto found = m_list->wakes.constFind(storeId);
    if (found == m_list->wakes.constEnd())
        return;
    for (const auto &[id, wake] : *found)
        wake();
}

int EventHub::subscriberCount() const
{
    const std::scoped_lock lock(m_list->mutex);
    int count = 0;
    for (const auto &wakes : std::as_const(m_list->wakes))
        count += static_cast<int>(wakes.size());
    return count;
}

} // namespace mc::store
