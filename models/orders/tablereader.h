// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/resultset.h"
#include "storage/ordercache.h"
#include "sync/syncengine.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace mc {

/// All that one change means for the windows, from one state of the cache: table, notices and the
/// watched order never disagree.
struct ReaderResult {
    quint64 generation = 0; ///< Of the query; an older one is dropped.
    bool isReset = false; ///< A new result set.
    QList<qint64> places;
    QList<RowEdit> edits; ///< From the last result with this generation to `places`; empty with isReset.
    QHash<qint64, OrderRow> rows; ///< Rows that were read anew.
    QSet<qint64> staleRows; ///< What was read of these is old, and they are not in `rows`.
    QueryState state;
    QList<Notice> notices;
    std::optional<OrderView> watched;
    OrderId gone; ///< The watched order no longer exists.
};

/**
 * Answers the questions of the windows from the cache, in the reader thread.
 *
 * Everything here but supersede() is called by queued calls and answers by signals with values. Updates that
 * pile up while a query runs are taken together. A query is answered twice when it has many rows: with those
 * that a window shows and a count, and with all of them. The board of the same state follows, when it may
 * have changed: it takes hundreds of documents, and no row waits for it.
 */
class TableReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableReader)
public:
    explicit TableReader(QObject *parent = nullptr);

    void open(const QString &cacheFile);
    void close();
    void setQuery(const TableQuery &query, quint64 generation);
    /// From any thread: a query of this generation is on its way, so that what is left of an older one is not
    /// waited for.
    void supersede(quint64 generation) noexcept
    {
        m_newestAsked.store(generation, std::memory_order_relaxed);
    }
    void update(const SyncUpdate &update);
    void load(const QList<qint64> &places, quint64 generation);
    void watch(const OrderId &id);
    void stopWatching();
    void fetch(const QList<OrderId> &ids);
    void exportCsv(const QString &file);

signals:
    void resultReady(const mc::ReaderResult &result);
    void boardRead(const mc::CancellationBoard &board);
    void rowsLoaded(const QHash<qint64, mc::OrderRow> &rows, quint64 generation);
    void fetched(const QList<mc::OrderView> &views);
    void watchedRead(const std::optional<mc::OrderView> &view, const mc::OrderId &id);
    void exported(const QString &file, int count);
    void exportFailed(const QString &sentence);

private:
    void schedule();
    void process();
    void runQuery();
    void countTo(ReaderResult &result) const;
    void publishReset(bool isAll);
    void publishUpdate(const QList<qint64> &before, const QSet<qint64> &touched);
    void publishBoard();
    void fillCommon(ReaderResult &result);
    void fail(const StorageError &error);
    [[nodiscard]] QHash<qint64, OrderRow> rowsAt(const QList<qint64> &places) const;
    [[nodiscard]] QSet<qint64> overlayPlaces() const;
    [[nodiscard]] QSet<qint64> touchedPlaces();
    void fillRows(ReaderResult &result, const QSet<qint64> &touched, const QSet<qint64> &added) const;

    std::unique_ptr<OrderReader> m_reader;
    ResultSet m_result;
    TableQuery m_query;
    Overlay m_overlay;
    QSet<qint64> m_overlaid; ///< Places of m_overlay at the last result.
    Overlay m_shownOverlay;
    CacheDelta m_delta; ///< Since the last result.
    bool m_isBoardOld = true; ///< Cache or outbox changed since it was read.
    OrderId m_watched;
    quint64 m_generation = 0;
    std::atomic<quint64> m_newestAsked = 0;
    bool m_isScheduled = false;
    bool m_isQueryNew = false;
    bool m_hasResult = false;
};

} // namespace mc
