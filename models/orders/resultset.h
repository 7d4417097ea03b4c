// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/overlay.h"
#include "storage/orderreader.h"

#include <QList>
#include <QSet>

namespace mc {

/// One step from an old list of places to a new one; steps are applied one after the other.
struct RowEdit {
    enum class Kind : quint8 { Remove, Insert };
    Kind kind = Kind::Remove;
    int first = 0;
    int count = 0;

    friend bool operator==(const RowEdit &, const RowEdit &) = default;
};

/// The steps from `before` to `after`, where only rows in `touched` may have come, gone or moved.
[[nodiscard]] QList<RowEdit> editsBetween(const QList<qint64> &before, const QList<qint64> &after,
                                          const QSet<qint64> &touched);

/**
 * What a query shows, as places in the cache's order: the base rows. Where item statuses decide, those that
 * have something in the outbox are left out, judged in memory and merged in by their sort value.
 *
 * A plain value of the reader thread; `places` is shared with the model by copy.
 */
class ResultSet final
{
public:
    /// 8 bytes a row.
    [[nodiscard]] const QList<qint64> &places() const { return m_places; }
    [[nodiscard]] const TableQuery &query() const { return m_query; }

    /// Runs the query anew; at most `limit` rows, when it is not 0, and those of the overlay that are judged.
    /// Once it is unwanted, the places are no answer.
    [[nodiscard]] StorageResult<void> run(const OrderReader &reader, const TableQuery &query,
                                          const Overlay &overlay, int limit,
                                          const OrderReader::IsUnwanted &isUnwanted = {});
    /// Takes over what has changed: these places were written, left, or have another overlay than before.
    [[nodiscard]] StorageResult<void> update(const OrderReader &reader, const Overlay &overlay,
                                             const QSet<qint64> &touched);

private:
    /// Puts rows in that are not there.
    [[nodiscard]] StorageResult<void> add(const OrderReader &reader, const Overlay &overlay,
                                          const QList<SortValue> &wanted);
    /// What those of these rows are sorted by that the query shows.
    [[nodiscard]] StorageResult<QList<SortValue>> wantedOf(const OrderReader &reader, const Overlay &overlay,
                                                           const QSet<qint64> &places) const;
    /// Whether the touched rows stand where `wanted` has them already, and no others of them.
    [[nodiscard]] bool areInPlace(const QSet<qint64> &touched, const QList<SortValue> &wanted) const;
    /// A row and how many of the rows that are there already stand above it.
    struct Placed {
        qsizetype at = 0;
        SortValue value;
    };
    /// What those of these rows are sorted by that have one of the statuses, as the overlay shows them.
    [[nodiscard]] StorageResult<QList<SortValue>> valuesOf(const OrderReader &reader, const Overlay &overlay,
                                                           const QList<qint64> &places) const;
    [[nodiscard]] StorageResult<qsizetype> positionOf(const OrderReader &reader, const Overlay &overlay,
                                                      const SortValue &value) const;
    void mergeIn(QList<Placed> added);

    TableQuery m_query;
    QList<qint64> m_places;
};

} // namespace mc
