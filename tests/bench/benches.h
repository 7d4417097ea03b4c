// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sqlconnection.h"
#include "tests/bench/benchsetup.h"
#include "tests/bench/measure.h"

namespace mc::bench {

/// Row 7 without HTTP: parse the snapshot and fill the searchable cache. Leaves it there for the others.
[[nodiscard]] QList<Result> benchFill(const Setup &setup);
/// The floor of row 7 alone, for a cache that something else has filled.
[[nodiscard]] QList<Result> benchFloor(const Setup &setup);
/// Row 8: catching up 100,000 changes.
[[nodiscard]] QList<Result> benchChanges(const Setup &setup);
/// Row 3 without painting: search as you type.
[[nodiscard]] QList<Result> benchSearch(const Setup &setup);
/// Row 4 without painting: another column or filter.
[[nodiscard]] QList<Result> benchSort(const Setup &setup);
/// Row 5 without painting: the rows of a place far away.
[[nodiscard]] QList<Result> benchJump(const Setup &setup);
/// Row 9 without painting: a request, durable in the outbox.
[[nodiscard]] QList<Result> benchOutbox(const Setup &setup);

/// What the console's code gave, or the end of the program: there is nothing to measure then.
template <typename Value>
Value orDie(StorageResult<Value> result, const char *doing)
{
    if (result) {
        if constexpr (std::is_void_v<Value>)
            return;
        else
            return std::move(*result);
    }
    qFatal("%s: %s", doing, qUtf8Printable(result.error().detail));
}

} // namespace mc::bench
