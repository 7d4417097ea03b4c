// SPDX-License-Identifier: Apache-2.0
#include "domain/jsonmembers.h"

#include <cmath>
#include <limits>

namespace mc {
namespace {

constexpr double BelowLongest = 9223372036854775808.0; // 2^63, the first that is too long
constexpr qsizetype EscapeLength = 6; // \uXXXX

// The code unit of an escape that begins here; 0 where none does.
char16_t escapedUnit(QByteArrayView json, qsizetype at)
{
    if (json.size() - at < EscapeLength || json[at] != '\\' || json[at + 1] != 'u')
        return 0;
    bool isHex = false;
    const ushort unit = json.sliced(at + 2, EscapeLength - 2).toByteArray().toUShort(&isHex, 16);
    return isHex ? unit : u'\0';
}

bool isWhole(double number)
{
    return number >= -BelowLongest && number < BelowLongest && std::trunc(number) == number;
}

} // namespace

QByteArray withoutHalfPairs(QByteArray json)
{
    for (qsizetype at = json.indexOf('\\'); at >= 0; at = json.indexOf('\\', at)) {
        const char16_t unit = escapedUnit(json, at);
        if (!QChar::isSurrogate(unit)) {
            at += 2; // behind the escaped character, which may be a backslash
            continue;
        }
        if (QChar::isHighSurrogate(unit) && QChar::isLowSurrogate(escapedUnit(json, at + EscapeLength))) {
            at += 2 * EscapeLength;
            continue;
        }
        json.replace(at, EscapeLength, "\\ufffd", EscapeLength);
        at += EscapeLength;
    }
    return json;
}

std::optional<JsonMembers> membersOf(simdjson::dom::parser &parser, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    JsonMembers members;
    // Copies: the parser reads a little beyond the end.
    auto error = parser.parse(bytes.data(), static_cast<size_t>(bytes.size()), true).get(members);
    if (error == simdjson::STRING_ERROR) {
        const QByteArray whole = withoutHalfPairs(bytes.toByteArray());
        error = parser.parse(whole.constData(), static_cast<size_t>(whole.size()), true).get(members);
    }
    return error == simdjson::SUCCESS ? std::optional(members) : std::nullopt;
}

bool isNumber(JsonMembers json, std::string_view key) noexcept
{
    JsonElement element;
    return json.at_key(key).get(element) == simdjson::SUCCESS && element.is_number();
}

qint64 numberOf(JsonMembers json, std::string_view key, qint64 fallback) noexcept
{
    JsonElement element;
    if (json.at_key(key).get(element) != simdjson::SUCCESS)
        return fallback;
    if (std::int64_t whole = 0; element.get(whole) == simdjson::SUCCESS)
        return whole;
    double number = 0;
    const bool isUsable = element.is_double() && element.get(number) == simdjson::SUCCESS && isWhole(number);
    return isUsable ? static_cast<qint64>(number) : fallback;
}

int smallNumberOf(JsonMembers json, std::string_view key, int fallback) noexcept
{
    const qint64 number = numberOf(json, key, fallback);
    const bool isSmall =
        number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
    return isSmall ? static_cast<int>(number) : fallback;
}

} // namespace mc
