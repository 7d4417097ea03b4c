// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/fieldlist.h"

#include "ui/look/tokens.h"

namespace mc {

FieldList::FieldList(Look look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look == Look::Facts ? Space::Xl : Space::L);
    m_grid->setVerticalSpacing(look == Look::Facts ? 0 : Space::S);
    m_grid->setColumnStretch(look == Look::Facts ? 1 : 0, 1);
}

void FieldList::show(const QList<Field> &fields)
{
    if (fields == m_shown)
        return;
    while (m_rows.size() < fields.size())
        addRow();
    while (m_rows.size() > fields.size())
        removeRow();
    for (int i = 0; i < fields.size(); ++i) {
        const Field &field = fields.at(i);
        const Row &row = m_rows.at(i);
        row.name->setText(field.name);
        row.value->setText(field.value);
        row.value->setAccessibleName(field.name + QStringLiteral(": ") + row.value->text());
        row.value->setInk(field.ink);
        row.note->setText(field.note);
        row.note->setVisible(!field.note.isEmpty());
        for (TextBlock *label : {row.name, row.value})
            label->setRole(field.role);
        row.name->setInk(field.role == TextRole::Body ? Ink::Muted : Ink::Text);
    }
    m_shown = fields;
}

void FieldList::addRow()
{
    const Row row{new TextBlock, new TextBlock, new TextBlock({}, TextRole::Caption, Ink::Muted)};
    const int line = static_cast<int>(m_rows.size()) * 2;
    if (m_look == Look::Amounts) {
        row.value->setBreaks(TextBlock::Breaks::Never);
        m_grid->addWidget(row.name, line, 0);
        m_grid->addWidget(row.value, line, 1, Qt::AlignRight | Qt::AlignTop);
    } else {
        const int gap = m_rows.isEmpty() ? 0 : Space::S;
        row.name->setContentsMargins(0, gap, 0, 0);
        row.value->setContentsMargins(0, gap, 0, 0);
        row.name->setBreaks(TextBlock::Breaks::BetweenWords);
        m_grid->addWidget(row.name, line, 0, Qt::AlignTop);
        m_grid->addWidget(row.value, line, 1);
    }
    m_grid->addWidget(row.note, line + 1, m_look == Look::Facts ? 1 : 0);
    m_rows.append(row);
}

void FieldList::removeRow()
{
    const Row row = m_rows.takeLast();
    for (TextBlock *label : {row.name, row.value, row.note}) {
        label->hide(); // at once; the object goes when nothing of it runs any more
        m_grid->removeWidget(label);
        label->deleteLater();
    }
}

} // namespace mc
