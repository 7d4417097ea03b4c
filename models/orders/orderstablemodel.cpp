// SPDX-License-Identifier: Apache-2.0
#include "orders/orderstablemodel.h"

#include "orders/placefilter.h"
#include "orders/words.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr int KeptRows = 4096;
constexpr qsizetype KeptIds = 20'000;
constexpr int RowsAhead = 32; ///< Read with a wanted row, on both sides: the next step of the wheel is there.
constexpr int LastColumn = static_cast<int>(OrderColumn::Count) - 1;

} // namespace

OrdersTableModel::OrdersTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(KeptRows)
{
}

int OrdersTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int OrdersTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(OrderColumn::Count);
}

QVariant OrdersTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case OrderRowRole:
        return QVariant::fromValue(rowAt(index.row()));
    case OrderIdRole:
        return QVariant::fromValue(rowAt(index.row()).id);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return wordsOf(rowAt(index.row()), static_cast<OrderColumn>(index.column()));
    default:
        return {};
    }
}

OrderRow OrdersTableModel::rowAt(int row) const
{
    if (const OrderRow *loaded = m_rows.object(m_places.at(row)))
        return *loaded;
    want(row);
    return {};
}

QString OrdersTableModel::wordsOf(const OrderRow &row, OrderColumn column) const
{
    if (!row.isLoaded)
        return tr("Loading", "a row of the orders table that is still being read");
    switch (column) {
    case OrderColumn::Check:
        return tr("Select %1", "%1: order number").arg(row.number);
    case OrderColumn::Number:
        return tr("%1, %2", "%1: order number, %2: customer").arg(row.number, row.customerName);
    case OrderColumn::PlacedAt:
        return absoluteDate(row.placedAtUtc, m_locale);
    case OrderColumn::Items:
        return tr("%1: %2", "%1: 3 items, %2: title of the first")
            .arg(itemsWord(row.itemCount), row.firstItem);
    case OrderColumn::ItemStatus: {
        const QString pending = row.pending ? pendingWord(*row.pending) : QString();
        if (pending.isEmpty())
            return itemStatusWord(row.itemStatus);
        return tr("%1, %2", "%1: item status, %2: Waiting to be sent")
            .arg(itemStatusWord(row.itemStatus), pending);
    }
    case OrderColumn::PaymentStatus:
        return paymentStatusWord(row.paymentStatus);
    case OrderColumn::Amount:
        return moneyText(row.total, m_locale);
    case OrderColumn::Actions:
        return tr("Actions for %1", "%1: order number").arg(row.number);
    case OrderColumn::Count:
        break;
    }
    return {};
}

QVariant OrdersTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<OrderColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((column == OrderColumn::Amount ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    }
    if (role == Qt::AccessibleTextRole && column == OrderColumn::Check)
        return tr("Selected", "header of the check column");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case OrderColumn::Number:
        return tr("Order ID", "column");
    case OrderColumn::PlacedAt:
        return tr("Order date", "column");
    case OrderColumn::Items:
        return tr("Items", "column");
    case OrderColumn::ItemStatus:
        return tr("Item status", "column");
    case OrderColumn::PaymentStatus:
        return tr("Payment status", "column");
    case OrderColumn::Amount:
        return tr("Amount", "column");
    case OrderColumn::Actions:
        return tr("Actions", "column");
    case OrderColumn::Check:
    case OrderColumn::Count:
        break;
    }
    return {};
}

void OrdersTableModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_places.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, LastColumn));
}

void OrdersTableModel::want(int row) const
{
    const qsizetype first = std::max(0, row - RowsAhead);
    const qsizetype last = std::min(m_places.size() - 1, static_cast<qsizetype>(row) + RowsAhead);
    for (qsizetype i = first; i <= last; ++i) {
        const qint64 place = m_places.at(i);
        if (!m_rows.contains(place) && !m_askedAt.contains(place))
            m_wanted.insert(place, static_cast<int>(i));
    }
    if (m_isAsking || m_wanted.isEmpty())
        return;
    m_isAsking = true; // one question for all rows of this paint
    QMetaObject::invokeMethod(const_cast<OrdersTableModel *>(this), &OrdersTableModel::askForWanted,
                              Qt::QueuedConnection);
}

void OrdersTableModel::askForWanted()
{
    m_isAsking = false;
    const QList<qint64> places = m_wanted.keys();
    m_askedAt.insert(m_wanted);
    m_wanted.clear();
    if (!places.isEmpty())
        emit rowsWanted(places);
}

void OrdersTableModel::put(qint64 place, const OrderRow &row)
{
    m_rows.insert(place, new OrderRow(row));
    if (m_placeOf.size() > KeptIds)
        m_placeOf.clear();
    m_placeOf.insert(row.id, place);
}

bool OrdersTableModel::forget(const QSet<qint64> &places)
{
    bool hasForgotten = false;
    for (const qint64 place : places)
        hasForgotten |= m_rows.remove(place);
    return hasForgotten;
}

void OrdersTableModel::apply(const ReaderResult &result)
{
    const bool hasForgotten = forget(result.staleRows);
    if (result.isReset) {
        m_askedAt.clear();
        beginResetModel();
        m_places = result.places;
        for (auto it = result.rows.cbegin(); it != result.rows.cend(); ++it)
            put(it.key(), *it);
        endResetModel();
        return;
    }
    // Known before a view asks, so that a new row never appears as a placeholder; one that no view has asked
    // for needs no signal.
    QHash<qint64, OrderRow> seen;
    for (auto it = result.rows.cbegin(); it != result.rows.cend(); ++it) {
        const qint64 place = it.key();
        if (m_rows.contains(place) || m_askedAt.contains(place) || m_wanted.contains(place))
            seen.insert(place, *it);
        else
            put(place, *it);
    }
    applyEdits(result);
    showRows(seen);
    m_askedAt.clear();
    if (hasForgotten && !m_places.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, LastColumn));
}

// After the last step the list is the reader's own, shared with it: one step, as most changes are, copies
// nothing.
void OrdersTableModel::applyEdits(const ReaderResult &result)
{
    for (qsizetype i = 0; i < result.edits.size(); ++i) {
        const RowEdit &edit = result.edits.at(i);
        const bool isLast = i + 1 == result.edits.size();
        const int last = edit.first + edit.count - 1;
        if (edit.kind == RowEdit::Kind::Remove) {
            beginRemoveRows({}, edit.first, last);
            if (isLast)
                m_places = result.places;
            else
                m_places.remove(edit.first, edit.count);
            endRemoveRows();
        } else {
            beginInsertRows({}, edit.first, last);
            if (isLast) {
                m_places = result.places;
            } else {
                m_places.insert(edit.first, edit.count, 0);
                std::copy_n(result.places.cbegin() + edit.first, edit.count, m_places.begin() + edit.first);
            }
            endInsertRows();
        }
    }
    Q_ASSERT(m_places == result.places);
    m_places = result.places;
}

void OrdersTableModel::takeRows(const QHash<qint64, OrderRow> &rows)
{
    showRows(rows);
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        m_askedAt.remove(it.key());
}

// Where they were asked for, if they are still there, or by going through all of them.
QList<int> OrdersTableModel::rowsOf(QSet<qint64> places) const
{
    QList<int> rows;
    const QList<qint64> looked = places.values();
    for (const qint64 place : looked) {
        const int row = m_askedAt.value(place, -1);
        if (row < 0 || row >= rowCount() || m_places.at(row) != place)
            continue;
        rows.append(row);
        places.remove(place);
    }
    if (!places.isEmpty()) {
        const PlaceFilter filter(places);
        for (int row = 0; row < rowCount(); ++row) {
            if (filter.contains(m_places.at(row)))
                rows.append(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void OrdersTableModel::showRows(const QHash<qint64, OrderRow> &rows)
{
    QSet<qint64> different;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        const qint64 place = it.key();
        const OrderRow *old = m_rows.object(place);
        if (old != nullptr && *old == *it)
            continue;
        put(place, *it);
        different.insert(place);
    }
    const QList<int> changed = rowsOf(different);
    for (qsizetype from = 0, to = 0; from < changed.size(); from = to) { // neighbouring rows are one signal
        while (++to < changed.size() && changed.at(to) == changed.at(to - 1) + 1)
            continue;
        emit dataChanged(index(changed.at(from), 0), index(changed.at(to - 1), LastColumn));
    }
}

QList<OrderId> OrdersTableModel::idsOfRows(const QList<int> &rows) const
{
    QList<OrderId> ids;
    for (const int row : rows) {
        const OrderRow *loaded = row >= 0 && row < rowCount() ? m_rows.object(m_places.at(row)) : nullptr;
        if (loaded != nullptr)
            ids.append(loaded->id);
    }
    return ids;
}

int OrdersTableModel::rowOf(const OrderId &id) const
{
    const auto it = m_placeOf.constFind(id);
    return it == m_placeOf.cend() ? -1 : static_cast<int>(m_places.indexOf(*it));
}

} // namespace mc
