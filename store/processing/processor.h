// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/shortenedtime.h"
#include "store/engines/connector.h"
#include "store/orderbook/database.h"
#include "store/orderbook/effectbook.h"
#include "store/orderbook/orderbook.h"

#include <QHash>

#include <array>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace mc::store {

/// What the processor needs to know about time, so that tests and the simulator can make it.
struct ProcessorClock {
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    std::function<double()> jitter; ///< 0 … 1; empty: a random number.
    std::chrono::milliseconds firstBackOff = shortened(std::chrono::seconds(2));
    std::chrono::milliseconds longestBackOff = shortened(std::chrono::minutes(15));
    std::chrono::milliseconds idle =
        shortened(std::chrono::seconds(30)); ///< Looks at least this often: a wake-up may get lost.
};

/**
 * The store's worker: brings requests to their outcome and executes what the store owes.
 *
 * Two lanes, each a thread: one decides, refunds and restocks; one sends mail. Everything that it knows is in
 * the database, so it may die at any moment and several processes may work on one database. Orders of an
 * engine are decided by that engine; an engine that cannot be reached postpones them, it never cancels them
 * here alone. Thread-safe; executors and connectors are called from one thread at a time each.
 */
class Processor final
{
    Q_DISABLE_COPY_MOVE(Processor)

public:
    enum class Lane : quint8 { Decisions, Mail };

    /// The database has to outlive this object.
    explicit Processor(Database &database, ProcessorClock clock = {});
    ~Processor();

    /// Who sends a store's mail, or refunds and restocks where no engine does. An invalid id: for all stores
    /// that have nobody of their own, also those that are added later.
    void setExecutor(const StoreId &store, Effect::Kind kind, std::shared_ptr<EffectExecutor> executor);
    /// Who cancels, refunds and restocks the orders of one source ("vendure"); null takes it away.
    void setConnector(const StoreId &store, const QString &source,
                      std::shared_ptr<EngineConnector> connector);

    void start();
    void stop(); ///< Finishes the step at hand.
    /// Something may be due. Call it from the database's feed listener.
    void wake();

    /// Does all that is due in the calling thread; for tests and the simulator, instead of start(). Returns
    /// when something will be due.
    std::optional<QDateTime> runOnce(Lane lane);

    /// 0 for the first attempt: doubles up to the limit, each half to one and a half of it.
    [[nodiscard]] std::chrono::milliseconds backOff(int attempts) const;

private:
    void loop(Lane lane);
    [[nodiscard]] std::vector<StoreId> stores() const;
    [[nodiscard]] std::optional<QDateTime> nextDue(const StoreId &store, Lane lane) const;
    bool settleAll(const StoreId &store);
    bool decide(const StoreId &store);
    void decideOne(const StoreId &store, const Order &order, const CancellationId &id);
    void settle(const StoreId &store, const Order &order, const CancellationId &id,
                const EngineResult<EngineCancelOutcome> &outcome);
    bool execute(const StoreId &store, EffectBook::Which which);
    void executeOne(const ClaimedEffect &claimed);
    [[nodiscard]] EffectOutcome outcomeOf(const ClaimedEffect &claimed);
    [[nodiscard]] std::shared_ptr<EngineConnector> connectorFor(const StoreId &store,
                                                                const QString &source) const;
    bool write(const Database::Job &job);

    Database &m_database; ///< Not owned; outlives this object.
    const ProcessorClock m_clock;

    mutable std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable m_wakeUp;
    bool m_isStopping = false;
    std::array<bool, 2> m_isWoken{};
    std::map<std::pair<QString, int>, std::shared_ptr<EffectExecutor>> m_executors;
    std::map<std::pair<QString, QString>, std::shared_ptr<EngineConnector>> m_connectors;
    std::vector<std::thread> m_threads;
};

} // namespace mc::store
