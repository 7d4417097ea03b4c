// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/theme.h"

#include <QPainter>
#include <QString>

namespace mc {

class ShapedLines;

// How a status looks: a word always, an icon that differs by shape, and a tone that only repeats both.
struct Badge {
    QString text;
    QString icon;
    Tone tone = Tone::Neutral;
    bool isFilled = true; // false: quiet form, icon and text without a pill
};

struct Ring {
    qreal radius = Radius::Medium;
    QColor color;
};

[[nodiscard]] QSize badgeSize(const Badge &badge, const QFont &font);
// At the reading side of the painter's direction. A table lends the lines that it has shaped before.
void drawBadge(QPainter &painter, const QRect &rect, const Badge &badge, const QPalette &palette,
               ShapedLines *lines = nullptr);
void drawPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border);
void drawFocusRing(QPainter &painter, const QRectF &rect, const Ring &ring);
void drawCheckBox(QPainter &painter, const QRect &rect, Qt::CheckState state, const QPalette &palette);

// One line, elided, aligned to the reading direction.
void drawLine(QPainter &painter, const QRect &rect, const QString &text, Qt::LayoutDirection direction,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

} // namespace mc
