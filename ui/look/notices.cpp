// SPDX-License-Identifier: Apache-2.0
#include "ui/look/notices.h"

#include "ui/look/icons.h"

#include <QEvent>
#include <QStyle>

namespace mc {
namespace {

constexpr int ToastLifeMs = 10'000;

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

Banner::Banner(Tone tone, const QString &title, const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(title);
    m_row->setContentsMargins(Space::L + Measure::Icon + Space::M, Space::S + 2, Space::S, Space::S + 2);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(makeLabel(title, TextRole::Strong));
    words->addWidget(makeLabel(text));
    m_row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QPushButton *Banner::addAction(const QString &label)
{
    QPushButton *button = makeButton(label);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors &tone = colorsOf(palette()).tone(m_tone);
    drawPanel(painter, rect(), Radius::Large, tone.back, tone.border);
    const QRect mark(Space::L, Space::M, Measure::Icon, Measure::Icon);
    drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), mark), iconOf(m_tone), tone.text);
}

Toast::Toast(const QString &text, const QString &action, QWidget &parent)
    : QFrame(&parent)
{
    setObjectName(QStringLiteral("toast"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::L, Space::S, Space::S, Space::S);
    row->setSpacing(Space::M);
    auto *label = new QLabel(text);
    label->setForegroundRole(QPalette::ToolTipText);
    row->addWidget(label);
    if (!action.isEmpty()) {
        QPushButton *button = makeButton(action, "inverse");
        button->setFont(fontFor(TextRole::Strong, font()));
        connect(button, &QPushButton::clicked, this, [this] {
            emit actionChosen();
            hide();
        });
        row->addWidget(button);
    }
    m_life.setSingleShot(true);
    m_life.setInterval(ToastLifeMs);
    connect(&m_life, &QTimer::timeout, this, &QWidget::hide);
    m_life.start();
    parent.installEventFilter(this);
    place();
}

void Toast::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - Space::Xl);
    raise();
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawPanel(painter, rect(), Radius::Large, colorsOf(palette()).inverse, Qt::transparent);
}

void Toast::enterEvent(QEnterEvent *)
{
    m_life.stop();
}

void Toast::leaveEvent(QEvent *)
{
    m_life.start();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

StatePane::StatePane(const QString &iconName, const QString &title, const QString &text,
                     const QString &action, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Space::S);
    column->addStretch(2);
    auto *picture = new QLabel;
    picture->setPixmap(icon(iconName, Ink::Muted).pixmap(QSize(40, 40), devicePixelRatioF()));
    column->addWidget(picture, 0, Qt::AlignHCenter);
    column->addWidget(makeLabel(title, TextRole::Heading), 0, Qt::AlignHCenter);
    QLabel *explanation = makeLabel(text, TextRole::Body, Ink::Muted);
    explanation->setAlignment(Qt::AlignHCenter);
    explanation->setFixedWidth(Measure::ReadingWidth * 3 / 4);
    explanation->setMinimumHeight(explanation->heightForWidth(Measure::ReadingWidth * 3 / 4));
    column->addWidget(explanation, 0, Qt::AlignHCenter);
    if (!action.isEmpty()) {
        QPushButton *button = makeButton(action);
        connect(button, &QPushButton::clicked, this, &StatePane::actionChosen);
        column->addSpacing(Space::S);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
}

Skeleton::Skeleton(int rowHeight, QWidget *parent)
    : QWidget(parent)
    , m_rowHeight(rowHeight)
{
    setAccessibleName(tr("Loading orders"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    constexpr int starts[] = {2, 5, 20, 34, 58, 74, 88}; // per cent of the width
    constexpr int widths[] = {2, 9, 9, 17, 12, 8, 9};
    for (int y = 0, row = 0; y < height(); y += m_rowHeight, ++row) {
        for (std::size_t i = 0; i < std::size(starts); ++i) {
            const int w = width() * (widths[i] - (row * 3 + static_cast<int>(i)) % 3) / 100;
            const QRect bar(width() * starts[i] / 100, y + m_rowHeight / 2 - 6, qMax(w, 14), 12);
            drawPanel(painter, QStyle::visualRect(layoutDirection(), rect(), bar), Radius::Small,
                      colors.sunken, Qt::transparent);
        }
        painter.fillRect(QRect(0, y + m_rowHeight - 1, width(), 1), QColor(colors.border));
    }
}

} // namespace mc
