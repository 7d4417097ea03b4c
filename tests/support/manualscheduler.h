// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/scheduler.h"

#include <map>
#include <utility>

namespace mc::test {

/// A clock that moves only when a test says so.
class ManualScheduler final : public Scheduler
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] double fraction() override { return m_fraction; }
    Id callAfter(std::chrono::milliseconds delay, std::function<void()> what) override
    {
        const Id id = ++m_last;
        m_calls.insert({{m_now.addMSecs(delay.count()), id}, std::move(what)});
        return id;
    }
    void cancel(Id id) override
    {
        std::erase_if(m_calls, [id](const auto &call) { return call.first.second == id; });
    }

    void setFraction(double fraction) { m_fraction = fraction; }
    [[nodiscard]] qsizetype waiting() const { return static_cast<qsizetype>(m_calls.size()); }
    /// Calls what is due, in its order, including what that makes due.
    void advance(std::chrono::milliseconds time)
    {
        const QDateTime end = m_now.addMSecs(time.count());
        while (!m_calls.empty() && m_calls.begin()->first.first <= end) {
            m_now = std::max(m_now, m_calls.begin()->first.first);
            const auto what = std::move(m_calls.begin()->second);
            m_calls.erase(m_calls.begin());
            what();
        }
        m_now = end;
    }

private:
    QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-11-20T14:00:00Z"), Qt::ISODate);
    double m_fraction = 0.5;
    Id m_last = 0;
    std::map<std::pair<QDateTime, Id>, std::function<void()>> m_calls;
};

} // namespace mc::test
