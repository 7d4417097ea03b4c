// SPDX-License-Identifier: Apache-2.0
// mc_bench [NAME…]: measures, prints the table, writes OUT/NAME.json. Fails only over twice a bar.
#include "tests/bench/benches.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using mc::bench::Result;
using mc::bench::Setup;

namespace {

struct Bench {
    QLatin1String name;
    QList<Result> (*run)(const Setup &);
};

// Changes come last: they leave the cache other than the snapshot made it. The floor alone is measured only
// where it is asked for.
constexpr Bench Benches[] = {{"fill"_L1, mc::bench::benchFill},     {"search"_L1, mc::bench::benchSearch},
                             {"sort"_L1, mc::bench::benchSort},     {"jump"_L1, mc::bench::benchJump},
                             {"outbox"_L1, mc::bench::benchOutbox}, {"changes"_L1, mc::bench::benchChanges},
                             {"floor"_L1, mc::bench::benchFloor}};

QList<Result> runAll(const QStringList &names, const Setup &setup)
{
    QList<Result> results;
    bool isFilled = false;
    for (const Bench &bench : Benches) {
        const bool isWanted =
            names.contains(bench.name) || (names.isEmpty() && bench.run != mc::bench::benchFloor);
        if (!isWanted)
            continue;
        const bool needsCache = bench.name != "fill"_L1 && bench.name != "outbox"_L1;
        const bool isThere = setup.isKept && QFile::exists(setup.cacheFile());
        if (needsCache && !isFilled && !isThere)
            (void)mc::bench::benchFill(setup);
        isFilled = isFilled || needsCache || bench.name == "fill"_L1;
        std::fprintf(stderr, "%s ...\n", bench.name.data());
        results.append(bench.run(setup));
    }
    return results;
}

bool areKnown(const QStringList &names)
{
    return std::all_of(names.cbegin(), names.cend(), [](const QString &name) {
        const bool isKnown = std::any_of(std::cbegin(Benches), std::cend(Benches),
                                         [&name](const Bench &bench) { return bench.name == name; });
        if (!isKnown)
            std::fprintf(stderr, "there is no bench \"%s\"\n", qUtf8Printable(name));
        return isKnown;
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"name"_s,
                                 u"fill, search, sort, jump, outbox, changes, floor; none: all but floor."_s);
    const Setup setup = mc::bench::readSetup(parser, app, u"mc-bench-files"_s);
    if (!areKnown(parser.positionalArguments()))
        return 2;
    const QList<Result> results = runAll(parser.positionalArguments(), setup);
    if (!setup.isKept)
        QDir(setup.folder).removeRecursively();
    return mc::bench::conclude(results, setup.out);
}
