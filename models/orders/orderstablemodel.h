// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "orders/tablereader.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QLocale>

namespace mc {

/**
 * The orders table: a window over a result set that may have a million rows.
 *
 * Holds a place (8 bytes) for each row and the few thousand rows that were painted last; asks for the others
 * when they are painted (rowsWanted()) and shows placeholders until they come. A new query resets it; a
 * change within the query emits row signals only. Lives in the GUI thread.
 */
class OrdersTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrdersTableModel)
public:
    explicit OrdersTableModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setLocale(const QLocale &locale); ///< Of dates and amounts.
    void apply(const ReaderResult &result);
    void takeRows(const QHash<qint64, OrderRow> &rows);

    [[nodiscard]] QList<OrderId> idsOfRows(const QList<int> &rows) const;
    [[nodiscard]] int rowOf(const OrderId &id) const;

signals:
    void rowsWanted(const QList<qint64> &places);

private:
    [[nodiscard]] OrderRow rowAt(int row) const;
    [[nodiscard]] QString wordsOf(const OrderRow &row, OrderColumn column) const;
    void want(int row) const;
    void askForWanted();
    void put(qint64 place, const OrderRow &row);
    bool forget(const QSet<qint64> &places); ///< Whether there was one.
    void applyEdits(const ReaderResult &result);
    void showRows(const QHash<qint64, OrderRow> &rows);
    [[nodiscard]] QList<int> rowsOf(QSet<qint64> places) const;

    QList<qint64> m_places;
    mutable QCache<qint64, OrderRow> m_rows;
    QHash<OrderId, qint64> m_placeOf; ///< Of rows that were loaded at some time; bounded.
    mutable QHash<qint64, int> m_wanted; ///< With the row where it was asked for.
    QHash<qint64, int> m_askedAt; ///< The same of what is on its way; the row may be another by now.
    mutable bool m_isAsking = false;
    QLocale m_locale;
};

} // namespace mc
