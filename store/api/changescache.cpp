// SPDX-License-Identifier: Apache-2.0
#include "store/api/changescache.h"

namespace mc::store {

std::optional<QByteArray> ChangesCache::find(const QByteArray &key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_bodies.constFind(key);
    return found == m_bodies.constEnd() ? std::nullopt : std::optional(*found);
}

void ChangesCache::insert(const QByteArray &key, const QByteArray &body)
{
    const std::scoped_lock lock(m_mutex);
    if (m_bodies.contains(key) || body.size() > MaxBytes)
        return;
    m_bodies.insert(key, body);
    m_order.push_back(key);
    m_bytes += body.size();
    while (m_bytes > MaxBytes || m_order.size() > 256) {
        m_bytes -= m_bodies.take(m_order.front()).size();
        m_order.pop_front();
    }
}

} // namespace mc::store
