// SPDX-License-Identifier: Apache-2.0
#include "storage/orderreader.h"

#include "domain/orderjson.h"
#include "storage/ordercolumns.h"
#include "storage/searchwords.h"

#include <QMetaEnum>
#include <QSqlError>
#include <QTimeZone>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

template <typename Set>
QString listOf(const Set &places)
{
    QString list;
    for (const qint64 place : places)
        list += (list.isEmpty() ? QString() : u","_s) + QString::number(place);
    return list;
}

template <typename Enum>
QString listOfEnum(const QSet<Enum> &values)
{
    QStringList list;
    for (const Enum value : values)
        list.append(QString::number(static_cast<int>(value)));
    list.sort();
    return list.join(u',');
}

template <typename Enum>
QStringList groupsOf(QLatin1String column, const QSet<Enum> &wanted, Qt::SortOrder order)
{
    QStringList groups;
    const QMetaEnum all = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < all.keyCount(); ++i) {
        if (wanted.isEmpty() || wanted.contains(static_cast<Enum>(all.value(i))))
            groups.append(u"o.%1=%2"_s.arg(column, QString::number(all.value(i))));
    }
    if (order == Qt::DescendingOrder)
        std::reverse(groups.begin(), groups.end());
    return groups;
}

QString orderBy(const TableQuery &query)
{
    const QString direction = query.sortOrder == Qt::DescendingOrder ? u" DESC"_s : u" ASC"_s;
    switch (query.sortKey) {
    case TableQuery::SortKey::PlacedAt:
        return (query.match.isEmpty() ? u"o.place"_s : u"s.rowid"_s) + direction;
    case TableQuery::SortKey::Number:
        return u"o.number_key%1, o.place%1"_s.arg(direction);
    case TableQuery::SortKey::Customer:
        return u"o.customer_key%1, o.place%1"_s.arg(direction);
    case TableQuery::SortKey::ItemStatus:
    case TableQuery::SortKey::PaymentStatus:
        return u"o.place DESC"_s;
    case TableQuery::SortKey::Amount:
        return u"o.total_minor%1, o.place%1"_s.arg(direction);
    }
    Q_UNREACHABLE();
}

struct Conditions {
    QString from;
    QStringList where;
};

Conditions conditionsOf(const TableQuery &query, bool isByItemStatus)
{
    Conditions conditions;
    const bool isSearch = !query.match.isEmpty();
    conditions.from = isSearch ? u"search s JOIN orders o ON o.place=s.rowid"_s : u"orders o"_s;
    if (isSearch)
        conditions.where.append(u"s.search MATCH :match"_s);
    if (query.fromPlace)
        conditions.where.append((isSearch ? u"s.rowid>=%1"_s : u"o.place>=%1"_s).arg(*query.fromPlace));
    if (isByItemStatus && !query.itemStatuses.isEmpty())
        conditions.where.append(u"o.item_status IN (%1)"_s.arg(listOfEnum(query.itemStatuses)));
    if (!query.paymentStatuses.isEmpty())
        conditions.where.append(u"o.payment_status IN (%1)"_s.arg(listOfEnum(query.paymentStatuses)));
    return conditions;
}

QString whereOf(const QStringList &conditions)
{
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

StorageResult<void> collect(const SqlConnection &connection, const QString &sql, const QString &match,
                            QList<qint64> &places)
{
    auto query = connection.prepare(sql);
    if (!query)
        return tl::unexpected(query.error());
    if (!match.isEmpty())
        query->bindValue(u":match"_s, match);
    if (const auto done = run(*query); !done)
        return done;
    while (query->next())
        places.append(query->value(0).toLongLong());
    return ended(*query);
}

const QString &rowColumns()
{
    static const QString columns =
        u"place, order_id, number, customer_name, customer_email, placed_at, first_item, item_count, "_s
        u"item_status, payment_status, total_minor, currency, obstacle"_s;
    return columns;
}

StoredRow rowFrom(const QSqlQuery &query)
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

OrderReader::OrderReader(std::unique_ptr<SqlConnection> connection)
    : m_connection(std::move(connection))
{
}

StorageResult<std::unique_ptr<OrderReader>> OrderReader::open(const QString &file)
{
    auto connection = SqlConnection::open(file, SqlConnection::Mode::Reader);
    if (!connection)
        return tl::unexpected(connection.error());
    return std::unique_ptr<OrderReader>(new OrderReader(std::move(*connection)));
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
    switch (query.sortKey) {
    case TableQuery::SortKey::ItemStatus:
        return groupsOf("item_status"_L1, query.itemStatuses, query.sortOrder);
    case TableQuery::SortKey::PaymentStatus:
        return groupsOf("payment_status"_L1, query.paymentStatuses, query.sortOrder);
    case TableQuery::SortKey::PlacedAt:
    case TableQuery::SortKey::Number:
    case TableQuery::SortKey::Customer:
        return QStringList{QString()};
    case TableQuery::SortKey::Amount:
        break;
    }
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
        groups.append(u"o.currency='%1'"_s.arg(QString(currency).replace(u'\'', u"''"_s)));
    }
}

StorageResult<QList<qint64>> OrderReader::places(const TableQuery &query, const QSet<qint64> &except,
                                                 int limit) const
{
    const auto groups = this->groups(query);
    if (!groups)
        return tl::unexpected(groups.error());
    Conditions conditions = conditionsOf(query, true);
    if (!except.isEmpty())
        conditions.where.append(u"o.place NOT IN (%1)"_s.arg(listOf(except)));
    QList<qint64> places;
    for (const QString &group : *groups) {
        QStringList where = conditions.where;
        if (!group.isEmpty())
            where.append(group);
        QString sql =
            u"SELECT o.place FROM "_s + conditions.from + whereOf(where) + u" ORDER BY "_s + orderBy(query);
        if (limit > 0)
            sql += u" LIMIT %1"_s.arg(limit - places.size());
        if (const auto done = collect(*m_connection, sql, query.match, places); !done)
            return tl::unexpected(done.error());
        if (limit > 0 && places.size() >= limit)
            break;
    }
    return places;
}

StorageResult<QList<qint64>> OrderReader::matching(const TableQuery &query, const QSet<qint64> &places) const
{
    QList<qint64> found;
    if (places.isEmpty())
        return found;
    Conditions conditions = conditionsOf(query, false);
    conditions.where.append(
        (query.match.isEmpty() ? u"o.place IN (%1)"_s : u"s.rowid IN (%1)"_s).arg(listOf(places)));
    const QString sql = u"SELECT o.place FROM "_s + conditions.from + whereOf(conditions.where);
    if (const auto done = collect(*m_connection, sql, query.match, found); !done)
        return tl::unexpected(done.error());
    return found;
}

StorageResult<QHash<qint64, StoredRow>> OrderReader::rows(const QList<qint64> &places) const
{
    QHash<qint64, StoredRow> rows;
    if (places.isEmpty())
        return rows;
    QSqlQuery query = m_connection->query();
    if (!query.exec(u"SELECT %1 FROM orders WHERE place IN (%2)"_s.arg(rowColumns(), listOf(places))))
        return tl::unexpected(StorageError::from(query.lastError()));
    while (query.next())
        rows.insert(query.value(0).toLongLong(), rowFrom(query));
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
        u"SELECT document FROM documents WHERE place IN (%1) ORDER BY place DESC"_s.arg(listOf(places)));
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
