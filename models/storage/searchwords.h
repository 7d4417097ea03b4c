// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

#include <QString>

// What can be found and how: the words of an order in the search index, and what somebody typed as a query on
// them. "Partial match" is word prefix, plus suffixes of order and tracking numbers, plus bigrams in scripts
// without spaces. Both sides fold case, accents and widths in the same way.
namespace mc {

/// The text of an order's row in the index. A pure function of the order: a row can only be removed from the
/// contentless index with exactly this text.
[[nodiscard]] QString searchWords(const Order &order);

/// Whether searchWords() of both are the same. Compares what they are made of first: finding the words was a
/// seventh of the time of catching up, and most changes of an order touch none of it.
[[nodiscard]] bool hasSameWords(const Order &a, const Order &b);

/// An FTS5 expression; empty when nothing of the input can be searched for (punctuation only).
[[nodiscard]] QString matchExpression(const QString &typed);

/// Sorts names as people expect: case and accents folded.
[[nodiscard]] QString nameSortKey(const QString &name);
/// Sorts "#999" before "#1001": each run of figures padded.
[[nodiscard]] QString numberSortKey(const QString &number);

} // namespace mc
