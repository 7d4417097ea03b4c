// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

namespace mc::bench {

/// Which orders: the same number and seed always make the same ones, on every machine.
struct OrderSet {
    int count = 0;
    quint64 seed = 1;
};

/**
 * The order at that index, newest first as on the wire.
 *
 * Each order follows from seed and index alone, so that any part can be made by any thread. Dates lie within
 * three years and are denser towards the end; names are in nine scripts; an order has one to six lines.
 */
[[nodiscard]] Order orderAt(const OrderSet &set, int index);

/// The same order after something has happened to it: one version on, another state, another time.
[[nodiscard]] Order changed(const Order &order, quint64 seed);

/// A small generator of random numbers (SplitMix64): the standard's distributions differ between libraries.
class Dice final
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] quint64 next();
    [[nodiscard]] int below(int limit) { return static_cast<int>(next() % static_cast<quint64>(limit)); }
    [[nodiscard]] bool hits(int perMille) { return below(1000) < perMille; }

private:
    quint64 m_state;
};

} // namespace mc::bench
