// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace mc {
namespace {

// Wide texts give way: no item is wider than the row.
QSize sizeIn(QLayoutItem &item, int width)
{
    QSize size = item.sizeHint().boundedTo(QSize(width, QWIDGETSIZE_MAX)).expandedTo(item.minimumSize());
    size.setWidth(qMin(size.width(), width));
    if (item.hasHeightForWidth())
        size.setHeight(item.heightForWidth(size.width()));
    return size;
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *taken = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return taken;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return Qt::Horizontal;
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return flow(QRect(0, 0, width, 0), Mode::Measure);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size.rwidth() += hint.width() + (size.width() > 0 ? spacing() : 0);
        size.rheight() = qMax(size.height(), hint.height());
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    flow(rect, Mode::Place);
}

int FlowLayout::flow(const QRect &rect, Mode mode) const
{
    std::vector<QLayoutItem *> row;
    QRect line(rect.topLeft(), QSize(0, 0));
    const auto endRow = [&] {
        if (mode == Mode::Place)
            placeRow(row, line, rect);
        row.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = sizeIn(*item, rect.width());
        if (!row.empty() && line.width() + spacing() + size.width() > rect.width()) {
            endRow();
            line = QRect(rect.x(), line.y() + line.height() + qMin(spacing(), 8), 0, 0);
        }
        line.setWidth(line.width() + (row.empty() ? 0 : spacing()) + size.width());
        line.setHeight(qMax(line.height(), size.height()));
        row.push_back(item.get());
    }
    endRow();
    return line.y() + line.height() - rect.y();
}

void FlowLayout::placeRow(const std::vector<QLayoutItem *> &row, const QRect &line, const QRect &rect) const
{
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = line.x();
    for (QLayoutItem *item : row) {
        const QSize size = sizeIn(*item, rect.width());
        const QRect box(QPoint(x, line.y() + (line.height() - size.height()) / 2), size);
        item->setGeometry(QStyle::visualRect(direction, rect, box));
        x += size.width() + spacing();
    }
}

} // namespace mc
