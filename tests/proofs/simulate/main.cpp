// SPDX-License-Identifier: Apache-2.0
// Consoles, store, customers, engine and network under one seeded clock: every world has to come to rest.
#include "domain/plantedbug.h"
#include "tests/proofs/support/proof.h"
#include "world.h"

#include <QCoreApplication>
#include <QHashFunctions>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::sim;

namespace {

/// What makes a bug likely to show, so that few worlds are needed. Nothing in it is beyond what Plot::of()
/// draws: a bug that is found so can show in an ordinary world.
void anything(Plot &) { }

void restore(Plot &plot)
{
    plot.hasRestore = true;
    plot.hasEngine = false;
}

void deaths(Plot &plot)
{
    plot.deathEveryMs = 4'000;
}

void engine(Plot &plot)
{
    plot.hasEngine = true;
    plot.hasRestore = false;
}

/// Where parcels ship and customers ask.
void everybody(Plot &plot)
{
    plot.hasRestore = false;
}

/// Many parcels for few orders, while cancellations are open.
void parcels(Plot &plot)
{
    everybody(plot);
    plot.orders = 5;
    plot.processingDelayMs = 3'500;
}

/// Nothing is changed by itself after the faults, which would have a console fetch what it missed.
void nothingLater(Plot &plot)
{
    plot.hasRestore = plot.hasEngine = false;
    plot.deathEveryMs = plot.processingDelayMs = 0;
    plot.policy.mode = PolicyMode::Ask;
}

void slow(Plot &plot)
{
    plot.weather.slowest = 3'000;
}

void slowNothingLater(Plot &plot)
{
    nothingLater(plot);
    slow(plot);
}

/// The worst weather that ordinary worlds have, for many reconnects, and as much to miss as they have.
void worstNothingLater(Plot &plot)
{
    slowNothingLater(plot);
    plot.consoles = 3;
    plot.orders = 12;
    plot.faultsEndMs = 20'000;
    plot.weather = {11, 14, plot.weather.doubled, 7, 4, 7, plot.weather.slowest, Weather::Way::Open};
}

/// Something else answers, and little else goes wrong.
void portals(Plot &plot)
{
    everybody(plot);
    plot.orders = 12;
    plot.deathEveryMs = 0;
    plot.weather = {};
    plot.weather.portal = 4;
}

/// A planted bug, and the worlds in which to look for it.
struct Mistake {
    std::string_view name;
    void (*shape)(Plot &) = anything;
};
/// Mistakes that were made elsewhere; each has to be seen within MostWorldsForABug worlds.
constexpr std::array<Mistake, 21> Planted{{
    {"new-key-on-retry"},
    {"cursor-before-page", deaths},
    {"older-overwrites-newer", slow},
    {"cursor-kept-after-restore", restore},
    {"nothing-fetched-on-reconnect", worstNothingLater},
    {"news-during-a-pull-forgotten", slowNothingLater},
    {"undo-only-in-memory"},
    {"newest-first"},
    {"sending-not-repeated"},
    {"never-tried-again"},
    {"refusal-taken-for-yes"},
    {"page-taken-for-answer", portals},
    {"confirmed-means-kept-for-ever", restore},
    {"answer-before-commit", deaths},
    {"operation-forgotten"},
    {"new-refund-key-on-retry"},
    {"shipped-line-cancelled", parcels},
    {"hold-ignored", parcels},
    {"promised-refund-forgotten", everybody},
    {"shipment-not-in-feed", parcels},
    {"unreachable-taken-for-no", engine},
}};
constexpr int MostWorldsForABug = 200;

quint64 seedOf(const proof::Request &request, int index)
{
    return Dice(request.seed * 0x100000001b3ULL + static_cast<quint64>(index)).next() >> 1;
}

struct Totals {
    int cancellations = 0;
    int deaths = 0;
    qint64 events = 0;
    qint64 slowestMs = 0;
};

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void report(proof::Report &proof, quint64 seed, const WorldResult &result)
{
    for (const QString &violation : result.violations)
        proof.violation(u"world %1: %2"_s.arg(seed).arg(violation));
}

Totals runWorlds(const Stage &stage, const proof::Request &request, proof::Report &proof)
{
    Totals totals;
    std::vector<quint64> traces;
    for (int i = 0; i < request.size; ++i) {
        const quint64 seed = seedOf(request, i);
        const WorldResult result = runWorld(stage, seed, Plot::of(seed));
        report(proof, seed, result);
        traces.push_back(result.trace);
        totals.cancellations += result.cancellations;
        totals.deaths += result.deaths;
        totals.events += result.events;
        totals.slowestMs = std::max(totals.slowestMs, result.convergedAfterMs);
        if ((i + 1) % 100 == 0) {
            std::printf("%d worlds, %lld violations\n", i + 1, static_cast<long long>(proof.violations()));
            std::fflush(stdout);
        }
    }
    const int twice = static_cast<int>(std::max<qint64>(1, request.size / 20));
    for (int i = 0; i < twice; ++i) {
        const quint64 seed = seedOf(request, i);
        if (runWorld(stage, seed, Plot::of(seed)).trace != traces[static_cast<std::size_t>(i)])
            proof.violation(u"world %1: the same seed gave another trace"_s.arg(seed));
    }
    return totals;
}

/// How many worlds it took to see the bug; 0: not seen.
int worldsFor(const Stage &stage, const proof::Request &request, const Mistake &mistake)
{
    plantBugs({mistake.name});
    int played = 0;
    bool isSeen = false;
    while (played < MostWorldsForABug && !isSeen) {
        const quint64 seed = seedOf(request, played++);
        Plot plot = Plot::of(seed);
        mistake.shape(plot);
        isSeen = !runWorld(stage, seed, plot).violations.isEmpty();
    }
    plantBugs({});
    return isSeen ? played : 0;
}

void runControls(const Stage &stage, const proof::Request &request, proof::Report &proof)
{
    QJsonObject planted;
    for (const Mistake &mistake : Planted) {
        const QString name =
            QString::fromLatin1(mistake.name.data(), static_cast<qsizetype>(mistake.name.size()));
        const int needed = worldsFor(stage, request, mistake);
        planted.insert(name, needed);
        proof.control(name, needed > 0);
        std::printf("planted %s: %d\n", qPrintable(name), needed);
        std::fflush(stdout);
    }
    proof.figure(u"planted"_s, planted);
}

/// For whoever looks into a seed that failed: SIMULATE_WORLD=<seed> prints its trace.
int showWorld(const QString &workFolder, quint64 seed)
{
    const Stage stage(workFolder);
    const WorldResult result = runWorld(stage, seed, Plot::of(seed), true);
    for (const QString &violation : result.violations)
        std::printf("VIOLATION %s\n", qPrintable(violation));
    return result.violations.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication app(argc, argv);
    const auto request = proof::readRequest(QCoreApplication::arguments());
    if (!request)
        return 2;
    if (!qEnvironmentVariableIsSet("SIMULATE_LOG"))
        QLoggingCategory::setFilterRules(u"mc.*=false"_s);
    if (const QByteArray seed = qgetenv("SIMULATE_WORLD"); !seed.isEmpty())
        return showWorld(request->workFolder, seed.toULongLong());
    const Stage stage(request->workFolder);
    proof::Report proof(u"simulate"_s, *request);
    const Totals totals = runWorlds(stage, *request, proof);
    proof.figure(u"cancellations"_s, totals.cancellations);
    proof.figure(u"deaths"_s, totals.deaths);
    proof.figure(u"events"_s, totals.events);
    proof.figure(u"slowest_convergence_ms"_s, totals.slowestMs);
    proof.figure(u"cpu_seconds_of_worlds"_s, cpuSeconds());
    runControls(stage, *request, proof);
    proof.figure(u"cpu_seconds"_s, cpuSeconds());
    return proof.close();
}
