// SPDX-License-Identifier: Apache-2.0
#include "storage/ordercolumns.h"

#include "domain/orderrules.h"
#include "storage/ordercache.h"
#include "storage/searchwords.h"

#include <algorithm>

namespace mc {
namespace {

// The end of the latest cancellation that has ended, for the list of outcomes.
QVariant endedAt(const Order &order)
{
    qint64 latest = 0;
    for (const Cancellation &one : order.cancellations) {
        if (!isOpen(one.state) && one.decidedAtUtc.isValid())
            latest = std::max(latest, one.decidedAtUtc.toMSecsSinceEpoch());
    }
    return latest == 0 ? QVariant() : QVariant(latest);
}

QString firstItemOf(const Order &order)
{
    return notNull(order.lines.isEmpty() ? QString() : order.lines.constFirst().title);
}

} // namespace

QVariantList columnsOf(const Order &order, qint64 generation)
{
    return {order.id.toString(),
            order.version,
            generation,
            notNull(order.number),
            notNull(numberSortKey(order.number)),
            notNull(order.customer.name),
            notNull(order.customer.email),
            notNull(nameSortKey(order.customer.name)),
            order.placedAtUtc.toMSecsSinceEpoch(),
            firstItemOf(order),
            itemCount(order),
            static_cast<int>(itemStatusOf(order)),
            static_cast<int>(paymentStatusOf(order)),
            notNull(order.currency),
            order.totalMinor,
            static_cast<int>(cancelObstacle(order)),
            static_cast<int>(attentionOf(order)),
            endedAt(order)};
}

QVariantList stateColumnsOf(const Order &order, qint64 generation)
{
    return {order.version,
            generation,
            firstItemOf(order),
            itemCount(order),
            static_cast<int>(itemStatusOf(order)),
            static_cast<int>(paymentStatusOf(order)),
            static_cast<int>(cancelObstacle(order)),
            static_cast<int>(attentionOf(order)),
            endedAt(order)};
}

bool isOnlyStateNew(const Order &before, const Order &after)
{
    return before.number == after.number && before.customer == after.customer
        && before.placedAtUtc == after.placedAtUtc && before.currency == after.currency
        && before.totalMinor == after.totalMinor && hasSameWords(before, after);
}

} // namespace mc
