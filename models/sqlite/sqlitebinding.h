// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <bit>
#include <sqlite3.h>

// Included by what speaks to SQLite itself, and by no public header: it is not everywhere.
namespace mc {

/// SQLITE_TRANSIENT, whose own definition is a cast that our warnings refuse.
[[nodiscard]] inline sqlite3_destructor_type copied()
{
    return std::bit_cast<sqlite3_destructor_type>(qintptr(-1));
}

/// The null pointer of an empty array would be NULL.
[[nodiscard]] inline const char *dataOf(const QByteArray &bytes)
{
    return bytes.isEmpty() ? "" : bytes.constData();
}

/// The code of sqlite3_bind_text.
[[nodiscard]] inline int bindText(sqlite3_stmt *statement, int place, const QByteArray &utf8)
{
    return sqlite3_bind_text(statement, place, dataOf(utf8), static_cast<int>(utf8.size()), copied());
}

} // namespace mc
