// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>

class QTimer;

namespace mc {

/// Time as the sync engine sees it, so that tests and simulations need not wait for it.
class Scheduler
{
public:
    using Id = quint64;
    Scheduler() = default;
    virtual ~Scheduler() = default;
    Q_DISABLE_COPY_MOVE(Scheduler)

    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC.
    [[nodiscard]] virtual double fraction() = 0; ///< Random, from 0 up to but without 1.
    /// Calls `what` once from the event loop of the scheduler's thread, unless cancelled before.
    virtual Id callAfter(std::chrono::milliseconds delay, std::function<void()> what) = 0;
    virtual void cancel(Id id) = 0;
};

/// Real time. Lives in the thread that made it.
class RealScheduler final : public Scheduler
{
public:
    RealScheduler() = default;
    ~RealScheduler() override;
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] double fraction() override;
    Id callAfter(std::chrono::milliseconds delay, std::function<void()> what) override;
    void cancel(Id id) override;

private:
    QObject m_context;
    QHash<Id, QTimer *> m_timers; ///< Children of m_context.
    Id m_last = 0;
};

/// One thing to do later; starting it again moves it. Cancelled by its destruction.
class Alarm final
{
public:
    Alarm(Scheduler &scheduler, std::function<void()> what);
    ~Alarm();
    Q_DISABLE_COPY_MOVE(Alarm)

    void start(std::chrono::milliseconds delay);
    void stop();
    [[nodiscard]] bool isSet() const { return m_id != 0; }

private:
    Scheduler &m_scheduler; ///< Not owned; outlives this.
    std::function<void()> m_what;
    Scheduler::Id m_id = 0;
};

/// Waits that grow from try to try up to `longest`, each drawn from the upper half of its span, so that a
/// thousand consoles do not come back in the same second and none comes back sooner than half the longest.
class Backoff final
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, double growth = 2);
    [[nodiscard]] std::chrono::milliseconds next(Scheduler &scheduler);
    void reset()
    {
        m_span = static_cast<double>(m_first.count());
    } ///< Only after the store itself has answered as it should.

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    double m_growth;
    double m_span; ///< Of the next wait, in milliseconds.
};

} // namespace mc
