// SPDX-License-Identifier: Apache-2.0
#include "ui/look/paint.h"

#include "ui/look/icons.h"
#include "ui/look/shapedlines.h"

#include <QStyle>

namespace mc {
namespace {
constexpr int BadgeIcon = 14;
constexpr int BadgeGap = 5;

QSize sizeAround(const QSize &text, const Badge &badge)
{
    const int padding = badge.isFilled ? 2 * Space::S : 0;
    return {text.width() + 2 + BadgeIcon + BadgeGap + padding, text.height() + Space::Xs + 2};
}

} // namespace

QSize badgeSize(const Badge &badge, const QFont &font)
{
    const QFontMetrics metrics(font);
    return sizeAround({metrics.horizontalAdvance(badge.text), metrics.height()}, badge);
}

void drawBadge(QPainter &painter, const QRect &rect, const Badge &badge, const QPalette &palette,
               ShapedLines *lines)
{
    const Qt::LayoutDirection direction = painter.layoutDirection();
    const Colors &colors = colorsOf(palette);
    const ToneColors &tone = colors.tone(badge.tone);
    const QSize wanted = lines != nullptr ? sizeAround(lines->sizeOf(painter, badge.text), badge)
                                          : badgeSize(badge, painter.font());
    const QRect pill(rect.x(), rect.y() + (rect.height() - wanted.height()) / 2,
                     qMin(wanted.width(), rect.width()), wanted.height());
    const QRect box = QStyle::visualRect(direction, rect, pill);
    QColor ink = tone.text;
    if (badge.isFilled)
        drawPanel(painter, box, box.height() / 2.0, tone.back,
                  tone.back == colors.surface ? QColor(tone.border) : QColor(Qt::transparent));
    else if (badge.tone == Tone::Neutral)
        ink = colors.text;
    const int padding = badge.isFilled ? Space::S : 0;
    const QRect iconBox(box.x() + padding, box.y() + (box.height() - BadgeIcon) / 2, BadgeIcon, BadgeIcon);
    const QColor iconInk = !badge.isFilled && badge.tone == Tone::Neutral ? QColor(colors.mutedText) : ink;
    drawIcon(painter, QStyle::visualRect(direction, box, iconBox), badge.icon, iconInk);
    const QRect textBox = box.adjusted(padding + BadgeIcon + BadgeGap, 0, -padding, 0);
    painter.setPen(ink);
    const QRect textRect = QStyle::visualRect(direction, box, textBox);
    if (lines != nullptr)
        lines->draw(painter, textRect, badge.text, direction);
    else
        drawLine(painter, textRect, badge.text, direction);
}

void drawPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    const bool isOutlined = border.alpha() > 0;
    painter.setPen(isOutlined ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(isOutlined ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &rect, const Ring &ring)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ring.color, Measure::FocusWidth));
    constexpr qreal inset = Measure::FocusWidth / 2.0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), ring.radius, ring.radius);
    painter.restore();
}

void drawCheckBox(QPainter &painter, const QRect &rect, Qt::CheckState state, const QPalette &palette)
{
    const Colors &colors = colorsOf(palette);
    if (state == Qt::Unchecked) {
        drawPanel(painter, rect, Radius::Small, colors.surface, colors.controlBorder);
        return;
    }
    drawPanel(painter, rect, Radius::Small, colors.accent, colors.accent);
    if (state == Qt::Checked)
        drawIcon(painter, rect.adjusted(1, 1, -1, -1), QStringLiteral("check"), colors.onAccent);
    else
        painter.fillRect(rect.adjusted(4, rect.height() / 2 - 1, -4, -rect.height() / 2 + 1),
                         QColor(colors.onAccent));
}

void drawLine(QPainter &painter, const QRect &rect, const QString &text, Qt::LayoutDirection direction,
              Qt::Alignment alignment)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.setLayoutDirection(direction);
    painter.drawText(rect,
                     static_cast<int>(QStyle::visualAlignment(direction, alignment) | Qt::AlignAbsolute)
                         | Qt::TextSingleLine,
                     shown);
}

} // namespace mc
