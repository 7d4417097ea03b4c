// SPDX-License-Identifier: Apache-2.0
#include "ui/look/scripts.h"

#include <QFont>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

// A letter of each: Latin with a tail, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Bengali, Tamil,
// Thai, Georgian, Hangul, Hiragana, Han, and a picture.
constexpr QStringView Samples[] = {u"ł", u"Ω",   u"Ж", u"Ա",  u"א",  u"ع",  u"अ",         u"অ",
                                   u"அ", u"ไทย", u"ა", u"한", u"あ", u"漢", u"\U0001F600"};

} // namespace

std::future<void> lookUpScripts(const QFont &font)
{
    return std::async(std::launch::async, [font] {
        for (const QStringView sample : Samples) {
            QTextLayout layout(sample.toString(), font);
            layout.beginLayout();
            layout.createLine();
            layout.endLayout();
        }
    });
}

} // namespace mc
