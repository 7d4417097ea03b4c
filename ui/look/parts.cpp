// SPDX-License-Identifier: Apache-2.0
#include "ui/look/parts.h"

#include "ui/look/icons.h"
#include "ui/look/plaintext.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyle>
#include <QTextDocument>

namespace mc {
namespace {

constexpr int MarkSize = 26;

class TimelineMark final : public QWidget
{
public:
    TimelineMark(const Event &event, bool isLast)
        : m_icon(event.icon)
        , m_tone(event.tone)
        , m_isLast(isLast)
    {
        setFixedWidth(MarkSize);
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
        drawIcon(painter, QRect(6, 6, 14, 14), m_icon, colors.tone(m_tone).text);
    }

private:
    QString m_icon;
    Tone m_tone;
    bool m_isLast;
};

} // namespace

PlainLabel::PlainLabel(const QString &text, TextRole role, Ink ink, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setWordWrap(role == TextRole::Body || role == TextRole::Caption);
    apply();
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(showable(text));
}

void PlainLabel::setInk(Ink ink)
{
    m_ink = ink;
    apply();
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const bool isScheme = event->type() == QEvent::ApplicationPaletteChange && m_ink == Ink::Critical;
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::LayoutDirectionChange
        || isScheme)
        apply();
}

void PlainLabel::apply()
{
    setTextRole(*this, m_role, m_ink);
    // QLabel would follow the direction of its text; a Latin name in an Arabic window belongs to the window's
    // edge. Only the horizontal half changes here, so a centred label stays centred.
    if (!alignment().testFlag(Qt::AlignHCenter))
        setAlignment(QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeft)
                     | Qt::AlignAbsolute | Qt::AlignVCenter);
}

IconLabel::IconLabel(QString iconName, int size, Ink ink, QWidget *parent)
    : QWidget(parent)
    , m_icon(std::move(iconName))
    , m_ink(ink)
{
    setFixedSize(size, size);
}

void IconLabel::setIconName(const QString &iconName)
{
    m_icon = iconName;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawIcon(painter, rect(), m_icon, inkColor(m_ink, palette()));
}

QString plainToolTip(const QString &text)
{
    const QString shown = showable(text);
    return Qt::mightBeRichText(shown) ? QLatin1String("<qt>") + shown.toHtmlEscaped() + QLatin1String("</qt>")
                                      : shown;
}

PlainLabel *makeLabel(const QString &text, TextRole role, Ink ink)
{
    return new PlainLabel(text, role, ink);
}

QPushButton *makeButton(const QString &text, const char *kind, const QString &iconName)
{
    auto *button = new QPushButton(text);
    button->setProperty("kind", QString::fromLatin1(kind));
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    button->setAutoDefault(false);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    return button;
}

QPushButton *makeIconButton(const QString &name, const QString &iconName, const char *kind)
{
    QPushButton *button = makeButton({}, kind, iconName);
    button->setAccessibleName(name);
    button->setToolTip(plainToolTip(name));
    button->setFixedSize(QSize(Measure::RowAction + Space::Xs, Measure::RowAction + Space::Xs));
    return button;
}

BadgeLabel::BadgeLabel(Badge badge, QWidget *parent)
    : QWidget(parent)
    , m_badge(std::move(badge))
{
    setTextRole(*this, TextRole::Caption);
    setAccessibleName(m_badge.text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BadgeLabel::setBadge(const Badge &badge)
{
    m_badge = badge;
    setAccessibleName(badge.text);
    updateGeometry();
    update();
}

void BadgeLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setTextRole(*this, TextRole::Caption);
}

QSize BadgeLabel::sizeHint() const
{
    return badgeSize(m_badge, font());
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawBadge(painter, rect(), m_badge, palette());
}

Card::Card(const QString &title, Look look, QWidget *parent)
    : QFrame(parent)
    , m_look(look)
    , m_body(new QVBoxLayout(this))
    , m_heading(new QHBoxLayout)
{
    const int edge = look == Look::Raised ? Space::L : Space::M;
    m_body->setContentsMargins(edge, edge, edge, edge);
    m_body->setSpacing(Space::S);
    m_body->addLayout(m_heading);
    if (!title.isEmpty()) {
        m_heading->addWidget(makeLabel(title, TextRole::Heading));
        m_heading->addStretch();
        m_heading->setContentsMargins(0, 0, 0, Space::Xs);
    }
}

void Card::addRule()
{
    auto *rule = new QFrame;
    rule->setFixedHeight(1);
    rule->setAutoFillBackground(true);
    rule->setBackgroundRole(QPalette::Mid);
    m_body->addWidget(rule);
}

void Card::addPair(const QString &name, const QString &value, TextRole role)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::L);
    row->addWidget(makeLabel(name, role, role == TextRole::Body ? Ink::Muted : Ink::Text), 1);
    QLabel *label = makeLabel(value, role);
    label->setWordWrap(false);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label);
    m_body->addLayout(row);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    const bool isRaised = m_look == Look::Raised;
    drawPanel(painter, rect(), Radius::Large, isRaised ? colors.surface : colors.sunken,
              isRaised ? QColor(colors.border) : QColor(Qt::transparent));
}

Timeline::Timeline(const QList<Event> &events, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < events.size(); ++i) {
        const Event &event = events.at(i);
        const bool isLast = i == events.size() - 1;
        grid->addWidget(new TimelineMark(event, isLast), i, 0);
        auto *text = new QVBoxLayout;
        text->setSpacing(1);
        text->setContentsMargins(0, 3, 0, isLast ? 0 : Space::M);
        QLabel *title = makeLabel(event.title, TextRole::Strong);
        title->setWordWrap(true);
        text->addWidget(title);
        if (!event.detail.isEmpty())
            text->addWidget(makeLabel(event.detail));
        text->addWidget(makeLabel(event.time, TextRole::Caption, Ink::Muted));
        grid->addLayout(text, i, 1);
    }
}

StillLine::StillLine(QLabel *label)
    : m_label(label)
{
    label->setParent(this);
    label->setWordWrap(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize StillLine::sizeHint() const
{
    const QMargins margins = m_label->contentsMargins();
    return {0, m_label->fontMetrics().height() + margins.top() + margins.bottom()};
}

// The font of the label may be another one: only then the line has another height.
bool StillLine::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    return QWidget::event(event);
}

void StillLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_label->setGeometry(rect());
}

} // namespace mc
