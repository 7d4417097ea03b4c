// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/ratelimiter.h"
#include "store/http/route.h"
#include "store/orderbook/database.h"
#include "store/orderbook/enginerepository.h"
#include "store/orderbook/keyring.h"

namespace mc::store {

/**
 * `POST /v1/webhooks/{engine}`: an engine says that something has changed there.
 *
 * Signed as in Standard Webhooks 1.0: HMAC-SHA256 over "id.timestamp.body" with the engine's secret. What the
 * body says about orders is never believed; it only names those that are to be read from the engine at once.
 * Unknown engines and wrong signatures cost and say the same. An event that came before does nothing.
 */
class Webhooks final
{
public:
    using Clock = std::function<QDateTime()>;
    Webhooks(Database &database, Keyring keyring, Clock clock); ///< The database is not owned.
    Q_DISABLE_COPY_MOVE(Webhooks)

    void addRoutes(RouteTable &table);

    static constexpr std::chrono::seconds Tolerance{300}; ///< How far the sender's clock may be off.
    static constexpr qint64 MostBytes = 64 * 1024;
    static constexpr int MostOrders = 100; ///< That one event can name.

private:
    struct Event {
        QString engine;
        QString id;
        QByteArray timestamp;
        QByteArray signatures;
        QByteArray body;
        Reply reply;
    };
    void start(const Request &request, Reply reply);
    [[nodiscard]] bool isSigned(const Event &event, const std::optional<EngineRow> &engine) const;
    void take(const Event &event, const EngineRow &engine);

    Database &m_database;
    const Keyring m_keyring;
    const Clock m_clock;
    const QByteArray m_nobody; ///< A sealed secret that no engine has.
    RateLimiter m_byAddress;
};

/// What a webhook's signature must be: "v1,…".
[[nodiscard]] QByteArray webhookSignature(const QString &secret, const QByteArray &id,
                                          const QByteArray &timestamp, const QByteArray &body);

} // namespace mc::store
