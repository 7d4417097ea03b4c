// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outside.h"
#include "simdatabase.h"
#include "simnetwork.h"
#include "store/api/changescache.h"
#include "store/http/router.h"
#include "store/orderbook/orderbook.h"
#include "store/processing/processor.h"

#include <map>

namespace mc::sim {

/// Fixed for all worlds: who there is in the store's file before anything happens.
struct Cast {
    StoreId store;
    QList<StaffId> staff;
    static constexpr int Staff = 3;
    [[nodiscard]] static QByteArray staffToken(int index);
    [[nodiscard]] static QByteArray shopToken();
};

/// Makes the file that every world begins with a copy of.
[[nodiscard]] Cast makeStoreFile(const QString &file);

/**
 * The store: the real router, handlers, orderbook and processor over one file, without listener and threads.
 *
 * Can die at any commit, come back on the same file, and be restored from an older copy of it.
 */
class SimStore final : public SimServer
{
    Q_DISABLE_COPY_MOVE(SimStore)

public:
    SimStore(SimClock &clock, Outside &outside, Dice dice, const Cast &cast, QString file);
    ~SimStore() override;

    void start();
    void kill(); ///< Now.
    void killAtWrite(int nth, SimDatabase::Moment moment, Millis downFor);
    void spare(); ///< Whatever it was told, it lives.
    void keepBackup();
    [[nodiscard]] bool hasBackup() const { return m_hasBackup; }
    void restoreBackup();
    /// The engine's changes, as the engine's worker would merge them.
    void pullEngine();

    [[nodiscard]] bool isUp() const override { return m_database && !m_database->isDead(); }
    [[nodiscard]] quint64 life() const override { return m_life; }
    void handle(store::Request request, std::function<void(store::Response)> reply) override;
    [[nodiscard]] std::optional<QByteArray> produce(const store::BodySource &source) override;
    quint64 subscribe(std::function<void(bool)> wake) override;
    void unsubscribe(quint64 id) override { m_subscribers.erase(id); }

    /// For people who are not modelled by requests, and for the checks. False: the store is down.
    bool write(const std::function<void(store::Orderbook &, store::Tx &)> &job);
    void read(const std::function<void(store::Orderbook &, store::Tx &)> &job);
    [[nodiscard]] bool isAtRest(); ///< Nothing is being decided, paid, restocked or mailed.
    [[nodiscard]] QList<Order> orders();
    [[nodiscard]] QHash<QString, qint64> versions();
    [[nodiscard]] const Cast &cast() const { return m_cast; }

private:
    struct Process;
    void onFeed();
    void wake(store::Processor::Lane lane, Millis in);
    void work(store::Processor::Lane lane);
    void bury();

    SimClock &m_clock;
    Outside &m_outside;
    Dice m_dice;
    const Cast m_cast;
    const QString m_file;
    std::unique_ptr<SimDatabase> m_database;
    std::unique_ptr<Process> m_process;
    quint64 m_life = 0;
    quint64 m_lastSubscription = 0;
    std::map<quint64, std::function<void(bool)>> m_subscribers;
    std::array<SimClock::Id, 2> m_lanes{};
    QByteArray m_enginePosition;
    Millis m_downFor{0};
    bool m_hasBackup = false;
    bool m_isDying = false;
};

} // namespace mc::sim
