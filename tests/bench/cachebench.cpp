// SPDX-License-Identifier: Apache-2.0
// Writing the cache: the first sync and catching up.
#include "domain/orderjson.h"
#include "net/wireorder.h"
#include "storage/cachefile.h"
#include "storage/ordercache.h"
#include "storage/searchwords.h"
#include "tests/bench/benches.h"
#include "tests/bench/sqlitefloor.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <future>
#include <limits>

using namespace Qt::StringLiterals;

namespace mc::bench {
namespace {

constexpr int SnapshotPage = 2'000; ///< As FetchSnapshot passes them on.
constexpr int ChangesPage = 1'000;
constexpr int MostChanges = 100'000;
constexpr int MostRepeated = 100'000; ///< Orders up to which a filling is cheap enough to be repeated.
constexpr int Rounds = 3;
constexpr double FillBar = 1.5;
constexpr double FillMegabytes = 200;
constexpr double ChangesBar = 2;

QByteArray snapshotPage(const OrderSet &set, int from)
{
    QByteArray bytes;
    for (int index = from; index < std::min(from + SnapshotPage, set.count); ++index)
        bytes += orderToBytes(orderAt(set, index)) + '\n';
    return bytes;
}

// The lines as FetchSnapshot cuts them.
QList<WireOrder> parsed(const QByteArray &page)
{
    QList<WireOrder> orders;
    qsizetype from = 0;
    for (qsizetype end = page.indexOf('\n'); end >= 0; end = page.indexOf('\n', from)) {
        auto line = snapshotLine(page.mid(from, end - from));
        from = end + 1;
        if (!line)
            qFatal("a generated order is not understood: %s", qUtf8Printable(line.error().what));
        orders.append({std::move(line->order.order), std::move(line->order.document)});
    }
    return orders;
}

struct FillTimes {
    double parsing = 0;
    double all = 0;
};

// The next page is made meanwhile, off the clock.
FillTimes fillByConsole(const Setup &setup)
{
    removeDatabase(setup.cacheFile());
    const auto cache = orDie(OrderCache::open(setup.cacheFile()), "opening the cache");
    orDie(cache->beginSnapshot("cursor"_ba, setup.orders.count, u"epoch"_s), "beginning");
    FillTimes times;
    auto coming = std::async(std::launch::async, snapshotPage, setup.orders, 0);
    for (int from = 0; from < setup.orders.count; from += SnapshotPage) {
        const QByteArray page = coming.get();
        if (from + SnapshotPage < setup.orders.count)
            coming = std::async(std::launch::async, snapshotPage, setup.orders, from + SnapshotPage);
        const Watch watch;
        const QList<WireOrder> orders = parsed(page);
        times.parsing += watch.milliseconds();
        (void)orDie(cache->addSnapshot(orders, "resume"_ba), "a page");
        times.all += watch.milliseconds();
    }
    const Watch watch;
    (void)orDie(cache->endSnapshot(), "ending");
    times.all += watch.milliseconds();
    return times;
}

QByteArray wordsOf(const QByteArray &document)
{
    const auto order = orderFromBytes(document);
    return order ? searchWords(*order).toUtf8() : QByteArray();
}

// A floor that does something else says nothing.
void mustBeSame(SqliteFloor &ours, SqliteFloor &floor)
{
    if (ours.contentMark() != floor.contentMark())
        qFatal("the floor's file is not the console's: %s and %s", floor.contentMark().constData(),
               ours.contentMark().constData());
}

struct FloorTimes {
    double words = 0; ///< What the console's own words cost, which the floor has ready.
    double all = 0;
};

// The same rows in the same order of pages, read from the console's file off the clock.
FloorTimes fillByFloor(const Setup &setup)
{
    const QString file = setup.folder + u"/floor.sqlite"_s;
    removeDatabase(file);
    SqliteFloor source(setup.cacheFile(), SqliteFloor::Mode::Cache);
    SqliteFloor floor(file, SqliteFloor::Mode::Cache);
    const QDir scripts(u":/sql/cache"_s);
    for (const QString &name : scripts.entryList(QDir::Files, QDir::Name))
        floor.runScript(scripts.filePath(name));
    floor.prepareRows();
    floor.run("BEGIN IMMEDIATE");
    FloorTimes times;
    qint64 below = std::numeric_limits<qint64>::max();
    for (;;) {
        QList<FlatRow> rows = source.rowsBelow(below, SnapshotPage);
        if (rows.isEmpty())
            break;
        below = rows.constLast().place;
        for (FlatRow &row : rows) {
            const auto order = orderFromBytes(row.document);
            const Watch words;
            row.words = searchWords(order.value()).toUtf8();
            times.words += words.milliseconds();
        }
        const Watch watch;
        std::for_each(rows.crbegin(), rows.crend(), [&floor](const FlatRow &row) { floor.insert(row); });
        times.all += watch.milliseconds();
    }
    const Watch watch;
    floor.run("COMMIT");
    times.all += watch.milliseconds();
    mustBeSame(source, floor);
    return times;
}

struct Change {
    qint64 place = 0;
    QByteArray oldWords;
    QByteArray document;
};

QList<Change> changesOf(const Setup &setup, QList<qint64> places, int count)
{
    SqliteFloor source(setup.cacheFile(), SqliteFloor::Mode::Cache);
    Dice dice(setup.orders.seed + 8);
    QList<Change> changes;
    for (int i = 0; i < count; ++i) {
        places.swapItemsAt(i, i + dice.below(static_cast<int>(places.size()) - i));
        const FlatRow row = source.rowAt(places.at(i));
        const auto order = orderFromBytes(row.document);
        if (!order)
            qFatal("the cache holds a document that is not understood");
        changes.append(
            {row.place, searchWords(*order).toUtf8(), orderToBytes(changed(*order, setup.orders.seed))});
    }
    return changes;
}

QByteArray bodyOf(const QList<Change> &changes)
{
    QByteArrayList documents;
    for (const Change &one : changes)
        documents.append(one.document);
    return R"({"cursor":"next","hasMore":true,"removed":[],"orders":[)" + documents.join(',') + "]}";
}

// The rows as the console left them, so that both files end the same.
QList<FlatRow> rowsAfter(SqliteFloor &source, const QList<Change> &changes)
{
    QList<FlatRow> rows;
    for (const Change &one : changes) {
        FlatRow row = source.rowAt(one.place);
        row.words = wordsOf(row.document);
        row.oldWords = one.oldWords;
        rows.append(row);
    }
    return rows;
}

double applyByConsole(OrderCache &cache, const QByteArray &body)
{
    const Watch watch;
    const auto page = changesFromBytes(body);
    if (!page)
        qFatal("a page of changes is not understood");
    QList<WireOrder> orders;
    orders.reserve(page->orders.size());
    for (const ReceivedOrder &one : page->orders)
        orders.append({one.order, one.document});
    (void)orDie(cache.applyChanges(orders, page->removed, page->cursor), "changes");
    return watch.milliseconds();
}

double applyByFloor(SqliteFloor &floor, const QList<FlatRow> &rows)
{
    const Watch watch;
    for (const FlatRow &row : rows)
        floor.replace(row);
    return watch.milliseconds();
}

} // namespace

QList<Result> benchFill(const Setup &setup)
{
    Samples ours;
    Samples parsing;
    Samples words;
    Samples floor;
    std::optional<double> peak;
    const int rounds = setup.orders.count <= MostRepeated ? Rounds : 1;
    for (int round = 0; round < rounds; ++round) {
        forgetPeak();
        const FillTimes times = fillByConsole(setup);
        ours.add(times.all);
        parsing.add(times.parsing);
        peak = peakMegabytes();
        const FloorTimes least = fillByFloor(setup);
        words.add(least.words);
        floor.add(least.all);
    }
    removeDatabase(setup.folder + u"/floor.sqlite"_s);
    const int n = setup.orders.count;
    Result fill = resultOf(u"fill"_s, u"7: snapshot into the cache, without HTTP, to the C API"_s, n, ours);
    judge(fill, ours.percentile(0.5), floor.percentile(0.5), FillBar);
    QList<Result> results{fill, resultOf(u"fill-parsing"_s, u"7: of that, parsing"_s, n, parsing),
                          resultOf(u"fill-words"_s, u"7: of that, finding the search words"_s, n, words)};
    if (peak) {
        Samples megabytes;
        megabytes.add(*peak);
        Result memory = resultOf(u"fill-memory"_s, u"7: peak while filling, MB to 200 MB"_s, n, megabytes);
        memory.unit = u"MB"_s;
        judge(memory, *peak, FillMegabytes, 1);
        results.append(memory);
    }
    return results;
}

QList<Result> benchFloor(const Setup &setup)
{
    Samples floor;
    floor.add(fillByFloor(setup).all);
    removeDatabase(setup.folder + u"/floor.sqlite"_s);
    return {resultOf(u"floor"_s, u"7: the rows of this cache by the C API, one transaction"_s,
                     setup.orders.count, floor)};
}

QList<Result> benchChanges(const Setup &setup)
{
    const QString copy = setup.folder + u"/floor.sqlite"_s;
    removeDatabase(copy);
    SqliteFloor source(setup.cacheFile(), SqliteFloor::Mode::Cache);
    source.run("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!QFile::copy(setup.cacheFile(), copy))
        qFatal("the cache cannot be copied");
    const int count = std::min(MostChanges, setup.orders.count);
    const QList<Change> changes = changesOf(setup, source.places(), count);
    const auto cache = orDie(OrderCache::open(setup.cacheFile()), "opening the cache");
    SqliteFloor floor(copy, SqliteFloor::Mode::Cache);
    floor.prepareRows();
    floor.run("BEGIN IMMEDIATE");
    Samples pages;
    double ours = 0;
    double least = 0;
    for (qsizetype from = 0; from < changes.size(); from += ChangesPage) {
        const QList<Change> page = changes.mid(from, ChangesPage);
        const double spent = applyByConsole(*cache, bodyOf(page));
        ours += spent;
        pages.add(spent);
        least += applyByFloor(floor, rowsAfter(source, page));
    }
    const Watch watch;
    floor.run("COMMIT");
    least += watch.milliseconds();
    mustBeSame(source, floor);
    Result result = resultOf(u"changes"_s, u"8: %1 changes, pages of 1,000, to the C API"_s.arg(count),
                             setup.orders.count, pages);
    judge(result, ours, least, ChangesBar);
    return {result};
}

} // namespace mc::bench
