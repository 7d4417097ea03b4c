// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

namespace mc::test {

/// The result of a query over a list of orders. A change of one order touches one row; only a new result set
/// resets.
class FakeOrdersModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeOrdersModel)
public:
    using QAbstractTableModel::QAbstractTableModel;

    void reset(const QList<OrderView> &views);
    /// True when the order was a row of the current result.
    bool update(const OrderView &view);
    void prepend(const OrderView &view);
    /// From this row on nothing is loaded yet; -1: everything is.
    void setLoadedUpTo(int row);
    [[nodiscard]] int rowOf(const OrderId &id) const;
    [[nodiscard]] OrderId idOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] OrderRow rowAt(int row) const;

    QList<OrderView> m_views;
    int m_loadedUpTo = -1;
};

} // namespace mc::test
