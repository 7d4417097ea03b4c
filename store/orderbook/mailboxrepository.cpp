// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/mailboxrepository.h"

#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {

MailboxRepository::MailboxRepository(Tx &tx)
    : m_tx(tx)
{
}

bool MailboxRepository::add(MailboxEntry mail)
{
    if (mail.id.isEmpty())
        mail.id = newUuid7();
    Statement row(
        m_tx,
        u"INSERT INTO mailbox (store_id, id, order_id, template, recipient, subject, text_body, html_body, "
        "message_id, sent_at) VALUES (:store, :id, :order, :template, :recipient, :subject, :text, :html, "
        ":message, :sent) ON CONFLICT (store_id, message_id) DO NOTHING"_s);
    row.bind(":store"_L1, mail.store).bind(":id"_L1, mail.id).bind(":order"_L1, mail.order);
    row.bind(":template"_L1, mail.templateName).bind(":recipient"_L1, mail.recipient);
    row.bind(":subject"_L1, mail.subject).bind(":text"_L1, mail.text).bind(":html"_L1, mail.html);
    row.bind(":message"_L1, mail.messageId).bind(":sent"_L1, mail.sentAt);
    return row.runAndCount() == 1;
}

QList<MailboxEntry> MailboxRepository::list(const StoreId &store, int limit) const
{
    QList<MailboxEntry> list;
    Statement rows(m_tx,
                   u"SELECT id, order_id, template, recipient, subject, message_id, sent_at FROM mailbox "
                   "WHERE store_id = :store ORDER BY id DESC LIMIT :most"_s);
    rows.bind(":store"_L1, store).bind(":most"_L1, limit);
    for (bool more = rows.first(); more; more = rows.next()) {
        list.append({rows.text(0), store, OrderId(rows.text(1)), rows.text(2), rows.text(3), rows.text(4),
                     QString(), QString(), rows.text(5), rows.time(6)});
    }
    return list;
}

std::optional<MailboxEntry> MailboxRepository::find(const StoreId &store, const QString &id) const
{
    Statement row(m_tx,
                  u"SELECT order_id, template, recipient, subject, text_body, html_body, message_id, sent_at "
                  "FROM mailbox WHERE store_id = :store AND id = :id"_s);
    row.bind(":store"_L1, store).bind(":id"_L1, id);
    if (!row.first())
        return std::nullopt;
    return MailboxEntry{id,          store,       OrderId(row.text(0)), row.text(1), row.text(2),
                        row.text(3), row.text(4), row.text(5),          row.text(6), row.time(7)};
}

} // namespace mc::store
