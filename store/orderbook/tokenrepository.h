// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QDateTime>
#include <QList>
#include <QSet>

#include <optional>

namespace mc::store {

struct ApiToken {
    QString id;
    StoreId store;
    QString name; ///< "Web shop", "Warehouse"
    QSet<QString> scopes; ///< "orders:write", "shipments:write", "orders:read", "cancellations:write"
    QString tokenHash; ///< Keyring::tokenHash()
    QDateTime createdAt;
    QDateTime revokedAt; ///< Invalid while in force.
};

/// Tokens of shops and warehouses. Lives as long as the Tx.
class TokenRepository final
{
public:
    explicit TokenRepository(Tx &tx);

    QString add(ApiToken token); ///< An empty id is filled in; returns it.
    [[nodiscard]] QList<ApiToken> list(const StoreId &store) const;
    [[nodiscard]] std::optional<ApiToken> find(const QString &tokenHash) const; ///< Not the revoked ones.
    bool revoke(const StoreId &store, const QString &id, const QDateTime &now); ///< False: no such token.

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
