// SPDX-License-Identifier: Apache-2.0
#include "store/engines/vendure/vendureconnector.h"

#include "store/engines/vendure/vendurecancel.h"
#include "store/engines/vendure/vendurerefund.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

const QString Probe =
    uR"({ activeChannel { code } orders(options: {take: 1, filter: {orderPlacedAt: {isNull: false}}}) {
  totalItems } })"_s;

HttpClient::Limits limitsOf(const EngineEnvironment &environment)
{
    HttpClient::Limits limits;
    limits.total = environment.timeLimit;
    limits.connect = std::min(limits.connect, environment.timeLimit);
    return limits;
}

} // namespace

VendureConnector::VendureConnector(const EngineConfig &config, EngineEnvironment environment)
    : m_environment(std::move(environment))
    , m_source(config.type)
    , m_api(config, limitsOf(m_environment), m_environment.stop)
    , m_records(m_api)
    , m_feed(m_api, m_environment)
{
}

EngineResult<QString> VendureConnector::test()
{
    if (auto signedIn = m_api.signIn(); !signedIn)
        return tl::unexpected(signedIn.error());
    const auto data = m_api.call(Probe, {});
    if (!data)
        return tl::unexpected(data.error());
    const int orders = data->value("orders"_L1).toObject()["totalItems"_L1].toInt();
    const QString channel = data->value("activeChannel"_L1).toObject()["code"_L1].toString();
    //: %1 name of a sales channel in Vendure, %n number of orders there
    return tr("Signed in to Vendure, channel %1, %n order(s).", nullptr, orders)
        .arg(cleanEngineText(channel, 100));
}

EngineResult<EnginePage> VendureConnector::pull(const QByteArray &position)
{
    auto page = m_feed.pull(position);
    if (page) {
        for (Order &order : page->orders)
            order.source = m_source;
    }
    return page;
}

void VendureConnector::expect(const QStringList &externalIds)
{
    for (const QString &id : externalIds)
        m_environment.touched->add(id);
}

Order VendureConnector::complete(const VendureOrder &order)
{
    Order result = toOrder(order);
    result.source = m_source;
    result.version = m_environment.nowMs();
    return result;
}

EngineResult<Order> VendureConnector::read(const QString &externalId)
{
    m_environment.touched->add(externalId);
    const auto order = m_records.read(externalId);
    if (!order)
        return tl::unexpected(order.error());
    return complete(*order);
}

EngineResult<EngineCancelOutcome> VendureConnector::cancel(const Order &order, const Cancellation &request)
{
    m_environment.touched->add(order.externalId);
    const auto outcome = VendureCancel(m_records, m_environment.nowMs()).run(order, request);
    m_environment.touched->add(order.externalId);
    if (!outcome)
        return tl::unexpected(outcome.error());
    return EngineCancelOutcome{outcome->kind, outcome->detail,
                               outcome->order.id.isEmpty() ? order : complete(outcome->order)};
}

EffectOutcome VendureConnector::execute(const Effect &effect, const Order &order)
{
    VendureRefunding refunding(m_records);
    switch (effect.kind) {
    case Effect::Kind::Refund: {
        const EffectOutcome outcome = refunding.refund(effect, order.externalId);
        m_environment.touched->add(order.externalId);
        return outcome;
    }
    case Effect::Kind::Restock:
        return refunding.restock(order.externalId);
    case Effect::Kind::Mail:
        break;
    }
    return {EffectOutcome::Kind::Refused, tr("Vendure sends no mail for the store.")};
}

} // namespace mc::store
