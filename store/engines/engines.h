// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/enginesync.h"
#include "store/orderbook/keyring.h"
#include "store/processing/processor.h"

#include <map>

namespace mc::store {

/// The connector's configuration of a row. nullopt: the secret does not open with this master key.
[[nodiscard]] std::optional<EngineConfig> configOf(const EngineRow &row, const Keyring &keyring);

/**
 * All engines of all stores of this service: one EngineSync each, and one connector each that the processor
 * gets for cancellations and refunds.
 *
 * Looks at the engine rows every two seconds, so that `engine add` and `engine remove` work while the service
 * runs, and wakes a pull when a webhook came. Owns a supervising thread. Destroy it before the processor
 * stops: that ends calls that are waiting for an engine.
 */
class Engines final
{
public:
    struct Options {
        EngineSync::Options sync;
        std::chrono::milliseconds lookEvery{2'000};
    };

    Engines(Database &database, Processor &processor, const Keyring &keyring, Options options);
    ~Engines();
    Engines(const Engines &) = delete;
    Engines &operator=(const Engines &) = delete;

private:
    struct Running {
        EngineRow row;
        std::shared_ptr<std::atomic<bool>> stop;
        std::unique_ptr<EngineSync> sync;
    };

    void run();
    void wake(const QString &engine); ///< Pulls soon; any thread.
    void look();
    [[nodiscard]] QList<EngineRow> rows();
    [[nodiscard]] std::optional<Running> start(const EngineRow &row);

    Database &m_database; ///< Not owned; outlives this object.
    Processor &m_processor; ///< Not owned; outlives this object.
    Keyring m_keyring;
    Options m_options;
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_isStopping = false;
    std::map<QString, Running> m_running; ///< By id of the engine row.
    std::thread m_thread; ///< Last: it uses the others.
};

[[nodiscard]] std::unique_ptr<Engines> startEngines(Database &database, Processor &processor,
                                                    const Keyring &keyring, Engines::Options options = {});

} // namespace mc::store
