// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QWidget>

namespace mc {

class Card;

/// The store's answer while the window was open, in words.
struct Refusal {
    QString title;
    QString text;
};
/// Why this order cannot be cancelled any more; with the time of its parcel where that is known.
[[nodiscard]] Refusal refusalOf(const OrderView &view);
/// "Already shipped": one row of "2 will stay as they are".
[[nodiscard]] QString whyNot(const OrderView &view);

/// What the Cancel order window is about: the lines and the total of one order, or one row an order, and
/// below those that stay as they are, each with its why. A long list scrolls.
class CancelSummary final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelSummary)
public:
    explicit CancelSummary(const QList<OrderView> &views, QWidget *parent = nullptr);

private:
    void addSingle(const Order &order);
    /// Rows for what the lines do not hold of the total; how many there are.
    static int addCharges(Card &card, const Order &order);
    void addSeveral(const QList<OrderView> &eligible);
    void addExcluded(const QList<OrderView> &excluded);
    void addList(QWidget *list, int rows);
};

} // namespace mc
