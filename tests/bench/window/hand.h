// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QObject>

#include <chrono>
#include <functional>

class QLineEdit;

namespace mc {
class OrderTable;
}

namespace mc::bench {

using Moment = std::chrono::steady_clock::time_point;
[[nodiscard]] double millisecondsBetween(Moment from, Moment to);

/**
 * Does in the console's window what a person does, and tells when it was painted.
 *
 * A painting counts when the event behind it is handled, so that it has reached the screen (or the memory
 * that stands for one). Lives in the GUI thread; ends the program when something does not come within a
 * minute.
 */
class Hand final : public QObject
{
public:
    /// `service` outlives this. The window may come later.
    explicit Hand(ConsoleService &service);

    /// Until the orders table shows rows.
    void waitForTable();
    [[nodiscard]] OrderTable &table() const { return *m_table; }
    [[nodiscard]] QLineEdit &searchField() const;
    [[nodiscard]] OrderRow rowAt(int row) const;

    /// What `act` asks for has been painted, in milliseconds since `from`; `act` must ask for other rows.
    [[nodiscard]] double untilRows(const std::function<void()> &act, Moment from);
    /// The next painting of the table after `act`.
    [[nodiscard]] double untilPainted(const std::function<void()> &act);
    /// ... that also fulfils this.
    [[nodiscard]] double untilPainted(const std::function<void()> &act, const std::function<bool()> &is);
    /// No row that can be seen is a placeholder; milliseconds since `from`.
    [[nodiscard]] double untilWhole(Moment from);
    /// Until the count is exact and nothing happens any more.
    void rest();
    /// Called behind every painting of the table.
    void onPainted(std::function<void()> tell) { m_onPainted = std::move(tell); }
    void idle(std::chrono::milliseconds time);
    /// Handles events until then, or not at all when it is later already.
    void idleUntil(Moment moment);

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void waitFor(const std::function<bool()> &is);
    [[nodiscard]] bool isWhole() const;

    ConsoleService &m_service;
    OrderTable *m_table = nullptr; ///< Not owned; once it has been painted with rows.
    int m_begun = 0; ///< Paintings of the table, or of whatever stands in its place.
    int m_done = 0; ///< Those that are over.
    int m_atAnswer = 0; ///< m_begun when the last answer to a query came.
    bool m_isAnswered = false;
    bool m_isWhole = false; ///< The last painting had no placeholder.
    Moment m_doneAt;
    std::function<void()> m_onPainted;
};

} // namespace mc::bench
