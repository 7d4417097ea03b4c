// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/textblock.h"
#include "ui/look/parts.h"

#include <QGridLayout>
#include <QList>

namespace mc {

struct ItemRow {
    QString title; ///< Text of any origin, like the caption.
    QString caption;
    Badge badge;
    QString price;
};

/// The lines of an order, each with its own status. Showing other lines changes only what differs.
class ItemList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemList)
public:
    explicit ItemList(QWidget *parent = nullptr);

    void show(const QList<ItemRow> &rows);
    using QWidget::show;
    /// The status below the title instead of beside it: for narrow windows and large fonts.
    void setStacked(bool isStacked);

private:
    struct Row {
        QWidget *words = nullptr; // owned by this widget, like all below
        TextBlock *title = nullptr;
        TextBlock *caption = nullptr;
        BadgeLabel *badge = nullptr;
        TextBlock *price = nullptr;
    };
    void addRow();
    void removeRow();
    void place(const Row &row, int line);

    QGridLayout *m_grid; // owned by this widget
    QList<Row> m_rows;
    bool m_isStacked = false;
};

} // namespace mc
