// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRgb>

#include <array>

// The design tokens: the only place where a colour, a distance or a radius is a number.
// Distances are logical pixels; Qt multiplies them by the screen's scale.
namespace mc {

enum class Tone : quint8 { Neutral, Info, Warning, Success, Critical };

struct ToneColors {
    QRgb back; // fill of a badge or banner
    QRgb text; // text and icon on `back`
    QRgb border; // outline of a banner or an outlined button, on a surface
};

struct Colors {
    QRgb canvas; // behind cards
    QRgb surface; // cards, table, dialogs, inputs
    QRgb sunken; // summary boxes, skeletons, segmented control
    QRgb sidebar;
    QRgb border; // decorative hairlines
    QRgb controlBorder; // outline of inputs and buttons, at least 3:1
    QRgb text;
    QRgb mutedText;
    QRgb link; // accent used as text or icon
    QRgb accent; // accent used as fill
    QRgb onAccent;
    QRgb focus; // focus ring, at least 3:1
    QRgb hover;
    QRgb selection;
    QRgb critical; // fill of the destructive button
    QRgb onCritical;
    QRgb inverse; // toast
    QRgb onInverse;
    QRgb inverseLink;
    std::array<ToneColors, 5> tones;

    constexpr const ToneColors &tone(Tone t) const { return tones[static_cast<std::size_t>(t)]; }
};

inline constexpr Colors LightColors{
    .canvas = 0xfff4f5f8,
    .surface = 0xffffffff,
    .sunken = 0xffeef0f5,
    .sidebar = 0xffeaecf2,
    .border = 0xffdde1e8,
    .controlBorder = 0xff858e9d,
    .text = 0xff18202f,
    .mutedText = 0xff535d6f,
    .link = 0xff3346c4,
    .accent = 0xff3d50d6,
    .onAccent = 0xffffffff,
    .focus = 0xff3d50d6,
    .hover = 0xfff5f6fb,
    .selection = 0xffe9ecfd,
    .critical = 0xffc22a1e,
    .onCritical = 0xffffffff,
    .inverse = 0xff232b3a,
    .onInverse = 0xfff3f5f9,
    .inverseLink = 0xffb3bfff,
    .tones = {{
        {0xffe2e6ee, 0xff3f4959, 0xffb4bcc9},
        {0xffdfeafe, 0xff1a479f, 0xff86a9ea},
        {0xffffecc9, 0xff744600, 0xffd9a441},
        {0xffd9f3e2, 0xff125c37, 0xff6cc492},
        {0xfffde4e1, 0xffa0211a, 0xffe08b84},
    }},
};

inline constexpr Colors DarkColors{
    .canvas = 0xff13161c,
    .surface = 0xff1b1f27,
    .sunken = 0xff252a34,
    .sidebar = 0xff171a21,
    .border = 0xff2f3642,
    .controlBorder = 0xff737e90,
    .text = 0xffe7eaf0,
    .mutedText = 0xffa4aebd,
    .link = 0xffa3b1ff,
    .accent = 0xff4d61e6,
    .onAccent = 0xffffffff,
    .focus = 0xff93a4ff,
    .hover = 0xff222732,
    .selection = 0xff262d4e,
    .critical = 0xffcf3a2f,
    .onCritical = 0xffffffff,
    .inverse = 0xffe4e8ef,
    .onInverse = 0xff1a2130,
    .inverseLink = 0xff2e40b8,
    .tones = {{
        {0xff2d3440, 0xffc8cfdb, 0xff4c5666},
        {0xff1a3161, 0xffaecbff, 0xff3c62ad},
        {0xff46310a, 0xffffd582, 0xff8a6420},
        {0xff143c29, 0xff93e4b6, 0xff2f7a54},
        {0xff51211e, 0xffffb8b1, 0xff9a4740},
    }},
};

// Where the desktop asks for high contrast: two colours, outlines instead of fills, every hairline visible.
constexpr Colors highContrast(QRgb back, QRgb front, QRgb mark)
{
    const ToneColors outlined{back, front, front};
    return {.canvas = back,
            .surface = back,
            .sunken = back,
            .sidebar = back,
            .border = front,
            .controlBorder = front,
            .text = front,
            .mutedText = front,
            .link = mark,
            .accent = mark,
            .onAccent = back,
            .focus = mark,
            .hover = back,
            .selection = back,
            .critical = front,
            .onCritical = back,
            .inverse = front,
            .onInverse = back,
            .inverseLink = back,
            .tones = {{outlined, outlined, outlined, outlined, outlined}}};
}
inline constexpr Colors HighContrastLightColors = highContrast(0xffffffff, 0xff000000, 0xff0000d0);
inline constexpr Colors HighContrastDarkColors = highContrast(0xff000000, 0xffffffff, 0xffffff00);

namespace Space {
inline constexpr int Xs = 4;
inline constexpr int S = 8;
inline constexpr int M = 12;
inline constexpr int L = 16;
inline constexpr int Xl = 24;
} // namespace Space

namespace Radius {
inline constexpr int Small = 4; // check box, menu item, focus ring of a link
inline constexpr int Medium = 6; // button, input, menu, row action
inline constexpr int Large = 10; // card, banner, toast
} // namespace Radius

namespace Measure {
inline constexpr int ControlPadding = 8; // above and below a control's text line, together
inline constexpr int RowAction = 28; // square of the "…" button (at least 24)
inline constexpr int SideMenu = 224;
inline constexpr int SideMenuNarrow = 56; // icons only, in windows narrower than NarrowWindow
inline constexpr int NarrowWindow = 1120;
inline constexpr int Icon = 16;
inline constexpr int FocusWidth = 2;
inline constexpr int DialogWidth = 520;
inline constexpr int ReadingWidth = 560; // longest text line
} // namespace Measure

// Sizes relative to the font that the desktop gives; never absolute points.
enum class TextRole : quint8 { Caption, Body, Strong, Heading, Title };

} // namespace mc
