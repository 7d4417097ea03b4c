// SPDX-License-Identifier: Apache-2.0
#include "sync/scheduler.h"

#include "domain/plantedbug.h"

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace mc {
namespace {

constexpr std::chrono::milliseconds ShortestWait{100};

} // namespace

RealScheduler::~RealScheduler() = default;

QDateTime RealScheduler::now() const
{
    return QDateTime::currentDateTimeUtc();
}

double RealScheduler::fraction()
{
    return QRandomGenerator::global()->generateDouble();
}

Scheduler::Id RealScheduler::callAfter(std::chrono::milliseconds delay, std::function<void()> what)
{
    const Id id = ++m_last;
    auto *timer = new QTimer(&m_context);
    timer->setSingleShot(true);
    m_timers.insert(id, timer);
    QObject::connect(timer, &QTimer::timeout, &m_context, [this, id, what = std::move(what)] {
        if (QTimer *done = m_timers.take(id))
            done->deleteLater();
        const auto call = what; // the timer may go with what it calls
        call();
    });
    timer->start(std::max(delay, std::chrono::milliseconds::zero()));
    return id;
}

void RealScheduler::cancel(Id id)
{
    if (QTimer *timer = m_timers.take(id)) {
        timer->stop();
        timer->deleteLater();
    }
}

Alarm::Alarm(Scheduler &scheduler, std::function<void()> what)
    : m_scheduler(scheduler)
    , m_what(std::move(what))
{
}

Alarm::~Alarm()
{
    stop();
}

void Alarm::start(std::chrono::milliseconds delay)
{
    stop();
    m_id = m_scheduler.callAfter(delay, [this] {
        m_id = 0;
        m_what();
    });
}

void Alarm::stop()
{
    if (m_id != 0)
        m_scheduler.cancel(m_id);
    m_id = 0;
}

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, double growth)
    : m_first(first)
    , m_longest(longest)
    , m_growth(growth)
    , m_span(static_cast<double>(first.count()))
{
}

std::chrono::milliseconds Backoff::next(Scheduler &scheduler)
{
    const double longest = static_cast<double>(m_longest.count());
    const double span = std::min(longest, m_span);
    m_span = std::min(longest, m_span * m_growth);
    const double place = bugPlanted("no-jitter") ? 1.0 : (1.0 + scheduler.fraction()) / 2;
    return std::max(ShortestWait, std::chrono::milliseconds(static_cast<qint64>(span * place)));
}

} // namespace mc
