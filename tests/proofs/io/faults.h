// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/proofs/support/faultvfs.h"

#include <QString>
#include <QStringList>

namespace mc::proof {

/// How a run ends: the program is started again, or the power fails too, which shows what only seemed synced.
enum class RunEnd : quint8 { Restart, PowerCut };

/// One run of a part with one fault.
struct FaultRun {
    QString folder; ///< Empty at the begin.
    quint64 seed = 0;
    DiskFault fault;
    RunEnd end = RunEnd::Restart;

    [[nodiscard]] FaultDisk::Power power() const
    {
        return end == RunEnd::PowerCut ? FaultDisk::Power::MayFail : FaultDisk::Power::Steady;
    }
};
struct FaultResult {
    bool hasStruck = false; ///< False: the fault came too late for this run, which was a clean one.
    qint64 acknowledged = 0;
    QStringList broken;
};

[[nodiscard]] FaultResult failOutbox(FaultDisk &disk, const FaultRun &run);
[[nodiscard]] FaultResult failCache(FaultDisk &disk, const FaultRun &run);
[[nodiscard]] FaultResult failStore(FaultDisk &disk, const FaultRun &run);

/// Damages copies of a cache by flipped bits, overwritten sectors and truncation, and has them healed.
struct FlipResult {
    qint64 healed = 0; ///< That were seen to be damaged.
    qint64 unharmed = 0; ///< Nothing that matters was hit.
    QStringList broken;
};
class Flips final
{
public:
    Flips(FaultDisk &disk, QString folder, quint64 seed);
    ~Flips();
    Flips(const Flips &) = delete;
    Flips &operator=(const Flips &) = delete;
    [[nodiscard]] FlipResult flip(quint64 seed);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace mc::proof
