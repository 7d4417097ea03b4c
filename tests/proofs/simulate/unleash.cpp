// SPDX-License-Identifier: Apache-2.0
// Weather, partitions, deaths and restored backups of a world.
#include "world.h"

using namespace std::chrono_literals;

namespace mc::sim {
namespace {

void changeWeather(World &world, Wire &wire)
{
    Dice &dice = world.dice;
    Weather weather = world.plot.weather;
    const int kind = dice.below(10);
    if (kind == 0)
        weather.way = Weather::Way::Refused;
    else if (kind == 1)
        weather.way = Weather::Way::Silent;
    else if (kind < 5)
        weather = Weather();
    wire.setWeather(weather);
    world.clock.after(Millis(dice.between(1'000, 12'000)), [&world, &wire] {
        if (!world.isQuiet)
            changeWeather(world, wire);
    });
}

void killSomebody(World &world)
{
    Dice &dice = world.dice;
    const Millis downFor(dice.between(100, 5'000));
    ++world.deaths;
    const int who = dice.below(static_cast<int>(world.consoles.size()) + 2);
    if (who >= static_cast<int>(world.consoles.size())) {
        const auto moment =
            dice.chance(50) ? SimDatabase::Moment::BeforeCommit : SimDatabase::Moment::AfterCommit;
        world.store.killAtWrite(dice.between(1, 6), moment, downFor);
        return;
    }
    SimConsole &console = *world.consoles[static_cast<std::size_t>(who)];
    const int how = dice.below(10);
    if (how < 6)
        console.killAtCommit(dice.between(1, 8), downFor);
    else if (how < 9)
        console.kill(downFor);
    else
        console.quit();
}

void dieNowAndThen(World &world)
{
    world.clock.after(Millis(world.dice.between(500, 2 * world.plot.deathEveryMs)), [&world] {
        if (world.isQuiet)
            return;
        killSomebody(world);
        dieNowAndThen(world);
    });
}

void restoreOnce(World &world)
{
    const int backupAt = world.dice.between(3'000, world.plot.faultsEndMs / 2);
    const int restoreAt = world.dice.between(backupAt + 2'000, world.plot.faultsEndMs - 1'000);
    world.clock.after(Millis(backupAt), [&world] { world.store.keepBackup(); });
    world.clock.after(Millis(restoreAt), [&world] {
        if (!world.store.hasBackup())
            return;
        world.store.restoreBackup();
        world.clock.after(Millis(world.dice.between(100, 2'000)), [&world] { world.store.start(); });
    });
}

} // namespace

void unleash(World &world)
{
    world.outside.isFaulty = true;
    for (const auto &console : world.consoles)
        changeWeather(world, console->wire());
    changeWeather(world, *world.shopWire);
    if (world.plot.deathEveryMs > 0)
        dieNowAndThen(world);
    if (world.plot.hasRestore)
        restoreOnce(world);
}

} // namespace mc::sim
