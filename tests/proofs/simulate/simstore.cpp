// SPDX-License-Identifier: Apache-2.0
#include "simstore.h"

#include "domain/orderjson.h"
#include "store/api/api.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/migrations.h"
#include "store/orderbook/staffrepository.h"
#include "store/orderbook/statement.h"
#include "store/orderbook/storerepository.h"
#include "store/orderbook/tokenrepository.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::sim {

using namespace mc::store;

struct SimStore::Process {
    Process(SimClock &clock, Dice &dice, SimDatabase &database)
        : processor(database, clockOf(clock, dice))
    {
        RouteTable table;
        addStoreRoutes(table);
        addOrderRoutes(table);
        addCancellationRoutes(table);
        addFeedRoutes(table, std::make_shared<ChangesCache>());
        RouterHooks hooks;
        hooks.clock = [&clock] { return clock.now(); };
        router = std::make_unique<Router>(std::move(table), database, hooks);
    }
    static ProcessorClock clockOf(SimClock &clock, Dice &dice)
    {
        ProcessorClock result;
        result.now = [&clock] { return clock.now(); };
        result.jitter = [&dice] { return dice.fraction(); };
        result.longestBackOff = 8s; // an engine's quarter of an hour would only make worlds longer
        return result;
    }

    std::unique_ptr<Router> router;
    Processor processor;
};

QByteArray Cast::staffToken(int index)
{
    return "staff-token-of-person-" + QByteArray::number(index);
}

QByteArray Cast::shopToken()
{
    return "api-token-of-the-shop-and-warehouse";
}

Cast makeStoreFile(const QString &file)
{
    Cast cast;
    Connection connection({file, {}}, Connection::Access::ReadWrite);
    if (!connection.open() || !migrate(connection))
        qFatal("the store's file could not be made");
    SimDatabase database(file);
    const auto written = database.writeAndWait([&](Tx &tx) {
        const QDateTime now = SimClock().now();
        Store store;
        store.name = u"Simulated shop"_s;
        cast.store = StoreRepository(tx).add(store, now);
        StaffRepository people(tx);
        for (int i = 0; i < Cast::Staff; ++i) {
            Staff person;
            person.store = cast.store;
            person.name = u"Person %1"_s.arg(i);
            person.email = u"person%1@example.com"_s.arg(i);
            person.role = i == 0 ? Role::Owner : Role::Support;
            person.passwordHash = u"none"_s;
            cast.staff.append(people.add(person, now).value());
            people.addSession({Keyring::tokenHash(Cast::staffToken(i)), cast.store, cast.staff.last(),
                               u"simulated"_s, now, now.addDays(30)});
        }
        ApiToken token;
        token.store = cast.store;
        token.name = u"Shop"_s;
        token.scopes = {u"orders:write"_s, u"shipments:write"_s};
        token.tokenHash = Keyring::tokenHash(Cast::shopToken());
        token.createdAt = now;
        (void)TokenRepository(tx).add(token);
    });
    if (!written)
        qFatal("the store's file could not be filled: %s", qPrintable(written.error().detail));
    (void)connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return cast;
}

SimStore::SimStore(SimClock &clock, Outside &outside, Dice dice, const Cast &cast, QString file)
    : m_clock(clock)
    , m_outside(outside)
    , m_dice(dice)
    , m_cast(cast)
    , m_file(std::move(file))
{
}

SimStore::~SimStore()
{
    m_process.reset();
    m_database.reset();
}

void SimStore::start()
{
    if (m_database)
        return;
    ++m_life;
    m_isDying = false;
    m_clock.note("store starts");
    m_database = std::make_unique<SimDatabase>(m_file);
    m_process = std::make_unique<Process>(m_clock, m_dice, *m_database);
    for (const auto kind : {Effect::Kind::Refund, Effect::Kind::Restock, Effect::Kind::Mail})
        m_process->processor.setExecutor(StoreId(), kind, executorOf(m_outside, kind));
    m_process->processor.setConnector(m_cast.store, u"simulated"_s, connectorOf(m_outside));
    m_database->setFeedListener([this](const QString &) { onFeed(); });
    wake(Processor::Lane::Decisions, 1ms);
    wake(Processor::Lane::Mail, 1ms);
}

void SimStore::kill()
{
    if (!m_database)
        return;
    m_database->die();
    bury();
}

void SimStore::killAtWrite(int nth, SimDatabase::Moment moment, Millis downFor)
{
    if (!isUp())
        return;
    m_downFor = downFor;
    m_database->dieAt(nth, moment, [this] {
        if (std::exchange(m_isDying, true))
            return;
        // Whoever called is still on the stack; what it says from now on is not heard.
        m_clock.after(0ms, [this, life = m_life] {
            if (life != m_life)
                return;
            bury();
            m_clock.after(m_downFor, [this] { start(); });
        });
    });
}

void SimStore::spare()
{
    m_downFor = 0ms;
    if (m_database && !m_isDying)
        m_database->dieAt(0, SimDatabase::Moment::BeforeCommit, nullptr);
}

void SimStore::bury()
{
    m_clock.note("store has died");
    for (SimClock::Id &lane : m_lanes)
        m_clock.cancel(std::exchange(lane, 0));
    ++m_life;
    m_process.reset();
    m_database.reset();
    const auto subscribers = std::exchange(m_subscribers, {});
    for (const auto &[id, wake] : subscribers)
        wake(false);
}

void SimStore::keepBackup()
{
    if (!isUp())
        return;
    const QString copy = m_file + u".backup"_s;
    QFile::remove(copy);
    m_hasBackup = m_database->backUpTo(copy).has_value();
}

void SimStore::restoreBackup()
{
    kill();
    m_clock.note("store is restored");
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_file + ending);
    QFile::copy(m_file + u".backup"_s, m_file);
    SimDatabase database(m_file);
    (void)database.writeAndWait([this](Tx &tx) {
        Statement epoch(tx, u"UPDATE feed SET epoch = :epoch"_s);
        epoch.bind(":epoch"_L1, QString::number(m_dice.next(), 36)).run();
    });
}

void SimStore::onFeed()
{
    const auto publish = [this, life = m_life] {
        if (life != m_life)
            return;
        const auto subscribers = m_subscribers;
        for (const auto &[id, wake] : subscribers)
            wake(true);
    };
    m_clock.after(0ms, publish);
    wake(Processor::Lane::Decisions, 1ms);
    wake(Processor::Lane::Mail, 1ms);
}

void SimStore::wake(Processor::Lane lane, Millis in)
{
    SimClock::Id &alarm = m_lanes.at(static_cast<std::size_t>(lane));
    m_clock.cancel(alarm);
    alarm = m_clock.after(in, [this, lane] { work(lane); });
}

void SimStore::work(Processor::Lane lane)
{
    if (!isUp())
        return;
    const auto due = m_process->processor.runOnce(lane);
    if (!isUp())
        return;
    const qint64 left = due ? m_clock.now().msecsTo(*due) : 30'000;
    wake(lane, left > 0 ? Millis(std::min<qint64>(left, 30'000)) : 2'000ms);
}

void SimStore::pullEngine()
{
    if (!isUp())
        return;
    const auto page = m_outside.pull(m_enginePosition);
    if (!page || page->orders.isEmpty())
        return;
    const bool isKept = write([&page](Orderbook &book, Tx &) {
        for (const Order &order : page->orders)
            (void)book.mergeOrder(order, {RequestedBy::Merchant, u"engine"_s, u"Engine"_s}, false);
    });
    if (isKept)
        m_enginePosition = page->position;
}

void SimStore::handle(Request request, std::function<void(Response)> reply)
{
    const auto limit = m_process->router->admit(request);
    if (!limit) {
        reply(limit.error());
        return;
    }
    m_process->router->handle(std::move(request),
                              [reply = std::move(reply)](const Response &response) { reply(response); });
}

std::optional<QByteArray> SimStore::produce(const BodySource &source)
{
    std::optional<QByteArray> piece;
    m_process->router->produce(source, [&piece](std::optional<QByteArray> made) { piece = std::move(made); });
    return piece;
}

quint64 SimStore::subscribe(std::function<void(bool)> wake)
{
    m_subscribers.emplace(++m_lastSubscription, std::move(wake));
    return m_lastSubscription;
}

bool SimStore::write(const std::function<void(Orderbook &, Tx &)> &job)
{
    if (!isUp())
        return false;
    const auto outcome = m_database->writeAndWait([&](Tx &tx) {
        Orderbook book(tx, m_cast.store, m_clock.now());
        job(book, tx);
    });
    return outcome && *outcome == CommitOutcome::Committed;
}

void SimStore::read(const std::function<void(Orderbook &, Tx &)> &job)
{
    if (!isUp())
        return;
    m_database->read([&](Tx &tx) {
        Orderbook book(tx, m_cast.store, m_clock.now());
        job(book, tx);
    });
}

QList<Order> SimStore::orders()
{
    QList<Order> list;
    read([&list](Orderbook &book, Tx &) {
        const SnapshotPage page = book.snapshot({}, 10'000);
        for (const QByteArray &document : page.orders) {
            if (auto order = orderFromBytes(document))
                list.append(std::move(*order));
        }
    });
    return list;
}

bool SimStore::isAtRest()
{
    bool isBusy = true;
    read([&isBusy](Orderbook &, Tx &tx) {
        Statement open(tx,
                       u"SELECT (SELECT COUNT(*) FROM effect WHERE state IN ('due', 'running')) + "
                       "(SELECT COUNT(*) FROM cancellation WHERE state IN ('requested', 'processing') AND "
                       "needs_decision = 0)"_s);
        isBusy = !open.first() || open.number(0) > 0;
    });
    return !isBusy;
}

QHash<QString, qint64> SimStore::versions()
{
    QHash<QString, qint64> result;
    read([&result](Orderbook &, Tx &tx) {
        Statement rows(tx, u"SELECT id, version FROM orders"_s);
        for (bool more = rows.first(); more; more = rows.next())
            result.insert(rows.text(0), rows.number(1));
    });
    return result;
}

} // namespace mc::sim
