// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/api/orderimport.h"
#include "store/api/workqueue.h"
#include "store/http/route.h"
#include "store/orderbook/database.h"
#include "store/orderbook/orderbook.h"

class QIODevice;

namespace mc::store {

/// Whose orders they become, and who brings them in.
struct ImportTarget {
    StoreId store;
    Actor actor;
    QDateTime nowUtc;
};

/**
 * Imports CSV text, read in pieces, into a store, at most 500 orders a transaction, so that others are served
 * in between. When the device fails, the orders that were read whole are imported and the report says so.
 *
 * Blocks the calling thread, which must not be a database worker. Merging is idempotent: an import that was
 * interrupted is simply repeated. `last` runs in the transaction of the last chunk.
 */
[[nodiscard]] tl::expected<ImportReport, DatabaseError>
importOrders(Database &database, const ImportTarget &target, QIODevice &csv,
             const std::function<void(Tx &, const ImportReport &)> &last = {});

/// `POST /v1/imports`, on a thread of its own.
class Importer final
{
public:
    using Clock = std::function<QDateTime()>;
    Importer(Database &database, Clock clock); ///< The database is not owned.
    Q_DISABLE_COPY_MOVE(Importer)

    void addRoutes(RouteTable &table);
    void stop();

private:
    void start(const Request &request, const Principal &principal, const Reply &reply);
    [[nodiscard]] Response run(const Request &request, const Principal &principal);

    Database &m_database;
    const Clock m_clock;
    WorkQueue m_queue;
};

} // namespace mc::store
