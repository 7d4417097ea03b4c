// SPDX-License-Identifier: Apache-2.0
// Where SQLite's headers are missing.
#include "store/orderbook/nativeprepared.h"

namespace mc::store {

tl::expected<std::unique_ptr<Prepared>, DatabaseError> nativePrepared(const QSqlDatabase &, const QString &)
{
    return std::unique_ptr<Prepared>();
}

} // namespace mc::store
