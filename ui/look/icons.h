// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/theme.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace mc {

// Line icons on a 16 px grid, drawn in one colour. `icon()` looks its colour up when it is painted, so it
// follows a change of scheme without being made again; arrows are mirrored when the application's layout is
// right-to-left.
[[nodiscard]] QIcon icon(const QString &name, Ink ink = Ink::Text);

// For delegates: the same drawing in any colour, from the pixmap cache.
void drawIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color);

} // namespace mc
