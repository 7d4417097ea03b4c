// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <simdjson.h>
#include <string_view>

// Reading bulk JSON with simdjson, which takes a tenth of QJsonDocument's time for an order
// (docs/performance.md). As with QJsonObject, a member that is missing or has another type reads as its
// default; of two members with one name the first is read. Included by what reads orders, and by no public
// header: it is long.
namespace mc {

using JsonElement = simdjson::dom::element;
using JsonMembers = simdjson::dom::object;

/**
 * The members of the object that these bytes are; nullopt for anything else.
 *
 * They live in the parser, until it is used again. Half a surrogate pair, which is no character, reads as
 * U+FFFD.
 */
[[nodiscard]] std::optional<JsonMembers> membersOf(simdjson::dom::parser &parser, QByteArrayView bytes);

/// Escaped halves of surrogate pairs become U+FFFD: QJsonDocument writes and reads them, UTF-8 has none.
[[nodiscard]] QByteArray withoutHalfPairs(QByteArray json);

[[nodiscard]] inline std::string_view rawTextOf(JsonMembers json, std::string_view key) noexcept
{
    std::string_view word;
    return json.at_key(key).get(word) == simdjson::SUCCESS ? word : std::string_view();
}

[[nodiscard]] inline QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

[[nodiscard]] inline QString textOf(JsonMembers json, std::string_view key)
{
    return textOf(rawTextOf(json, key));
}

[[nodiscard]] bool isNumber(JsonMembers json, std::string_view key) noexcept;
/// A whole number, however it is written: 3, 3.0 and 3e0 are the same.
[[nodiscard]] qint64 numberOf(JsonMembers json, std::string_view key, qint64 fallback = 0) noexcept;
/// The same, but a number that an int cannot hold reads as the fallback, too.
[[nodiscard]] int smallNumberOf(JsonMembers json, std::string_view key, int fallback = 0) noexcept;

[[nodiscard]] inline bool flagOf(JsonMembers json, std::string_view key, bool fallback = false) noexcept
{
    bool flag = false;
    return json.at_key(key).get(flag) == simdjson::SUCCESS ? flag : fallback;
}

/// Calls `take` with the members of the object of that name, if there is one.
template <typename Take>
void withMembers(JsonMembers json, std::string_view key, Take take)
{
    JsonMembers members;
    if (json.at_key(key).get(members) == simdjson::SUCCESS)
        take(members);
}

/// Calls `take` with each element of the array of that name, if there is one.
template <typename Take>
void forEachElement(JsonMembers json, std::string_view key, Take take)
{
    simdjson::dom::array array;
    if (json.at_key(key).get(array) != simdjson::SUCCESS)
        return;
    for (const JsonElement element : array)
        take(element);
}

} // namespace mc
