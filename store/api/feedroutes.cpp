// SPDX-License-Identifier: Apache-2.0
#include "store/api/api.h"
#include "store/api/apiproblems.h"
#include "store/api/changescache.h"
#include "store/orderbook/feedcursor.h"
#include "store/orderbook/orderbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr int SnapshotPageSize = 250; // about half a megabyte: what a slow client costs in memory
constexpr int UsualChanges = 500;
constexpr int MostChanges = 1000;
constexpr int LargestPart = 100'000; // orders; a client that names no limit takes all in one answer

Response resyncRequired()
{
    return problem(410, "resync-required", u"The cursor belongs to another state of this store"_s,
                   u"Take a new snapshot."_s);
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// A number from 1 to `most`; nullopt when it is none, `usual` when the query has none.
std::optional<int> limitOf(const Request &request, int usual, int most)
{
    const QString text = request.queryValue(u"limit");
    if (text.isEmpty())
        return usual;
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    return isNumber && limit >= 1 && limit <= most ? std::optional(limit) : std::nullopt;
}

/// A snapshot, or a part of one, on its way to one client: each piece is a page in a read transaction of its
/// own. Rows that change meanwhile come again with the changes after the cursor.
class SnapshotWriter final
{
public:
    /// `most`: orders of this part; 0: all that there are.
    SnapshotWriter(StoreId store, ResumePoint start, int most, QDateTime now)
        : m_store(std::move(store))
        , m_point(std::move(start))
        , m_left(most > 0 ? most : std::numeric_limits<int>::max())
        , m_now(std::move(now))
    {
    }

    std::optional<QByteArray> next(Tx &tx)
    {
        if (m_isDone)
            return std::nullopt;
        const Orderbook book(tx, m_store, m_now);
        QByteArray piece;
        if (!m_hasBegun) {
            m_hasBegun = true;
            if (m_point.cursor.isEmpty())
                m_point.cursor = book.cursor(); // before the first row is read
            piece =
                line({{u"cursor"_s, QString::fromLatin1(m_point.cursor)}, {u"total"_s, book.orderCount()}});
        }
        const int size = std::min(SnapshotPageSize, m_left);
        const SnapshotPage page = book.snapshot({m_point.placedAtMs, m_point.id}, size);
        if (tx.hasFailed()) { // the stream ends without its last line, and the client takes it up again
            m_isDone = true;
            return std::nullopt;
        }
        for (const QByteArray &order : page.orders)
            piece += order + '\n';
        m_point.placedAtMs = page.next.placedAtMs;
        m_point.id = page.next.id;
        m_left -= size;
        m_isDone = !page.hasMore || m_left == 0;
        return piece + lastLine(page.hasMore);
    }

private:
    [[nodiscard]] QByteArray lastLine(bool hasMore) const
    {
        if (!hasMore)
            return line({{u"end"_s, true}});
        QJsonObject resume{{u"resume"_s, QString::fromLatin1(textFrom(m_point))}};
        if (m_isDone)
            resume.insert(u"hasMore"_s, true);
        return line(resume);
    }

    const StoreId m_store;
    ResumePoint m_point;
    int m_left;
    const QDateTime m_now;
    bool m_hasBegun = false;
    bool m_isDone = false;
};

Response snapshot(const Call &call)
{
    const std::optional<int> limit = limitOf(call.request, 0, LargestPart);
    if (!limit)
        return problem(400, "invalid-request", u"\"limit\" must be a number from 1 to 100000"_s);
    ResumePoint start;
    if (const QString from = call.request.queryValue(u"from"); !from.isEmpty()) {
        const std::optional<ResumePoint> point = resumePointFrom(from);
        if (!point)
            return problem(400, "invalid-request", u"\"from\" is no position of a snapshot"_s);
        if (!Orderbook(*call.tx, call.principal.store, call.now).changes(point->cursor, 1))
            return resyncRequired();
        start = *point;
    }
    Response response;
    response.addHeader("Content-Type", "application/x-ndjson");
    const auto writer = std::make_shared<SnapshotWriter>(call.principal.store, start, *limit, call.now);
    response.source = [writer](Tx &tx) { return writer->next(tx); };
    return response;
}

QByteArray changesBody(const ChangePage &page)
{
    QByteArray body = "{\"orders\":[";
    for (const QByteArray &order : page.orders)
        body += (body.endsWith('[') ? "" : ",") + order; // as stored: no parsing on the way
    QJsonArray removed;
    for (const OrderId &id : page.removed)
        removed.append(id.toString());
    const QJsonObject rest{{u"removed"_s, removed},
                           {u"cursor"_s, QString::fromLatin1(page.cursor)},
                           {u"hasMore"_s, page.hasMore}};
    return body + "]," + QJsonDocument(rest).toJson(QJsonDocument::Compact).mid(1);
}

Response changes(const Call &call, ChangesCache &cache)
{
    const QByteArray after = call.request.queryValue(u"after").toUtf8();
    const std::optional<int> limit = limitOf(call.request, UsualChanges, MostChanges);
    if (after.isEmpty() || after.size() > 200)
        return problem(400, "invalid-request", u"\"after\" must be a cursor"_s);
    if (!limit)
        return problem(400, "invalid-request", u"\"limit\" must be a number from 1 to 1000"_s);
    const Orderbook book(*call.tx, call.principal.store, call.now);
    const QByteArray key = call.principal.store.toString().toUtf8() + ' ' + after + ' '
        + QByteArray::number(*limit) + ' ' + book.cursor();
    if (const auto known = cache.find(key))
        return json(200, *known);
    const auto page = book.changes(after, *limit);
    if (!page)
        return resyncRequired();
    const QByteArray body = changesBody(*page);
    if (!call.tx->hasFailed())
        cache.insert(key, body);
    return json(200, body);
}

Response changesStream(const Call &call)
{
    Response response;
    response.addHeader("Content-Type", "text/event-stream");
    response.events = EventStream{call.principal.store.toString(), {}, {}};
    return response;
}

} // namespace

void addFeedRoutes(RouteTable &table, const std::shared_ptr<ChangesCache> &cache)
{
    table.push_back(
        {"GET", u"/v1/orders"_s, Access::StaffRead, Work::Read, false, 0, {}, snapshot, false, {}});
    table.push_back({"GET",
                     u"/v1/changes"_s,
                     Access::StaffRead,
                     Work::Read,
                     false,
                     0,
                     {},
                     [cache](const Call &call) { return changes(call, *cache); },
                     false,
                     {}});
    table.push_back({"GET",
                     u"/v1/changes/stream"_s,
                     Access::StaffRead,
                     Work::Read,
                     false,
                     0,
                     {},
                     changesStream,
                     false,
                     {}});
}

} // namespace mc::store
