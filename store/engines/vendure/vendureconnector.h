// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/connector.h"
#include "store/engines/vendure/vendurefeed.h"
#include "store/engines/vendure/vendurerecords.h"

namespace mc::store {

/// Vendure 2 and 3 over the Admin API. Puts the parts together; the rules are in them.
class VendureConnector final : public EngineConnector
{
    Q_DECLARE_TR_FUNCTIONS(mc::store::VendureConnector)
public:
    VendureConnector(const EngineConfig &config, EngineEnvironment environment);

    [[nodiscard]] EngineResult<QString> test() override;
    [[nodiscard]] EngineResult<EnginePage> pull(const QByteArray &position) override;
    void expect(const QStringList &externalIds) override;
    [[nodiscard]] EngineResult<Order> read(const QString &externalId) override;
    [[nodiscard]] EngineResult<EngineCancelOutcome> cancel(const Order &order,
                                                           const Cancellation &request) override;
    [[nodiscard]] EffectOutcome execute(const Effect &effect, const Order &order) override;

private:
    [[nodiscard]] Order complete(const VendureOrder &order);

    EngineEnvironment m_environment;
    QString m_source;
    VendureApi m_api;
    VendureRecords m_records;
    VendureFeed m_feed;
};

} // namespace mc::store
