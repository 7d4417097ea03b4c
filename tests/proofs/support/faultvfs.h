// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platter.h"

#include <QSet>

#include <functional>
#include <memory>

namespace mc::proof {

/// What a disk answers instead of doing as it was told.
struct DiskFault {
    enum class Call : quint8 { Open, Read, Write, Sync, Truncate, Remove };
    enum class Error : quint8 { Io, Full, Denied }; ///< EIO, ENOSPC, EACCES
    Error error = Error::Io;
    QSet<Call> calls; ///< Which calls it can meet.
    qint64 at = 1; ///< The how manieth of them, counted from inject() on.
    bool isLasting = false; ///< That one and all after it.
};

/**
 * SQLite's files on a disk that can fail: the default VFS of this process while this object lives.
 *
 * Every SQLite connection of the process goes through it, QtSql's as well as long as both use the same
 * library (isSeenByQt()). Make one, early. Thread-safe but for putBack(), for which no connection may be
 * open.
 */
class FaultDisk final
{
public:
    FaultDisk();
    ~FaultDisk();
    FaultDisk(const FaultDisk &) = delete;
    FaultDisk &operator=(const FaultDisk &) = delete;

    /// Whether QtSql uses the very library that this program registered the VFS with.
    [[nodiscard]] static bool isSeenByQt();

    enum class Power : quint8 {
        MayFail,
        Steady ///< Spares what a cut would need: a copy of each file, and of each write to it.
    };
    /// No faults, power on, and all that the files hold now is synced.
    void reset(Power power = Power::MayFail);
    /// How long a WAL grows before it is checkpointed, from the next statement on. SQLite's own 1,000 pages
    /// would hide the checkpoints from a short test.
    void setCheckpointPages(int pages);

    void inject(const DiskFault &fault);
    void heal(); ///< No more faults.
    [[nodiscard]] qint64 struck() const; ///< How many calls have failed since inject().

    /// The power fails when this many changing calls (write, sync, truncate, remove) have been made. Every
    /// call fails then.
    void cutPowerAfter(qint64 changes, quint64 seed);
    void cutPowerNow(quint64 seed);
    [[nodiscard]] bool isPowerOff() const;
    [[nodiscard]] qint64 changes() const; ///< Changing calls since reset().
    /// The files become what survived, and the power is on again.
    void putBack();

    /// Called as each statement of any connection begins, in its thread.
    void onStatement(std::function<void()> hook);

    struct State;

private:
    std::unique_ptr<State> m_state;
};

} // namespace mc::proof
