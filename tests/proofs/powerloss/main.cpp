// SPDX-License-Identifier: Apache-2.0
// The power fails at any moment: what was acknowledged is there afterwards, and nothing is half.
#include "cuts.h"
#include "domain/plantedbug.h"
#include "tests/proofs/support/proof.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::proof;

namespace {

constexpr int ControlCuts = 60;
constexpr qint64 OutboxPart = 3; ///< Of four cuts; the rest is the store's, which takes longer.

struct Totals {
    qint64 acknowledged = 0;
    qint64 lost = 0;
    qint64 broken = 0;
};

void count(Totals &totals, const CutResult &result)
{
    totals.acknowledged += result.acknowledged;
    totals.lost += result.lost;
    totals.broken += result.broken.size();
}

void tell(Report &report, const QString &what, quint64 seed, const CutResult &result)
{
    if (result.lost > 0)
        report.violation(u"%1, seed %2: lost %3 of %4 acknowledged"_s.arg(what)
                             .arg(seed)
                             .arg(result.lost)
                             .arg(result.acknowledged));
    for (const QString &broken : result.broken)
        report.violation(u"%1, seed %2: %3"_s.arg(what).arg(seed).arg(broken));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"*.warning=false"_s); // of failing calls there are thousands
    // For a regression: one seed of one kind, as a violation names it.
    const QStringList arguments = QCoreApplication::arguments();
    FaultDisk disk;
    if (arguments.size() == 4 && (arguments.at(1) == "--outbox"_L1 || arguments.at(1) == "--store"_L1)) {
        const quint64 seed = arguments.at(2).toULongLong();
        const CutResult result = arguments.at(1) == "--outbox"_L1
            ? cutOutbox(disk, arguments.at(3), seed)
            : StoreCuts(disk, arguments.at(3)).cut(seed);
        std::printf("acknowledged %lld, lost %lld\n%s\n", static_cast<long long>(result.acknowledged),
                    static_cast<long long>(result.lost), qPrintable(result.broken.join(u'\n')));
        return result.isClean() ? 0 : 1;
    }
    const auto request = readRequest(arguments);
    if (!request)
        return 2;
    Report report(u"powerloss"_s, *request);
    if (!FaultDisk::isSeenByQt())
        report.violation(u"QtSql uses another copy of SQLite: nothing would be proved"_s);

    StoreCuts store(disk, request->workFolder);
    auto random = randomFor(*request, 1);
    Totals outboxTotals;
    Totals storeTotals;
    for (qint64 i = 0; i < request->size; ++i) {
        const quint64 seed = random();
        const bool isOutbox = i % (OutboxPart + 1) < OutboxPart;
        const CutResult result = isOutbox ? cutOutbox(disk, request->workFolder, seed) : store.cut(seed);
        count(isOutbox ? outboxTotals : storeTotals, result);
        tell(report, isOutbox ? u"outbox"_s : u"store"_s, seed, result);
    }
    report.figure(u"outbox_acknowledged"_s, outboxTotals.acknowledged);
    report.figure(u"store_acknowledged"_s, storeTotals.acknowledged);
    report.figure(u"lost"_s, outboxTotals.lost + storeTotals.lost);
    report.figure(u"broken"_s, outboxTotals.broken + storeTotals.broken);

    plantBugs({"synchronous-normal"});
    Totals outboxControl;
    Totals storeControl;
    for (int i = 0; i < ControlCuts; ++i) {
        count(outboxControl, cutOutbox(disk, request->workFolder, random()));
        count(storeControl, store.cut(random()));
    }
    plantBugs({});
    report.figure(u"control_outbox_lost"_s, outboxControl.lost);
    report.figure(u"control_store_lost"_s, storeControl.lost);
    report.control(u"synchronous=NORMAL in the outbox"_s, outboxControl.lost > 0);
    report.control(u"synchronous=NORMAL in the store"_s, storeControl.lost > 0);
    return report.close();
}
