// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/benchorders.h"

namespace mc::bench {

inline constexpr double BetweenKeys = 120; ///< Milliseconds; a fast typist.

/// What somebody types who looks for an order: one to three beginnings, of one to twelve letters, of words of
/// its number, customer, mail address, products or parcel.
[[nodiscard]] QString phraseOf(const Order &order, Dice &dice);

} // namespace mc::bench
