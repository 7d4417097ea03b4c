// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/itemlist.h"

namespace mc {

ItemList::ItemList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::L);
    m_grid->setVerticalSpacing(Space::M);
    m_grid->setColumnStretch(0, 1);
}

void ItemList::show(const QList<ItemRow> &rows)
{
    while (m_rows.size() < rows.size())
        addRow();
    while (m_rows.size() > rows.size())
        removeRow();
    for (int i = 0; i < rows.size(); ++i) {
        const ItemRow &wanted = rows.at(i);
        const Row &row = m_rows.at(i);
        row.title->setText(wanted.title);
        row.caption->setText(wanted.caption);
        row.badge->setBadge(wanted.badge);
        row.price->setText(wanted.price);
    }
}

void ItemList::addRow()
{
    const Row row{new QWidget, new TextBlock({}, TextRole::Strong),
                  new TextBlock({}, TextRole::Caption, Ink::Muted), new BadgeLabel({}), new TextBlock};
    auto *column = new QVBoxLayout(row.words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(row.title);
    column->addWidget(row.caption);
    row.price->setBreaks(TextBlock::Breaks::Never);
    place(row, static_cast<int>(m_rows.size()));
    m_rows.append(row);
}

void ItemList::place(const Row &row, int line)
{
    m_grid->addWidget(row.words, line, 0);
    m_grid->addWidget(row.price, line, 2, Qt::AlignVCenter | Qt::AlignRight);
    auto *column = qobject_cast<QVBoxLayout *>(row.words->layout());
    column->removeWidget(row.badge);
    m_grid->removeWidget(row.badge);
    if (m_isStacked)
        column->addWidget(row.badge, 0, Qt::AlignLeft);
    else
        m_grid->addWidget(row.badge, line, 1, Qt::AlignVCenter | Qt::AlignLeft);
}

void ItemList::setStacked(bool isStacked)
{
    if (isStacked == m_isStacked)
        return;
    m_isStacked = isStacked;
    for (int i = 0; i < m_rows.size(); ++i)
        place(m_rows.at(i), i);
}

void ItemList::removeRow()
{
    const Row row = m_rows.takeLast();
    for (QWidget *widget :
         {row.words, static_cast<QWidget *>(row.badge), static_cast<QWidget *>(row.price)}) {
        widget->hide();
        m_grid->removeWidget(widget);
        widget->deleteLater();
    }
}

} // namespace mc
