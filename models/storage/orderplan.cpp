// SPDX-License-Identifier: Apache-2.0
#include "storage/orderplan.h"

#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

using SortKey = TableQuery::SortKey;

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
QList<Group> groupsOf(QLatin1String column, const QSet<Enum> &wanted, Qt::SortOrder order)
{
    QList<Group> groups;
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
    case SortKey::PlacedAt:
        return (query.match.isEmpty() ? u"o.place"_s : u"s.rowid"_s) + direction;
    case SortKey::Number:
        return u"o.number_key%1, o.place%1"_s.arg(direction);
    case SortKey::Customer:
        return u"o.customer_key%1, o.place%1"_s.arg(direction);
    case SortKey::ItemStatus:
        return u"o.item_status%1, o.place DESC"_s.arg(direction);
    case SortKey::PaymentStatus:
        return u"o.payment_status%1, o.place DESC"_s.arg(direction);
    case SortKey::Amount:
        return u"o.currency, o.total_minor%1, o.place%1"_s.arg(direction);
    }
    Q_UNREACHABLE();
}

QString sortIndex(SortKey key)
{
    switch (key) {
    case SortKey::PlacedAt:
        return u"orders_by_place"_s;
    case SortKey::Number:
        return u"orders_by_number"_s;
    case SortKey::Customer:
        return u"orders_by_customer"_s;
    case SortKey::ItemStatus:
        return u"orders_by_item_status"_s;
    case SortKey::PaymentStatus:
        return u"orders_by_payment_status"_s;
    case SortKey::Amount:
        return u"orders_by_amount"_s;
    }
    Q_UNREACHABLE();
}

QString filterIndex(const TableQuery &query, const Group &group)
{
    const bool isByItem = !query.itemStatuses.isEmpty() || group.startsWith("o.item_status"_L1);
    const bool isByPayment = !query.paymentStatuses.isEmpty() || group.startsWith("o.payment_status"_L1);
    if (isByItem)
        return isByPayment ? u"orders_by_statuses"_s : u"orders_by_item_status"_s;
    return isByPayment ? u"orders_by_payment_status"_s : u"orders_by_place"_s;
}

QStringList conditionsOf(const TableQuery &query, const Group &group)
{
    const bool isSearch = !query.match.isEmpty();
    QStringList where;
    if (isSearch)
        where.append(u"s.search MATCH ?"_s);
    if (query.fromPlace)
        where.append((isSearch ? u"s.rowid>=%1"_s : u"o.place>=%1"_s).arg(*query.fromPlace));
    if (!query.itemStatuses.isEmpty() && !group.startsWith("o.item_status"_L1))
        where.append(u"o.item_status IN (%1)"_s.arg(listOfEnum(query.itemStatuses)));
    if (!query.paymentStatuses.isEmpty() && !group.startsWith("o.payment_status"_L1))
        where.append(u"o.payment_status IN (%1)"_s.arg(listOfEnum(query.paymentStatuses)));
    if (!group.isEmpty())
        where.append(group);
    return where;
}

void leaveOut(const QSet<qint64> &except, QLatin1String place, QStringList &where)
{
    if (!except.isEmpty())
        where.append(u"%1 NOT IN (%2)"_s.arg(place, placeList(except)));
}

// The search index has the places in the order of time; for the statuses the narrow index of places is looked
// into, and only another order of rows needs the rows themselves.
QString searchSource(const TableQuery &query)
{
    const bool hasFilter = !query.itemStatuses.isEmpty() || !query.paymentStatuses.isEmpty();
    if (query.sortKey != SortKey::PlacedAt)
        return u"search s JOIN orders o ON o.place=s.rowid"_s;
    return hasFilter ? u"search s JOIN orders o INDEXED BY orders_by_place ON o.place=s.rowid"_s
                     : u"search s"_s;
}

QString whereOf(const QStringList &conditions)
{
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

} // namespace

QList<Group> statusGroups(const TableQuery &query)
{
    return query.sortKey == SortKey::ItemStatus
        ? groupsOf("item_status"_L1, query.itemStatuses, query.sortOrder)
        : groupsOf("payment_status"_L1, query.paymentStatuses, query.sortOrder);
}

Group currencyGroup(const QString &currency)
{
    return u"o.currency='%1'"_s.arg(QString(currency).replace(u'\'', u"''"_s));
}

bool isSortedByStatus(const TableQuery &query) noexcept
{
    return query.sortKey == SortKey::ItemStatus || query.sortKey == SortKey::PaymentStatus;
}

bool isNarrowed(const TableQuery &query, bool isInStatusGroup) noexcept
{
    const bool isGroupsFilter = isInStatusGroup && query.sortKey == SortKey::ItemStatus;
    const bool isPaymentGroup = isInStatusGroup && query.sortKey == SortKey::PaymentStatus;
    return query.fromPlace.has_value() || (!query.itemStatuses.isEmpty() && !isGroupsFilter)
        || (!query.paymentStatuses.isEmpty() && !isPaymentGroup);
}

bool isFilterInOrder(const TableQuery &query, const Group &group) noexcept
{
    const bool isInStatusGroup = !group.isEmpty() && isSortedByStatus(query);
    if (query.sortKey != SortKey::PlacedAt && !isInStatusGroup)
        return false;
    const auto isOneAtMost = [&](const auto &wanted, SortKey key) {
        return wanted.size() <= 1 || (isInStatusGroup && query.sortKey == key);
    };
    return isOneAtMost(query.itemStatuses, SortKey::ItemStatus)
        && isOneAtMost(query.paymentStatuses, SortKey::PaymentStatus);
}

QString placesSql(const TableQuery &query, const QSet<qint64> &except, const Group &group, Access access)
{
    const bool isSearch = access == Access::Search;
    QStringList where = conditionsOf(query, group);
    leaveOut(except, isSearch ? "s.rowid"_L1 : "o.place"_L1, where);
    const QString index = access == Access::Walk ? sortIndex(query.sortKey) : filterIndex(query, group);
    return u"SELECT "_s
        + (isSearch ? u"s.rowid FROM "_s + searchSource(query)
                    : u"o.place FROM orders o INDEXED BY "_s + index)
        + whereOf(where) + u" ORDER BY "_s + orderBy(query);
}

QString countSql(const TableQuery &query, const QSet<qint64> &except, const Group &group, int most)
{
    QStringList where = conditionsOf(query, group);
    leaveOut(except, "o.place"_L1, where);
    return u"SELECT count(*) FROM (SELECT 1 FROM orders o INDEXED BY %1%2 LIMIT %3)"_s.arg(
        filterIndex(query, group), whereOf(where), QString::number(most));
}

QString countAheadSql(const TableQuery &query, int most, int within)
{
    // For an estimate amounts may go down with their currencies: that is the index from its end.
    const QString direction = query.sortOrder == Qt::DescendingOrder ? u" DESC"_s : u" ASC"_s;
    const QString order = query.sortKey == SortKey::Amount
        ? u"o.currency%1, o.total_minor%1, o.place%1"_s.arg(direction)
        : orderBy(query);
    const QString first =
        u"SELECT o.place, o.item_status, o.payment_status FROM orders o INDEXED BY %1 "_s
        u"ORDER BY %2 LIMIT %3"_s.arg(sortIndex(query.sortKey), order, QString::number(within));
    return u"SELECT count(*) FROM (SELECT 1 FROM (%1) o%2 LIMIT %3)"_s.arg(
        first, whereOf(conditionsOf(query, {})), QString::number(most));
}

QString matchingSql(const TableQuery &query, const QSet<qint64> &places)
{
    TableQuery whatever = query;
    whatever.itemStatuses.clear();
    const bool isSearch = !query.match.isEmpty();
    QStringList where = conditionsOf(whatever, {});
    where.append((isSearch ? u"s.rowid IN (%1)"_s : u"o.place IN (%1)"_s).arg(placeList(places)));
    return (isSearch ? u"SELECT s.rowid FROM "_s + searchSource(whatever) : u"SELECT o.place FROM orders o"_s)
        + whereOf(where);
}

} // namespace mc
