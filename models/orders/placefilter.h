// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>

#include <bitset>

namespace mc {

/**
 * Answers "is it one of these places?" for each of a million places.
 *
 * Looks at one of 65,536 bits before it asks the set: nearly all places are none of the few that were
 * written, and the bit is seen in a nanosecond where the set takes ten (docs/performance.md). A plain value.
 */
class PlaceFilter final
{
public:
    explicit PlaceFilter(const QSet<qint64> &places)
        : m_places(places)
    {
        for (const qint64 place : places)
            m_bits.set(bitOf(place));
    }

    [[nodiscard]] bool contains(qint64 place) const
    {
        return m_bits[bitOf(place)] && m_places.contains(place);
    }

private:
    static constexpr int BitCount = 1 << 16;

    // Multiplied by 2^64 over the golden ratio, neighbouring places are far apart (Knuth, volume 3, 6.4).
    [[nodiscard]] static size_t bitOf(qint64 place)
    {
        return (static_cast<quint64>(place) * 0x9e3779b97f4a7c15ULL) >> 48;
    }

    QSet<qint64> m_places;
    std::bitset<BitCount> m_bits;
};

} // namespace mc
