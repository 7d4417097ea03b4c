// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/plaintext.h"

namespace mc {
namespace {

constexpr QChar FirstStrongIsolate(0x2068);
constexpr QChar PopDirectionalIsolate(0x2069);

// LRE … RLO and LRI … PDI: an unpaired one would reach beyond its own text.
bool isDirectionControl(QChar c)
{
    return (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

bool isLineBreak(QChar c)
{
    return c == QLatin1Char('\n') || c == QChar(QChar::LineSeparator)
        || c == QChar(QChar::ParagraphSeparator);
}

} // namespace

QString harmless(const QString &text, bool keepsLines)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (isDirectionControl(c) || c == QLatin1Char('\r'))
            continue;
        if (isLineBreak(c))
            result += keepsLines ? QLatin1Char('\n') : QLatin1Char(' ');
        else
            result += c.category() == QChar::Other_Control ? QLatin1Char(' ') : c;
    }
    return result;
}

QString isolated(const QString &text)
{
    return FirstStrongIsolate + harmless(text) + PopDirectionalIsolate;
}

} // namespace mc
