// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace mc::store {

struct MailboxEntry {
    QString id;
    StoreId store;
    OrderId order;
    QString templateName;
    QString recipient;
    QString subject;
    QString text;
    QString html;
    QString messageId;
    QDateTime sentAt;
};

/// Mails of the demo, shown at /demo/mailbox instead of being sent. Lives as long as the Tx.
class MailboxRepository final
{
public:
    explicit MailboxRepository(Tx &tx);

    /// False: a mail with this message id is there.
    bool add(MailboxEntry mail); ///< An empty id is filled in.
    [[nodiscard]] QList<MailboxEntry> list(const StoreId &store,
                                           int limit) const; ///< Newest first, no bodies.
    [[nodiscard]] std::optional<MailboxEntry> find(const StoreId &store, const QString &id) const;

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
