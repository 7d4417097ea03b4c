// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/roles.h"
#include "domain/strongid.h"
#include "store/http/message.h"

#include <QDateTime>
#include <QSet>

#include <functional>
#include <vector>

namespace mc::store {

class Tx;

/// Who sends a request, after authentication.
struct Principal {
    enum class Kind : quint8 { Nobody, Staff, Token, Customer, Engine };
    Kind kind = Kind::Nobody;
    StoreId store;
    QString id; ///< Staff id, token id, order id of a customer, engine id.
    QString name;
    QString email;
    Role role = Role::Viewer; ///< Staff only.
    QSet<QString>
        scopes; ///< Token only: "orders:write", "shipments:write", "orders:read", "cancellations:write".
    OrderId order; ///< Customer only.
};

/// Who may use a route at all; which objects they see is decided by the store scope of every query.
enum class Access : quint8 {
    Public, ///< Anybody: health, sign-in, the customer's link, help, style sheet.
    Customer, ///< The sealed cookie of one order.
    StaffRead, ///< Every role, and tokens with "orders:read".
    StaffCancel, ///< mayCancel(role), and tokens with "cancellations:write".
    StaffDecide,
    StaffAdminister,
    ShopWrite, ///< Tokens with "orders:write"; admin and owner.
    WarehouseWrite, ///< Tokens with "shipments:write"; roles that may cancel.
    EngineSignature ///< Checked by the handler with the engine's secret.
};

enum class Work : quint8 {
    None, ///< No database.
    QuickRead, ///< A read transaction for a few rows: where the database is a file, in the I/O thread.
    Read, ///< A read transaction on a reader.
    Write, ///< A write transaction; the answer is sent after the commit.
    Own ///< `start` brings its own threads and transactions: password hashing, an import in many
        ///< transactions.
};

struct Call {
    const Request &request;
    const Principal &principal;
    Tx *tx = nullptr; ///< Set for QuickRead, Read and Write.
    QDateTime now; ///< UTC, from the store's clock.
};

/// Answers a request, once, from any thread.
using Reply = std::function<void(Response)>;

struct Route {
    QByteArray method;
    QString pattern; ///< "/v1/orders/{id}/cancellations"
    Access access = Access::StaffRead;
    Work work = Work::Read;
    bool needsIdempotencyKey = false;
    qint64 bodyLimit = 0; ///< Bytes; 0: no body allowed.
    QByteArray contentType; ///< Expected of the body, empty: none.
    std::function<Response(const Call &)> handle;
    bool isPage = false; ///< Errors are pages, not problem documents.
    /// For Work::Own, called on a reader after authentication; must return at once.
    std::function<void(const Request &, const Principal &, Reply)> start;
};
using RouteTable = std::vector<Route>;

} // namespace mc::store
