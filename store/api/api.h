// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/route.h"
#include "store/orderbook/database.h"
#include "store/orderbook/keyring.h"

#include <memory>

namespace mc::store {

class ChangesCache;
class Importer;
class SignIn;
class Webhooks;

/**
 * Version 1 of the store's API: its routes and what they need for longer than a request.
 *
 * The database is not owned. It must be destroyed before this, because its jobs use it; the workers inside
 * end at stop().
 */
class Api final
{
public:
    using Clock = std::function<QDateTime()>;

    Api(Database &database, const Keyring &keyring, Clock clock);
    ~Api();
    Q_DISABLE_COPY_MOVE(Api)

    [[nodiscard]] RouteTable routes();
    void stop(); ///< Finishes what was accepted (imports, sign-ins); while the database still works.

private:
    const std::unique_ptr<SignIn> m_signIn;
    const std::unique_ptr<Importer> m_importer;
    const std::unique_ptr<Webhooks> m_webhooks;
    const std::shared_ptr<ChangesCache> m_changes;
};

// The parts of the table, one subject each.
void addStoreRoutes(RouteTable &table);
void addSessionRoutes(RouteTable &table);
void addOrderRoutes(RouteTable &table);
void addCancellationRoutes(RouteTable &table);
void addHashRoutes(RouteTable &table);
void addFeedRoutes(RouteTable &table, const std::shared_ptr<ChangesCache> &cache);

} // namespace mc::store
