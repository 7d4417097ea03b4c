// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/api/api.h"
#include "store/http/eventhub.h"
#include "store/http/listener.h"
#include "store/http/router.h"
#include "tests/support/httpprobe.h"
#include "tests/support/storefixture.h"

#include <atomic>

namespace mc::test {

/// The API on a real listener with a real database, and people who may use it.
class ApiFixture final
{
    Q_DISABLE_COPY_MOVE(ApiFixture)

public:
    ApiFixture() = default;
    ~ApiFixture() { close(); }

    void open(const QString &engine); ///< "sqlite" or "postgres"
    /// Before open(): what each token may do.
    void limitTokens(const store::RateLimiter::Rate &rate) { m_perToken = rate; }
    void close();

    [[nodiscard]] HttpProbe probe() const { return HttpProbe(m_listener->port()); }
    [[nodiscard]] const store::RouteTable &routes() const { return m_router->routes(); }
    [[nodiscard]] StoreFixture &orders() { return m_orders; }
    [[nodiscard]] const store::Keyring &keyring() const { return m_keyring; }

    /// "Authorization" of somebody new with that role, in this store or in another one.
    [[nodiscard]] HttpProbe::Headers staff(Role role, bool isOfAnotherStore = false);
    [[nodiscard]] HttpProbe::Headers token(const QSet<QString> &scopes);
    [[nodiscard]] static HttpProbe::Headers with(HttpProbe::Headers headers, const QByteArray &name,
                                                 const QByteArray &value);
    [[nodiscard]] static HttpProbe::Headers typed(const HttpProbe::Headers &headers, const QByteArray &type)
    {
        return with(headers, "Content-Type", type);
    }
    /// with() a fresh Idempotency-Key.
    [[nodiscard]] static HttpProbe::Headers keyed(const HttpProbe::Headers &headers);

    /// A cancellation of the order that waits for "accept", "decline", "close", "retry" or "confirm".
    [[nodiscard]] CancellationId cancellationAwaiting(const QString &step, const OrderId &order);
    /// The order is cancelled, and then a parcel of it turns up.
    void addConflict(const OrderId &order);

private:
    [[nodiscard]] StoreId anotherStore();

    store::RateLimiter::Rate m_perToken = store::RouterHooks().perToken;
    StoreFixture m_orders;
    QTemporaryDir m_keys;
    store::Keyring m_keyring;
    store::EventHub m_hub;
    std::unique_ptr<store::Listener> m_listener;
    std::unique_ptr<store::Api> m_api;
    std::unique_ptr<store::Router> m_router;
    StoreId m_other;
};

} // namespace mc::test
