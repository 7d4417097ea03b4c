// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dice.h"
#include "sync/scheduler.h"

#include <QByteArray>
#include <QDateTime>
#include <QSet>

#include <functional>
#include <map>
#include <unordered_map>

namespace mc::sim {

using Millis = std::chrono::milliseconds;

/**
 * Time and order of everything in one simulated world: a queue of events, run one after the other in one
 * thread. Keeps a hash of all that was noted, so that two runs of one seed can be compared.
 */
class SimClock final
{
    Q_DISABLE_COPY_MOVE(SimClock)

public:
    using Id = quint64;

    SimClock() = default;
    ~SimClock(); ///< What was to be deleted later is deleted now.

    [[nodiscard]] qint64 ms() const { return m_ms; } ///< Since the world began.
    [[nodiscard]] QDateTime now() const;
    Id after(Millis delay, std::function<void()> what);
    void cancel(Id id);
    /// Runs what is due until then. False: more events than any healthy world has.
    [[nodiscard]] bool runUntil(qint64 endMs);
    void setMostEvents(qint64 count) { m_mostEvents = count; }
    [[nodiscard]] qint64 eventCount() const { return m_events; }

    /// Into the trace: what happened, now. Without anything that differs from run to run (cursors, files).
    void note(const QByteArray &what);
    [[nodiscard]] quint64 trace() const { return m_trace; }
    void setPrinting(bool isPrinting) { m_isPrinting = isPrinting; }

private:
    std::map<std::pair<qint64, Id>, std::function<void()>> m_queue;
    std::unordered_map<Id, qint64> m_times;
    qint64 m_ms = 0;
    Id m_last = 0;
    qint64 m_events = 0;
    qint64 m_mostEvents = 400'000;
    quint64 m_trace = 0xcbf29ce484222325ULL;
    bool m_isPrinting = false;
};

/// One console's view of the clock: its own random numbers, its own (wrong) time of day, and alarms that go
/// with it.
class SimScheduler final : public Scheduler
{
public:
    SimScheduler(SimClock &clock, Dice dice, Millis offset);
    ~SimScheduler() override;

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] double fraction() override { return m_dice.fraction(); }
    Id callAfter(std::chrono::milliseconds delay, std::function<void()> what) override;
    void cancel(Id id) override;

private:
    SimClock &m_clock; ///< Not owned; outlives this.
    Dice m_dice;
    Millis m_offset;
    QSet<Id> m_waiting;
};

/// The ids that newUuid7() gives from now on come from here; this program brings its own newUuid7().
void seedIds(quint64 seed, const SimClock *clock);

} // namespace mc::sim
