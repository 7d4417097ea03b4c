// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace mc {

/**
 * Some waits are minutes long for good reasons, and no proof can wait for each of them. In builds with
 * assertions the environment variable MC_TIME_DIVISOR divides them; where NDEBUG is defined, as in every
 * release, shortened() is the time itself.
 */
#ifdef NDEBUG
constexpr std::chrono::milliseconds shortened(std::chrono::milliseconds time)
{
    return time;
}
#else
/// 1 where MC_TIME_DIVISOR is not set. Any thread.
[[nodiscard]] int timeDivisor();

[[nodiscard]] inline std::chrono::milliseconds shortened(std::chrono::milliseconds time)
{
    return std::max(std::chrono::milliseconds(1), time / timeDivisor());
}
#endif

} // namespace mc
