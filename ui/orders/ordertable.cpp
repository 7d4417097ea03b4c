// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/ordertable.h"

#include "orders/words.h"
#include "ui/look/statuslook.h"
#include "ui/orders/ordertableaccess.h"
#include "ui/orders/ordertexts.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace mc {
namespace {

int section(OrderColumn column)
{
    return static_cast<int>(column);
}

bool isColumn(const QModelIndex &index, OrderColumn column)
{
    return index.isValid() && index.column() == section(column);
}

bool isSortable(OrderColumn column)
{
    return column != OrderColumn::Check && column != OrderColumn::Items && column != OrderColumn::Actions;
}

} // namespace

OrderTable::OrderTable(OrderTexts &orders, const Clock &clock, QWidget *parent)
    : QTableView(parent)
{
    installOrderTableAccess();
    setModel(&orders); // first: screen readers may ask as soon as there is something to say
    setObjectName(QStringLiteral("ordersTable"));
    setAccessibleName(tr("Orders", "name of the table, as spoken"));
    setItemDelegate(new OrderDelegate(m_hover, clock, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table; arrows move inside it
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // never ResizeToContents: a million rows
    prepareHeader();
    setDensity(Density::Comfortable);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { emit orderSelectionChanged(selectedCount()); });
    connect(&orders, &QAbstractItemModel::modelReset, this, [this] { emit orderSelectionChanged(0); });
}

void OrderTable::prepareHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setObjectName(QStringLiteral("ordersHeader"));
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(section(m_sortColumn), m_sortOrder);
    header->setMinimumSectionSize(Measure::RowAction);
    header->setFixedHeight(fontMetrics().height() + Space::L);
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int clicked) {
        const auto column = static_cast<OrderColumn>(clicked);
        if (isSortable(column)) {
            // A new column starts where people look first: newest, highest; words from A.
            const bool isFigures = column == OrderColumn::PlacedAt || column == OrderColumn::Amount;
            const Qt::SortOrder first = isFigures ? Qt::DescendingOrder : Qt::AscendingOrder;
            const Qt::SortOrder other =
                m_sortOrder == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
            m_sortOrder = column == m_sortColumn ? other : first;
            m_sortColumn = column;
            emit sortRequested(m_sortColumn, m_sortOrder);
        }
        header->setSortIndicator(section(m_sortColumn), m_sortOrder);
    });
}

void OrderTable::setDensity(Density density)
{
    m_density = density;
    const int height = OrderDelegate::rowHeight(font(), density == Density::Compact);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void OrderTable::setPressedAction(const QModelIndex &index)
{
    m_hover.pressedAction = index;
    viewport()->update();
}

void OrderTable::setHoveredCell(const QModelIndex &index)
{
    if (m_hover.cell == index)
        return;
    m_hover.cell = index;
    viewport()->update();
    viewport()->setCursor(isColumn(index, OrderColumn::Number) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QRect OrderTable::actionButton(int row) const
{
    return OrderDelegate::actionRect(visualRect(model()->index(row, section(OrderColumn::Actions))));
}

// By ranges: selectedRows() would make a list of a million indexes after Ctrl+A.
int OrderTable::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

QList<int> OrderTable::selectedRowNumbers(int limit) const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < limit; ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void OrderTable::keyPressEvent(QKeyEvent *event)
{
    m_hover.isByKeyboard = true;
    const QModelIndex current = currentIndex();
    const bool isOnAction = isColumn(current, OrderColumn::Actions);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isOnAction && (isEnter || event->key() == Qt::Key_Space)) {
        requestActions(current.row());
    } else if (current.isValid() && isEnter) {
        emit orderActivated(current.row());
    } else if (current.isValid() && event->key() == Qt::Key_Space) {
        selectionModel()->select(current, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (isPlain && event->key() == Qt::Key_Up && current.row() <= 0) {
        emit leftUpwards();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void OrderTable::mousePressEvent(QMouseEvent *event)
{
    m_hover.isByKeyboard = false;
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isLeft = event->button() == Qt::LeftButton;
    if (isLeft && isColumn(index, OrderColumn::Actions)) {
        pressActions(index.row());
    } else if (isLeft && isColumn(index, OrderColumn::Check)) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        selectionModel()->select(index, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else if (isLeft && isColumn(index, OrderColumn::Number) && event->modifiers() == Qt::NoModifier) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        emit orderActivated(index.row());
    } else {
        QTableView::mousePressEvent(event);
    }
}

void OrderTable::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredCell(indexAt(event->position().toPoint()));
    QTableView::mouseMoveEvent(event);
}

void OrderTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (isColumn(index, OrderColumn::Check) || isColumn(index, OrderColumn::Actions))
        mousePressEvent(event); // two quick clicks are two clicks
    else if (index.isValid() && event->button() == Qt::LeftButton)
        emit orderActivated(index.row());
}

void OrderTable::leaveEvent(QEvent *event)
{
    setHoveredCell({});
    QTableView::leaveEvent(event);
}

void OrderTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    if (isByKeyboard) {
        requestActions(index.row());
        return;
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    emit actionsRequested(index.row(), event->globalPos());
}

void OrderTable::focusInEvent(QFocusEvent *event)
{
    const bool isByTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    // A menu or a window that gives the focus back changes nothing in how somebody came here.
    if (isByTab || event->reason() == Qt::MouseFocusReason)
        m_hover.isByKeyboard = isByTab;
    if (isByTab && !currentIndex().isValid() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, section(OrderColumn::Number)),
                                          QItemSelectionModel::NoUpdate);
    QTableView::focusInEvent(event);
}

void OrderTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && selectionModel() != nullptr) {
        horizontalHeader()->setFixedHeight(fontMetrics().height() + Space::L);
        setDensity(m_density);
        layoutColumns();
    }
}

// Arrows alone only move: they must not clear what was checked with care.
QItemSelectionModel::SelectionFlags OrderTable::selectionCommand(const QModelIndex &index,
                                                                 const QEvent *event) const
{
    const bool isKey = event != nullptr && event->type() == QEvent::KeyPress;
    if (isKey && !static_cast<const QKeyEvent *>(event)->modifiers().testFlag(Qt::ShiftModifier))
        return QItemSelectionModel::NoUpdate;
    return QTableView::selectionCommand(index, event);
}

void OrderTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit currentOrderChanged(current.isValid() ? current.row() : -1);
}

void OrderTable::pressActions(int row)
{
    selectionModel()->setCurrentIndex(model()->index(row, section(OrderColumn::Actions)),
                                      QItemSelectionModel::NoUpdate);
    requestActions(row);
}

void OrderTable::requestActions(int row)
{
    scrollTo(model()->index(row, section(OrderColumn::Actions)));
    const QRect button = actionButton(row);
    const QPoint corner = isRightToLeft() ? button.bottomLeft() : button.bottomRight();
    emit actionsRequested(row, viewport()->mapToGlobal(corner + QPoint(0, Space::Xs)));
}

void OrderTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

int OrderTable::widestDate() const
{
    const QFontMetrics caption(fontFor(TextRole::Caption, font()));
    int width = fontMetrics().horizontalAdvance(
        horizontalHeader()->model()->headerData(section(OrderColumn::PlacedAt), Qt::Horizontal).toString());
    for (int month = 1; month <= 12; ++month) {
        const QDateTime sample(QDate(2026, month, 28), QTime(22, 58));
        width = qMax(width, caption.horizontalAdvance(absoluteDate(sample, QLocale())));
    }
    return width;
}

int OrderTable::widestItemStatus() const
{
    const QFont caption = fontFor(TextRole::Caption, font());
    int width = 0;
    for (int i = 0; i <= static_cast<int>(ItemStatus::Returned); ++i)
        width = qMax(width, badgeSize(badgeOf(static_cast<ItemStatus>(i)), caption).width());
    for (int i = 0; i <= static_cast<int>(PendingState::Refused); ++i) {
        const Badge note{pendingWord(static_cast<PendingState>(i)), {}, Tone::Neutral, false};
        width = qMax(width, badgeSize(note, caption).width() + Space::S);
    }
    return width;
}

int OrderTable::widestPaymentStatus() const
{
    int width = 0;
    for (int i = 0; i <= static_cast<int>(PaymentStatus::Voided); ++i)
        width = qMax(width, badgeSize(badgeOf(static_cast<PaymentStatus>(i)), font()).width());
    return width;
}

// Widths follow the font and the longest word of the language, so a status is never cut; Items takes the
// rest.
void OrderTable::layoutColumns()
{
    const int em = fontMetrics().averageCharWidth();
    constexpr int edges = Space::Xl; // the cell's padding and a little air
    const auto set = [this](OrderColumn column, int width) {
        setColumnWidth(section(column), width);
        return width;
    };
    int used = set(OrderColumn::Check, Measure::Icon + Space::Xl);
    used += set(OrderColumn::Number, 19 * em);
    used += set(OrderColumn::PlacedAt, widestDate() + edges);
    used += set(OrderColumn::ItemStatus, widestItemStatus() + edges);
    const int payment = widestPaymentStatus() + edges;
    used += set(OrderColumn::PaymentStatus, payment);
    used += set(OrderColumn::Amount, 17 * em);
    const QVariant header = model()->headerData(section(OrderColumn::Actions), Qt::Horizontal);
    used += set(OrderColumn::Actions, fontMetrics().horizontalAdvance(header.toString()) + Space::Xl);
    // In a narrow window the payment status goes first (the order page shows it); the "…" button never
    // leaves.
    const bool isNarrow = viewport()->width() - used < 22 * em;
    setColumnHidden(section(OrderColumn::PaymentStatus), isNarrow);
    if (isNarrow)
        used -= payment;
    set(OrderColumn::Items, qMax(14 * em, viewport()->width() - used));
}

} // namespace mc
