// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/threadreaders.h"

#include <utility>

namespace mc::store {

ThreadReaders::ThreadReaders(Database::Config config)
    : m_config(std::move(config))
{
}

Connection *ThreadReaders::mine()
{
    const std::scoped_lock lock(m_mutex);
    const auto me = std::this_thread::get_id();
    if (const auto known = m_connections.find(me); known != m_connections.end())
        return known->second.get();
    if (m_connections.size() >= MostThreads)
        return nullptr;
    auto connection = std::make_unique<Connection>(m_config, Connection::Access::ReadOnly);
    if (!connection->open())
        return nullptr;
    return m_connections.emplace(me, std::move(connection)).first->second.get();
}

} // namespace mc::store
