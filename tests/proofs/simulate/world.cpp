// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::sim {
namespace {

constexpr qint64 ConvergeWithinMs = 30'000;
constexpr qint64 LookEveryMs = 500;
/// A worker that died holds its claim for two minutes; after that all effects are done.
constexpr qint64 RestWithinMs = 180'000;

QString roomyFolder(const QString &workFolder)
{
    // Thousands of small commits: memory is faster than a disk, and durability is another proof's subject.
    return QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/simulate-XXXXXX"_s
                                                 : workFolder + u"/simulate-XXXXXX"_s;
}

/// Until everybody has the same; with `isAtRest` until nothing is left to be done either.
bool runUntilConverged(World &world, qint64 endMs, bool isAtRest)
{
    while (world.clock.ms() < endMs) {
        if (!world.clock.runUntil(std::min(endMs, world.clock.ms() + LookEveryMs)))
            return false;
        if ((!isAtRest || world.store.isAtRest()) && hasConverged(world))
            return true;
    }
    return false;
}

void endFaults(World &world)
{
    world.isQuiet = true;
    world.outside.isFaulty = false;
    Weather fair;
    for (const auto &console : world.consoles) {
        console->spare();
        console->letGo();
        console->wire().setWeather(fair);
        console->start();
    }
    world.shopWire->setWeather(fair);
    world.store.spare();
    world.store.start();
}

void finish(World &world, WorldResult &result)
{
    result.trace = world.clock.trace();
    result.events = world.clock.eventCount();
    result.deaths = world.deaths;
    for (const Order &order : world.store.orders())
        result.cancellations += static_cast<int>(order.cancellations.size());
}

void play(World &world, WorldResult &result)
{
    const qint64 end = world.plot.faultsEndMs;
    populate(world);
    unleash(world);
    if (!world.clock.runUntil(end)) {
        result.violations.append(u"it never comes to rest: too many events"_s);
        return;
    }
    endFaults(world);
    if (!runUntilConverged(world, end + ConvergeWithinMs, false)) {
        result.violations += whyNotConverged(world);
        return;
    }
    result.convergedAfterMs = world.clock.ms() - end;
    if (!runUntilConverged(world, end + RestWithinMs, true)) {
        result.violations += whyNotConverged(world);
        return;
    }
    result.violations += brokenPromises(world);
}

} // namespace

Stage::Stage(const QString &workFolder)
    : folder(roomyFolder(workFolder))
    , storeFile(folder.filePath(u"stage.sqlite"_s))
    , cast(makeStoreFile(storeFile))
    , consoleFolder(folder.filePath(u"console"_s))
{
    makeConsoleFiles(cast, consoleFolder);
}

Plot Plot::of(quint64 seed)
{
    Dice dice(seed ^ 0x706c6f74ULL);
    Plot plot;
    plot.consoles = dice.between(2, 3);
    plot.orders = dice.between(5, 12);
    plot.hasRestore = dice.chance(15);
    plot.hasEngine = !plot.hasRestore && dice.chance(40);
    plot.hasManyOrders = dice.chance(2);
    plot.faultsEndMs = dice.between(20'000, 45'000);
    const PolicyMode modes[] = {PolicyMode::Automatic, PolicyMode::Automatic, PolicyMode::Ask,
                                PolicyMode::AutomaticThenAsk};
    plot.policy.mode = modes[dice.below(4)];
    plot.policy.acceptsByDefault = dice.chance(50);
    plot.processingDelayMs = dice.chance(50) ? dice.below(4'000) : 0;
    Weather &weather = plot.weather;
    if (dice.chance(85)) {
        weather.lostBefore = dice.below(12);
        weather.lostAfter = dice.below(15);
        weather.doubled = dice.below(12);
        weather.proxyError = dice.below(8);
        weather.portal = dice.below(5);
        weather.cutOff = dice.below(8);
    }
    weather.slowest = dice.chance(30) ? 3'000 : 250;
    plot.deathEveryMs = dice.chance(75) ? dice.between(4'000, 20'000) : 0;
    return plot;
}

World::World(const Stage &stage, quint64 seed, const Plot &plotted, const QString &folder)
    : plot(plotted)
    , dice(seed)
    , outside(clock, dice.fork())
    , store(clock, outside, dice.fork(), stage.cast, folder + u"/store.sqlite"_s)
{
    seedIds(seed, &clock);
    QFile::copy(stage.storeFile, folder + u"/store.sqlite"_s);
    store.start();
    for (int i = 0; i < plot.consoles; ++i) {
        const QString own = folder + u"/console%1"_s.arg(i);
        QDir().mkpath(own);
        const QDir fresh(stage.consoleFolder);
        for (const QString &file : fresh.entryList(QDir::Files))
            QFile::copy(fresh.filePath(file), own + u'/' + file);
        consoles.push_back(std::make_unique<SimConsole>(clock, store, dice.fork(), i, own));
    }
    shopWire = std::make_unique<Wire>(clock, store, dice.fork(), "shop");
}

WorldResult runWorld(const Stage &stage, quint64 seed, const Plot &plot, bool isPrinting)
{
    WorldResult result;
    const QString folder = stage.folder.filePath(u"world"_s);
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    World world(stage, seed, plot, folder);
    world.clock.setPrinting(isPrinting);
    play(world, result);
    finish(world, result);
    return result;
}

} // namespace mc::sim
