// SPDX-License-Identifier: Apache-2.0
#include "store/engines/vendure/vendurefeed.h"

#include "domain/orderjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

Q_LOGGING_CATEGORY(lcFeed, "mc.store.engines.vendure")

constexpr int DetailPage = 100; // About 0.3 s of Vendure's time.
constexpr int BriefPage = 1000; // Vendure allows no more; never 0, which loads every row.
constexpr int SlowScrubEvery = 12;
constexpr qint64 OverlapMs = 30'000; // For transactions that were slow to commit.

const QString BriefList = uR"(query($options: OrderListOptions) { orders(options: $options) {
  items { id state updatedAt orderPlacedAt } } })"_s;
const QString DetailList = u"query($options: OrderListOptions) { orders(options: $options) { items { "_s
    + vendureOrderFields() + u" } } }";

const QJsonObject NewestFirst{{u"orderPlacedAt"_s, u"DESC"_s}};
const QJsonObject IsPlaced{{u"isNull"_s, false}}; // Leaves out carts, also cancelled ones.

bool isOpen(QStringView state)
{
    return state != u"Delivered" && state != u"Cancelled";
}

QJsonObject placedBefore(const QString &time)
{
    QJsonObject filter = IsPlaced;
    if (!time.isEmpty())
        filter[u"before"_s] = time;
    return {{u"orderPlacedAt"_s, filter}};
}

QJsonObject openFilter()
{
    const QJsonArray closed{u"Delivered"_s, u"Cancelled"_s};
    return {{u"orderPlacedAt"_s, IsPlaced}, {u"state"_s, QJsonObject{{u"notIn"_s, closed}}}};
}

QString shifted(const QString &time, qint64 milliseconds)
{
    const QDateTime moment = timeFromText(time);
    return moment.isValid() ? timeToText(moment.addMSecs(milliseconds)) : QString();
}

size_t briefHash(const QString &state, const QDateTime &updatedAt)
{
    return qHashMulti(0x5eed, state, updatedAt.isValid() ? updatedAt.toMSecsSinceEpoch() : 0);
}

/// Where a listing that goes from new to old continues: just above the last row's time, because Vendure's
/// database knows microseconds and tells milliseconds; rows met twice do no harm.
void advance(QString &before, int &skip, const QString &oldest, int rows)
{
    const QString next = shifted(oldest, 1);
    skip = next == before ? skip + rows : 0;
    before = next;
}

} // namespace

QByteArray VendureFeed::Position::toBytes() const
{
    const QJsonObject json{{u"importing"_s, isImporting},
                           {u"before"_s, before},
                           {u"skip"_s, skip},
                           {u"since"_s, since},
                           {u"version"_s, version}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

VendureFeed::Position VendureFeed::Position::fromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    return {.isImporting = json["importing"_L1].toBool(true),
            .before = json["before"_L1].toString(),
            .skip = json["skip"_L1].toInt(),
            .since = json["since"_L1].toString(),
            .version = json["version"_L1].toInteger()};
}

VendureFeed::VendureFeed(VendureApi &api, EngineEnvironment environment)
    : m_api(api)
    , m_environment(std::move(environment))
{
}

EngineResult<EnginePage> VendureFeed::pull(const QByteArray &position)
{
    acknowledge(position);
    auto page = m_position.isImporting ? import() : next();
    if (!page)
        forgetGiven(); // What was read on the way to the error has reached nobody.
    return page;
}

EngineResult<EnginePage> VendureFeed::next()
{
    if (!m_pending.isEmpty())
        return readPending();
    EnginePage page;
    if (auto followed = follow(page); !followed)
        return tl::unexpected(followed.error());
    if (page.orders.isEmpty() && page.unreadable.isEmpty() && !m_pending.isEmpty())
        return readPending();
    finish(page);
    return page;
}

void VendureFeed::forgetGiven()
{
    for (auto it = m_given.cbegin(); it != m_given.cend(); ++it)
        m_seen.remove(it.key());
    m_pending.append(m_given.keys());
    m_given.clear();
}

void VendureFeed::acknowledge(const QByteArray &position)
{
    if (m_isStarted && position == m_givenPosition) {
        for (auto it = m_given.cbegin(); it != m_given.cend(); ++it)
            m_seen[it.key()] = it.value();
    } else if (m_isStarted) {
        // What was handed out since that position has not been kept, so nothing that was seen counts.
        qCInfo(lcFeed) << "position went back, reading everything again";
        m_seen.clear();
        m_isComplete = false;
        m_isScrubFast = true;
        m_position = Position::fromBytes(position);
    } else {
        m_position = Position::fromBytes(position);
        m_latest = m_position.since;
        m_isStarted = true;
    }
    m_given.clear();
    for (const QString &id : m_environment.touched->take()) {
        m_seen.remove(id);
        m_pending.append(id);
    }
}

void VendureFeed::finish(EnginePage &page)
{
    if (m_pending.isEmpty())
        m_position.since = m_latest;
    page.hasMore = page.hasMore || !m_pending.isEmpty();
    page.position = m_position.toBytes();
    m_givenPosition = page.position;
}

EngineResult<EnginePage> VendureFeed::import()
{
    const auto listing = list({{u"take"_s, DetailPage},
                               {u"skip"_s, m_position.skip},
                               {u"sort"_s, NewestFirst},
                               {u"filter"_s, placedBefore(m_position.before)}});
    if (!listing)
        return tl::unexpected(listing.error());
    EnginePage page;
    page.isHistory = true;
    handOut(*listing, page);
    if (listing->rows < DetailPage) {
        m_position.isImporting = false;
        m_isComplete = true;
        m_isScrubFast = false;
    } else {
        advance(m_position.before, m_position.skip, listing->oldest, listing->rows);
    }
    page.hasMore = m_position.isImporting;
    // Changes during the import are asked from its first page on.
    if (m_position.since.isEmpty())
        m_position.since = m_latest;
    m_latest = m_position.since;
    finish(page);
    return page;
}

EngineResult<EnginePage> VendureFeed::readPending()
{
    m_pending.removeDuplicates();
    const QStringList ids = m_pending.mid(0, DetailPage);
    const auto listing =
        list({{u"take"_s, DetailPage},
              {u"filter"_s,
               QJsonObject{{u"orderPlacedAt"_s, IsPlaced},
                           {u"id"_s, QJsonObject{{u"in"_s, QJsonArray::fromStringList(ids)}}}}}});
    if (!listing)
        return tl::unexpected(listing.error());
    m_pending = m_pending.mid(ids.size());
    EnginePage page;
    handOut(*listing, page);
    for (const QString &id : ids) {
        if (!listing->ids.contains(id))
            m_seen.remove(id); // Gone.
    }
    finish(page);
    return page;
}

EngineResult<void> VendureFeed::follow(EnginePage &page)
{
    ++m_pulls;
    if (auto done = askChanges(); !done)
        return done;
    if (auto done = m_pulls % 2 == 1 ? sweepOpen() : rotateOpen(page); !done)
        return done;
    const bool isSlowTurn = m_pulls % SlowScrubEvery == 0;
    if (isSlowTurn && m_isComplete) {
        if (auto done = compareCounts(); !done)
            return done;
    }
    return m_isScrubFast || isSlowTurn ? scrub(page) : EngineResult<void>();
}

EngineResult<void> VendureFeed::askChanges()
{
    const QString after = shifted(m_position.since, -OverlapMs);
    QJsonObject filter{{u"orderPlacedAt"_s, IsPlaced}};
    if (!after.isEmpty()) {
        const QJsonObject isLater{{u"after"_s, after}};
        filter[u"_or"_s] =
            QJsonArray{QJsonObject{{u"updatedAt"_s, isLater}}, QJsonObject{{u"orderPlacedAt"_s, isLater}}};
    }
    for (int skip = 0;; skip += BriefPage) {
        const auto rows = listBriefly({{u"take"_s, BriefPage},
                                       {u"skip"_s, skip},
                                       {u"sort"_s, QJsonObject{{u"id"_s, u"ASC"_s}}},
                                       {u"filter"_s, filter}});
        if (!rows)
            return tl::unexpected(rows.error());
        for (const QJsonValue &row : *rows)
            noteBriefly(row.toObject(), m_sweepRound);
        if (rows->size() < BriefPage)
            return {};
    }
}

EngineResult<void> VendureFeed::sweepOpen()
{
    const auto rows = listBriefly({{u"take"_s, BriefPage},
                                   {u"skip"_s, m_sweepSkip},
                                   {u"sort"_s, NewestFirst},
                                   {u"filter"_s, openFilter()}});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const QJsonValue &row : *rows)
        noteBriefly(row.toObject(), m_sweepRound);
    m_sweepSkip += int(rows->size());
    if (rows->size() == BriefPage)
        return {};
    // A round is complete: who was open and was not met has been delivered or cancelled meanwhile.
    for (auto it = m_seen.cbegin(); it != m_seen.cend(); ++it) {
        if (isOpen(it->state) && it->round != m_sweepRound)
            m_pending.append(it.key());
    }
    ++m_sweepRound;
    m_sweepSkip = 0;
    return {};
}

EngineResult<void> VendureFeed::rotateOpen(EnginePage &page)
{
    const auto listing = list({{u"take"_s, DetailPage},
                               {u"skip"_s, m_rotationSkip},
                               {u"sort"_s, NewestFirst},
                               {u"filter"_s, openFilter()}});
    if (!listing)
        return tl::unexpected(listing.error());
    m_rotationSkip = listing->rows == DetailPage ? m_rotationSkip + DetailPage : 0;
    handOut(*listing, page);
    return {};
}

EngineResult<void> VendureFeed::scrub(EnginePage &page)
{
    const auto listing = list({{u"take"_s, DetailPage},
                               {u"skip"_s, m_scrubSkip},
                               {u"sort"_s, NewestFirst},
                               {u"filter"_s, placedBefore(m_scrubBefore)}});
    if (!listing)
        return tl::unexpected(listing.error());
    handOut(*listing, page);
    if (listing->rows < DetailPage) {
        m_isComplete = true;
        m_isScrubFast = false;
        m_scrubBefore.clear();
        m_scrubSkip = 0;
    } else {
        advance(m_scrubBefore, m_scrubSkip, listing->oldest, listing->rows);
    }
    return {};
}

EngineResult<void> VendureFeed::compareCounts()
{
    QHash<QString, int> difference{{QString(), -int(m_seen.size())}}; // The empty state stands for all.
    for (auto it = m_seen.cbegin(); it != m_seen.cend(); ++it)
        --difference[it->state];
    QString parameters;
    QString fields;
    QJsonObject variables;
    const QStringList states = difference.keys();
    for (qsizetype i = 0; i < states.size(); ++i) {
        const QString name = u"s%1"_s.arg(i);
        QJsonObject filter{{u"orderPlacedAt"_s, IsPlaced}};
        if (!states[i].isEmpty())
            filter[u"state"_s] = QJsonObject{{u"eq"_s, states[i]}};
        variables[name] = QJsonObject{{u"take"_s, 1}, {u"filter"_s, filter}};
        parameters += u"$%1: OrderListOptions "_s.arg(name);
        fields += u"%1: orders(options: $%1) { totalItems } "_s.arg(name);
    }
    const auto data = m_api.call(u"query(%1) { %2 }"_s.arg(parameters, fields), variables);
    if (!data)
        return tl::unexpected(data.error());
    for (qsizetype i = 0; i < states.size(); ++i)
        difference[states[i]] += data->value(u"s%1"_s.arg(i)).toObject()["totalItems"_L1].toInt();

    difference.removeIf([](const auto &entry) { return entry.value() == 0; });
    // Orders on their way between two requests differ, too, but not twice in the same way.
    const bool isSomethingMissed = !difference.isEmpty() && difference == m_lastMismatch;
    if (isSomethingMissed && difference != m_scrubbedFor) {
        m_scrubbedFor = difference;
        m_isScrubFast = true;
        m_scrubBefore.clear();
        m_scrubSkip = 0;
    }
    m_lastMismatch = difference;
    return {};
}

EngineResult<VendureFeed::Listing> VendureFeed::list(const QJsonObject &options)
{
    const auto data = m_api.call(DetailList, {{u"options"_s, options}});
    if (!data)
        return tl::unexpected(data.error());
    Listing listing;
    const QJsonArray items = data->value("orders"_L1).toObject()["items"_L1].toArray();
    listing.rows = int(items.size());
    for (const QJsonValue &item : items) {
        const QJsonObject json = item.toObject();
        listing.oldest = json["orderPlacedAt"_L1].toString();
        const QString id = cleanEngineText(json["id"_L1].toString(), 100);
        listing.ids.insert(id);
        auto order = parseVendureOrder(json);
        if (order) {
            listing.orders.append(std::move(*order));
            continue;
        }
        const QString state = json["state"_L1].toString();
        const Seen seen{.brief = briefHash(state, timeFromText(json["updatedAt"_L1].toString())),
                        .full = qHash(order.error(), 0x5eed),
                        .round = m_sweepRound,
                        .state = state};
        const auto known = m_seen.constFind(id);
        if (known == m_seen.cend() || known->full != seen.full) {
            qCInfo(lcFeed) << "order" << id << "left out, unreadable:" << order.error();
            listing.unreadable.append(id);
        }
        m_seen[id] = seen;
    }
    return listing;
}

EngineResult<QJsonArray> VendureFeed::listBriefly(const QJsonObject &options)
{
    const auto data = m_api.call(BriefList, {{u"options"_s, options}});
    if (!data)
        return tl::unexpected(data.error());
    return data->value("orders"_L1).toObject()["items"_L1].toArray();
}

void VendureFeed::noteBriefly(const QJsonObject &row, quint32 round)
{
    const QString id = row["id"_L1].toString();
    const QString state = row["state"_L1].toString();
    noteTime(row["updatedAt"_L1].toString());
    noteTime(row["orderPlacedAt"_L1].toString());
    const auto it = m_seen.find(id);
    if (it != m_seen.end() && it->brief == briefHash(state, timeFromText(row["updatedAt"_L1].toString())))
        it->round = round;
    else
        m_pending.append(id);
}

void VendureFeed::handOut(const Listing &listing, EnginePage &page)
{
    page.unreadable += listing.unreadable;
    qint64 version = 0;
    for (const VendureOrder &one : listing.orders) {
        noteTime(timeToText(one.updatedAtUtc));
        noteTime(timeToText(one.placedAtUtc));
        Order order = toOrder(one);
        const Seen seen{.brief = briefHash(one.state, one.updatedAtUtc),
                        .full = qHash(orderToBytes(order), 0x5eed),
                        .round = m_sweepRound,
                        .state = one.state};
        const auto known = m_seen.find(one.id);
        if (known != m_seen.end() && known->full == seen.full) {
            *known = seen;
            continue;
        }
        if (m_given.contains(one.id))
            continue; // Two nets caught it in the same pull.
        if (version == 0) // Only now, so that an idle shop does not move the position.
            version = nextVersion();
        order.version = version;
        m_given[one.id] = seen;
        page.orders.append(order);
    }
}

void VendureFeed::noteTime(const QString &time)
{
    // ISO 8601 in UTC with milliseconds sorts like time.
    if (timeFromText(time).isValid() && time > m_latest)
        m_latest = time;
}

qint64 VendureFeed::nextVersion()
{
    m_position.version = std::max(m_position.version + 1, m_environment.nowMs());
    return m_position.version;
}

} // namespace mc::store
