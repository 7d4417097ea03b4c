// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace mc::sim {

/// Everything random of a simulated world: a small generator that gives the same on every machine
/// (SplitMix64).
class Dice final
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int limit) { return static_cast<int>(next() % static_cast<quint64>(limit)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    double fraction() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
    /// One for a part, so that one part's draws do not shift another's.
    Dice fork() { return Dice(next()); }

private:
    quint64 m_state;
};

} // namespace mc::sim
