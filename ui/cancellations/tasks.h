// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/orderphrases.h"

namespace mc {

enum class TaskKind : quint8 { Conflict, Refused, Question, FailedRefund, Rejected };

/// What one side says: two of them stand next to each other, so that nobody has to guess which one won.
struct Claim {
    QString who; ///< With the time.
    QString what;
    QString detail;

    friend bool operator==(const Claim &, const Claim &) = default;
};

/// One card that waits for somebody. A plain value; the card shows it, the page acts on its entry.
struct Task {
    TaskKind kind = TaskKind::Conflict;
    QString key; ///< The same thing has the same key after each change.
    CancellationEntry entry;
    QString title;
    Badge badge;
    QString text;
    QList<Claim> claims;
    QString note; ///< Quiet, at the end of the actions; may be empty.
};

/// Everything of the board that needs a decision, in the order of the page.
[[nodiscard]] QList<Task> tasksOf(const CancellationBoard &board, const Reader &reader);

/// How often each reason was given among these, most frequent first.
[[nodiscard]] QList<Field> reasonCounts(const QList<CancellationEntry> &entries, const Reader &reader);

/// Identifies an entry of the board for as long as it is the same thing.
[[nodiscard]] QString keyOf(const CancellationEntry &entry);

} // namespace mc
