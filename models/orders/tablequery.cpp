// SPDX-License-Identifier: Apache-2.0
#include "orders/tablequery.h"

#include "storage/searchwords.h"

#include <QTimeZone>

namespace mc {
namespace {

constexpr int Days = 30;

TableQuery::SortKey keyOf(OrderQuery::SortKey key)
{
    switch (key) {
    case OrderQuery::SortKey::PlacedAt:
        return TableQuery::SortKey::PlacedAt;
    case OrderQuery::SortKey::Number:
        return TableQuery::SortKey::Number;
    case OrderQuery::SortKey::Customer:
        return TableQuery::SortKey::Customer;
    case OrderQuery::SortKey::ItemStatus:
        return TableQuery::SortKey::ItemStatus;
    case OrderQuery::SortKey::PaymentStatus:
        return TableQuery::SortKey::PaymentStatus;
    case OrderQuery::SortKey::Amount:
        return TableQuery::SortKey::Amount;
    }
    Q_UNREACHABLE();
}

} // namespace

QDateTime startOfPast30Days(const QDateTime &now, const QByteArray &timeZone)
{
    const QTimeZone zone(timeZone);
    const QTimeZone used = zone.isValid() ? zone : QTimeZone::utc();
    return now.toTimeZone(used).date().addDays(-Days).startOfDay(used).toUTC();
}

TableQuery tableQueryOf(const OrderQuery &query, const QDateTime &now, const QByteArray &timeZone)
{
    TableQuery table;
    if (query.period == OrderQuery::Period::Past30Days)
        table.fromPlace = placeOf(startOfPast30Days(now, timeZone));
    table.match = matchExpression(query.search);
    table.itemStatuses = query.itemStatuses;
    table.paymentStatuses = query.paymentStatuses;
    table.sortKey = keyOf(query.sortKey);
    table.sortOrder = query.sortOrder;
    return table;
}

} // namespace mc
