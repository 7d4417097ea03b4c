// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <cstdint>

namespace mc::fuzz {

/// The bytes of one run. A copy, so that reading behind its end is noticed.
[[nodiscard]] QByteArray inputOf(const std::uint8_t *data, std::size_t size);

/// Cuts the first line off: what a target is told beside the bytes that it parses.
[[nodiscard]] QByteArray takeLine(QByteArray &input);

/// Runs queued calls and deferred deletions, so that nothing of a run is left for the next one.
void settle();

/// A promise of the parser that does not hold: ends the process, which the fuzzer reports with its input.
void require(bool holds, const char *what);

} // namespace mc::fuzz
