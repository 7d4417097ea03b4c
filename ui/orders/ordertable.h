// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/orders/orderdelegate.h"

#include <QTableView>

class QMenu;

namespace mc {

class OrderTexts;

enum class Density : quint8 { Comfortable, Compact };

/**
 * The orders table: fixed row heights, hovered rows, a check column and the "…" button. It emits what the
 * user wants and opens nothing itself. Works the same at a million rows: no row is asked for that is not
 * painted.
 */
class OrderTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderTable)
public:
    /// `orders` outlives this.
    OrderTable(OrderTexts &orders, const Clock &clock, QWidget *parent = nullptr);

    void setDensity(Density density);
    /// The button stays down while its menu is open.
    void setPressedAction(const QModelIndex &index);
    [[nodiscard]] QRect actionButton(int row) const; ///< In the viewport.
    [[nodiscard]] int selectedCount() const;
    /// Ascending; at most `limit` rows, so that a selection of everything stays cheap.
    [[nodiscard]] QList<int> selectedRowNumbers(int limit) const;
    /// What a press of the "…" button does, however it was pressed; see ordertableaccess.h.
    void pressActions(int row);

signals:
    void orderActivated(int row);
    void actionsRequested(int row, const QPoint &globalPosition);
    void orderSelectionChanged(int count);
    void currentOrderChanged(int row);
    void sortRequested(mc::OrderColumn column, Qt::SortOrder order);
    void leftUpwards(); ///< Up in the first row: back to the search field.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event = nullptr) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void prepareHeader();
    void requestActions(int row);
    void setHoveredCell(const QModelIndex &index);
    void layoutColumns();
    [[nodiscard]] int widestDate() const;
    [[nodiscard]] int widestItemStatus() const;
    [[nodiscard]] int widestPaymentStatus() const;

    TableHover m_hover;
    Density m_density = Density::Comfortable;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    OrderColumn m_sortColumn = OrderColumn::PlacedAt;
};

} // namespace mc
