// SPDX-License-Identifier: Apache-2.0
#include "store/engines/engines.h"

#include "store/orderbook/storerepository.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

Q_LOGGING_CATEGORY(lcEngines, "mc.store.engines")

struct EnginesWords {
    Q_DECLARE_TR_FUNCTIONS(mc::store::Engines)
};

bool isSameConnection(const EngineRow &a, const EngineRow &b)
{
    return a.store == b.store && a.type == b.type && a.url == b.url && a.user == b.user
        && a.sealedSecret == b.sealedSecret && a.channel == b.channel;
}

} // namespace

std::optional<EngineConfig> configOf(const EngineRow &row, const Keyring &keyring)
{
    const auto secret = keyring.unseal(EngineSecretPurpose, row.sealedSecret);
    if (!secret)
        return std::nullopt;
    return EngineConfig{.id = row.id,
                        .store = row.store,
                        .type = row.type,
                        .url = QUrl(row.url),
                        .user = row.user,
                        .secret = QString::fromUtf8(*secret),
                        .channel = row.channel};
}

Engines::Engines(Database &database, Processor &processor, const Keyring &keyring, Options options)
    : m_database(database)
    , m_processor(processor)
    , m_keyring(keyring)
    , m_options(options)
    , m_thread([this] { run(); })
{
    m_database.setEngineListener([this](const QString &engine) { wake(engine); });
}

Engines::~Engines()
{
    m_database.setEngineListener({});
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        for (const auto &[id, running] : m_running)
            *running.stop = true; // All at once, so that nobody waits for each in turn.
        m_condition.notify_all();
    }
    m_thread.join();
    for (const auto &[id, running] : m_running)
        m_processor.setConnector(running.row.store, running.row.type, nullptr);
}

void Engines::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        lock.unlock();
        look();
        lock.lock();
        m_condition.wait_for(lock, m_options.lookEvery, [this] { return m_isStopping; });
    }
}

void Engines::wake(const QString &engine)
{
    const std::lock_guard lock(m_mutex);
    if (const auto it = m_running.find(engine); it != m_running.end())
        it->second.sync->wake();
}

QList<EngineRow> Engines::rows()
{
    QList<EngineRow> rows;
    m_database.readAndWait([&rows](Tx &tx) {
        for (const Store &store : StoreRepository(tx).list())
            rows += EngineRepository(tx).list(store.id);
    });
    return rows;
}

void Engines::look()
{
    const QList<EngineRow> wanted = rows();
    std::map<QString, Running> ended;
    QList<EngineRow> added;
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_running.begin(); it != m_running.end();) {
            const bool isKept = std::any_of(wanted.cbegin(), wanted.cend(), [&it](const EngineRow &row) {
                return row.id == it->first && isSameConnection(row, it->second.row);
            });
            if (!isKept)
                *it->second.stop = true;
            const auto current = it++;
            if (!isKept)
                ended.insert(m_running.extract(current));
        }
        std::copy_if(wanted.cbegin(), wanted.cend(), std::back_inserter(added),
                     [this](const EngineRow &row) { return !m_running.contains(row.id); });
    }
    for (const auto &[id, running] : ended)
        m_processor.setConnector(running.row.store, running.row.type, nullptr);
    ended.clear(); // Joins their threads, which must not wait for our lock.
    for (const EngineRow &row : std::as_const(added)) {
        auto running = start(row);
        const std::lock_guard lock(m_mutex);
        if (running && !m_isStopping)
            m_running.emplace(row.id, std::move(*running));
    }
}

std::optional<Engines::Running> Engines::start(const EngineRow &row)
{
    const auto config = configOf(row, m_keyring);
    EngineEnvironment environment;
    auto stop = std::make_shared<std::atomic<bool>>(false);
    environment.stop = stop;
    auto forSync = config ? makeConnector(*config, environment) : nullptr;
    if (!forSync) {
        const QString detail = config
            ? EnginesWords::tr("This version has no connection to engines of this type.")
            : EnginesWords::tr(
                "The stored password does not open with this service's key. Add the engine again.");
        (void)m_database.writeAndWait([&](Tx &tx) {
            EngineRepository(tx).setState(row.store, row.id, EngineRow::State::Denied, detail,
                                          QDateTime::currentDateTimeUtc());
        });
        return std::nullopt;
    }
    qCInfo(lcEngines) << "engine" << row.id << "of type" << row.type << "started";
    m_processor.setConnector(row.store, row.type, makeConnector(*config, environment));
    m_processor.wake();
    Running running{row, stop, nullptr};
    running.sync = std::make_unique<EngineSync>(m_database, row, std::move(forSync), stop, m_options.sync);
    return running;
}

std::unique_ptr<Engines> startEngines(Database &database, Processor &processor, const Keyring &keyring,
                                      Engines::Options options)
{
    return std::make_unique<Engines>(database, processor, keyring, options);
}

} // namespace mc::store
