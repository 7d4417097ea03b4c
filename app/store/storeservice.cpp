// SPDX-License-Identifier: Apache-2.0
#include "app/store/storeservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QDateTime systemClock()
{
    return QDateTime::currentDateTimeUtc();
}

QString accessWord(Access access)
{
    switch (access) {
    case Access::Public:
        return u"public"_s;
    case Access::Customer:
        return u"customer"_s;
    case Access::StaffRead:
        return u"staff-read"_s;
    case Access::StaffCancel:
        return u"staff-cancel"_s;
    case Access::StaffDecide:
        return u"staff-decide"_s;
    case Access::StaffAdminister:
        return u"staff-administer"_s;
    case Access::ShopWrite:
        return u"shop-write"_s;
    case Access::WarehouseWrite:
        return u"warehouse-write"_s;
    case Access::EngineSignature:
        return u"engine-signature"_s;
    }
    return {};
}

} // namespace

tl::expected<std::unique_ptr<StoreService>, QString>
StoreService::open(const ServiceConfig &config, Keyring keyring, std::unique_ptr<Database> database)
{
    auto listener = Listener::open(config.listener);
    if (!listener)
        return tl::unexpected(listener.error());
    return std::unique_ptr<StoreService>(
        new StoreService(config, std::move(keyring), std::move(database), std::move(*listener)));
}

StoreService::StoreService(const ServiceConfig &config, Keyring keyring, std::unique_ptr<Database> database,
                           std::unique_ptr<Listener> listener)
    : m_config(config)
    , m_keyring(std::move(keyring))
    , m_database(std::move(database))
    , m_api(std::make_unique<Api>(*m_database, systemClock))
    , m_listener(std::move(listener))
{
    m_router = std::make_unique<Router>(routes(), *m_database, hooks());
    m_database->setFeedListener([this](const QString &storeId) { m_hub.publish(storeId); });
}

StoreService::~StoreService()
{
    stop();
}

RouteTable StoreService::routes()
{
    return m_api->routes();
}

RouterHooks StoreService::hooks()
{
    RouterHooks hooks;
    hooks.clock = systemClock;
    return hooks;
}

void StoreService::start()
{
    m_listener->run(*m_router, m_hub);
}

QUrl StoreService::url() const
{
    QUrl url;
    url.setScheme(m_config.listener.tlsCertificateFile.isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(m_config.listener.address);
    url.setPort(m_listener->port());
    return url;
}

void StoreService::stop()
{
    m_listener->stop();
    m_api->stop();
    m_database.reset();
}

QByteArray routesAsJson(const RouteTable &routes)
{
    QJsonArray array;
    for (const Route &route : routes) {
        array.append(QJsonObject{{u"method"_s, QString::fromLatin1(route.method)},
                                 {u"path"_s, route.pattern},
                                 {u"access"_s, accessWord(route.access)},
                                 {u"needsIdempotencyKey"_s, route.needsIdempotencyKey},
                                 {u"bodyLimit"_s, route.bodyLimit},
                                 {u"contentType"_s, QString::fromLatin1(route.contentType)},
                                 {u"isPage"_s, route.isPage}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

} // namespace mc::store
