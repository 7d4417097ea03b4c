// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <future>

class QFont;

namespace mc {

/**
 * Looks up, in a thread of its own, which fonts have the scripts that customers' names may be written in.
 *
 * Qt asks the system when it meets the first letter of a script, so that the first table stood still for two
 * to three frames (docs/performance.md). What was found is shared by all threads. The future's end waits for
 * the thread; the application has to outlive it.
 */
[[nodiscard]] std::future<void> lookUpScripts(const QFont &font);

} // namespace mc
