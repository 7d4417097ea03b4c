// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simnetwork.h"
#include "simreply.h"
#include "simstore.h"
#include "sync/syncengine.h"

#include <QMap>

namespace mc::sim {

/// Makes the files that every console begins with a copy of.
void makeConsoleFiles(const Cast &cast, const QString &folder);

/// What a person at a console knows of one of their requests.
struct Asked {
    OrderId order;
    bool isUndone = false; ///< The console said: taken back.
};

/**
 * One console: the real engine over its real files, its wire and its person. It can be killed between any two
 * of its commits, also in the middle of handling one event, and starts again from what its disk had then.
 */
class SimConsole final
{
    Q_DISABLE_COPY_MOVE(SimConsole)

public:
    SimConsole(SimClock &clock, SimStore &store, Dice dice, int index, const QString &folder);
    ~SimConsole();

    void start();
    void quit(); ///< As a person closes the program; start() brings it back.
    void kill(Millis downFor); ///< Between two events.
    void killAtCommit(int nth, Millis downFor);
    void letGo(); ///< Nobody looks at an undo any more.
    void spare(); ///< Whatever it was told, it lives.
    [[nodiscard]] bool isRunning() const { return m_engine != nullptr && !m_isDying && !m_isQuitting; }

    void cancelOrders(const QList<OrderId> &orders, Millis undoFor);
    void undoLast(int count);
    void holdLast(bool isHeld);
    void decide(StaffDecision::Kind kind, const QString &id);
    void syncNow();
    void closeRefused();

    [[nodiscard]] Wire &wire() { return m_wire; }
    [[nodiscard]] const QMap<OperationId, Asked> &asked() const { return m_asked; }
    [[nodiscard]] const QStringList &oddities() const { return m_oddities; }
    [[nodiscard]] bool isSettled() const; ///< Online, and nothing waits to be sent.
    [[nodiscard]] QHash<QString, qint64> versions() const;
    [[nodiscard]] QList<Order> orders() const;
    [[nodiscard]] QString outboxFile() const;
    [[nodiscard]] QString statusWords() const;

private:
    [[nodiscard]] std::optional<QSqlQuery> query(const QString &sql) const;
    void connectEngine();
    void watchCommits();
    static int onCommit(void *console, void *database, const char *name, int pages);
    void takeSnapshot();
    void bury(Millis downFor);
    void drop();
    [[nodiscard]] bool mayGo(const QByteArray &verb, const QByteArray &path, const QByteArray &key);
    [[nodiscard]] SyncTiming timing() const;
    [[nodiscard]] QStringList files() const;

    SimClock &m_clock;
    SimStore &m_store;
    Dice m_dice;
    const int m_index;
    const QString m_folder;
    SyncProfile m_profile;
    Wire m_wire;
    std::unique_ptr<SimScheduler> m_scheduler;
    std::unique_ptr<SimNetwork> m_network;
    std::unique_ptr<SyncEngine> m_engine;
    mutable std::unique_ptr<SqlConnection> m_reader; ///< Opened when the checks first look.
    SyncUpdate m_last;
    QMap<OperationId, Asked> m_asked;
    QStringList m_oddities;
    int m_commitsLeft = 0; ///< 0: not told to die.
    Millis m_downFor{0};
    bool m_isDying = false;
    bool m_isQuitting = false;
};

} // namespace mc::sim
