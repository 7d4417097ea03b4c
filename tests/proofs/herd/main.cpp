// SPDX-License-Identifier: Apache-2.0
// A thousand consoles without a store for an hour, and what they do when it comes back.
#include "domain/plantedbug.h"
#include "herd.h"
#include "tests/proofs/support/proof.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::sim;

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 OutageBegins = 3 * Minute;
constexpr qint64 OutageEnds = OutageBegins + 60 * Minute;
constexpr qint64 SteadyAfter = 10 * Minute; ///< From then on the waits have reached their longest.
constexpr qint64 BackWithin = 3 * Minute;
constexpr qint64 BinMs = 10'000;
constexpr qint64 ReconnectWindow = 2 * Minute; ///< In which the mean is taken: the longest wait.
constexpr double MostPeakToMean = 3.0;

struct Figures {
    int mostInTheHour = 0;
    int closestPairMs = 0; ///< Between two attempts of one console once the waits are long.
    double peakToMean = 0;
    int notBack = 0;
};

/// Attempts are counted, and with them all requests: a refused attempt is one request.
Figures measure(const QString &folder, int consoles, quint64 seed, Outage outage)
{
    Herd herd(folder, consoles, seed);
    bool isDone = herd.clock().runUntil(OutageBegins);
    const int before = herd.onlineCount();
    herd.network().begin(outage);
    isDone = isDone && herd.clock().runUntil(OutageEnds);
    herd.network().end();
    isDone = isDone && herd.clock().runUntil(OutageEnds + BackWithin);

    Figures figures;
    figures.notBack = isDone ? 2 * consoles - before - herd.onlineCount() : consoles;
    figures.closestPairMs = static_cast<int>(60 * Minute);
    std::vector<int> inTheHour(static_cast<std::size_t>(consoles));
    std::vector<qint64> last(static_cast<std::size_t>(consoles), -1);
    std::vector<int> bins(ReconnectWindow / BinMs);
    for (const Asked &one : herd.network().asked()) {
        const auto console = static_cast<std::size_t>(one.console);
        const bool isOut = one.ms >= OutageBegins && one.ms < OutageEnds;
        if (isOut && (one.isFirst || outage != Outage::Half)) {
            ++inTheHour[console];
            if (last[console] >= OutageBegins + SteadyAfter)
                figures.closestPairMs =
                    std::min(figures.closestPairMs, static_cast<int>(one.ms - last[console]));
            last[console] = one.ms;
        }
        if (one.ms >= OutageEnds && one.ms < OutageEnds + ReconnectWindow)
            ++bins[static_cast<std::size_t>((one.ms - OutageEnds) / BinMs)];
    }
    figures.mostInTheHour = *std::max_element(inTheHour.begin(), inTheHour.end());
    double sum = 0;
    for (const int bin : bins)
        sum += bin;
    const double mean = sum / static_cast<double>(bins.size());
    figures.peakToMean = mean > 0 ? *std::max_element(bins.begin(), bins.end()) / mean : 99;
    return figures;
}

QStringList broken(const Figures &figures)
{
    QStringList list;
    if (figures.mostInTheHour > 60)
        list.append(u"a console asked %1 times in the hour"_s.arg(figures.mostInTheHour));
    if (figures.closestPairMs < Minute)
        list.append(u"a console asked twice within %1 ms"_s.arg(figures.closestPairMs));
    if (figures.peakToMean > MostPeakToMean)
        list.append(u"the reconnect peak was %1 times the mean"_s.arg(figures.peakToMean));
    if (figures.notBack > 0)
        list.append(u"%1 consoles were not online when they should have been"_s.arg(figures.notBack));
    return list;
}

void allowManyFiles()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

Figures prove(proof::Report &proof, const QString &name, const Figures &figures)
{
    for (const QString &what : broken(figures))
        proof.violation(name + u": "_s + what);
    proof.figure(name,
                 QJsonObject{{u"most_in_the_hour"_s, figures.mostInTheHour},
                             {u"peak_to_mean"_s, figures.peakToMean},
                             {u"closest_pair_ms"_s, figures.closestPairMs}});
    std::printf("%s: at most %d in the hour, peak/mean %.2f\n", qPrintable(name), figures.mostInTheHour,
                figures.peakToMean);
    std::fflush(stdout);
    return figures;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const auto request = proof::readRequest(QCoreApplication::arguments());
    if (!request)
        return 2;
    QLoggingCategory::setFilterRules(u"mc.*=false"_s);
    allowManyFiles();
    const QString room = QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/herd-XXXXXX"_s
                                                               : request->workFolder + u"/herd-XXXXXX"_s;
    const QTemporaryDir folder(room);
    proof::Report proof(u"herd"_s, *request);
    const int all = static_cast<int>(request->size);
    const int some = std::max(1, all / 10);
    int run = 0;
    const auto measured = [&](int consoles, Outage outage) {
        return measure(folder.filePath(QString::number(++run)), consoles, request->seed, outage);
    };
    prove(proof, u"refused"_s, measured(all, Outage::Refused));
    prove(proof, u"silent"_s, measured(some, Outage::Silent));
    prove(proof, u"busy"_s, measured(some, Outage::Busy));
    prove(proof, u"half"_s, measured(some, Outage::Half));
    plantBugs({"no-jitter"});
    const Figures marching = measured(all, Outage::Refused);
    proof.control(u"no-jitter"_s, marching.peakToMean > MostPeakToMean);
    proof.figure(u"peak_to_mean_without_jitter"_s, marching.peakToMean);
    return proof.close();
}
