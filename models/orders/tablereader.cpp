// SPDX-License-Identifier: Apache-2.0
#include "orders/tablereader.h"

#include "orders/board.h"
#include "orders/csvexport.h"
#include "sync/syncwords.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcReader, "mc.orders.reader", QtWarningMsg)
/// More are shown as "10,000+" until all have been read. No index counts what a search finds: that is "250+"
/// then.
constexpr int MostCounted = 10'000;
constexpr int FirstPlaces =
    250; ///< More than a window shows; what a filter passes rarely is searched for long.
constexpr qsizetype FirstRows = 64; ///< Sent along, so that the first paint has no placeholders.
constexpr qsizetype MostRowsAtOnce = 2'000;
constexpr int MostAttention = 500;
constexpr int MostEnded = 60;
constexpr qsizetype MostEdits = 64; ///< More single steps cost a view more than a new start.

// Reads one state of the file from begin to end.
class ReadScope final
{
public:
    explicit ReadScope(OrderReader &reader)
        : m_reader(reader)
    {
        m_reader.beginRead();
    }
    ~ReadScope() { m_reader.endRead(); }
    Q_DISABLE_COPY_MOVE(ReadScope)

private:
    OrderReader &m_reader;
};

} // namespace

TableReader::TableReader(QObject *parent)
    : QObject(parent)
{
}

void TableReader::open(const QString &cacheFile)
{
    auto reader = OrderReader::open(cacheFile);
    if (!reader) {
        fail(reader.error());
        return;
    }
    m_reader = std::move(*reader);
    m_isQueryNew = true;
    m_isBoardOld = true;
    m_delta = {};
    m_overlay.clear();
    schedule();
}

void TableReader::close()
{
    m_reader.reset();
    m_result = {};
    m_overlay.clear();
    m_overlaid.clear();
    m_shownOverlay.clear();
    m_delta = {};
    m_hasResult = false;
    ReaderResult empty;
    empty.generation = m_generation;
    empty.isReset = true;
    emit resultReady(empty);
    emit boardRead({});
}

void TableReader::setQuery(const TableQuery &query, quint64 generation)
{
    m_query = query;
    m_generation = generation;
    m_isQueryNew = true;
    schedule();
}

void TableReader::update(const SyncUpdate &update)
{
    m_delta.add(update.delta);
    m_overlay = overlayOf(update.pending);
    m_isBoardOld = true;
    schedule();
}

// Behind what is already in the event queue, so that a burst of updates is one piece of work.
void TableReader::schedule()
{
    if (m_isScheduled || !m_reader)
        return;
    m_isScheduled = true;
    QMetaObject::invokeMethod(this, &TableReader::process, Qt::QueuedConnection);
}

void TableReader::process()
{
    m_isScheduled = false;
    if (!m_reader)
        return;
    const ReadScope scope(*m_reader);
    if (m_isQueryNew || !m_hasResult) {
        runQuery();
        return;
    }
    const QSet<qint64> touched = touchedPlaces();
    const QList<qint64> before = m_result.places();
    if (const auto done = m_result.update(*m_reader, m_overlay, touched); !done) {
        fail(done.error());
        return;
    }
    publishUpdate(before, touched);
    publishBoard();
}

void TableReader::runQuery()
{
    m_isQueryNew = false;
    m_hasResult = true;
    m_overlaid = overlayPlaces();
    m_shownOverlay = m_overlay;
    if (const auto done = m_result.run(*m_reader, m_query, m_overlay, FirstPlaces + 1); !done) {
        fail(done.error());
        return;
    }
    const bool isAll = m_result.places().size() <= FirstPlaces;
    publishReset(isAll);
    if (isAll) {
        publishBoard();
        return;
    }
    const QList<qint64> before = m_result.places();
    const auto isUnwanted = [this] { return m_newestAsked.load(std::memory_order_relaxed) > m_generation; };
    const auto done = m_result.run(*m_reader, m_query, m_overlay, 0, isUnwanted);
    if (isUnwanted()) {
        m_hasResult = false;
        return;
    }
    if (!done) {
        fail(done.error());
        return;
    }
    publishUpdate(before, m_overlaid);
    publishBoard();
}

QSet<qint64> TableReader::overlayPlaces() const
{
    QSet<qint64> places;
    if (const auto found = m_reader->placesOf(m_overlay.keys())) {
        for (const qint64 place : *found)
            places.insert(place);
    }
    return places;
}

// What the cache wrote, and what has another overlay than at the last result.
QSet<qint64> TableReader::touchedPlaces()
{
    QSet<qint64> touched = m_delta.changed | m_delta.removed;
    if (m_overlay == m_shownOverlay)
        return touched;
    QList<OrderId> ids;
    for (const OrderId &id : m_overlay.keys() + m_shownOverlay.keys()) {
        if (m_overlay.value(id) != m_shownOverlay.value(id))
            ids.append(id);
    }
    if (const auto places = m_reader->placesOf(ids)) {
        for (const qint64 place : *places)
            touched.insert(place);
    }
    m_overlaid = overlayPlaces();
    m_shownOverlay = m_overlay;
    return touched;
}

QHash<qint64, OrderRow> TableReader::rowsAt(const QList<qint64> &places) const
{
    QHash<qint64, OrderRow> rows;
    const auto stored = m_reader->rows(places);
    if (!stored)
        return rows;
    rows.reserve(stored->size());
    for (const StoredRow &row : *stored)
        rows.insert(row.place, rowOf(row, m_overlay));
    return rows;
}

// Reads hundreds of documents, so not again for each letter of a search, and not before the rows are shown: a
// request was painted 33 ms after it had been pressed, with a million orders.
void TableReader::publishBoard()
{
    if (!std::exchange(m_isBoardOld, false))
        return;
    const auto attention = m_reader->withAttention(MostAttention);
    const auto ended = m_reader->latestEnded(MostEnded);
    const auto asked = m_reader->orders(m_overlaid.values());
    emit boardRead(boardOf(attention.value_or(QList<Order>()), ended.value_or(QList<Order>()),
                           asked.value_or(QList<Order>()), m_overlay));
}

void TableReader::fillCommon(ReaderResult &result)
{
    result.generation = m_generation;
    result.places = m_result.places();
    result.state.phase = QueryState::Phase::Ready;
    result.state.count = static_cast<int>(result.places.size());
    result.state.hasAnyOrders = result.state.count > 0 || m_reader->hasAnyOrders();
    result.notices = noticesOf(m_delta.news);
    m_delta = {};
    if (!m_watched.isValid())
        return;
    if (const auto order = m_reader->order(m_watched))
        result.watched = viewOf(*order, m_overlay);
    else
        result.gone = m_watched;
}

// Before all places are known. Those of the overlay that are judged are in the result already, the others are
// counted.
void TableReader::countTo(ReaderResult &result) const
{
    qsizetype count = FirstPlaces;
    result.state.isCountExact = false;
    if (m_query.match.isEmpty()) {
        const QSet<qint64> judged = dependsOnOverlay(m_query) ? m_overlaid : QSet<qint64>();
        if (const auto others = m_reader->count(m_query, judged, MostCounted + 1)) {
            count = *others
                + std::count_if(result.places.cbegin(), result.places.cend(),
                                [&judged](qint64 place) { return judged.contains(place); });
            result.state.isCountExact = count <= MostCounted;
        }
    }
    result.state.count = static_cast<int>(std::min<qsizetype>(count, MostCounted));
}

void TableReader::publishReset(bool isAll)
{
    ReaderResult result;
    fillCommon(result);
    result.isReset = true;
    result.rows = rowsAt(m_result.places().first(std::min(FirstRows, m_result.places().size())));
    if (!isAll)
        countTo(result);
    emit resultReady(result);
}

void TableReader::publishUpdate(const QList<qint64> &before, const QSet<qint64> &touched)
{
    ReaderResult result;
    const QSet<qint64> added = std::exchange(m_delta.added, {});
    fillCommon(result);
    result.edits = editsBetween(before, m_result.places(), touched);
    if (result.edits.size() > MostEdits) {
        result.isReset = true;
        result.edits.clear();
    }
    fillRows(result, touched, added);
    emit resultReady(result);
}

// No window has shown an order that has just come, so many of them, as in a snapshot, are read when they are
// shown. Sent along they would cost reading, and push out the rows that the table keeps.
void TableReader::fillRows(ReaderResult &result, const QSet<qint64> &touched, const QSet<qint64> &added) const
{
    QSet<qint64> sent = touched;
    if (added.size() > FirstRows)
        sent.subtract(added);
    if (sent.size() <= MostRowsAtOnce)
        result.rows = rowsAt(sent.values());
    result.staleRows = touched;
    for (auto it = result.rows.cbegin(); it != result.rows.cend(); ++it)
        result.staleRows.remove(it.key());
}

void TableReader::fail(const StorageError &error)
{
    qCWarning(lcReader) << "reading failed:" << static_cast<int>(error.kind) << error.detail;
    ReaderResult result;
    result.generation = m_generation;
    result.isReset = true;
    result.state.phase = QueryState::Phase::Failed;
    m_hasResult = false;
    emit resultReady(result);
}

void TableReader::load(const QList<qint64> &places, quint64 generation)
{
    if (m_reader)
        emit rowsLoaded(rowsAt(places), generation);
}

void TableReader::watch(const OrderId &id)
{
    m_watched = id;
    std::optional<OrderView> view;
    if (m_reader) {
        if (const auto order = m_reader->order(id))
            view = viewOf(*order, m_overlay);
    }
    emit watchedRead(view, id);
}

void TableReader::stopWatching()
{
    m_watched = {};
}

void TableReader::fetch(const QList<OrderId> &ids)
{
    QList<OrderView> views;
    for (const OrderId &id : ids) {
        const auto order = m_reader ? m_reader->order(id) : std::nullopt;
        if (order)
            views.append(viewOf(*order, m_overlay));
    }
    emit fetched(views);
}

void TableReader::exportCsv(const QString &file)
{
    if (!m_reader)
        return;
    const ReadScope scope(*m_reader);
    const auto count = writeCsv(file, *m_reader, m_result.places(), m_overlay);
    if (count)
        emit exported(file, *count);
    else
        emit exportFailed(count.error());
}

} // namespace mc
