// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/orderreader.h"

#include <QSet>
#include <QString>
#include <QStringList>

// How the database is asked for the orders of a table. The indexes are those of resources/sql/cache; which of
// them is taken is said here and not left to SQLite, which does not know how few orders a filter passes.
namespace mc {

enum class Access : quint8 {
    Search, ///< What the search index found, each looked up.
    Fetch, ///< By the index of the filter, then sorted.
    Along, ///< Along the index of the filter, which has the wanted order.
    Walk ///< Along the index of the sort.
};

/// A part of the table that stands together: one status, or one currency. Empty: all of it.
using Group = QString;

/// The groups of a table sorted by a status, in its order.
[[nodiscard]] QList<Group> statusGroups(const TableQuery &query);
[[nodiscard]] Group currencyGroup(const QString &currency);
[[nodiscard]] bool isSortedByStatus(const TableQuery &query) noexcept;

/// Whether the index of the filter, within the group, has the orders as the table wants them: by place, and
/// of no status more than one value.
[[nodiscard]] bool isFilterInOrder(const TableQuery &query, const Group &group) noexcept;

/// Whether something other than the group narrows the table, so that a walk may pass over many orders.
[[nodiscard]] bool isNarrowed(const TableQuery &query, bool isInStatusGroup) noexcept;

/// Statements that give places; the expression is to be bound where there is a search.
[[nodiscard]] QString placesSql(const TableQuery &query, const QSet<qint64> &except, const Group &group,
                                Access access);
/// How many places there are, counted up to `most`. Without a search.
[[nodiscard]] QString countSql(const TableQuery &query, const QSet<qint64> &except, const Group &group,
                               int most);
/// The same among the first `within` orders of the sort, whatever the filter.
[[nodiscard]] QString countAheadSql(const TableQuery &query, int most, int within);
/// Which of these places there are, whatever their item status.
[[nodiscard]] QString matchingSql(const TableQuery &query, const QSet<qint64> &places);

/// "1,2,3"
template <typename Places>
[[nodiscard]] QString placeList(const Places &places)
{
    QStringList list;
    list.reserve(places.size());
    for (const qint64 place : places)
        list.append(QString::number(place));
    return list.join(u',');
}

} // namespace mc
