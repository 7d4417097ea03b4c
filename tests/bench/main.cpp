// SPDX-License-Identifier: Apache-2.0
// mc_bench [NAME…]: measures, prints the table, writes OUT/NAME.json. Fails only over twice a bar.
#include "tests/bench/benches.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

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

// Changes come last: they leave the cache other than the snapshot made it.
constexpr Bench Benches[] = {{"fill"_L1, mc::bench::benchFill},     {"search"_L1, mc::bench::benchSearch},
                             {"sort"_L1, mc::bench::benchSort},     {"jump"_L1, mc::bench::benchJump},
                             {"outbox"_L1, mc::bench::benchOutbox}, {"changes"_L1, mc::bench::benchChanges}};

QList<Result> runAll(const QStringList &names, const Setup &setup)
{
    QList<Result> results;
    bool isFilled = false;
    for (const Bench &bench : Benches) {
        const bool isWanted = names.isEmpty() || names.contains(bench.name);
        if (!isWanted)
            continue;
        const bool needsCache = bench.name != "fill"_L1 && bench.name != "outbox"_L1;
        if (needsCache && !isFilled)
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
    parser.addHelpOption();
    parser.addOption({u"n"_s, u"How many orders."_s, u"N"_s, u"1000000"_s});
    parser.addOption({u"seed"_s, u"Another seed, other orders."_s, u"S"_s, u"1"_s});
    parser.addOption({u"out"_s, u"Where the results go."_s, u"FOLDER"_s, u"."_s});
    parser.addPositionalArgument(u"name"_s, u"fill, search, sort, jump, outbox, changes; none: all."_s);
    parser.process(app);
    const QString out = parser.value(u"out"_s);
    const Setup setup{{parser.value(u"n"_s).toInt(), parser.value(u"seed"_s).toULongLong()},
                      QDir(out).absoluteFilePath(u"mc-bench-files"_s)};
    if (!areKnown(parser.positionalArguments()) || setup.orders.count <= 0)
        return 2;
    QDir(setup.folder).removeRecursively();
    QDir().mkpath(setup.folder);
    const QList<Result> results = runAll(parser.positionalArguments(), setup);
    QDir(setup.folder).removeRecursively();
    mc::bench::print(results);
    if (!mc::bench::write(results, out))
        return 1;
    const bool isFarOff = std::any_of(results.cbegin(), results.cend(), [](const Result &one) {
        return mc::bench::verdictOf(one) == mc::bench::Verdict::FarOff;
    });
    return isFarOff ? 1 : 0;
}
