// SPDX-License-Identifier: Apache-2.0
#include "ui/look/theme.h"

#include "ui/look/consolestyle.h"

#include <QApplication>
#include <QToolTip>
#include <QWidget>

#include <cmath>

namespace mc {

const Colors &colorsOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    // Asked for each cell of a table, so our own colours are not measured.
    for (const Colors *known :
         {&LightColors, &DarkColors, &HighContrastDarkColors, &HighContrastLightColors}) {
        if (window.rgb() == known->canvas)
            return *known;
    }
    return window.lightnessF() < 0.5F ? DarkColors : LightColors;
}

namespace {

const Colors &colorsFor(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return LightColors;
    case Scheme::Dark:
        return DarkColors;
    case Scheme::HighContrastLight:
        return HighContrastLightColors;
    case Scheme::HighContrastDark:
        return HighContrastDarkColors;
    }
    Q_UNREACHABLE();
}

double luminance(const QColor &color)
{
    const auto channel = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
        + 0.0722 * channel(color.blueF());
}

} // namespace

Scheme schemeOf(const QPalette &palette)
{
    // Only the contrast themes of the desktops put pure black on pure white (21:1); usual ones end near 18:1.
    constexpr double HighContrast = 20.0;
    const double back = luminance(palette.color(QPalette::Active, QPalette::Window));
    const double text = luminance(palette.color(QPalette::Active, QPalette::WindowText));
    const double ratio = (qMax(back, text) + 0.05) / (qMin(back, text) + 0.05);
    const bool isDark = back < text;
    if (ratio >= HighContrast)
        return isDark ? Scheme::HighContrastDark : Scheme::HighContrastLight;
    return isDark ? Scheme::Dark : Scheme::Light;
}

QPalette paletteFor(Scheme scheme)
{
    const Colors &c = colorsFor(scheme);
    QPalette p;
    p.setColor(QPalette::Window, c.canvas);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.sunken);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.tone(Tone::Critical).text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.link);
    p.setColor(QPalette::LinkVisited, c.link);
    p.setColor(QPalette::ToolTipBase, c.inverse);
    p.setColor(QPalette::ToolTipText, c.onInverse);
    p.setColor(QPalette::PlaceholderText, c.mutedText);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.sunken);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.controlBorder);
    p.setColor(QPalette::Shadow, &c == &LightColors ? 0xff9aa3b2 : 0xff000000);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.controlBorder);
    return p;
}

QFont fontFor(TextRole role, const QFont &base)
{
    QFont font = base;
    const auto scale = [&font](qreal factor) { font.setPointSizeF(font.pointSizeF() * factor); };
    switch (role) {
    case TextRole::Caption:
        scale(0.9);
        break;
    case TextRole::Body:
        break;
    case TextRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        scale(1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Title:
        scale(1.7);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

void applyTheme(QApplication &application, Scheme scheme)
{
    if (qobject_cast<ConsoleStyle *>(application.style()) == nullptr)
        application.setStyle(new ConsoleStyle); // the application owns it
    const QPalette palette = paletteFor(scheme);
    application.setPalette(palette);
    QToolTip::setPalette(palette);
}

QColor inkColor(Ink ink, const QPalette &palette)
{
    const Colors &c = colorsOf(palette);
    switch (ink) {
    case Ink::Text:
        return c.text;
    case Ink::Muted:
        return c.mutedText;
    case Ink::Link:
        return c.link;
    case Ink::Critical:
        return c.tone(Tone::Critical).text;
    case Ink::OnAccent:
        return c.onAccent;
    }
    return c.text;
}

void setTextRole(QWidget &widget, TextRole role, Ink ink)
{
    widget.setFont(fontFor(role, QApplication::font()));
    if (ink == Ink::Muted)
        widget.setForegroundRole(QPalette::PlaceholderText);
    else if (ink == Ink::Link)
        widget.setForegroundRole(QPalette::Link);
    else if (ink == Ink::Critical)
        widget.setForegroundRole(QPalette::BrightText);
    else
        widget.setForegroundRole(QPalette::NoRole);
}

} // namespace mc
