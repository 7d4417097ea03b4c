// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/storecalls.h"
#include "orders/liveconsole.h"
#include "tests/support/storeprocess.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// The whole console without its windows against a real merchant-store: what its tests share.
namespace mc::test {

inline constexpr int Orders = 60;
inline constexpr int Patience = 30'000;

// Outlives the services of one test, as a keychain outlives a process.
class SharedSecrets final : public SecretStore
{
public:
    explicit SharedSecrets(MemorySecretStore &shared)
        : m_shared(shared)
    {
    }
    void read(const QString &key, QObject *context, std::function<void(QByteArray)> then) override
    {
        m_shared.read(key, context, std::move(then));
    }
    void write(const QString &key, const QByteArray &secret, QObject *context,
               std::function<void(bool)> then) override
    {
        m_shared.write(key, secret, context, std::move(then));
    }
    void remove(const QString &key) override { m_shared.remove(key); }

private:
    MemorySecretStore &m_shared;
};

inline SyncTiming quick()
{
    using std::chrono::milliseconds;
    SyncTiming timing;
    timing.retryFirst = milliseconds(100);
    timing.retryLongest = milliseconds(500);
    timing.feed.poll = milliseconds(1000);
    timing.feed.streamRetryFirst = milliseconds(100);
    timing.feed.streamRetryLongest = milliseconds(500);
    return timing;
}

inline std::unique_ptr<ConsoleService> makeConsole(const QString &folder, MemorySecretStore &secrets)
{
    auto console = makeLiveConsoleService({{folder, folder}, QLocale::c(), quick()},
                                          std::make_unique<SharedSecrets>(secrets));
    console->setUndoTime(std::chrono::seconds(0));
    OrderQuery all;
    all.period = OrderQuery::Period::All;
    console->setQuery(all);
    return console;
}

inline OrderRow rowAt(ConsoleService &console, int row)
{
    return console.orders().index(row, 0).data(OrderRowRole).value<OrderRow>();
}

// The first order that can be cancelled; an empty id while its page is still being read.
inline OrderRow cancellable(ConsoleService &console)
{
    for (int row = 0; row < console.orders().rowCount(); ++row) {
        const OrderRow one = rowAt(console, row);
        if (one.isLoaded && one.obstacle == CancelObstacle::None)
            return one;
    }
    return {};
}

inline bool isOnline(const ConsoleService &console)
{
    return console.syncStatus().link == SyncStatus::Link::Online;
}

inline CancelCommand cancel(const OrderRow &row)
{
    CancelCommand command;
    command.orders = {row.id};
    command.reasonCode = QStringLiteral("ordered_by_mistake");
    command.comments = QStringLiteral("<b>two & one</b>");
    return command;
}

/// A store with sample orders, consoles that sign in to it, and what the store itself says.
class RealStore : public QObject
{
    Q_DISABLE_COPY_MOVE(RealStore)
protected:
    RealStore() = default;
    void start();
    void stop();
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] bool startAgain() { return m_store->start(path("store"), Orders, QStringLiteral("0.5")); }
    void signIn(ConsoleService &console, bool isRemembered = true);
    static void shutDown(std::unique_ptr<ConsoleService> &console);
    [[nodiscard]] Order storeOrder(const OrderId &id);
    [[nodiscard]] QByteArray token();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreProcess> m_store;
    MemorySecretStore m_secrets;
    QNetworkAccessManager m_network;
};

inline void RealStore::start()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_store =
        std::make_unique<StoreProcess>(qEnvironmentVariable("MERCHANT_STORE", QStringLiteral(MC_STORE)));
    QVERIFY(startAgain());
}

inline void RealStore::stop()
{
    m_store.reset();
    m_folder.reset();
}

inline void RealStore::signIn(ConsoleService &console, bool isRemembered)
{
    QSignalSpy signedIn(&console, &ConsoleService::signedIn);
    console.signIn(m_store->url, m_store->email, m_store->password, isRemembered);
    QVERIFY(signedIn.wait(Patience));
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(console), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.orders().rowCount(), Orders, Patience);
}

inline void RealStore::shutDown(std::unique_ptr<ConsoleService> &console)
{
    QSignalSpy finished(console.get(), &ConsoleService::shutDownFinished);
    console->shutDown();
    QVERIFY(finished.wait(Patience));
    console.reset();
}

inline QByteArray RealStore::token()
{
    const Transport transport(m_network, m_store->url);
    SignIn call(transport, m_store->email, m_store->password, QStringLiteral("test"), nullptr);
    QByteArray token;
    connect(&call, &SignIn::finished, this, [&token](const NetResult<SignedSession> &outcome) {
        token = outcome ? outcome->token : QByteArray("refused");
    });
    call.start();
    (void)QTest::qWaitFor([&token] { return !token.isEmpty(); }, Patience);
    return token;
}

// As the store has it, asked over a connection of the test's own.
inline Order RealStore::storeOrder(const OrderId &id)
{
    Transport transport(m_network, m_store->url);
    transport.setToken(token());
    HttpCall call(transport, "GET", transport.request("/v1/orders/" + pathPart(id.toString())), {}, nullptr);
    std::optional<Order> order;
    connect(&call, &HttpCall::finished, this, [&order](const NetResult<HttpAnswer> &outcome) {
        order = outcome ? orderFromBytes(outcome->body).value_or(Order()) : Order();
    });
    call.start();
    (void)QTest::qWaitFor([&order] { return order.has_value(); }, Patience);
    return order.value_or(Order());
}

} // namespace mc::test
