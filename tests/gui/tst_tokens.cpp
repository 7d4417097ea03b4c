// SPDX-License-Identifier: Apache-2.0
#include "ui/look/theme.h"

#include <QTest>

#include <cmath>

namespace mc {
namespace {

double luminance(QRgb color)
{
    const auto channel = [](int value) {
        const double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(qRed(color)) + 0.7152 * channel(qGreen(color)) + 0.0722 * channel(qBlue(color));
}

double contrast(QRgb a, QRgb b)
{
    const double light = std::fmax(luminance(a), luminance(b));
    const double dark = std::fmin(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

struct Pair {
    const char *name;
    QRgb front;
    QRgb back;
    double limit;
};

// Every pair of tokens that meets on screen; WCAG 2.2 asks 4.5 of text and 3 of controls and focus.
QList<Pair> pairsOf(const Colors &c)
{
    QList<Pair> pairs = {{"text on canvas", c.text, c.canvas, 4.5},
                         {"text on surface", c.text, c.surface, 4.5},
                         {"text on sunken", c.text, c.sunken, 4.5},
                         {"text on selection", c.text, c.selection, 4.5},
                         {"text on sidebar", c.text, c.sidebar, 4.5},
                         {"muted text on canvas", c.mutedText, c.canvas, 4.5},
                         {"muted text on surface", c.mutedText, c.surface, 4.5},
                         {"muted text on sunken", c.mutedText, c.sunken, 4.5},
                         {"muted text on hover", c.mutedText, c.hover, 4.5},
                         {"muted text on selection", c.mutedText, c.selection, 4.5},
                         {"muted text on sidebar", c.mutedText, c.sidebar, 4.5},
                         {"link on surface", c.link, c.surface, 4.5},
                         {"link on canvas", c.link, c.canvas, 4.5},
                         {"link on sunken", c.link, c.sunken, 4.5},
                         {"text on accent", c.onAccent, c.accent, 4.5},
                         {"text on critical", c.onCritical, c.critical, 4.5},
                         {"text on toast", c.onInverse, c.inverse, 4.5},
                         {"link on toast", c.inverseLink, c.inverse, 4.5},
                         {"critical text on surface", c.tone(Tone::Critical).text, c.surface, 4.5},
                         {"control outline on surface", c.controlBorder, c.surface, 3.0},
                         {"control outline on canvas", c.controlBorder, c.canvas, 3.0},
                         {"focus on surface", c.focus, c.surface, 3.0},
                         {"focus on canvas", c.focus, c.canvas, 3.0},
                         {"focus on sidebar", c.focus, c.sidebar, 3.0},
                         {"accent on surface", c.accent, c.surface, 3.0},
                         {"critical on surface", c.critical, c.surface, 3.0}};
    for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Warning, Tone::Success, Tone::Critical}) {
        pairs.append({"badge", c.tone(tone).text, c.tone(tone).back, 4.5});
        pairs.append({"text on banner", c.text, c.tone(tone).back, 4.5});
    }
    return pairs;
}

} // namespace

class TokensTest final : public QObject
{
    Q_OBJECT
private slots:
    void everyPairHasEnoughContrast_data()
    {
        QTest::addColumn<QRgb>("front");
        QTest::addColumn<QRgb>("back");
        QTest::addColumn<double>("limit");
        const std::pair<const char *, const Colors *> schemes[] = {
            {"light", &LightColors},
            {"dark", &DarkColors},
            {"high contrast light", &HighContrastLightColors},
            {"high contrast dark", &HighContrastDarkColors}};
        for (const auto &[scheme, colors] : schemes) {
            int number = 0;
            for (const Pair &pair : pairsOf(*colors))
                QTest::addRow("%s, %s #%d", scheme, pair.name, number++)
                    << pair.front << pair.back << pair.limit;
        }
    }
    void everyPairHasEnoughContrast()
    {
        QFETCH(QRgb, front);
        QFETCH(QRgb, back);
        QFETCH(double, limit);

        QVERIFY2(contrast(front, back) >= limit, qPrintable(QString::number(contrast(front, back))));
    }

    void aPaletteTellsItsTokens()
    {
        QCOMPARE(&colorsOf(paletteFor(Scheme::Light)), &LightColors);
        QCOMPARE(&colorsOf(paletteFor(Scheme::Dark)), &DarkColors);
        QCOMPARE(&colorsOf(paletteFor(Scheme::HighContrastLight)), &HighContrastLightColors);
        QCOMPARE(&colorsOf(paletteFor(Scheme::HighContrastDark)), &HighContrastDarkColors);
    }

    void theDesktopsPaletteTellsTheScheme_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::addColumn<QColor>("text");
        QTest::addColumn<Scheme>("expected");
        QTest::newRow("usual light") << QColor(0xef, 0xef, 0xef) << QColor(Qt::black) << Scheme::Light;
        QTest::newRow("usual dark") << QColor(0x23, 0x26, 0x29) << QColor(0xef, 0xf0, 0xf1) << Scheme::Dark;
        QTest::newRow("contrast black") << QColor(Qt::black) << QColor(Qt::white) << Scheme::HighContrastDark;
        QTest::newRow("contrast white")
            << QColor(Qt::white) << QColor(Qt::black) << Scheme::HighContrastLight;
    }
    void theDesktopsPaletteTellsTheScheme()
    {
        QFETCH(QColor, window);
        QFETCH(QColor, text);
        QFETCH(Scheme, expected);
        QPalette palette;
        palette.setColor(QPalette::Window, window);
        palette.setColor(QPalette::WindowText, text);

        QCOMPARE(schemeOf(palette), expected);
    }
};

} // namespace mc

QTEST_GUILESS_MAIN(mc::TokensTest)
#include "tst_tokens.moc"
