// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/ordertableaccess.h"

#include "ui/orders/ordertable.h"

#include <QAccessibleWidget>
#include <QHeaderView>

#include <algorithm>

namespace mc {
namespace {

/// A place of the table; -1 stands for the header. It shows whatever order is there, so a change of the model
/// does not make it wrong, only invalid when there are fewer rows.
struct Place {
    int row = -1;
    int column = -1;

    friend bool operator==(const Place &, const Place &) = default;
};

constexpr int HeaderRows = 1;
// Qt counts the vertical header, hidden or not, when it says which child has the focus.
constexpr int HeaderColumns = 1;

bool isActions(const Place &place)
{
    return place.row >= 0 && place.column == static_cast<int>(OrderColumn::Actions);
}

/// One cell or header; the cell of "…" is a button.
class OrderCellAccess final : public QAccessibleInterface,
                              public QAccessibleTableCellInterface,
                              public QAccessibleActionInterface
{
    Q_DISABLE_COPY_MOVE(OrderCellAccess)
public:
    OrderCellAccess(OrderTable &table, Place place)
        : m_table(table)
        , m_place(place)
    {
    }
    ~OrderCellAccess() override = default;

    // QAccessibleInterface
    [[nodiscard]] bool isValid() const override
    {
        return m_place.row < m_table.model()->rowCount() && m_place.column < m_table.model()->columnCount();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_table);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QWindow *window() const override { return m_table.window()->windowHandle(); }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleTableCellInterface
    [[nodiscard]] bool isSelected() const override
    {
        return m_table.selectionModel()->isRowSelected(m_place.row, {});
    }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_place.column; }
    [[nodiscard]] int rowIndex() const override { return m_place.row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

    // QAccessibleActionInterface, of the button alone
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_table.pressActions(m_place.row);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

    [[nodiscard]] const Place &place() const { return m_place; }

private:
    [[nodiscard]] QModelIndex index() const { return m_table.model()->index(m_place.row, m_place.column); }

    OrderTable &m_table; ///< Its interface owns this one.
    Place m_place;
};

QString OrderCellAccess::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name || !isValid())
        return {};
    if (m_place.column < 0) // the hidden header of the row
        return {};
    if (m_place.row < 0)
        return m_table.model()->headerData(m_place.column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    return index().data(Qt::AccessibleTextRole).toString();
}

QRect OrderCellAccess::rect() const
{
    if (!isValid() || m_place.column < 0)
        return {};
    if (m_place.row < 0) {
        const QHeaderView &header = *m_table.horizontalHeader();
        const QRect section(header.sectionViewportPosition(m_place.column), 0,
                            header.sectionSize(m_place.column), header.height());
        return {header.viewport()->mapToGlobal(section.topLeft()), section.size()};
    }
    const QRect cell = isActions(m_place) ? m_table.actionButton(m_place.row) : m_table.visualRect(index());
    return {m_table.viewport()->mapToGlobal(cell.topLeft()), cell.size()};
}

QAccessible::Role OrderCellAccess::role() const
{
    if (m_place.row < 0)
        return QAccessible::ColumnHeader;
    if (m_place.column < 0)
        return QAccessible::RowHeader;
    return isActions(m_place) ? QAccessible::Button : QAccessible::Cell;
}

QAccessible::State OrderCellAccess::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (!isValid() || m_place.row < 0 || m_place.column < 0) {
        state.invisible = m_place.column < 0;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.selected = isSelected();
    state.focused = m_table.hasFocus() && m_table.currentIndex() == index();
    state.hasPopup = isActions(m_place);
    state.invisible = m_table.isColumnHidden(m_place.column);
    state.offscreen = !m_table.viewport()->rect().intersects(m_table.visualRect(index()));
    return state;
}

void *OrderCellAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface && isActions(m_place))
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

/// The table. Cells are made when somebody asks for them and let go with every change of the model.
class OrderTableAccess final : public QAccessibleWidget, public QAccessibleTableInterface
{
    Q_DISABLE_COPY_MOVE(OrderTableAccess)
public:
    explicit OrderTableAccess(OrderTable &table)
        : QAccessibleWidget(&table, QAccessible::Table)
        , m_table(table)
    {
    }
    ~OrderTableAccess() override { forget(); }

    // QAccessibleInterface
    [[nodiscard]] int childCount() const override
    {
        return (rowCount() + HeaderRows) * (columnCount() + HeaderColumns);
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const int width = columnCount() + HeaderColumns;
        return index < 0 || index >= childCount()
            ? nullptr
            : cell({index / width - HeaderRows, index % width - HeaderColumns});
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *one = dynamic_cast<const OrderCellAccess *>(child);
        return one == nullptr ? -1 : indexOf(one->place());
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QModelIndex index = m_table.indexAt(m_table.viewport()->mapFromGlobal(QPoint(x, y)));
        return index.isValid() ? cell({index.row(), index.column()}) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        const QModelIndex current = m_table.currentIndex();
        return m_table.hasFocus() && current.isValid() ? cell({current.row(), current.column()}) : nullptr;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    // QAccessibleTableInterface
    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override
    {
        const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
        return isThere ? cell({row, column}) : nullptr;
    }
    [[nodiscard]] int selectedCellCount() const override { return selectedRowCount() * columnCount(); }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] QString columnDescription(int column) const override
    {
        return m_table.model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] QString rowDescription(int) const override { return {}; }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return m_table.selectedCount(); }
    [[nodiscard]] int columnCount() const override { return m_table.model()->columnCount(); }
    [[nodiscard]] int rowCount() const override { return m_table.model()->rowCount(); }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override
    {
        return m_table.selectedRowNumbers(MostSelected);
    }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override
    {
        return m_table.selectionModel()->isRowSelected(row, {});
    }
    bool selectRow(int row) override { return select(row, QItemSelectionModel::Select); }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override { return select(row, QItemSelectionModel::Deselect); }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forget(); }

private:
    static constexpr int MostSelected = 500; // of a million after Ctrl+A nobody can hear more

    [[nodiscard]] int indexOf(const Place &place) const
    {
        return (place.row + HeaderRows) * (columnCount() + HeaderColumns) + place.column + HeaderColumns;
    }
    [[nodiscard]] QAccessibleInterface *cell(const Place &place) const;
    bool select(int row, QItemSelectionModel::SelectionFlag how);
    void forget() const;

    OrderTable &m_table;
    mutable QHash<int, QAccessible::Id> m_cells; ///< By their place among the children; owned by Qt's cache.
};

QAccessibleInterface *OrderTableAccess::cell(const Place &place) const
{
    const int index = indexOf(place);
    if (const auto known = m_cells.constFind(index); known != m_cells.cend())
        return QAccessible::accessibleInterface(*known);
    auto *made = new OrderCellAccess(m_table, place); // Qt's cache takes it over, see forget()
    m_cells.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

QList<QAccessibleInterface *> OrderTableAccess::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    for (const int row : selectedRows()) {
        for (int column = 0; column < columnCount(); ++column)
            cells.append(cell({row, column}));
    }
    return cells;
}

bool OrderTableAccess::select(int row, QItemSelectionModel::SelectionFlag how)
{
    if (row < 0 || row >= rowCount())
        return false;
    m_table.selectionModel()->select(m_table.model()->index(row, 0), how | QItemSelectionModel::Rows);
    return true;
}

void OrderTableAccess::forget() const
{
    const QHash<int, QAccessible::Id> cells = std::exchange(m_cells, {});
    for (const QAccessible::Id id : cells)
        QAccessible::deleteAccessibleInterface(id);
}

QList<QAccessibleInterface *> OrderCellAccess::columnHeaderCells() const
{
    QAccessibleInterface *table = parent();
    return m_place.row < 0 || table == nullptr ? QList<QAccessibleInterface *>()
                                               : QList{table->child(m_place.column + HeaderColumns)};
}

QAccessibleInterface *orderTableAccess(const QString &className, QObject *object)
{
    auto *table = className == QLatin1String("mc::OrderTable") ? qobject_cast<OrderTable *>(object) : nullptr;
    return table == nullptr ? nullptr : new OrderTableAccess(*table);
}

} // namespace

void installOrderTableAccess()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(orderTableAccess);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace mc
