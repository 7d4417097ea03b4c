// SPDX-License-Identifier: Apache-2.0
#include "store/pages/plaintext.h"

#include <algorithm>

namespace mc::store {

namespace {

constexpr char16_t FirstStrongIsolate = 0x2068;
constexpr char16_t PopIsolate = 0x2069;

bool isBidiControl(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
}

bool isShown(QChar character)
{
    const char16_t unit = character.unicode();
    if (unit < 0x7f) // most of all text, without a look into Unicode's tables
        return unit >= u' ' || unit == u'\n' || unit == u'\t';
    return character.category() != QChar::Other_Control && !isBidiControl(unit) && unit != 0xFFFE
        && unit != 0xFFFF && unit != QChar::LineSeparator && unit != QChar::ParagraphSeparator;
}

/// Most lines: printable ASCII with single spaces inside.
bool isPlainLine(QStringView text)
{
    char16_t before = u' ';
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit < u' ' || unit >= 0x7f || (unit == u' ' && before == u' '))
            return false;
        before = unit;
    }
    return text.isEmpty() || before != u' ';
}

} // namespace

QString plainText(QStringView text)
{
    const auto stays = [](QChar one) { return !one.isSurrogate() && isShown(one); };
    if (std::all_of(text.cbegin(), text.cend(), stays))
        return text.toString();
    QString shown;
    shown.reserve(text.size());
    for (qsizetype index = 0; index < text.size(); ++index) {
        const QChar character = text.at(index);
        const bool isPair =
            character.isHighSurrogate() && index + 1 < text.size() && text.at(index + 1).isLowSurrogate();
        if (isPair) {
            shown += character;
            shown += text.at(++index);
        } else if (character.isSurrogate()) {
            shown += QChar(QChar::ReplacementCharacter);
        } else if (isShown(character)) {
            shown += character;
        }
    }
    return shown;
}

QString plainLine(const QString &text)
{
    if (isPlainLine(text))
        return text;
    // Before the controls go, so that "a\rb" stays two words.
    return plainText(text.simplified());
}

QString isolated(const QString &line, bool isRightToLeft)
{
    const auto isNeutral = [](QChar character) { return character.unicode() < 0x590; };
    if (line.isEmpty() || (!isRightToLeft && std::all_of(line.cbegin(), line.cend(), isNeutral)))
        return line;
    return QChar(FirstStrongIsolate) + line + QChar(PopIsolate);
}

QString typedText(const QString &text)
{
    QString typed = text;
    typed.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    typed.replace(u'\r', u'\n');
    return typed.trimmed();
}

qsizetype codePointCount(QStringView text) noexcept
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

} // namespace mc::store
