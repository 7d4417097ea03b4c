// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>
#include <utility>

namespace mc::store {

struct IdempotencyKey {
    StoreId store;
    QString principal; ///< "staff:<id>", "token:<id>", "order:<id>": never a session.
    QString key;
};

struct StoredAnswer {
    QString route; ///< "POST /v1/orders/{id}/cancellations"
    QString fingerprint; ///< Hash of path and body.
    int status = 0; ///< 0: reserved, the answer is not there yet.
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< UTF-8
};

/// Answers of mutations, kept with what they changed in one transaction. Lives as long as the Tx.
class IdempotencyRepository final
{
public:
    explicit IdempotencyRepository(Tx &tx);

    [[nodiscard]] std::optional<StoredAnswer> find(const IdempotencyKey &key) const;
    /// Takes the key for this transaction; false: it was used (find() has the answer). On PostgreSQL it waits
    /// for another transaction with the same key to end.
    [[nodiscard]] bool reserve(const IdempotencyKey &key, const QString &route, const QString &fingerprint,
                               const QDateTime &now);
    void finish(const IdempotencyKey &key, const StoredAnswer &answer);
    /// About a thousand of them, so that nobody waits long; 0: none is left.
    int removeOlderThan(const QDateTime &time);

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
