// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/api/api.h"
#include "store/engines/engines.h"
#include "store/http/eventhub.h"
#include "store/http/listener.h"
#include "store/http/router.h"
#include "store/orderbook/keyring.h"
#include "store/pages/customersession.h"
#include "store/pages/pagekit.h"
#include "store/processing/ledgerexecutor.h"
#include "store/processing/maintenance.h"
#include "store/processing/processor.h"

#include <QUrl>

#include <memory>

namespace mc::store {

/// Everything that `serve` was told.
struct ServiceConfig {
    ListenerConfig listener;
    QUrl publicUrl; ///< How customers reach the store; empty: the listener's own address.
    QString smtpUrl;
    QString smtpPassword;
    QString mailFrom;
    Engines::Options engines;
    Maintenance::Options maintenance;
    int tokenRequests = RouterHooks::DefaultTokenRequests; ///< A second, for each session and API token.
    bool isDemo = false;
};

/**
 * The running service: database, workers, routes and listener, put together.
 *
 * Lives in the main thread. stop() ends everything in the order in which it depends on each other;
 * destruction does the same.
 */
class StoreService final
{
public:
    /// Binds, so that an address in use is noticed before anything else happens. The error is for people.
    [[nodiscard]] static tl::expected<std::unique_ptr<StoreService>, QString>
    open(const ServiceConfig &config, Keyring keyring, std::unique_ptr<Database> database);
    ~StoreService();
    Q_DISABLE_COPY_MOVE(StoreService)

    void start();
    [[nodiscard]] QUrl url() const; ///< Of the listener.
    [[nodiscard]] const RouteTable &routeTable() const { return m_router->routes(); }
    void stop();

private:
    StoreService(const ServiceConfig &config, Keyring keyring, std::unique_ptr<Database> database,
                 std::unique_ptr<Listener> listener);
    [[nodiscard]] QUrl publicUrl() const;
    [[nodiscard]] RouteTable routes();
    [[nodiscard]] RouterHooks hooks();
    void addExecutors();
    void addLedger(const StoreId &store, LedgerExecutor::Bank bank);

    const ServiceConfig m_config;
    const Keyring m_keyring;
    EventHub m_hub;
    std::unique_ptr<Listener> m_listener;
    const std::shared_ptr<const PageKit> m_pages;
    const CustomerSessions m_customers;
    std::unique_ptr<Database> m_database; ///< Ended by stop(), because its jobs use the rest.
    std::unique_ptr<Api> m_api;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<Processor> m_processor;
    std::unique_ptr<Maintenance> m_maintenance;
    std::unique_ptr<Engines> m_engines; ///< From start() to stop().
};

/// For `routes --json` and the check of the API's contract.
[[nodiscard]] QByteArray routesAsJson(const RouteTable &routes);

} // namespace mc::store
