// SPDX-License-Identifier: Apache-2.0
#include "app/store/storeservice.h"

#include "domain/systemclock.h"
#include "store/orderbook/storerepository.h"
#include "store/pages/customerpages.h"
#include "store/pages/mailboxpages.h"
#include "store/processing/mailexecutor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iterator>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

ProcessorClock processorClock()
{
    ProcessorClock clock;
    clock.now = systemUtcNow;
    return clock;
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
    , m_listener(std::move(listener))
    , m_pages(std::make_shared<PageKit>())
    , m_customers(m_keyring, publicUrl())
    , m_database(std::move(database))
    , m_api(std::make_unique<Api>(*m_database, m_keyring, systemUtcNow))
    , m_router(std::make_unique<Router>(routes(), *m_database, hooks()))
    , m_processor(std::make_unique<Processor>(*m_database, processorClock()))
    , m_maintenance(std::make_unique<Maintenance>(*m_database, systemUtcNow, config.maintenance))
{
    addExecutors();
    m_database->setFeedListener([this](const QString &storeId) {
        m_hub.publish(storeId);
        m_processor->wake();
    });
}

StoreService::~StoreService()
{
    stop();
}

QUrl StoreService::publicUrl() const
{
    return m_config.publicUrl.isEmpty() ? url() : m_config.publicUrl;
}

RouteTable StoreService::routes()
{
    RouteTable table = m_api->routes();
    const auto append = [&table](RouteTable more) {
        std::move(more.begin(), more.end(), std::back_inserter(table));
    };
    append(std::make_shared<CustomerPages>(m_pages, m_customers, CustomerPages::Config{})->routes());
    if (m_config.isDemo)
        append(mailboxRoutes(m_pages));
    return table;
}

RouterHooks StoreService::hooks()
{
    RouterHooks hooks;
    hooks.clock = systemUtcNow;
    hooks.perToken = RouterHooks::tokenRate(m_config.tokenRequests);
    hooks.customer = [customers = m_customers](Tx &tx, const Request &request, const QDateTime &now) {
        return customers.customerOf(request, tx, now);
    };
    hooks.errorPage = [pages = m_pages](const Request &request, int status) {
        return pages->error(request, status);
    };
    return hooks;
}

/// Mail, and refunds and restocks where no engine does them; also of stores that are added while this runs.
void StoreService::addExecutors()
{
    MailExecutor::Config config;
    config.smtpUrl = QUrl(m_config.smtpUrl);
    config.smtpPassword = m_config.smtpPassword;
    config.from = m_config.mailFrom;
    config.publicUrl = publicUrl();
    config.now = systemUtcNow;
    const StoreId every;
    m_processor->setExecutor(every, Effect::Kind::Mail,
                             std::make_shared<MailExecutor>(config, m_keyring, m_pages, *m_database));
    addLedger(every, LedgerExecutor::Bank::None);
    QList<Store> stores;
    m_database->readAndWait([&](Tx &tx) { stores = StoreRepository(tx).list(); });
    for (const Store &store : std::as_const(stores)) {
        if (store.isDemo)
            addLedger(store.id, LedgerExecutor::Bank::Demo);
    }
}

void StoreService::addLedger(const StoreId &store, LedgerExecutor::Bank bank)
{
    const auto ledger = std::make_shared<LedgerExecutor>(*m_database, bank, systemUtcNow);
    m_processor->setExecutor(store, Effect::Kind::Refund, ledger);
    m_processor->setExecutor(store, Effect::Kind::Restock, ledger);
}

void StoreService::start()
{
    m_listener->run(*m_router, m_hub);
    m_processor->start();
    m_maintenance->start();
    m_engines = startEngines(*m_database, *m_processor, m_keyring, m_config.engines);
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
    m_engines.reset(); // Ends calls that wait for an engine, so that the processor can stop.
    m_processor->stop();
    m_maintenance->stop();
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
