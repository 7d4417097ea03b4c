// SPDX-License-Identifier: Apache-2.0
#include "storage/cacheerasure.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace mc {

bool isErasure(const std::optional<Order> &before, const Order &now)
{
    const auto hasData = [](const Order &order) {
        return !order.customer.name.isEmpty() || !order.customer.email.isEmpty()
            || !order.shippingAddress.isEmpty();
    };
    return before && hasData(*before) && !hasData(now);
}

StorageResult<void> rewriteWithoutDeleted(const SqlConnection &connection)
{
    for (const QString &step : {u"INSERT INTO search (search) VALUES ('optimize')"_s, u"VACUUM"_s}) {
        if (const auto done = connection.run(step); !done)
            return done;
    }
    const auto isBusy = connection.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!isBusy)
        return tl::unexpected(isBusy.error());
    if (isBusy->toInt() != 0)
        return tl::unexpected(StorageError{StorageError::Kind::Busy, u"the log is being read"_s});
    return {};
}

} // namespace mc
