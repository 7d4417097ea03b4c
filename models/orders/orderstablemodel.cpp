// SPDX-License-Identifier: Apache-2.0
#include "orders/orderstablemodel.h"

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
        if (!m_rows.contains(place) && !m_asked.contains(place))
            m_wanted.insert(place);
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
    const QList<qint64> places(m_wanted.cbegin(), m_wanted.cend());
    m_asked.unite(m_wanted);
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

void OrdersTableModel::apply(const ReaderResult &result)
{
    if (result.areRowsStale)
        m_rows.clear();
    m_asked.clear();
    if (result.isReset) {
        beginResetModel();
        m_places = result.places;
        for (auto it = result.rows.cbegin(); it != result.rows.cend(); ++it)
            put(it.key(), *it);
        endResetModel();
        return;
    }
    applyEdits(result);
    showRows(result.rows);
    if (result.areRowsStale && !m_places.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, LastColumn));
}

void OrdersTableModel::applyEdits(const ReaderResult &result)
{
    for (const RowEdit &edit : result.edits) {
        const int last = edit.first + edit.count - 1;
        if (edit.kind == RowEdit::Kind::Remove) {
            beginRemoveRows({}, edit.first, last);
            m_places.remove(edit.first, edit.count);
            endRemoveRows();
        } else {
            beginInsertRows({}, edit.first, last);
            m_places.insert(edit.first, edit.count, 0);
            std::copy_n(result.places.cbegin() + edit.first, edit.count, m_places.begin() + edit.first);
            // Known before a view asks, so that a new row never appears as a placeholder.
            for (int row = edit.first; row <= last; ++row) {
                const auto it = result.rows.constFind(m_places.at(row));
                if (it != result.rows.cend())
                    put(it.key(), *it);
            }
            endInsertRows();
        }
    }
    m_places = result.places; // the same values; from here on shared with the reader
}

void OrdersTableModel::takeRows(const QHash<qint64, OrderRow> &rows)
{
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        m_asked.remove(it.key());
    showRows(rows);
}

void OrdersTableModel::showRows(const QHash<qint64, OrderRow> &rows)
{
    QHash<qint64, OrderRow> different;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        const OrderRow *old = m_rows.object(it.key());
        if (old != nullptr && *old == *it)
            continue;
        put(it.key(), *it);
        different.insert(it.key(), *it);
    }
    if (different.isEmpty())
        return;
    int first = -1; // neighbouring rows are one signal
    for (int row = 0; row <= rowCount(); ++row) {
        const bool isDifferent = row < rowCount() && different.contains(m_places.at(row));
        if (isDifferent && first < 0)
            first = row;
        if (!isDifferent && first >= 0) {
            emit dataChanged(index(first, 0), index(row - 1, LastColumn));
            first = -1;
        }
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
