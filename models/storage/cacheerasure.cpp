// SPDX-License-Identifier: Apache-2.0
#include "storage/cacheerasure.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace mc {

bool isErasure(const Order &before, const Order &now)
{
    const bool hadData = !before.customer.name.isEmpty() || !before.customer.email.isEmpty()
        || !before.shippingAddress.isEmpty();
    return hadData && now.customer.name.isEmpty() && now.customer.email.isEmpty()
        && now.shippingAddress.isEmpty();
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
