// SPDX-License-Identifier: Apache-2.0
#include "simclock.h"

#include "domain/strongid.h"

#include <QCoreApplication>
#include <QEvent>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace mc::sim {
namespace {

const QDateTime &beginning()
{
    static const QDateTime time(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    return time;
}

// Queued calls and deleteLater() of this thread: what an event loop would do between two events.
void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::sendPostedEvents();
}

struct Ids {
    Dice dice{0};
    const SimClock *clock = nullptr;
};
Ids &ids()
{
    static Ids one;
    return one;
}

} // namespace

void seedIds(quint64 seed, const SimClock *clock)
{
    ids() = {Dice(seed), clock};
}

QDateTime SimClock::now() const
{
    return beginning().addMSecs(m_ms);
}

SimClock::Id SimClock::after(Millis delay, std::function<void()> what)
{
    const Id id = ++m_last;
    const qint64 at = m_ms + std::max<qint64>(0, delay.count());
    m_queue.insert({{at, id}, std::move(what)});
    m_times.emplace(id, at);
    return id;
}

SimClock::~SimClock()
{
    settle();
}

void SimClock::cancel(Id id)
{
    const auto found = m_times.find(id);
    if (found == m_times.end())
        return;
    m_queue.erase({found->second, id});
    m_times.erase(found);
}

bool SimClock::runUntil(qint64 endMs)
{
    settle();
    while (!m_queue.empty() && m_queue.begin()->first.first <= endMs) {
        m_ms = m_queue.begin()->first.first;
        const auto what = std::move(m_queue.begin()->second);
        m_times.erase(m_queue.begin()->first.second);
        m_queue.erase(m_queue.begin());
        what();
        settle();
        if (++m_events > m_mostEvents)
            return false;
    }
    m_ms = std::max(m_ms, endMs);
    return true;
}

void SimClock::note(const QByteArray &what)
{
    const auto mix = [this](quint8 byte) { m_trace = (m_trace ^ byte) * 0x100000001b3ULL; };
    for (int shift = 0; shift < 64; shift += 8)
        mix(static_cast<quint8>(static_cast<quint64>(m_ms) >> shift));
    for (const char byte : what)
        mix(static_cast<quint8>(byte));
    if (m_isPrinting)
        std::printf("%8lld %.*s\n", static_cast<long long>(m_ms), static_cast<int>(what.size()),
                    what.constData());
}

SimScheduler::SimScheduler(SimClock &clock, Dice dice, Millis offset)
    : m_clock(clock)
    , m_dice(dice)
    , m_offset(offset)
{
}

SimScheduler::~SimScheduler()
{
    for (const Id id : std::as_const(m_waiting))
        m_clock.cancel(id);
}

QDateTime SimScheduler::now() const
{
    return m_clock.now().addMSecs(m_offset.count());
}

Scheduler::Id SimScheduler::callAfter(std::chrono::milliseconds delay, std::function<void()> what)
{
    const auto id = std::make_shared<Id>(0);
    *id = m_clock.after(delay, [this, id, what = std::move(what)] {
        m_waiting.remove(*id);
        what();
    });
    m_waiting.insert(*id);
    return *id;
}

void SimScheduler::cancel(Id id)
{
    m_waiting.remove(id);
    m_clock.cancel(id);
}

} // namespace mc::sim

namespace mc {

// In the place of the domain's own, which the linker leaves out then: real ids would make every run another
// one.
QString newUuid7()
{
    sim::Ids &source = sim::ids();
    const auto now =
        source.clock == nullptr ? quint64(0) : static_cast<quint64>(source.clock->now().toMSecsSinceEpoch());
    const quint64 a = source.dice.next();
    const quint64 b = source.dice.next();
    return QString::asprintf("%08x-%04x-7%03x-8%03x-%012llx", static_cast<uint>(now >> 16),
                             static_cast<uint>(now & 0xffffU), static_cast<uint>(a & 0xfffU),
                             static_cast<uint>((a >> 12) & 0xfffU),
                             static_cast<unsigned long long>(b & 0xffffffffffffULL));
}

} // namespace mc
