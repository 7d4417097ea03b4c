// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace mc {

/// Now, in UTC. In builds with assertions MC_CLOCK_AHEAD moves it on by so many seconds, so that a proof need
/// not wait for a month to pass; a release knows no such thing. Any thread.
[[nodiscard]] QDateTime systemUtcNow();

} // namespace mc
