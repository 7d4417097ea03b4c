// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <initializer_list>

namespace mc {

/// A key for QPixmapCache from a name and numbers, which go in as they are: a table asks for some sixty small
/// pictures each time it is painted, and figures written out cost more than drawing most of them.
[[nodiscard]] inline QString pixmapKey(QStringView name, std::initializer_list<quint32> numbers)
{
    QString key;
    key.reserve(3 + name.size() + 2 * static_cast<qsizetype>(numbers.size()));
    key += u"mc/"; // not Qt's own pictures
    key += name;
    for (const quint32 number : numbers) {
        key += QChar(static_cast<char16_t>(number & 0xffffU));
        key += QChar(static_cast<char16_t>(number >> 16U));
    }
    return key;
}

} // namespace mc
