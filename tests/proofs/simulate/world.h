// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simconsole.h"

#include <QTemporaryDir>

#include <vector>

namespace mc::sim {

/// What every world of a run begins with.
struct Stage {
    explicit Stage(const QString &workFolder);
    QTemporaryDir folder;
    QString storeFile;
    Cast cast;
    QString consoleFolder;
};

struct WorldResult {
    QStringList violations;
    quint64 trace = 0;
    qint64 convergedAfterMs = -1; ///< After the faults had ended; -1: not in time.
    int cancellations = 0;
    int deaths = 0;
    qint64 events = 0;
};

/// What there is in a world, drawn from its seed.
struct Plot {
    int consoles = 2;
    int orders = 6;
    bool hasEngine = false;
    bool hasRestore = false; ///< Then nobody but consoles asks for anything, and nothing ships.
    bool hasManyOrders = false; ///< More than one page of a snapshot.
    int faultsEndMs = 40'000;
    CancellationPolicy policy;
    Weather weather; ///< While there are faults.
    int deathEveryMs = 0; ///< On average, of consoles and store; 0: nobody dies.
    int processingDelayMs = 0;

    [[nodiscard]] static Plot of(quint64 seed);
};

/// Runs one world to its end. The same seed and plot give the same trace.
[[nodiscard]] WorldResult runWorld(const Stage &stage, quint64 seed, const Plot &plot,
                                   bool isPrinting = false);

/// The parts that only runWorld() uses.
struct World {
    World(const Stage &stage, quint64 seed, const Plot &plot, const QString &folder);

    SimClock clock;
    Plot plot;
    Dice dice;
    Outside outside;
    SimStore store;
    std::vector<std::unique_ptr<SimConsole>> consoles;
    std::unique_ptr<Wire> shopWire;
    QList<OrderId> orderIds;
    QSet<OperationId> customersAsked; ///< Acknowledged to them.
    QSet<OrderId> shippedByIntent;
    QSet<OrderId> shippedByFact;
    int deaths = 0;
    int parcels = 0;
    bool isQuiet = false; ///< Nobody does anything new.
};

/// Schedules what people, carriers and the engine do until the world is quiet.
void populate(World &world);
/// Schedules weather and deaths until `faultsEndMs`.
void unleash(World &world);

// Checks
[[nodiscard]] bool hasConverged(World &world);
[[nodiscard]] QStringList whyNotConverged(World &world);
[[nodiscard]] QStringList brokenPromises(World &world);

} // namespace mc::sim
