// SPDX-License-Identifier: Apache-2.0
#include "orders/resultset.h"

#include "orders/placefilter.h"

#include <algorithm>

namespace mc {
namespace {

// Beyond this, looking for the place of each row costs more than asking the database again.
constexpr qsizetype MostSingleRows = 256;

QSet<qint64> placesOf(const OrderReader &reader, const Overlay &overlay)
{
    QSet<qint64> places;
    const auto found = reader.placesOf(overlay.keys());
    if (found) {
        for (const qint64 place : *found)
            places.insert(place);
    }
    return places;
}

void append(QList<RowEdit> &edits, RowEdit::Kind kind, qsizetype at)
{
    const int first = static_cast<int>(at);
    if (!edits.isEmpty() && edits.constLast().kind == kind) {
        RowEdit &last = edits.last();
        const int next = kind == RowEdit::Kind::Insert ? last.first + last.count : last.first;
        if (next == first) {
            ++last.count;
            return;
        }
    }
    edits.append({kind, first, 1});
}

} // namespace

QList<RowEdit> editsBetween(const QList<qint64> &before, const QList<qint64> &after,
                            const QSet<qint64> &touched)
{
    QList<RowEdit> edits;
    if (before.isSharedWith(after))
        return edits;
    const PlaceFilter filter(touched);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before.at(i) == after.at(j)) {
            ++i;
            ++j;
        } else if (i < before.size() && (j == after.size() || filter.contains(before.at(i)))) {
            append(edits, RowEdit::Kind::Remove, j);
            ++i;
        } else {
            append(edits, RowEdit::Kind::Insert, j);
            ++j;
        }
    }
    return edits;
}

StorageResult<void> ResultSet::run(const OrderReader &reader, const TableQuery &query, const Overlay &overlay,
                                   int limit, const OrderReader::IsUnwanted &isUnwanted)
{
    m_query = query;
    const QSet<qint64> overlaid = dependsOnOverlay(query) ? placesOf(reader, overlay) : QSet<qint64>();
    auto places = reader.places(query, overlaid, limit, isUnwanted);
    if (!places)
        return tl::unexpected(places.error());
    m_places = std::move(*places);
    if (isUnwanted && isUnwanted()) // placing rows among a million takes a frame
        return {};
    const auto wanted = wantedOf(reader, overlay, overlaid);
    return wanted ? add(reader, overlay, *wanted) : tl::unexpected(wanted.error());
}

StorageResult<void> ResultSet::update(const OrderReader &reader, const Overlay &overlay,
                                      const QSet<qint64> &touched)
{
    const bool isCheap = m_query.sortKey == TableQuery::SortKey::PlacedAt || touched.size() <= MostSingleRows;
    if (!isCheap)
        return run(reader, TableQuery(m_query), overlay, 0);
    const auto wanted = wantedOf(reader, overlay, touched);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (areInPlace(touched, *wanted))
        return {};
    const PlaceFilter filter(touched);
    m_places.removeIf([&filter](qint64 place) { return filter.contains(place); });
    return add(reader, overlay, *wanted);
}

// Sorted by date, a place says where its row stands, so most changes move none. A new list of a million
// places costs two copies of 8 MB, and the window looks for differences.
bool ResultSet::areInPlace(const QSet<qint64> &touched, const QList<SortValue> &wanted) const
{
    if (m_query.sortKey != TableQuery::SortKey::PlacedAt)
        return false;
    QSet<qint64> stay;
    for (const SortValue &value : wanted)
        stay.insert(value.place);
    return std::all_of(touched.cbegin(), touched.cend(), [&](qint64 place) {
        const SortValue sought{{}, place, place};
        const auto at = std::lower_bound(m_places.cbegin(), m_places.cend(), sought,
                                         [this](qint64 one, const SortValue &other) {
                                             return isAbove({{}, one, one}, other, m_query);
                                         });
        return (at != m_places.cend() && *at == place) == stay.contains(place);
    });
}

StorageResult<QList<SortValue>> ResultSet::wantedOf(const OrderReader &reader, const Overlay &overlay,
                                                    const QSet<qint64> &places) const
{
    const auto matching = reader.matching(m_query, places);
    return matching ? valuesOf(reader, overlay, *matching) : tl::unexpected(matching.error());
}

StorageResult<void> ResultSet::add(const OrderReader &reader, const Overlay &overlay,
                                   const QList<SortValue> &wanted)
{
    QList<Placed> added;
    for (const SortValue &value : wanted) {
        const auto at = positionOf(reader, overlay, value);
        if (!at)
            return tl::unexpected(at.error());
        added.append({*at, value});
    }
    mergeIn(added);
    return {};
}

StorageResult<QList<SortValue>> ResultSet::valuesOf(const OrderReader &reader, const Overlay &overlay,
                                                    const QList<qint64> &places) const
{
    QList<SortValue> values;
    values.reserve(places.size());
    const bool isAnyStatus = m_query.itemStatuses.isEmpty();
    if (isAnyStatus && m_query.sortKey == TableQuery::SortKey::PlacedAt) {
        for (const qint64 place : places) // which say it all; a snapshot brings millions
            values.append({{}, place, place});
        return values;
    }
    const auto rows = reader.rows(places);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const qint64 place : places) {
        const auto row = rows->constFind(place);
        if (row == rows->cend())
            continue;
        const ItemStatus status = statusOf(*row, overlay);
        if (isAnyStatus || m_query.itemStatuses.contains(status))
            values.append(sortValueOf(*row, status, m_query.sortKey));
    }
    return values;
}

// How many rows stand above it.
StorageResult<qsizetype> ResultSet::positionOf(const OrderReader &reader, const Overlay &overlay,
                                               const SortValue &value) const
{
    qsizetype low = 0;
    qsizetype high = m_places.size();
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        const qint64 place = m_places.at(middle);
        SortValue other{{}, place, place};
        if (m_query.sortKey != TableQuery::SortKey::PlacedAt) {
            const auto found = reader.rows({place});
            if (!found)
                return tl::unexpected(found.error());
            const StoredRow there = found->value(place);
            other = sortValueOf(there, statusOf(there, overlay), m_query.sortKey);
        }
        if (isAbove(other, value, m_query))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// All at once: each by itself would move up to a million places, and a batch has thousands.
void ResultSet::mergeIn(QList<Placed> added)
{
    if (added.isEmpty())
        return;
    std::sort(added.begin(), added.end(), [this](const Placed &a, const Placed &b) {
        return a.at != b.at ? a.at < b.at : isAbove(a.value, b.value, m_query);
    });
    QList<qint64> merged(m_places.size() + added.size());
    auto from = m_places.cbegin();
    auto out = merged.begin();
    for (const Placed &one : std::as_const(added)) {
        const auto to = m_places.cbegin() + one.at;
        out = std::copy(from, to, out);
        *out++ = one.value.place;
        from = to;
    }
    std::copy(from, m_places.cend(), out);
    m_places = merged;
}

} // namespace mc
