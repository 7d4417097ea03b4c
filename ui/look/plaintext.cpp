// SPDX-License-Identifier: Apache-2.0
#include "ui/look/plaintext.h"

#include <QGuiApplication>

#include <algorithm>

namespace mc {
namespace {

constexpr QChar FirstStrongIsolate(0x2068);
constexpr QChar PopDirectionalIsolate(0x2069);

// LRE … RLO: no text of ours has them.
bool isOverride(QChar c)
{
    return c >= QChar(0x202a) && c <= QChar(0x202e);
}

// LRI … PDI: an unpaired one would reach beyond its own text.
bool isIsolate(QChar c)
{
    return c >= QChar(0x2066) && c <= QChar(0x2069);
}

bool isLineBreak(QChar c)
{
    return c == QLatin1Char('\n') || c == QChar(QChar::LineSeparator)
        || c == QChar(QChar::ParagraphSeparator);
}

enum class Isolates : quint8 { Dropped, Kept };
enum class Lines : quint8 { Joined, Kept };

QString cleaned(const QString &text, Isolates isolates, Lines lines)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (isOverride(c) || (isIsolate(c) && isolates == Isolates::Dropped) || c == QLatin1Char('\r'))
            continue;
        if (isLineBreak(c))
            result += lines == Lines::Kept ? QLatin1Char('\n') : QLatin1Char(' ');
        else
            result += c.category() == QChar::Other_Control ? QLatin1Char(' ') : c;
    }
    return result;
}

} // namespace

QString harmless(const QString &text, bool keepsLines)
{
    return cleaned(text, Isolates::Dropped, keepsLines ? Lines::Kept : Lines::Joined);
}

QString showable(const QString &text)
{
    QString shown;
    int open = 0;
    for (const QChar c : cleaned(text, Isolates::Kept, Lines::Kept)) {
        if (isIsolate(c) && c != FirstStrongIsolate && (c != PopDirectionalIsolate || open == 0))
            continue; // we only ever write pairs of FSI and PDI
        open += c == FirstStrongIsolate ? 1 : c == PopDirectionalIsolate ? -1 : 0;
        shown += c;
    }
    return shown + QString(open, PopDirectionalIsolate);
}

QString buttonText(const QString &text)
{
    return harmless(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString isolated(const QString &text)
{
    return FirstStrongIsolate + harmless(text) + PopDirectionalIsolate;
}

QString inSentence(const QString &text)
{
    static constexpr QChar FirstRightToLeft(0x0590);
    const QString clean = harmless(text);
    const bool isQuiet = !QGuiApplication::isRightToLeft()
        && std::all_of(clean.cbegin(), clean.cend(), [](QChar c) { return c < FirstRightToLeft; });
    return isQuiet ? clean : isolated(text);
}

} // namespace mc
