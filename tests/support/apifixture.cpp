// SPDX-License-Identifier: Apache-2.0
#include "tests/support/apifixture.h"

#include "store/orderbook/effectbook.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/staffrepository.h"
#include "store/orderbook/tokenrepository.h"

using namespace Qt::StringLiterals;
using namespace mc::store;

namespace mc::test {

void ApiFixture::open(const QString &engine)
{
    close();
    m_orders.open(engine);
    const auto clock = [] { return QDateTime::currentDateTimeUtc(); };
    ListenerConfig config;
    config.threads = 2; // as the service has on most machines
    auto listener = Listener::open(config);
    if (!listener)
        qFatal("%s", qPrintable(listener.error()));
    m_listener = std::move(*listener);
    auto keyring = Keyring::open(m_keys.path());
    if (!keyring)
        qFatal("%s", qPrintable(keyring.error()));
    m_keyring = std::move(*keyring);
    m_api = std::make_unique<Api>(m_orders.database(), m_keyring, clock);
    RouterHooks hooks;
    hooks.clock = clock;
    hooks.perToken = m_perToken;
    m_router = std::make_unique<Router>(m_api->routes(), m_orders.database(), hooks);
    m_orders.database().setFeedListener([this](const QString &store) { m_hub.publish(store); });
    m_listener->run(*m_router, m_hub);
}

void ApiFixture::close()
{
    if (!m_listener)
        return;
    m_listener->stop();
    m_api->stop();
    m_orders.close();
    m_router.reset();
    m_api.reset();
    m_listener.reset();
    m_other = {};
}

CancellationId ApiFixture::cancellationAwaiting(const QString &step, const OrderId &order)
{
    const bool isUndecided = step == u"accept" || step == u"decline";
    if (isUndecided)
        m_orders.setPolicy({PolicyMode::Ask, 60, 24, false});
    return m_orders.write([&](Orderbook &book, Tx &tx) {
        const CancellationId id = book.requestCancellation(isUndecided ? StoreFixture::customerRequest(order)
                                                                       : StoreFixture::request(order))
                                      .value()
                                      .id;
        if (step == u"close")
            (void)book.reject(id, Rejection::EngineRefused, u"No"_s).value();
        if (step != u"retry" && step != u"confirm")
            return id;
        (void)book.claimDue(1);
        (void)book.succeed(id).value();
        if (step == u"confirm")
            return id;
        EffectBook effects(tx, m_orders.storeId(), m_orders.now);
        for (const ClaimedEffect &claimed : effects.claimDue(10, EffectBook::Which::ButMail)) {
            if (claimed.effect.kind == Effect::Kind::Refund)
                effects.setRefused(claimed.effect, u"No"_s);
        }
        return id;
    });
}

void ApiFixture::addConflict(const OrderId &order)
{
    m_orders.write([&](Orderbook &book, Tx &) {
        const CancellationId id = book.requestCancellation(StoreFixture::request(order)).value().id;
        (void)book.claimDue(1);
        (void)book.succeed(id).value();
        const auto parcel = StoreFixture::shipment(order, ShipmentReport::Kind::Fact);
        return book.recordShipment(parcel, StoreFixture::staff()).value().id;
    });
}

StoreId ApiFixture::anotherStore()
{
    if (!m_other.isValid()) {
        (void)m_orders.database().writeAndWait([this](Tx &tx) {
            Store store;
            store.name = u"Another store"_s;
            m_other = StoreRepository(tx).add(store, QDateTime::currentDateTimeUtc());
        });
    }
    return m_other;
}

HttpProbe::Headers ApiFixture::staff(Role role, bool isOfAnotherStore)
{
    Staff person;
    person.store = isOfAnotherStore ? anotherStore() : m_orders.storeId();
    person.name = u"Kim Larsen"_s;
    person.email = QString(newUuid7() + u"@example.com"_s);
    person.role = role;
    person.passwordHash = u"none"_s; // argon2id takes its time; signing in has tests of its own
    const QString token = Keyring::newToken();
    const auto outcome = m_orders.database().writeAndWait([&](Tx &tx) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        StaffRepository people(tx);
        const auto id = people.add(person, now);
        people.addSession(
            {Keyring::tokenHash(token.toLatin1()), person.store, id.value(), u"test"_s, now, now.addDays(1)});
    });
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().detail));
    return {{"Authorization", "Bearer " + token.toLatin1()}};
}

HttpProbe::Headers ApiFixture::token(const QSet<QString> &scopes)
{
    const QString secret = Keyring::newToken();
    ApiToken token;
    token.store = m_orders.storeId();
    token.name = u"Shop"_s;
    token.scopes = scopes;
    token.tokenHash = Keyring::tokenHash(secret.toLatin1());
    token.createdAt = QDateTime::currentDateTimeUtc();
    (void)m_orders.database().writeAndWait([&](Tx &tx) { TokenRepository(tx).add(token); });
    return {{"Authorization", "Bearer " + secret.toLatin1()}};
}

HttpProbe::Headers ApiFixture::with(HttpProbe::Headers headers, const QByteArray &name,
                                    const QByteArray &value)
{
    headers.append({name, value});
    return headers;
}

HttpProbe::Headers ApiFixture::keyed(const HttpProbe::Headers &headers)
{
    return with(headers, "Idempotency-Key", newUuid7().toLatin1());
}

} // namespace mc::test
