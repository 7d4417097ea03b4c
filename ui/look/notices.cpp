// SPDX-License-Identifier: Apache-2.0
#include "ui/look/notices.h"

#include "ui/look/icons.h"
#include "ui/look/plaintext.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
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

Banner::Banner(Tone tone, const QString &title, const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_row(new QHBoxLayout(this))
    , m_title(makeLabel(title, TextRole::Strong))
    , m_text(makeLabel(text))
{
    setAccessibleName(showable(title));
    m_title->setWordWrap(true);
    m_row->setContentsMargins(Space::L + Measure::Icon + Space::M, Space::S + 2, Space::S, Space::S + 2);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    m_row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QPushButton *Banner::addAction(const QString &label)
{
    QPushButton *button = makeButton(label);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void Banner::setWords(const QString &title, const QString &text)
{
    setAccessibleName(showable(title));
    m_title->setText(title);
    m_text->setText(text);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors &tone = colorsOf(palette()).tone(m_tone);
    drawPanel(painter, rect(), Radius::Large, tone.back, tone.border);
    const QRect mark(Space::L, Space::M, Measure::Icon, Measure::Icon);
    drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), mark), iconOf(m_tone), tone.text);
}

Toast::Toast(const QString &text, const QString &action, QWidget &parent, std::chrono::milliseconds life)
    : QFrame(&parent)
{
    setObjectName(QStringLiteral("toast"));
    setAccessibleName(showable(text));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::L, Space::S, action.isEmpty() ? Space::L : Space::S, Space::S);
    row->setSpacing(Space::M);
    PlainLabel *label = makeLabel(text);
    label->setForegroundRole(QPalette::ToolTipText);
    label->setObjectName(QStringLiteral("toastText"));
    // One line where it fits; a long sentence wraps rather than leave the window.
    const int widest = qMax(200, parent.width() - 8 * Space::Xl);
    const int wanted = label->fontMetrics().horizontalAdvance(text) + 2;
    label->setWordWrap(wanted > widest);
    label->setFixedWidth(qMin(wanted, widest));
    row->addWidget(label);
    if (!action.isEmpty()) {
        m_action = makeButton(action, "inverse");
        m_action->setObjectName(QStringLiteral("toastAction"));
        m_action->setFont(fontFor(TextRole::Strong, font()));
        m_action->installEventFilter(this);
        connect(m_action, &QPushButton::clicked, this, [this] {
            emit actionChosen();
            leave();
        });
        row->addWidget(m_action);
    }
    m_life.setSingleShot(true);
    m_life.setInterval(life);
    connect(&m_life, &QTimer::timeout, this, &Toast::leave);
    m_life.start();
    parent.installEventFilter(this);
    place();
}

void Toast::takeFocus()
{
    if (m_action == nullptr)
        return;
    m_before = window()->focusWidget();
    m_action->setFocus(Qt::ShortcutFocusReason);
}

void Toast::leave()
{
    m_life.stop();
    if (m_action != nullptr && m_action->hasFocus() && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    if (std::exchange(m_isHeld, false))
        emit held(false);
    hide();
    deleteLater();
}

void Toast::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - Space::Xl);
    raise();
}

// Held while looked at or focused: an Undo must not vanish under the pointer.
void Toast::follow()
{
    const bool isHeldNow = m_isPointed || (m_action != nullptr && m_action->hasFocus());
    if (isHeldNow == m_isHeld)
        return;
    m_isHeld = isHeldNow;
    if (m_isHeld)
        m_life.stop();
    else
        m_life.start();
    emit held(m_isHeld);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawPanel(painter, rect(), Radius::Large, colorsOf(palette()).inverse, Qt::transparent);
}

void Toast::enterEvent(QEnterEvent *)
{
    m_isPointed = true;
    follow();
}

void Toast::leaveEvent(QEvent *)
{
    m_isPointed = false;
    follow();
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

void Toast::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert); // screen readers say it without losing their place
    QAccessible::updateAccessibility(&alert);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == m_action && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        QTimer::singleShot(0, this, &Toast::follow); // the button has its new state only afterwards
    return QFrame::eventFilter(watched, event);
}

StatePane::StatePane(const QString &iconName, const QString &title, const QString &text,
                     const QString &action, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Space::S);
    column->addStretch(2);
    constexpr int PictureSize = 40;
    column->addWidget(new IconLabel(iconName, PictureSize), 0, Qt::AlignHCenter);
    PlainLabel *heading = makeLabel(title, TextRole::Heading);
    heading->setObjectName(QStringLiteral("stateTitle"));
    column->addWidget(heading, 0, Qt::AlignHCenter);
    PlainLabel *explanation =
        makeLabel(text.isEmpty() ? QString(QChar::Nbsp) : text, TextRole::Body, Ink::Muted);
    explanation->setObjectName(QStringLiteral("stateText"));
    explanation->setAlignment(Qt::AlignHCenter);
    explanation->setFixedWidth(Measure::ReadingWidth * 3 / 4);
    explanation->setMinimumHeight(explanation->heightForWidth(Measure::ReadingWidth * 3 / 4));
    column->addWidget(explanation, 0, Qt::AlignHCenter);
    if (!action.isEmpty()) {
        QPushButton *button = makeButton(action);
        button->setObjectName(QStringLiteral("stateAction"));
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
