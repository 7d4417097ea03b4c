// SPDX-License-Identifier: Apache-2.0
#include "store/api/api.h"

#include "store/api/changescache.h"
#include "store/api/importer.h"
#include "store/api/signin.h"
#include "store/api/webhooks.h"

namespace mc::store {

Api::Api(Database &database, const Keyring &keyring, Clock clock)
    : m_signIn(std::make_unique<SignIn>(database, clock))
    , m_importer(std::make_unique<Importer>(database, clock))
    , m_webhooks(std::make_unique<Webhooks>(database, keyring, clock))
    , m_changes(std::make_shared<ChangesCache>())
{
}

Api::~Api() = default;

RouteTable Api::routes()
{
    RouteTable table;
    m_signIn->addRoutes(table);
    addSessionRoutes(table);
    addStoreRoutes(table);
    addOrderRoutes(table);
    addCancellationRoutes(table);
    addFeedRoutes(table, m_changes);
    addHashRoutes(table);
    m_importer->addRoutes(table);
    m_webhooks->addRoutes(table);
    return table;
}

void Api::stop()
{
    m_signIn->stop();
    m_importer->stop();
}

} // namespace mc::store
