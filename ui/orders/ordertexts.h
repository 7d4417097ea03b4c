// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/clock.h"

#include <QIdentityProxyModel>
#include <QLocale>

namespace mc {

/// Puts words on the rows of ConsoleService::orders(): headers, what a screen reader says for each painted
/// cell, and tool tips. Order and number of rows stay as they are, so it costs nothing at a million rows.
class OrderTexts final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderTexts)
public:
    /// `orders` outlives this.
    OrderTexts(QAbstractTableModel &orders, Clock clock, QObject *parent = nullptr);

    [[nodiscard]] OrderRow row(int row) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString spoken(const OrderRow &row, OrderColumn column) const;
    [[nodiscard]] QString toolTip(const OrderRow &row, OrderColumn column) const;

    Clock m_clock;
    QLocale m_locale;
};

} // namespace mc
