// SPDX-License-Identifier: Apache-2.0
// What the reader thread answers: search, sort, filter, jump. Painting is not in it.
#include "orders/tablereader.h"
#include "storage/searchwords.h"
#include "tests/bench/benches.h"
#include "tests/bench/benchphrases.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::bench {
namespace {

constexpr double LongestRun = 100'000; ///< A bench stops asking after that long.
constexpr int Phrases = 120;
constexpr int Jumps = 250;
constexpr int RowsOnJump = 96; ///< A window full, and the rows ahead on both sides.

/// A reader that is asked in this thread, one question after the other.
class Asker final
{
public:
    struct Times {
        double first = 0; ///< Until the first rows could be painted.
        double all = 0; ///< Until the count is exact and the reader is free again.
    };

    explicit Asker(const Setup &setup)
    {
        QObject::connect(&m_reader, &TableReader::resultReady, &m_reader, [this](const ReaderResult &result) {
            if (result.state.phase == QueryState::Phase::Failed)
                qFatal("reading failed");
            if (!m_first)
                m_first = m_watch.milliseconds();
            m_places = result.places;
        });
        m_reader.open(setup.cacheFile());
        settle();
    }

    Times ask(const TableQuery &query)
    {
        m_first.reset();
        m_watch = Watch();
        m_reader.setQuery(query, ++m_generation);
        settle();
        return {m_first.value_or(0), m_watch.milliseconds()};
    }

    double load(const QList<qint64> &places)
    {
        const Watch watch;
        m_reader.load(places, m_generation);
        return watch.milliseconds();
    }

    [[nodiscard]] const QList<qint64> &places() const { return m_places; }

private:
    void settle() { QCoreApplication::sendPostedEvents(&m_reader); }

    TableReader m_reader;
    Watch m_watch;
    std::optional<double> m_first;
    QList<qint64> m_places;
    quint64 m_generation = 0;
};

struct Typing {
    Samples painted; ///< Key press to rows, with the wait for the reader that is busy with the key before.
    Samples alone; ///< The same for a reader that had nothing to do.
    Samples exact;
};

// Time is counted, not spent: a key that is pressed while the reader is busy waits for it, and a key that is
// followed by another before its turn is never asked.
void typePhrase(Asker &asker, const QString &phrase, Typing &typing)
{
    double freeAt = 0;
    for (qsizetype length = 1; length <= phrase.size(); ++length) {
        const double pressedAt = BetweenKeys * static_cast<double>(length);
        const double startsAt = std::max(pressedAt, freeAt);
        if (length < phrase.size() && startsAt >= pressedAt + BetweenKeys)
            continue;
        TableQuery query;
        query.match = matchExpression(phrase.left(length));
        const Asker::Times times = asker.ask(query);
        typing.painted.add(startsAt - pressedAt + times.first);
        typing.alone.add(times.first);
        typing.exact.add(startsAt - pressedAt + times.all);
        freeAt = startsAt + times.all;
    }
}

QList<TableQuery> sortsAndFilters(Dice &dice)
{
    using Key = TableQuery::SortKey;
    QList<std::pair<QSet<ItemStatus>, QSet<PaymentStatus>>> filters{{}};
    for (int i = 1; i <= static_cast<int>(ItemStatus::Returned); ++i)
        filters.append({{static_cast<ItemStatus>(i)}, {}});
    for (int i = 1; i <= static_cast<int>(PaymentStatus::Voided); ++i)
        filters.append({{}, {static_cast<PaymentStatus>(i)}});
    filters.append({{ItemStatus::Delivered}, {PaymentStatus::Paid}});
    filters.append({{ItemStatus::Cancelled}, {PaymentStatus::Refunded}});
    filters.append({{ItemStatus::NotShipped}, {PaymentStatus::Authorized}});
    filters.append({{ItemStatus::Returned, ItemStatus::Shipped}, {PaymentStatus::PartiallyRefunded}});
    QList<TableQuery> queries;
    for (const Key key :
         {Key::PlacedAt, Key::Number, Key::Customer, Key::ItemStatus, Key::PaymentStatus, Key::Amount}) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            for (const auto &[items, payments] : std::as_const(filters))
                queries.append({{}, {}, items, payments, key, order});
        }
    }
    for (int i = 0; i < queries.size(); ++i) // where time runs out, it is a fair sample that was asked
        queries.swapItemsAt(i, i + dice.below(static_cast<int>(queries.size()) - i));
    return queries;
}

QString described(const TableQuery &query)
{
    const auto number = [](const auto &set) {
        return set.isEmpty() ? u"any"_s : QString::number(static_cast<int>(*set.cbegin()));
    };
    return u"sort %1 %2, item status %3, payment %4"_s.arg(
        QString::number(static_cast<int>(query.sortKey)),
        query.sortOrder == Qt::AscendingOrder ? u"up"_s : u"down"_s, number(query.itemStatuses),
        number(query.paymentStatuses));
}

} // namespace

QList<Result> benchSearch(const Setup &setup)
{
    Asker asker(setup);
    Dice dice(setup.orders.seed + 3);
    Typing typing;
    const Watch watch;
    for (int i = 0; i < Phrases && watch.milliseconds() < LongestRun; ++i) {
        const Order order = orderAt(setup.orders, dice.below(setup.orders.count));
        typePhrase(asker, phraseOf(order, dice), typing);
    }
    const int n = setup.orders.count;
    Result typed =
        resultOf(u"search"_s, u"3: key to rows, a key every 120 ms; the worse of p95/16 ms, p99/33 ms"_s, n,
                 typing.painted);
    judgeFrames(typed, Frame, TwoFrames);
    return {typed, resultOf(u"search-alone"_s, u"3: the same by a reader that was idle"_s, n, typing.alone),
            resultOf(u"search-exact"_s, u"3: key to the exact count"_s, n, typing.exact)};
}

QList<Result> benchSort(const Setup &setup)
{
    Asker asker(setup);
    Dice dice(setup.orders.seed + 4);
    Samples first;
    Samples all;
    double worst = 0;
    QString worstQuery;
    const Watch watch;
    for (const TableQuery &query : sortsAndFilters(dice)) {
        if (watch.milliseconds() > LongestRun)
            break;
        const Asker::Times times = asker.ask(query);
        first.add(times.first);
        all.add(times.all);
        if (times.first > worst) {
            worst = times.first;
            worstQuery = described(query);
        }
    }
    const int n = setup.orders.count;
    Result sort = resultOf(u"sort"_s,
                           u"4: %1 sorts and filters to rows; p95 to 33 ms; worst: %2"_s.arg(
                               QString::number(first.count()), worstQuery),
                           n, first);
    judge(sort, sort.p95, TwoFrames, 1);
    return {sort, resultOf(u"sort-all"_s, u"4: until all places are known"_s, n, all)};
}

QList<Result> benchJump(const Setup &setup)
{
    Asker asker(setup);
    Dice dice(setup.orders.seed + 5);
    Samples jumps;
    QList<TableQuery> views(4);
    views[1].sortKey = TableQuery::SortKey::Customer;
    views[2].sortKey = TableQuery::SortKey::Amount;
    views[2].itemStatuses = {ItemStatus::Delivered};
    views[3].match = matchExpression(u"oak"_s);
    for (const TableQuery &view : std::as_const(views)) {
        (void)asker.ask(view);
        const QList<qint64> places = asker.places();
        for (int i = 0; i < Jumps && !places.isEmpty(); ++i)
            jumps.add(asker.load(places.mid(dice.below(static_cast<int>(places.size())), RowsOnJump)));
    }
    Result result =
        resultOf(u"jump"_s, u"5: 96 rows at a random place, p99 to 16 ms"_s, setup.orders.count, jumps);
    judge(result, result.p99, Frame, 1);
    return {result};
}

} // namespace mc::bench
