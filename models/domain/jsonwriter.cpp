// SPDX-License-Identifier: Apache-2.0
#include "domain/jsonwriter.h"

#include <QLatin1String>

namespace mc {
namespace {

constexpr char16_t FirstPrintable = 0x20;
constexpr char16_t FirstBeyondAscii = 0x80;
constexpr qsizetype MostBytes = 6; // of one code unit: \u001f
constexpr QLatin1StringView Figures("0123456789abcdef");

bool needsEscape(char16_t unit) noexcept
{
    return unit < FirstPrintable || unit == u'"' || unit == u'\\';
}

// The letter behind the backslash, 0 where there is none.
char shortEscape(char16_t unit) noexcept
{
    switch (unit) {
    case u'"':
    case u'\\':
        return static_cast<char>(unit);
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return 0;
    }
}

char *putEscaped(char *out, char16_t unit) noexcept
{
    *out++ = '\\';
    if (const char letter = shortEscape(unit); letter != 0) {
        *out++ = letter;
        return out;
    }
    for (const char one : {'u', '0', '0', Figures[unit >> 4].toLatin1(), Figures[unit & 0xf].toLatin1()})
        *out++ = one;
    return out;
}

char *putUtf8(char *out, char32_t character) noexcept
{
    const auto tail = [character](int shift) {
        return static_cast<char>(0x80 | ((character >> shift) & 0x3f));
    };
    if (character < 0x800) {
        *out++ = static_cast<char>(0xc0 | (character >> 6));
    } else if (character < 0x10000) {
        *out++ = static_cast<char>(0xe0 | (character >> 12));
        *out++ = tail(6);
    } else {
        *out++ = static_cast<char>(0xf0 | (character >> 18));
        *out++ = tail(12);
        *out++ = tail(6);
    }
    *out++ = tail(0);
    return out;
}

} // namespace

void JsonWriter::open(char bracket)
{
    separate();
    m_out.append(bracket);
}

// What came before tells: no value ends in one of these.
void JsonWriter::separate()
{
    if (m_out.isEmpty())
        return;
    const char last = m_out.back();
    if (last != '{' && last != '[' && last != ':')
        m_out.append(',');
}

void JsonWriter::key(QLatin1String name)
{
    value(name);
    m_out.append(':');
}

void JsonWriter::value(QLatin1String word)
{
    separate();
    m_out.append('"').append(word.data(), word.size()).append('"');
}

void JsonWriter::word(QLatin1String word)
{
    separate();
    m_out.append(word.data(), word.size());
}

void JsonWriter::wholeNumber(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
}

// Into room for the worst case, since a call for each letter would cost more than the letter.
void JsonWriter::value(QStringView text)
{
    separate();
    const qsizetype before = m_out.size();
    m_out.resize(before + text.size() * MostBytes + 2);
    char *out = m_out.data() + before;
    *out++ = '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (needsEscape(unit))
            out = putEscaped(out, unit);
        else if (unit < FirstBeyondAscii)
            *out++ = static_cast<char>(unit);
        else if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            out = putUtf8(out, QChar::surrogateToUcs4(unit, text[++i].unicode()));
        else
            out = putUtf8(out,
                          QChar::isSurrogate(unit) ? char32_t(QChar::ReplacementCharacter) : char32_t(unit));
    }
    *out++ = '"';
    m_out.resize(out - m_out.constData());
}

} // namespace mc
