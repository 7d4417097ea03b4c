// SPDX-License-Identifier: Apache-2.0
#include "tests/proofs/feed/feedstore.h"

#include "store/orderbook/keyring.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/statement.h"
#include "store/orderbook/storerepository.h"
#include "store/orderbook/tokenrepository.h"

using namespace Qt::StringLiterals;
using namespace mc::store;

namespace mc::proof {
namespace {

QDateTime systemClock()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

bool FeedStore::open(const Database::Config &config)
{
    auto opened = Database::open(config);
    if (!opened) {
        qWarning("the database did not open: %s", qPrintable(opened.error().detail));
        return false;
    }
    ListenerConfig listen;
    listen.port = m_port;
    auto listener = Listener::open(listen);
    if (!listener) {
        qWarning("%s", qPrintable(listener.error()));
        return false;
    }
    auto keyring = Keyring::open(m_folder.path());
    if (!keyring) {
        qWarning("%s", qPrintable(keyring.error()));
        return false;
    }
    m_keyring = std::move(*keyring);
    m_database = std::move(*opened);
    m_listener = std::move(*listener);
    m_port = m_listener->port();
    m_api = std::make_unique<Api>(*m_database, m_keyring, systemClock);
    RouterHooks hooks;
    hooks.clock = systemClock;
    m_router = std::make_unique<Router>(m_api->routes(), *m_database, hooks);
    m_database->setFeedListener([this](const QString &store) { m_hub.publish(store); });
    m_listener->run(*m_router, m_hub);
    return true;
}

void FeedStore::close()
{
    if (!m_listener)
        return;
    m_listener->stop();
    m_api->stop();
    m_database.reset();
    m_router.reset();
    m_api.reset();
    m_listener.reset();
}

FeedIdentity FeedStore::addStore()
{
    FeedIdentity who;
    const QString secret = Keyring::newToken();
    who.reader = {{"Authorization", "Bearer " + secret.toLatin1()}};
    const auto written = m_database->writeAndWait([&](Tx &tx) {
        Store one;
        one.name = u"Feed"_s;
        who.store = StoreRepository(tx).add(one, systemClock());
        ApiToken token;
        token.store = who.store;
        token.name = u"reader"_s;
        token.scopes = {u"orders:read"_s};
        token.tokenHash = Keyring::tokenHash(secret.toLatin1());
        token.createdAt = systemClock();
        TokenRepository(tx).add(token);
    });
    if (!written)
        qFatal("no store: %s", qPrintable(written.error().detail));
    return who;
}

QByteArray FeedStore::cursor(const FeedIdentity &who)
{
    QByteArray cursor;
    m_database->readAndWait([&](Tx &tx) { cursor = Orderbook(tx, who.store, systemClock()).cursor(); });
    return cursor;
}

QHash<QString, qint64> FeedStore::versions(const FeedIdentity &who)
{
    QHash<QString, qint64> versions;
    m_database->readAndWait([&](Tx &tx) {
        Statement rows(tx, u"SELECT id, version FROM orders WHERE store_id = :store"_s);
        rows.bind(":store"_L1, who.store);
        for (bool more = rows.first(); more; more = rows.next())
            versions.insert(rows.text(0), rows.number(1));
    });
    return versions;
}

} // namespace mc::proof
