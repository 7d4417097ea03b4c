// SPDX-License-Identifier: Apache-2.0
#include "ui/look/paint.h"

#include "ui/look/icons.h"
#include "ui/look/pixmapkey.h"
#include "ui/look/shapedlines.h"

#include <QPixmapCache>
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

// What a table has dozens of: pills and check boxes. Smoothing their edges anew was a twentieth of what
// the window does while somebody types (docs/performance.md).
constexpr QSize LargestKept(256, 64);

struct Panel {
    qreal radius;
    QColor fill;
    QColor border;
};

void paintPanel(QPainter &painter, const QRectF &rect, const Panel &panel)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(panel.fill);
    const bool isOutlined = panel.border.alpha() > 0;
    painter.setPen(isOutlined ? QPen(panel.border, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(isOutlined ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, panel.radius,
                            panel.radius);
}

/// Only where its pixels are the screen's: at 100 and 200 %, not at 125 %.
bool isKept(const QPainter &painter, const QRectF &rect, qreal ratio)
{
    const bool isWhole = rect == QRectF(rect.toRect()) && ratio == qRound(ratio);
    return isWhole && !rect.isEmpty() && rect.width() <= LargestKept.width()
        && rect.height() <= LargestKept.height()
        && painter.worldTransform().type() <= QTransform::TxTranslate;
}

QPixmap keptPanel(QSize size, qreal ratio, const Panel &panel)
{
    const QString key =
        pixmapKey(u"/panel",
                  {static_cast<quint32>(size.width()), static_cast<quint32>(size.height()),
                   static_cast<quint32>(qRound(ratio)), static_cast<quint32>(qRound(panel.radius * 16)),
                   panel.fill.rgba(), panel.border.rgba()});
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintPanel(painter, QRectF(QPointF(), size), panel);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
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
    // Rounded as lines of text are, so that the word stands as high as those beside it.
    const QRect box = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter,
                                          wanted.boundedTo({rect.width(), wanted.height()}), rect);
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
    const Panel panel{radius, fill, border};
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (isKept(painter, rect, ratio)) {
        painter.drawPixmap(rect.topLeft(), keptPanel(rect.toRect().size(), ratio, panel));
        return;
    }
    painter.save();
    paintPanel(painter, rect, panel);
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
