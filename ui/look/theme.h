// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/tokens.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QWidget;

namespace mc {

enum class Scheme : quint8 { Light, Dark, HighContrastLight, HighContrastDark };

// Which token set a palette belongs to. Painting code asks this with the palette it was handed, so a palette
// change is all that a switch between light and dark needs: nothing caches a colour.
[[nodiscard]] const Colors &colorsOf(const QPalette &palette);
// What the desktop asks for, told from a palette that is not ours.
[[nodiscard]] Scheme schemeOf(const QPalette &palette);
[[nodiscard]] QPalette paletteFor(Scheme scheme);
[[nodiscard]] QFont fontFor(TextRole role, const QFont &base);

// Installs style and palette. May be called again at any time to switch the scheme.
void applyTheme(QApplication &application, Scheme scheme);

// Gives a label its role in the type scale; muted text takes the placeholder colour of the palette, which the
// theme sets to the muted token, so it follows the scheme too.
enum class Ink : quint8 { Text, Muted, Link, Critical, OnAccent };
void setTextRole(QWidget &widget, TextRole role, Ink ink = Ink::Text);
[[nodiscard]] QColor inkColor(Ink ink, const QPalette &palette);

} // namespace mc
