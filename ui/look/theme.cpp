// SPDX-License-Identifier: Apache-2.0
#include "ui/look/theme.h"

#include "ui/look/consolestyle.h"

#include <QApplication>
#include <QToolTip>
#include <QWidget>

namespace mc {

const Colors &colorsOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5F ? DarkColors : LightColors;
}

QPalette paletteFor(Scheme scheme)
{
    const Colors &c = scheme == Scheme::Dark ? DarkColors : LightColors;
    QPalette p;
    p.setColor(QPalette::Window, c.canvas);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.sunken);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.onCritical);
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
    p.setColor(QPalette::Shadow, scheme == Scheme::Dark ? 0xff000000 : 0xff9aa3b2);
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
}

} // namespace mc
