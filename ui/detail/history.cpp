// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/history.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"

#include <QVBoxLayout>

namespace mc {
namespace {

constexpr int MarkSize = 26;
constexpr int MarkIcon = 14;

} // namespace

class History::Mark final : public QWidget
{
public:
    Mark() { setFixedWidth(MarkSize); }

    void show(const QString &icon, Tone tone, bool isLast)
    {
        m_icon = icon;
        m_tone = tone;
        m_isLast = isLast;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &colors = colorsOf(palette());
        if (!m_isLast)
            painter.fillRect(QRect(MarkSize / 2 - 1, MarkSize, 2, height() - MarkSize),
                             QColor(colors.border));
        drawPanel(painter, QRect(0, 0, MarkSize, MarkSize), MarkSize / 2.0, colors.tone(m_tone).back,
                  Qt::transparent);
        constexpr int inset = (MarkSize - MarkIcon) / 2;
        drawIcon(painter, QRect(inset, inset, MarkIcon, MarkIcon), m_icon, colors.tone(m_tone).text);
    }

private:
    QString m_icon;
    Tone m_tone = Tone::Neutral;
    bool m_isLast = false;
};

History::History(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::M);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

void History::show(const QList<HistoryEvent> &events)
{
    if (events == m_shown)
        return;
    while (m_rows.size() < events.size())
        addRow();
    while (m_rows.size() > events.size())
        removeRow();
    for (int i = 0; i < events.size(); ++i) {
        const HistoryEvent &event = events.at(i);
        const Row &row = m_rows.at(i);
        const bool isLast = i == events.size() - 1;
        row.mark->show(event.icon, event.tone, isLast);
        row.title->setText(event.title);
        row.detail->setText(event.detail);
        row.detail->setVisible(!event.detail.isEmpty());
        row.time->setText(event.time);
        row.words->layout()->setContentsMargins(0, 3, 0, isLast ? 0 : Space::M);
    }
    m_shown = events;
}

void History::addRow()
{
    const Row row{new Mark, new QWidget, new TextBlock({}, TextRole::Strong), new TextBlock,
                  new TextBlock({}, TextRole::Caption, Ink::Muted)};
    auto *column = new QVBoxLayout(row.words);
    column->setSpacing(1);
    for (TextBlock *label : {row.title, row.detail, row.time})
        column->addWidget(label);
    const int line = static_cast<int>(m_rows.size());
    m_grid->addWidget(row.mark, line, 0);
    m_grid->addWidget(row.words, line, 1);
    m_rows.append(row);
}

void History::removeRow()
{
    const Row row = m_rows.takeLast();
    for (QWidget *widget : {static_cast<QWidget *>(row.mark), row.words}) {
        widget->hide();
        m_grid->removeWidget(widget);
        widget->deleteLater();
    }
}

} // namespace mc
