// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/api/api.h"
#include "store/http/eventhub.h"
#include "store/http/listener.h"
#include "store/http/router.h"
#include "store/orderbook/database.h"
#include "store/orderbook/keyring.h"
#include "tests/support/httpprobe.h"

#include <QHash>
#include <QTemporaryDir>

namespace mc::proof {

/// The store whose feed is read; tokens are rows of its database, so they survive restarts and restores.
struct FeedIdentity {
    StoreId store;
    test::HttpProbe::Headers reader; ///< May read.
};

/// What a service is for a reader: one database behind one listener, on the same port after each start.
class FeedStore final
{
    Q_DISABLE_COPY_MOVE(FeedStore)

public:
    FeedStore() = default;
    ~FeedStore() { close(); }

    [[nodiscard]] bool open(const store::Database::Config &config);
    void close();
    [[nodiscard]] store::Database &database() { return *m_database; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] FeedIdentity addStore();

    /// Where the feed ends, and the version of every order.
    [[nodiscard]] QByteArray cursor(const FeedIdentity &who);
    [[nodiscard]] QHash<QString, qint64> versions(const FeedIdentity &who);

private:
    quint16 m_port = 0;
    QTemporaryDir m_folder; ///< For the key.
    store::Keyring m_keyring;
    store::EventHub m_hub;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Listener> m_listener;
    std::unique_ptr<store::Api> m_api;
    std::unique_ptr<store::Router> m_router;
};

} // namespace mc::proof
