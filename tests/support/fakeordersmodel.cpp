// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeordersmodel.h"

#include <algorithm>

namespace mc::test {

void FakeOrdersModel::reset(const QList<OrderView> &views)
{
    beginResetModel();
    m_views = views;
    endResetModel();
}

bool FakeOrdersModel::update(const OrderView &view)
{
    const int row = rowOf(view.order.id);
    if (row < 0)
        return false;
    if (m_views.at(row) != view) {
        m_views[row] = view;
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    return true;
}

void FakeOrdersModel::prepend(const OrderView &view)
{
    beginInsertRows({}, 0, 0);
    m_views.prepend(view);
    endInsertRows();
}

void FakeOrdersModel::setLoadedUpTo(int row)
{
    m_loadedUpTo = row;
    if (!m_views.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int FakeOrdersModel::rowOf(const OrderId &id) const
{
    const auto it = std::find_if(m_views.cbegin(), m_views.cend(),
                                 [&id](const OrderView &view) { return view.order.id == id; });
    return it == m_views.cend() ? -1 : static_cast<int>(it - m_views.cbegin());
}

OrderId FakeOrdersModel::idOf(int row) const
{
    return row >= 0 && row < m_views.size() ? m_views.at(row).order.id : OrderId();
}

int FakeOrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_views.size());
}

int FakeOrdersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(OrderColumn::Count);
}

QVariant FakeOrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == OrderRowRole)
        return QVariant::fromValue(rowAt(index.row()));
    if (role == OrderIdRole)
        return QVariant::fromValue(idOf(index.row()));
    return {};
}

OrderRow FakeOrdersModel::rowAt(int row) const
{
    const OrderView &view = m_views.at(row);
    const Order &order = view.order;
    OrderRow out;
    out.id = order.id;
    if (m_loadedUpTo >= 0 && row >= m_loadedUpTo)
        return out;
    out.number = order.number;
    out.customerName = order.customer.name;
    out.customerEmail = order.customer.email;
    out.placedAtUtc = order.placedAtUtc;
    out.firstItem = order.lines.isEmpty() ? QString() : order.lines.first().title;
    out.itemCount = itemCount(order);
    out.itemStatus = itemStatusOf(view);
    out.paymentStatus = paymentStatusOf(order);
    out.total = {order.totalMinor, order.currency};
    out.obstacle = canCancel(view) ? CancelObstacle::None
        : view.pending             ? CancelObstacle::AlreadyRequested
                                   : cancelObstacle(order);
    if (view.pending)
        out.pending = view.pending->state;
    out.isLoaded = true;
    return out;
}

} // namespace mc::test
