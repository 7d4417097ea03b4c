// SPDX-License-Identifier: Apache-2.0
#include "storage/orderreader.h"

#include "domain/orderjson.h"
#include "storage/ordercolumns.h"
#include "storage/orderplan.h"
#include "storage/searchwords.h"
#include "storage/statement.h"

#include <QSqlError>
#include <QTimeZone>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr qsizetype RowsBetweenLooks = 4'096; ///< A millisecond or two.

StorageResult<void> collect(const SqlConnection &connection, const QString &sql, const QString &match,
                            QList<qint64> &places, const OrderReader::IsUnwanted &isUnwanted = {})
{
    const auto statement = Statement::prepare(connection, sql);
    if (!statement)
        return tl::unexpected(statement.error());
    if (!match.isEmpty())
        (*statement)->bind(match);
    for (;;) {
        const auto isRow = (*statement)->next();
        if (!isRow)
            return tl::unexpected(isRow.error());
        if (!*isRow)
            return {};
        places.append((*statement)->number(0));
        if (isUnwanted && places.size() % RowsBetweenLooks == 0 && isUnwanted())
            return {};
    }
}

const QString &rowColumns()
{
    static const QString columns =
        u"place, order_id, number, customer_name, customer_email, placed_at, first_item, item_count, "_s
        u"item_status, payment_status, total_minor, currency, obstacle"_s;
    return columns;
}

StoredRow storedRowFrom(const QSqlQuery &query)
{
    StoredRow row;
    row.place = query.value(0).toLongLong();
    row.id = OrderId(query.value(1).toString());
    row.number = query.value(2).toString();
    row.customerName = query.value(3).toString();
    row.customerEmail = query.value(4).toString();
    row.placedAtUtc = QDateTime::fromMSecsSinceEpoch(query.value(5).toLongLong(), Qt::UTC);
    row.firstItem = query.value(6).toString();
    row.itemCount = query.value(7).toInt();
    row.itemStatus = static_cast<ItemStatus>(query.value(8).toInt());
    row.paymentStatus = static_cast<PaymentStatus>(query.value(9).toInt());
    row.total = {query.value(10).toLongLong(), query.value(11).toString()};
    row.obstacle = static_cast<CancelObstacle>(query.value(12).toInt());
    return row;
}

} // namespace

qint64 placeOf(const QDateTime &placedAt)
{
    return placedAt.toSecsSinceEpoch() * PlacesPerSecond;
}

OrderReader::OrderReader(std::unique_ptr<SqlConnection> connection, const PlanLimits &limits)
    : m_connection(std::move(connection))
    , m_limits(limits)
{
}

StorageResult<std::unique_ptr<OrderReader>> OrderReader::open(const QString &file, const PlanLimits &limits)
{
    auto connection = SqlConnection::open(file, SqlConnection::Mode::Reader);
    if (!connection)
        return tl::unexpected(connection.error());
    return std::unique_ptr<OrderReader>(new OrderReader(std::move(*connection), limits));
}

void OrderReader::beginRead()
{
    (void)m_connection->run(u"BEGIN"_s);
}

void OrderReader::endRead()
{
    (void)m_connection->run(u"COMMIT"_s);
}

// One query for each status or currency, one after the other: each comes ready sorted from its index, where
// one query over all of them would sort the whole table.
StorageResult<QStringList> OrderReader::groups(const TableQuery &query) const
{
    if (isSortedByStatus(query))
        return statusGroups(query);
    if (query.sortKey != TableQuery::SortKey::Amount)
        return QStringList{QString()};
    QStringList groups;
    auto next = m_connection->prepare(u"SELECT min(currency) FROM orders WHERE currency>?"_s);
    if (!next)
        return tl::unexpected(next.error());
    for (QString currency = u""_s;;) {
        next->addBindValue(currency);
        if (const auto done = run(*next); !done)
            return tl::unexpected(done.error());
        if (!next->next() || next->value(0).isNull())
            return groups;
        currency = next->value(0).toString();
        next->finish();
        groups.append(currencyGroup(currency));
    }
}

// Orders of one status may have hardly any of the other status that is wanted, however common that is; those
// of one currency have it as all have it.
StorageResult<Access> OrderReader::accessTo(const TableQuery &query, const Group &group) const
{
    if (!query.match.isEmpty())
        return Access::Search;
    if (isFilterInOrder(query, group))
        return Access::Along;
    const bool isInStatusGroup = !group.isEmpty() && isSortedByStatus(query);
    const bool mayBeFew = group.isEmpty() || isInStatusGroup;
    if (!mayBeFew || !isNarrowed(query, isInStatusGroup))
        return Access::Walk;
    return accessByCount(query, group);
}

StorageResult<Access> OrderReader::accessByCount(const TableQuery &query, const Group &group) const
{
    const auto counted = m_connection->value(countSql(query, {}, group, m_limits.fetched + 1));
    if (!counted)
        return tl::unexpected(counted.error());
    const int count = counted->toInt();
    if (count <= m_limits.few)
        return Access::Fetch;
    if (count > m_limits.fetched || isSortedByStatus(query)) // each status has an index for itself
        return Access::Walk;
    const auto met = m_connection->value(countAheadSql(query, m_limits.enough, m_limits.ahead));
    if (!met)
        return tl::unexpected(met.error());
    return met->toInt() < m_limits.enough ? Access::Fetch : Access::Walk;
}

StorageResult<QStringList> OrderReader::plan(const TableQuery &query, const QSet<qint64> &except) const
{
    const auto toAll = accessTo(query, {});
    if (!toAll)
        return tl::unexpected(toAll.error());
    if (*toAll == Access::Fetch)
        return QStringList{placesSql(query, except, {}, Access::Fetch)};
    const auto groups = this->groups(query);
    if (!groups)
        return tl::unexpected(groups.error());
    QStringList statements;
    for (const Group &group : *groups) {
        const auto access = group.isEmpty() ? toAll : accessTo(query, group);
        if (!access)
            return tl::unexpected(access.error());
        statements.append(placesSql(query, except, group, *access));
    }
    return statements;
}

StorageResult<QList<qint64>> OrderReader::places(const TableQuery &query, const QSet<qint64> &except,
                                                 int limit, const IsUnwanted &isUnwanted) const
{
    const auto statements = plan(query, except);
    if (!statements)
        return tl::unexpected(statements.error());
    QList<qint64> places;
    for (QString sql : *statements) {
        if (limit > 0)
            sql += u" LIMIT %1"_s.arg(limit - places.size());
        if (const auto done = collect(*m_connection, sql, query.match, places, isUnwanted); !done)
            return tl::unexpected(done.error());
        if ((limit > 0 && places.size() >= limit) || (isUnwanted && isUnwanted()))
            break;
    }
    return places;
}

StorageResult<int> OrderReader::count(const TableQuery &query, const QSet<qint64> &except, int most) const
{
    Q_ASSERT(query.match.isEmpty());
    const auto counted = m_connection->value(countSql(query, except, {}, most));
    if (!counted)
        return tl::unexpected(counted.error());
    return counted->toInt();
}

StorageResult<QList<qint64>> OrderReader::matching(const TableQuery &query, const QSet<qint64> &places) const
{
    QList<qint64> found;
    if (places.isEmpty())
        return found;
    if (const auto done = collect(*m_connection, matchingSql(query, places), query.match, found); !done)
        return tl::unexpected(done.error());
    return found;
}

StorageResult<QHash<qint64, StoredRow>> OrderReader::rows(const QList<qint64> &places) const
{
    QHash<qint64, StoredRow> rows;
    if (places.isEmpty())
        return rows;
    QSqlQuery query = m_connection->query();
    if (!query.exec(u"SELECT %1 FROM orders WHERE place IN (%2)"_s.arg(rowColumns(), placeList(places))))
        return tl::unexpected(StorageError::from(query.lastError()));
    while (query.next())
        rows.insert(query.value(0).toLongLong(), storedRowFrom(query));
    if (const auto done = ended(query); !done)
        return tl::unexpected(done.error());
    return rows;
}

StorageResult<QHash<OrderId, qint64>> OrderReader::placesOf(const QList<OrderId> &ids) const
{
    QHash<OrderId, qint64> places;
    auto find = m_connection->prepare(u"SELECT place FROM orders WHERE order_id=?"_s);
    if (!find)
        return tl::unexpected(find.error());
    for (const OrderId &id : ids) {
        find->addBindValue(id.toString());
        if (const auto done = run(*find); !done)
            return tl::unexpected(done.error());
        if (find->next())
            places.insert(id, find->value(0).toLongLong());
        find->finish();
    }
    return places;
}

std::optional<Order> OrderReader::order(const OrderId &id) const
{
    const auto places = placesOf({id});
    if (!places || places->isEmpty())
        return std::nullopt;
    auto found = orders({places->constBegin().value()});
    return found && !found->isEmpty() ? std::optional(found->takeFirst()) : std::nullopt;
}

StorageResult<QList<Order>> OrderReader::documents(const QString &sql) const
{
    QList<Order> orders;
    QSqlQuery query = m_connection->query();
    if (!query.exec(sql))
        return tl::unexpected(StorageError::from(query.lastError()));
    while (query.next()) {
        auto order = orderFromBytes(query.value(0).toByteArray());
        if (order)
            orders.append(std::move(*order));
    }
    if (const auto done = ended(query); !done)
        return tl::unexpected(done.error());
    return orders;
}

StorageResult<QList<Order>> OrderReader::orders(const QList<qint64> &places) const
{
    return documents(
        u"SELECT document FROM documents WHERE place IN (%1) ORDER BY place DESC"_s.arg(placeList(places)));
}

StorageResult<QList<Order>> OrderReader::withAttention(int limit) const
{
    return documents(u"SELECT d.document FROM orders o JOIN documents d ON d.place=o.place "_s
                     u"WHERE o.attention<>0 ORDER BY o.attention, o.place DESC LIMIT %1"_s.arg(limit));
}

StorageResult<QList<Order>> OrderReader::latestEnded(int limit) const
{
    return documents(u"SELECT d.document FROM orders o JOIN documents d ON d.place=o.place "_s
                     u"WHERE o.ended_at IS NOT NULL ORDER BY o.ended_at DESC LIMIT %1"_s.arg(limit));
}

bool OrderReader::hasAnyOrders() const
{
    const auto any = m_connection->value(u"SELECT 1 FROM orders LIMIT 1"_s);
    return any && any->isValid();
}

SortValue sortValueOf(const StoredRow &row, ItemStatus status, TableQuery::SortKey key)
{
    switch (key) {
    case TableQuery::SortKey::PlacedAt:
        return {{}, row.place, row.place};
    case TableQuery::SortKey::Number:
        return {numberSortKey(row.number).toUtf8(), 0, row.place};
    case TableQuery::SortKey::Customer:
        return {nameSortKey(row.customerName).toUtf8(), 0, row.place};
    case TableQuery::SortKey::ItemStatus:
        return {{}, static_cast<qint64>(status), row.place};
    case TableQuery::SortKey::PaymentStatus:
        return {{}, static_cast<qint64>(row.paymentStatus), row.place};
    case TableQuery::SortKey::Amount:
        return {row.total.currency.toUtf8(), row.total.minor, row.place};
    }
    Q_UNREACHABLE();
}

bool isAbove(const SortValue &a, const SortValue &b, const TableQuery &query) noexcept
{
    const bool isDescending = query.sortOrder == Qt::DescendingOrder;
    const bool isByStatus = query.sortKey == TableQuery::SortKey::ItemStatus
        || query.sortKey == TableQuery::SortKey::PaymentStatus;
    if (a.text != b.text) {
        // Currencies keep their order; only the amounts within one are turned round.
        const bool isTurned = isDescending && query.sortKey != TableQuery::SortKey::Amount;
        return isTurned ? b.text < a.text : a.text < b.text;
    }
    if (a.number != b.number)
        return isDescending ? a.number > b.number : a.number < b.number;
    return isDescending || isByStatus ? a.place > b.place : a.place < b.place;
}

} // namespace mc
