// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellations/requesttable.h"

#include "ui/look/plaintext.h"

namespace mc {
namespace {

struct Spare {
    int column;
    RequestTable::Room leaves; // not shown from here on
};
// Customer, third text and time: the order page says them too.
constexpr Spare Spares[] = {
    {1, RequestTable::Room::Narrow}, {3, RequestTable::Room::Narrow}, {4, RequestTable::Room::Tight}};

} // namespace

RequestTable::RequestTable(const QString &third, const QString &time, const QString &status, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::Xl);
    m_grid->setVerticalSpacing(Space::S);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(2, 2);
    m_grid->setColumnStretch(3, 1);
    const QString titles[] = {tr("Order ID"), tr("Customer"), tr("Reason"), third, time, status};
    for (const QString &title : titles) {
        auto *label = new TextBlock(title, TextRole::Caption, Ink::Muted);
        auto *cell = new QHBoxLayout;
        cell->setSpacing(0);
        if (m_titles.isEmpty())
            cell->addSpacing(Space::M); // above the text of the button, not above its edge
        cell->addWidget(label);
        m_grid->addLayout(cell, 0, static_cast<int>(m_titles.size()));
        m_titles.append(label);
    }
}

std::array<QWidget *, RequestTable::Columns> RequestTable::widgetsOf(const Row &row) const
{
    return {row.number, row.texts[0], row.texts[1], row.texts[2], row.texts[3], row.badge};
}

RequestTable::Row RequestTable::makeRow(const RequestRow &wanted)
{
    Row row;
    row.order = wanted.order;
    row.number = makeButton({}, "link");
    row.number->setObjectName(QStringLiteral("request.open.") + wanted.order.toString());
    for (std::size_t i = 0; i < row.texts.size(); ++i)
        row.texts.at(i) = new TextBlock({}, TextRole::Body, i == 0 ? Ink::Text : Ink::Muted);
    row.badge = new BadgeLabel({});
    connect(row.number, &QPushButton::clicked, this, [this, id = wanted.order] { emit orderOpened(id); });
    return row;
}

void RequestTable::show(const QList<RequestRow> &rows)
{
    QStringList order;
    for (const RequestRow &wanted : rows) {
        if (!m_rows.contains(wanted.key))
            m_rows.insert(wanted.key, makeRow(wanted));
        const Row &row = m_rows[wanted.key];
        if (row.number->text() != buttonText(wanted.number)) {
            row.number->setText(buttonText(wanted.number));
            row.number->setAccessibleName(
                tr("View order %1", "%1: order number").arg(harmless(wanted.number)));
        }
        row.texts[0]->setText(wanted.customer);
        row.texts[1]->setText(wanted.reason);
        row.texts[2]->setText(wanted.third);
        row.texts[3]->setText(wanted.time);
        row.badge->setBadge(wanted.badge);
        order.append(wanted.key);
    }
    if (order != m_order) {
        for (auto it = m_rows.begin(); it != m_rows.end();) {
            const bool stays = order.contains(it.key());
            for (QWidget *widget : widgetsOf(*it)) {
                m_grid->removeWidget(widget); // the focus stays: its place changes, not its parent
                if (!stays) {
                    widget->hide();
                    widget->deleteLater();
                }
            }
            it = stays ? std::next(it) : m_rows.erase(it);
        }
        for (int line = 0; line < order.size(); ++line) {
            const auto widgets = widgetsOf(m_rows[order.at(line)]);
            for (int column = 0; column < Columns; ++column) {
                const bool isFixed = column == 0 || column == Columns - 1; // button and badge keep their size
                m_grid->addWidget(widgets.at(static_cast<std::size_t>(column)), line + 1, column,
                                  isFixed ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment());
            }
        }
        m_order = order;
    }
    hideColumns();
}

void RequestTable::setRoom(Room room)
{
    if (room == m_room)
        return;
    m_room = room;
    hideColumns();
}

void RequestTable::hideColumns()
{
    for (const auto &[column, least] : Spares) {
        const bool isShown = m_room < least;
        m_titles.at(column)->setVisible(isShown);
        for (const Row &row : std::as_const(m_rows))
            widgetsOf(row).at(static_cast<std::size_t>(column))->setVisible(isShown);
    }
}

} // namespace mc
