// SPDX-License-Identifier: Apache-2.0
#include "storage/scrub.h"

#include "domain/orderjson.h"
#include "storage/cachefile.h"
#include "storage/ordercache.h"
#include "storage/ordercolumns.h"
#include "storage/statement.h"

#include <QHash>
#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr int OrdersInSlice = 200;
constexpr int RowsBetweenQuestions = 5'000;
constexpr std::size_t Buckets = 1024;
constexpr int LongestPrefix = 6; ///< Of those that the search index keeps ready.

using Sums = std::array<size_t, Buckets>;

template <typename... Values>
size_t entryHash(const Values &...values)
{
    return qHashMulti(size_t(0), values...);
}

tl::unexpected<StorageError> contradiction(const QString &what)
{
    return tl::unexpected(StorageError{StorageError::Kind::Damaged, what});
}

struct Index {
    QString name;
    QStringList columns;
    QString condition; ///< Of a partial index; empty: every row is in it.
    Sums expected{};
};

QString textOf(const QSqlQuery &query, int from, qsizetype count)
{
    QString text;
    for (int column = from; column < from + count; ++column)
        text += query.value(column).toString() + u'\x1f';
    return text;
}

/// As SQLite sorts what our indexes hold: numbers by value, text by its bytes.
bool isSorted(const QVariantList &before, const QVariantList &after)
{
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i].metaType() != after[i].metaType())
            return false; // no column of ours mixes types
        if (before[i].typeId() == QMetaType::QString) {
            const int order = before[i].toString().toUtf8().compare(after[i].toString().toUtf8());
            if (order != 0)
                return order < 0;
        } else if (before[i].toLongLong() != after[i].toLongLong()) {
            return before[i].toLongLong() < after[i].toLongLong();
        }
    }
    return true;
}

std::size_t bucketOf(qint64 place)
{
    return static_cast<quint64>(place) % Buckets;
}

/// One scrub of one file.
class Scrub final
{
public:
    Scrub(const QString &file, const std::function<bool()> &goOn)
        : m_file(file)
        , m_scratchFile(file + u".scrub"_s)
        , m_goOn(goOn)
    {
    }
    ~Scrub()
    {
        m_fresh.reset();
        m_scratch.reset();
        removeDatabase(m_scratchFile);
    }
    Q_DISABLE_COPY_MOVE(Scrub)

    StorageResult<ScrubReport> run();

private:
    struct Row {
        qint64 place = 0;
        QString values; ///< Of all columns that follow from the document.
    };
    struct Range {
        qint64 first = 0;
        qint64 last = 0;
    };
    using PlacesByMatch = QHash<QString, QList<qint64>>; ///< By what is typed, as the search index is asked.
    struct Slice {
        QHash<QString, Row> rows; ///< By the id in the row.
        QList<WireOrder> documents;
        qint64 last = 0; ///< Place of the last row.
        bool isLast = false;
    };

    StorageResult<void> open();
    StorageResult<void> readSchema();
    StorageResult<void> readState();
    StorageResult<Slice> readSlice(qint64 after);
    StorageResult<void> takeRow(const QSqlQuery &query, Slice &slice);
    StorageResult<void> compareSlice(qint64 after, Slice &slice);
    StorageResult<void> lookForOrphans(qint64 after, const Slice &slice) const;
    StorageResult<void> rebuild(const Slice &slice);
    StorageResult<void> compareRows(Slice &slice, QHash<qint64, qint64> &places) const;
    StorageResult<void> compareWords(const QHash<qint64, qint64> &places);
    StorageResult<void> compareMatches(const QString &match, const QList<qint64> &places, Range slice) const;
    StorageResult<bool> compareIndex(const Index &index) const;
    StorageResult<bool> compareSearch() const;

    const QString m_file;
    const QString m_scratchFile;
    const std::function<bool()> &m_goOn;
    std::unique_ptr<SqlConnection> m_cache;
    std::unique_ptr<Statement> m_matches; ///< In m_cache: where in a slice something typed leads.
    std::unique_ptr<OrderCache> m_scratch;
    std::unique_ptr<SqlConnection> m_fresh; ///< Reads what m_scratch has written.
    QStringList m_columns;
    std::vector<Index> m_indexes;
    Sums m_words{}; ///< Of every word of every document.
    QString m_generation; ///< Of every row; empty while a snapshot comes in.
    ScrubReport m_report;
};

StorageResult<ScrubReport> Scrub::run()
{
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    for (qint64 after = std::numeric_limits<qint64>::min();;) {
        auto slice = readSlice(after);
        if (!slice)
            return tl::unexpected(slice.error());
        if (const auto done = compareSlice(after, *slice); !done)
            return tl::unexpected(done.error());
        if (slice->isLast)
            break;
        if (!m_goOn())
            return m_report;
        after = slice->last;
    }
    for (const Index &index : m_indexes) {
        const auto done = compareIndex(index);
        if (!done)
            return tl::unexpected(done.error());
        if (!*done)
            return m_report;
    }
    const auto done = compareSearch();
    if (!done)
        return tl::unexpected(done.error());
    m_report.isComplete = *done;
    return m_report;
}

StorageResult<void> Scrub::open()
{
    removeDatabase(m_scratchFile);
    auto cache = SqlConnection::open(m_file, SqlConnection::Mode::Reader);
    if (!cache)
        return tl::unexpected(cache.error());
    m_cache = std::move(*cache);
    auto scratch = OrderCache::open(m_scratchFile);
    if (!scratch)
        return tl::unexpected(scratch.error());
    m_scratch = std::move(*scratch);
    auto fresh = SqlConnection::open(m_scratchFile, SqlConnection::Mode::Reader);
    if (!fresh)
        return tl::unexpected(fresh.error());
    m_fresh = std::move(*fresh);
    for (const SqlConnection *connection : {m_cache.get(), m_fresh.get()}) {
        if (const auto made = connection->run(
                u"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'instance')"_s);
            !made)
            return made;
    }
    auto matches = Statement::prepare(
        *m_cache,
        u"SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid"_s);
    if (!matches)
        return tl::unexpected(matches.error());
    m_matches = std::move(*matches);
    if (const auto begun = m_cache->run(u"BEGIN"_s); !begun)
        return begun;
    if (const auto read = readSchema(); !read)
        return read;
    return readState();
}

// From the scratch file, whose schema is right.
StorageResult<void> Scrub::readSchema()
{
    QSqlQuery columns = m_fresh->query();
    if (!columns.exec(
            u"SELECT 'o.' || name FROM pragma_table_info('orders') WHERE name NOT IN ('place', 'generation')"_s))
        return tl::unexpected(StorageError::from(columns.lastError()));
    while (columns.next())
        m_columns.append(columns.value(0).toString());
    QSqlQuery indexes = m_fresh->query();
    if (!indexes.exec(
            u"SELECT name, sql FROM sqlite_master WHERE type='index' AND tbl_name='orders' AND sql<>''"_s))
        return tl::unexpected(StorageError::from(indexes.lastError()));
    while (indexes.next()) {
        const QString sql = indexes.value(1).toString();
        Index index{indexes.value(0).toString(), {}, sql.section(u" WHERE "_s, 1), {}};
        for (const QString &column : sql.section(u'(', 1).section(u')', 0, 0).split(u','))
            index.columns.append(u"o."_s + column.trimmed());
        m_indexes.push_back(std::move(index));
    }
    return ended(indexes);
}

StorageResult<void> Scrub::readState()
{
    const auto complete = m_cache->value(u"SELECT value FROM meta WHERE name='snapshot_complete'"_s);
    const auto generation = m_cache->value(u"SELECT value FROM meta WHERE name='generation'"_s);
    if (!complete || !generation)
        return tl::unexpected(!complete ? complete.error() : generation.error());
    if (complete->toString() == "1"_L1)
        m_generation = generation->toString();
    return {};
}

StorageResult<Scrub::Slice> Scrub::readSlice(qint64 after)
{
    QStringList columns{u"o.place"_s, u"o.generation"_s, u"o.order_id"_s, u"d.document"_s};
    for (const Index &index : m_indexes) {
        columns.append(index.condition.isEmpty() ? u"1"_s : u'(' + index.condition + u')');
        columns += index.columns;
    }
    columns += m_columns;
    QSqlQuery query = m_cache->query();
    if (!query.exec(u"SELECT %1 FROM orders o NOT INDEXED LEFT JOIN documents d ON d.place=o.place "
                    "WHERE o.place>%2 ORDER BY o.place LIMIT %3"_s.arg(
                        columns.join(u','), QString::number(after), QString::number(OrdersInSlice))))
        return tl::unexpected(StorageError::from(query.lastError()));
    Slice slice;
    while (query.next()) {
        if (const auto taken = takeRow(query, slice); !taken)
            return tl::unexpected(taken.error());
    }
    if (const auto done = ended(query); !done)
        return tl::unexpected(done.error());
    slice.isLast = slice.documents.size() < OrdersInSlice;
    return slice;
}

StorageResult<void> Scrub::takeRow(const QSqlQuery &query, Slice &slice)
{
    slice.last = query.value(0).toLongLong();
    if (!m_generation.isEmpty() && query.value(1).toString() != m_generation)
        return contradiction(u"a row of another snapshot"_s);
    const QByteArray document = query.value(3).toByteArray();
    auto order = orderFromBytes(document);
    if (!order)
        return contradiction(u"an order without its document"_s);
    int column = 4;
    for (Index &index : m_indexes) {
        if (query.value(column).toBool())
            index.expected[bucketOf(slice.last)] +=
                entryHash(slice.last, textOf(query, column + 1, index.columns.size()));
        column += 1 + static_cast<int>(index.columns.size());
    }
    slice.rows.insert(query.value(2).toString(), {slice.last, textOf(query, column, m_columns.size())});
    slice.documents.append({std::move(*order), document});
    return {};
}

StorageResult<void> Scrub::compareSlice(qint64 after, Slice &slice)
{
    if (const auto done = lookForOrphans(after, slice); !done)
        return done;
    if (slice.documents.isEmpty())
        return {};
    if (const auto done = rebuild(slice); !done)
        return done;
    QHash<qint64, qint64> places;
    if (const auto done = compareRows(slice, places); !done)
        return done;
    m_report.orders += slice.documents.size();
    return compareWords(places);
}

StorageResult<void> Scrub::lookForOrphans(qint64 after, const Slice &slice) const
{
    QString range = u"d.place>%1"_s.arg(after);
    if (!slice.isLast)
        range += u" AND d.place<=%1"_s.arg(slice.last);
    const auto count = m_cache->value(u"SELECT count(*) - count(o.place) FROM documents d LEFT JOIN orders o "
                                      "ON o.place=d.place WHERE "_s
                                      + range);
    if (!count)
        return tl::unexpected(count.error());
    return count->toInt() == 0 ? StorageResult<void>() : contradiction(u"a document without its order"_s);
}

// Each slice is a snapshot of its own, so that the scratch file holds this slice and nothing else.
StorageResult<void> Scrub::rebuild(const Slice &slice)
{
    const auto begun =
        m_scratch->beginSnapshot("slice", static_cast<int>(slice.documents.size()), u"scrub"_s);
    if (!begun)
        return begun;
    if (const auto added = m_scratch->addSnapshot(slice.documents, {}); !added)
        return tl::unexpected(added.error());
    if (const auto done = m_scratch->endSnapshot(); !done)
        return tl::unexpected(done.error());
    return {};
}

/// `places`: from the scratch file to the cache.
StorageResult<void> Scrub::compareRows(Slice &slice, QHash<qint64, qint64> &places) const
{
    QSqlQuery query = m_fresh->query();
    if (!query.exec(u"SELECT o.place, o.order_id, %1 FROM orders o"_s.arg(m_columns.join(u','))))
        return tl::unexpected(StorageError::from(query.lastError()));
    while (query.next()) {
        const Row row = slice.rows.take(query.value(1).toString());
        if (row.values != textOf(query, 2, m_columns.size()))
            return contradiction(u"a row that does not follow from its document"_s);
        // Orders of one second are beside each other, in any order; none stands before its time.
        const qint64 second = query.value(0).toLongLong() / PlacesPerSecond * PlacesPerSecond;
        if (row.place < second - OrdersInSlice)
            return contradiction(u"an order in a wrong place"_s);
        places.insert(query.value(0).toLongLong(), row.place);
    }
    if (const auto done = ended(query); !done)
        return done;
    return slice.rows.isEmpty() ? StorageResult<void>() : contradiction(u"a row of another document"_s);
}

StorageResult<void> Scrub::compareWords(const QHash<qint64, qint64> &places)
{
    PlacesByMatch placesOf;
    QSqlQuery query = m_fresh->query();
    if (!query.exec(u"SELECT term, doc FROM temp.terms"_s))
        return tl::unexpected(StorageError::from(query.lastError()));
    while (query.next()) {
        const QString term = query.value(0).toString();
        const qint64 place = places.value(query.value(1).toLongLong());
        m_words[bucketOf(place)] += entryHash(place, term);
        placesOf[u'"' + term + u'"'].append(place);
        for (qsizetype length = 1; length <= std::min<qsizetype>(LongestPrefix, term.size()); ++length)
            placesOf[u'"' + term.left(length) + u"\"*"_s].append(place);
    }
    if (const auto done = ended(query); !done)
        return done;
    const auto [first, last] = std::minmax_element(places.cbegin(), places.cend());
    for (auto it = placesOf.begin(); it != placesOf.end(); ++it) {
        std::sort(it->begin(), it->end());
        it->erase(std::unique(it->begin(), it->end()), it->end());
        if (const auto found = compareMatches(it.key(), *it, {*first, *last}); !found)
            return found;
    }
    return {};
}

// Every word and every beginning of it that somebody may type has to lead to its orders and to no other.
// Asked once for all orders of a slice, most of which share their shortest beginnings.
StorageResult<void> Scrub::compareMatches(const QString &match, const QList<qint64> &places,
                                          Range slice) const
{
    m_matches->bind(match);
    m_matches->bind(slice.first);
    m_matches->bind(slice.last);
    for (qsizetype found = 0;; ++found) {
        const auto isRow = m_matches->next();
        if (!isRow)
            return tl::unexpected(isRow.error());
        if (!*isRow)
            return found == places.size() ? StorageResult<void>()
                                          : contradiction(u"a word that the search does not find"_s);
        if (found == places.size() || m_matches->number(0) != places[found]) {
            m_matches->reset();
            return contradiction(u"a word that leads to another order"_s);
        }
    }
}

StorageResult<bool> Scrub::compareIndex(const Index &index) const
{
    QSqlQuery query = m_cache->query();
    const QString condition = index.condition.isEmpty() ? QString() : u" WHERE "_s + index.condition;
    if (!query.exec(u"SELECT o.place, %1 FROM orders o INDEXED BY %2%3"_s.arg(index.columns.join(u','),
                                                                              index.name, condition)))
        return tl::unexpected(StorageError::from(query.lastError()));
    Sums found{};
    QVariantList before;
    for (int row = 1; query.next(); ++row) {
        const qint64 place = query.value(0).toLongLong();
        found[bucketOf(place)] += entryHash(place, textOf(query, 1, index.columns.size()));
        QVariantList key;
        for (int column = 1; column <= index.columns.size(); ++column)
            key.append(query.value(column));
        key.append(place);
        if (!before.isEmpty() && !isSorted(before, key))
            return contradiction(u"an index out of order: "_s + index.name);
        before = std::move(key);
        if (row % RowsBetweenQuestions == 0 && !m_goOn())
            return false;
    }
    if (const auto done = ended(query); !done)
        return tl::unexpected(done.error());
    if (found != index.expected)
        return contradiction(u"an index with other rows than its table: "_s + index.name);
    return true;
}

StorageResult<bool> Scrub::compareSearch() const
{
    QSqlQuery query = m_cache->query();
    if (!query.exec(u"SELECT term, doc FROM temp.terms"_s))
        return tl::unexpected(StorageError::from(query.lastError()));
    Sums found{};
    for (int row = 1; query.next(); ++row) {
        const qint64 place = query.value(1).toLongLong();
        found[bucketOf(place)] += entryHash(place, query.value(0).toString());
        if (row % RowsBetweenQuestions == 0 && !m_goOn())
            return false;
    }
    if (const auto done = ended(query); !done)
        return tl::unexpected(done.error());
    if (found != m_words)
        return contradiction(u"words in the search index that no order has"_s);
    return true;
}

} // namespace

StorageResult<ScrubReport> scrubCache(const QString &file, const std::function<bool()> &goOn)
{
    return Scrub(file, goOn).run();
}

} // namespace mc
