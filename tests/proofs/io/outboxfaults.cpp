// SPDX-License-Identifier: Apache-2.0
#include "faults.h"
#include "sync/syncwords.h"
#include "tests/proofs/support/outboxworkload.h"

using namespace Qt::StringLiterals;

namespace mc::proof {

FaultResult failOutbox(FaultDisk &disk, const FaultRun &run)
{
    disk.reset(run.power());
    disk.setCheckpointPages(8);
    FaultResult result;
    OutboxWorkload workload(run.folder + u"/outbox.sqlite"_s, run.seed, OutboxWorkload::AfterFailure::GoOn);
    workload.onError([&result](const StorageError &error) {
        const QString sentence = storageSentence(error);
        if (!sentence.endsWith(u'.') || error.kind == StorageError::Kind::Damaged)
            result.broken.append(u"an error that people cannot be told: "_s + error.detail);
    });
    disk.inject(run.fault);
    workload.run(9);
    result.hasStruck = disk.struck() > 0;
    disk.heal();
    if (run.end == RunEnd::PowerCut)
        disk.cutPowerNow(run.seed);
    workload.close();
    if (run.end == RunEnd::PowerCut)
        disk.putBack();

    workload.check();
    result.acknowledged = workload.acknowledged();
    result.broken += workload.broken();
    if (workload.lost() > 0)
        result.broken.append(u"%1 rows were said to be saved and are not"_s.arg(workload.lost()));
    return result;
}

} // namespace mc::proof
