// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/taskbanner.h"

#include "ui/look/icons.h"
#include "ui/look/parts.h"

#include <QStyle>

namespace mc {
namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return QStringLiteral("online");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Critical:
        return QStringLiteral("error");
    case Tone::Neutral:
    case Tone::Info:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

TaskBanner::TaskBanner(Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_title(new TextBlock({}, TextRole::Strong))
    , m_text(new TextBlock)
    , m_actions(new QWidget)
    , m_row(new FlowLayout(m_actions))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::L, Space::S + 2, Space::L, Space::S + 2);
    row->setSpacing(0);
    row->addSpacing(Measure::Icon + Space::M); // a margin would not change sides with the reading direction
    auto *column = new QVBoxLayout;
    row->addLayout(column, 1);
    column->setSpacing(1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    m_row->setSpacing(Space::S);
    m_actions->hide();
    column->addSpacing(Space::Xs);
    column->addWidget(m_actions);
}

void TaskBanner::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(m_title->text());
}

QPushButton *TaskBanner::addAction(const QString &label, const QString &objectName, const char *kind)
{
    QPushButton *button = makeButton(label, kind);
    button->setObjectName(objectName);
    m_row->addWidget(button);
    m_actions->show();
    return button;
}

void TaskBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors &tone = colorsOf(palette()).tone(m_tone);
    drawPanel(painter, rect(), Radius::Large, tone.back, tone.border);
    const QRect mark(Space::L, Space::M, Measure::Icon, Measure::Icon);
    drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), mark), iconOf(m_tone), tone.text);
}

} // namespace mc
