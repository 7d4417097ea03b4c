// SPDX-License-Identifier: Apache-2.0
#include "faults.h"
#include "tests/proofs/support/storeworkload.h"

using namespace Qt::StringLiterals;

namespace mc::proof {

using store::Database;
using store::DatabaseError;

FaultResult failStore(FaultDisk &disk, const FaultRun &run)
{
    disk.reset(run.power());
    disk.setCheckpointPages(40);
    FaultResult result;
    const Database::Config config{run.folder + u"/store.sqlite"_s, {}};
    StoreWorkload workload(run.seed, StoreWorkload::AfterFailure::GoOn);
    bool isStoreKnown = false;
    disk.inject(run.fault);
    for (int i = 0; i < 2; ++i) { // as a supervisor starts it again
        auto database = Database::open(config);
        if (!database) {
            const auto kind = database.error().kind;
            if (database.error().detail.isEmpty() || kind == DatabaseError::Kind::NewerSchema
                || kind == DatabaseError::Kind::Damaged)
                result.broken.append(u"a failing disk is taken for something else: "_s
                                     + database.error().detail);
            continue;
        }
        isStoreKnown = isStoreKnown || StoreWorkload::addStore(**database);
        if (isStoreKnown)
            workload.run(**database, 3, 3);
        result.hasStruck = disk.struck() > 0;
        disk.heal();
        if (run.end == RunEnd::PowerCut)
            disk.cutPowerNow(run.seed);
        break;
    }
    result.hasStruck = result.hasStruck || disk.struck() > 0;
    disk.heal();
    if (run.end == RunEnd::PowerCut) {
        disk.cutPowerNow(run.seed);
        disk.putBack();
    }

    const auto database = Database::open(config);
    if (!database) {
        result.broken.append(u"it cannot be opened any more: "_s + database.error().detail);
        return result;
    }
    if (isStoreKnown)
        workload.check(**database);
    result.acknowledged = workload.acknowledged();
    result.broken += workload.broken();
    if (workload.lost() > 0)
        result.broken.append(u"%1 answers were given that are not true"_s.arg(workload.lost()));
    return result;
}

} // namespace mc::proof
