// SPDX-License-Identifier: Apache-2.0
// The disk fails at every call in turn, and the cache's file is damaged at random: nothing is said to be
// saved that is not, nothing crashes, and what can be fetched again is.
#include "domain/plantedbug.h"
#include "faults.h"
#include "tests/proofs/support/proof.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::proof;

namespace {

using Call = DiskFault::Call;
using Error = DiskFault::Error;
using Part = FaultResult (*)(FaultDisk &, const FaultRun &);

struct Kind {
    QString name;
    Call call;
    Error error;
};
const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        {u"EIO in write"_s, Call::Write, Error::Io},      {u"ENOSPC in write"_s, Call::Write, Error::Full},
        {u"EIO in fsync"_s, Call::Sync, Error::Io},       {u"EIO in open"_s, Call::Open, Error::Io},
        {u"EACCES in open"_s, Call::Open, Error::Denied}, {u"EIO in truncate"_s, Call::Truncate, Error::Io},
        {u"EIO in unlink"_s, Call::Remove, Error::Io},    {u"EIO in read"_s, Call::Read, Error::Io}};
    return all;
}

/// One part of the product under every fault.
struct Trial {
    QString name;
    Part part;
    qint64 stride = 1; ///< Every so manieth call; which ones, the seed says. All are met over so many seeds.
};

struct Totals {
    qint64 runs = 0;
    qint64 acknowledged = 0;
    QStringList broken;
};

enum class Until : quint8 { Clean, Found };

class Faults final
{
public:
    Faults(FaultDisk &disk, const Request &request)
        : m_disk(disk)
        , m_folder(request.workFolder + u"/faults"_s)
        , m_seed(request.seed)
    {
    }

    [[nodiscard]] Totals run(const Trial &trial) const
    {
        Totals totals;
        for (const Kind &kind : kinds()) {
            for (const bool isLasting : {false, true})
                untilClean(trial, kind, isLasting, totals, Until::Clean);
        }
        return totals;
    }

    void untilClean(const Trial &trial, const Kind &kind, bool isLasting, Totals &totals, Until until) const
    {
        for (qint64 at = 1 + static_cast<qint64>(m_seed) % trial.stride;; at += trial.stride) {
            QDir(m_folder).removeRecursively();
            QDir().mkpath(m_folder);
            const FaultRun run{m_folder,
                               m_seed,
                               {kind.error, {kind.call}, at, isLasting},
                               at % 2 ? RunEnd::Restart : RunEnd::PowerCut};
            const FaultResult result = trial.part(m_disk, run);
            ++totals.runs;
            totals.acknowledged += result.acknowledged;
            for (const QString &broken : result.broken)
                totals.broken.append(u"%1, %2, call %3%4: %5"_s.arg(trial.name, kind.name)
                                         .arg(at)
                                         .arg(isLasting ? u" and all after it"_s : QString(), broken));
            if (!result.hasStruck || (until == Until::Found && !totals.broken.isEmpty()))
                return;
        }
    }

private:
    FaultDisk &m_disk;
    QString m_folder;
    quint64 m_seed;
};

bool isCaught(const Faults &faults, const Trial &trial)
{
    plantBugs({"commit-result-ignored"});
    Totals totals;
    for (const qsizetype kind : {0, 2}) { // writes and syncs
        for (const bool isLasting : {false, true})
            faults.untilClean({trial.name, trial.part, 3}, kinds().at(kind), isLasting, totals, Until::Found);
    }
    plantBugs({});
    return !totals.broken.isEmpty();
}

struct Damage {
    quint64 shop = 0;
    quint64 seed = 0;
};

// Tried in every run. The first: only the scrub after a fetch sees the damage.
constexpr Damage KnownDamages[] = {{1000, 4757314942786419322U}};

void judge(Report &report, const Damage &damage, const FlipResult &result)
{
    for (const QString &broken : result.broken)
        report.violation(u"damage %1 of shop %2: %3"_s.arg(damage.seed).arg(damage.shop).arg(broken));
}

void flipAll(Report &report, FaultDisk &disk, const Request &request)
{
    for (const Damage &damage : KnownDamages) {
        const QString folder = u"%1/shop-%2"_s.arg(request.workFolder).arg(damage.shop);
        QDir().mkpath(folder);
        judge(report, damage, Flips(disk, folder, damage.shop).flip(damage.seed));
    }
    Flips flips(disk, request.workFolder, request.seed);
    auto random = randomFor(request, 2);
    qint64 healed = 0;
    qint64 unharmed = 0;
    for (qint64 i = 0; i < request.size; ++i) {
        const Damage damage{request.seed, random()};
        const FlipResult result = flips.flip(damage.seed);
        healed += result.healed;
        unharmed += result.unharmed;
        judge(report, damage, result);
    }
    report.figure(u"damaged_and_healed"_s, healed);
    report.figure(u"damaged_and_unharmed"_s, unharmed);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"*.warning=false\n*.info=false"_s); // of failing calls are thousands
    const QStringList arguments = QCoreApplication::arguments();
    FaultDisk disk;
    // For a regression: one damage, as a violation names it.
    if (arguments.size() == 5 && arguments.at(1) == "--damage"_L1) {
        const FlipResult result =
            Flips(disk, arguments.at(4), arguments.at(3).toULongLong()).flip(arguments.at(2).toULongLong());
        std::printf("%s\n", qPrintable(result.broken.join(u'\n')));
        return result.broken.isEmpty() ? 0 : 1;
    }
    const auto request = readRequest(arguments);
    if (!request)
        return 2;
    Report report(u"io"_s, *request);
    if (!FaultDisk::isSeenByQt())
        report.violation(u"QtSql uses another copy of SQLite: nothing would be proved"_s);

    const Faults faults(disk, *request);
    const QList<Trial> trials{
        {u"outbox"_s, failOutbox, 1}, {u"cache"_s, failCache, 23}, {u"store"_s, failStore, 29}};
    for (const Trial &trial : trials) {
        const Totals totals = faults.run(trial);
        report.figure(trial.name + u"_runs"_s, totals.runs);
        report.figure(trial.name + u"_acknowledged"_s, totals.acknowledged);
        for (const QString &broken : totals.broken)
            report.violation(broken);
    }
    flipAll(report, disk, *request);
    for (const Trial &trial : trials)
        report.control(u"commit result ignored: "_s + trial.name, isCaught(faults, trial));
    return report.close();
}
