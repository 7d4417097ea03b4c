// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/strongid.h"
#include "ui/detail/textblock.h"
#include "ui/look/parts.h"

#include <QGridLayout>
#include <QHash>
#include <QList>

#include <array>

namespace mc {

struct RequestRow {
    QString key; ///< The same request has the same key after each change.
    OrderId order;
    QString number; ///< Text of any origin, like all below.
    QString customer;
    QString reason;
    QString third; ///< Requested by, or the refund.
    QString time;
    Badge badge;
};

/// A quiet table of requests: a number that opens the order, four texts and a badge. At most some dozens of
/// rows, so they are widgets; a row keeps its widgets by key, so the focus stays on its order when others
/// come.
class RequestTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestTable)
public:
    /// Titles of third, time and badge; the first three columns are always the same.
    RequestTable(const QString &third, const QString &time, const QString &status, QWidget *parent = nullptr);

    void show(const QList<RequestRow> &rows);
    using QWidget::show;
    /// Leaves out what the order page says anyway: for narrow windows and large fonts.
    enum class Room : quint8 { Wide, Narrow, Tight };
    void setRoom(Room room);

signals:
    void orderOpened(const mc::OrderId &id);

private:
    static constexpr int Columns = 6;
    struct Row {
        QPushButton *number = nullptr; // owned by this widget, like all below
        std::array<TextBlock *, 4> texts{};
        BadgeLabel *badge = nullptr;
        OrderId order;
    };
    [[nodiscard]] std::array<QWidget *, Columns> widgetsOf(const Row &row) const;
    Row makeRow(const RequestRow &row);
    void hideColumns();

    QGridLayout *m_grid; // owned by this widget
    QList<TextBlock *> m_titles; // owned by this widget
    QHash<QString, Row> m_rows;
    QStringList m_order; // keys from top to bottom
    Room m_room = Room::Wide;
};

} // namespace mc
