// SPDX-License-Identifier: Apache-2.0
#include "storage/cachedigest.h"

#include "storage/ordercolumns.h"

#include <QSqlError>
#include <QTimeZone>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr qint64 NearSeconds = 60;

} // namespace

StorageResult<OrdersDigest> digestOf(const SqlConnection &cache, const OrderRange &range, DigestScan scan)
{
    const QString where =
        range.beforeUtc ? u" AND o.placed_at<%1"_s.arg(range.beforeUtc->toMSecsSinceEpoch()) : QString();
    // Orders that share a second may stand behind it, as far as there are others in their way.
    const QString place = range.beforeUtc && scan == DigestScan::Near
        ? u" AND o.place<%1"_s.arg((range.beforeUtc->toSecsSinceEpoch() + NearSeconds) * PlacesPerSecond)
        : QString();
    QSqlQuery query = cache.query();
    if (!query.exec(
            u"SELECT d.document FROM orders o JOIN documents d ON d.place=o.place "
            "WHERE o.place>=%1 AND o.placed_at>=%2"_s.arg(range.fromUtc.toSecsSinceEpoch() * PlacesPerSecond)
                .arg(range.fromUtc.toMSecsSinceEpoch())
            + where + place))
        return tl::unexpected(StorageError::from(query.lastError()));
    OrdersDigest digest;
    while (query.next())
        digest.add(query.value(0).toByteArray());
    if (const auto done = ended(query); !done)
        return tl::unexpected(done.error());
    return digest;
}

StorageResult<OrderRange> rangeFrom(const SqlConnection &cache, const QDateTime &fromUtc, int orders)
{
    const auto next =
        cache.value(u"SELECT placed_at FROM orders WHERE place>=%1 ORDER BY place LIMIT 1 OFFSET %2"_s
                        .arg(fromUtc.toSecsSinceEpoch() * PlacesPerSecond)
                        .arg(orders));
    if (!next)
        return tl::unexpected(next.error());
    if (!next->isValid())
        return OrderRange{fromUtc, {}};
    const qint64 second = std::max(next->toLongLong() / 1000, fromUtc.toSecsSinceEpoch()) + 1;
    return OrderRange{fromUtc, QDateTime::fromSecsSinceEpoch(second, Qt::UTC)};
}

} // namespace mc
