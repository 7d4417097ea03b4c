// SPDX-License-Identifier: Apache-2.0
// A migration ends at any statement, by a kill, a loss of power or a lost connection: what is found is a
// whole version, and the next start reaches the newest. A newer file is refused and left alone.
#include "domain/plantedbug.h"
#include "trials.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::proof;

namespace {

constexpr std::string_view Planted = "migration-outside-transaction";

void take(Report &report, qint64 &kills, const TrialResult &result)
{
    kills += result.kills;
    for (const QString &broken : result.broken)
        report.violation(broken);
}

void provePlantedBug(Report &report, const Request &request, FaultDisk &disk, OnPostgres &postgres)
{
    plantBugs({Planted});
    const QList<Journey> journeys = allJourneys();
    for (const Journey &journey : {journeys.at(0), journeys.at(1)}) {
        const TrialResult killed = killOnSqlite(disk, journey, request.workFolder);
        report.control(u"killed outside a transaction, "_s + journey.name, !killed.broken.isEmpty());
        const TrialResult cut = cutOnSqlite(disk, journey, request.workFolder, request.seed, 1);
        report.control(u"power cut outside a transaction, "_s + journey.name, !cut.broken.isEmpty());
    }
    const TrialResult ended = postgres.terminate(journeys.at(1), request.workFolder + u"/scripts"_s);
    report.control(u"connection ended outside a transaction"_s, !ended.broken.isEmpty());
    plantBugs({});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"*.warning=false"_s);
    const auto request = readRequest(QCoreApplication::arguments());
    if (!request)
        return 2;
    Report report(u"migrate"_s, *request);
    if (!FaultDisk::isSeenByQt())
        report.violation(u"QtSql uses another copy of SQLite: nothing would be proved"_s);
    for (const QString &missing : missingFixtures())
        report.violation(u"there is no fixture "_s + missing);

    qint64 kills = 0;
    qint64 cuts = 0;
    qint64 ends = 0;
    FaultDisk disk;
    OnPostgres postgres;
    auto random = randomFor(*request, 1);
    for (const Journey &journey : allJourneys()) {
        take(report, kills, killOnSqlite(disk, journey, request->workFolder));
        take(report, cuts,
             cutOnSqlite(disk, journey, request->workFolder, random(), static_cast<int>(request->size)));
        if (journey.isStore)
            take(report, ends, postgres.terminate(journey, request->workFolder + u"/scripts"_s));
    }
    int refused = 0;
    for (const QString &broken : refuseNewerFiles(request->workFolder, refused) + postgres.refuseNewer())
        report.violation(broken);
    report.figure(u"journeys"_s, allJourneys().size());
    report.figure(u"kills"_s, kills);
    report.figure(u"power_cuts"_s, cuts);
    report.figure(u"ended_connections"_s, ends);
    report.figure(u"newer_refused"_s, refused + 1);
    provePlantedBug(report, *request, disk, postgres);
    return report.close();
}
