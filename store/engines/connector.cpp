// SPDX-License-Identifier: Apache-2.0
#include "store/engines/connector.h"

#include "store/engines/vendure/vendureconnector.h"

namespace mc::store {

void TouchedOrders::add(const QString &externalId)
{
    const std::lock_guard lock(m_mutex);
    m_ids.insert(externalId);
}

QStringList TouchedOrders::take()
{
    const std::lock_guard lock(m_mutex);
    const QStringList ids(m_ids.cbegin(), m_ids.cend());
    m_ids.clear();
    return ids;
}

std::unique_ptr<EngineConnector> makeConnector(const EngineConfig &config,
                                               const EngineEnvironment &environment)
{
    if (config.type == QLatin1String("vendure"))
        return std::make_unique<VendureConnector>(config, environment);
    return nullptr;
}

QStringList engineTypes()
{
    return {QStringLiteral("vendure")};
}

} // namespace mc::store
