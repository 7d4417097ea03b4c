// SPDX-License-Identifier: Apache-2.0
#include "cuts.h"
#include "tests/proofs/support/outboxworkload.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace mc::proof {

CutResult cutOutbox(FaultDisk &disk, const QString &folder, quint64 seed)
{
    std::mt19937_64 random(seed);
    const QString file = folder + u"/outbox.sqlite"_s;
    for (const QString &name : QDir(folder).entryList({u"outbox*"_s}, QDir::Files))
        QFile::remove(folder + u'/' + name);
    disk.reset();
    disk.setCheckpointPages(random() % 2 ? 8 : 200);
    // Often right behind an acknowledgement: that is where a missing sync shows.
    if (random() % 4 != 0)
        disk.cutPowerAfter(static_cast<qint64>(random() % 320), random());
    OutboxWorkload workload(file, random(), OutboxWorkload::AfterFailure::Stop);
    workload.run(1 + static_cast<int>(random() % 30));
    disk.cutPowerNow(random());
    workload.close();
    disk.putBack();

    workload.check();
    CutResult result{workload.acknowledged(), workload.lost(), workload.broken()};
    if (const QString trouble = troubleIn(file); !trouble.isEmpty())
        result.broken.append(trouble);
    return result;
}

} // namespace mc::proof
