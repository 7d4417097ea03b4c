// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/clock.h"
#include "ui/look/paint.h"
#include "ui/look/shapedlines.h"
#include "ui/orders/keptdates.h"

#include <QLocale>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace mc {

/// What pointer and keyboard do to the table; owned by the view, read by its delegate.
struct TableHover {
    QPersistentModelIndex cell;
    QPersistentModelIndex pressedAction;
    bool isByKeyboard = false; ///< The focus ring is for those who cannot see a pointer.
};

/**
 * Paints the row's background and its keyboard focus, then one cell, straight from the OrderRow: no
 * QStyleOptionViewItem text, no style sheet, two texts a cell that are shaped once, so that scrolling costs
 * the same at any size. A row that is not loaded yet is painted as a placeholder.
 */
class OrderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderDelegate)
public:
    /// `hover` outlives the delegate.
    OrderDelegate(const TableHover &hover, Clock clock, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The "…" button inside its cell, for painting and for hit tests.
    [[nodiscard]] static QRect actionRect(const QRect &cell);
    [[nodiscard]] static int rowHeight(const QFont &font, bool isCompact);

private:
    struct Cell {
        QPainter &painter;
        const QStyleOptionViewItem &option;
        const QModelIndex &index;
        const OrderRow &row;
        const Colors &colors;
        QRect box;
    };
    void paintBackground(const Cell &cell) const;
    void paintContent(const Cell &cell) const;
    void paintPlaceholder(const Cell &cell) const;
    void paintTwoLines(const Cell &cell, const QString &first, const QString &second, TextRole role) const;
    void paintPlacedAt(const Cell &cell) const;
    void paintStatus(const Cell &cell) const;
    void paintAmount(const Cell &cell) const;
    void paintAction(const Cell &cell) const;

    const TableHover &m_hover;
    Clock m_clock;
    QLocale m_locale;
    mutable ShapedLines m_lines;
    mutable KeptDates m_dates;
};

} // namespace mc
