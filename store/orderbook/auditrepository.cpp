// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/auditrepository.h"

#include "store/orderbook/statement.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString auditColumns(const QString &rest)
{
    return u"SELECT sequence, at, actor_kind, actor_id, action, object, detail, prev_hash, hash FROM audit "_s
        + rest;
}

AuditEntry entryOf(const Statement &row, const StoreId &store)
{
    return {store,       row.number(0), row.time(1), row.text(2),
            row.text(3), row.text(4),   row.text(5), row.text(6)};
}

} // namespace

AuditRepository::AuditRepository(Tx &tx)
    : m_tx(tx)
{
}

QString AuditRepository::hashOf(const AuditEntry &entry, const QString &previousHash)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList fields{previousHash,
                             entry.store.toString(),
                             QString::number(entry.sequence),
                             QString::number(entry.at.toMSecsSinceEpoch()),
                             entry.actorKind,
                             entry.actorId,
                             entry.action,
                             entry.object,
                             entry.detail};
    for (const QString &field : fields) {
        const QByteArray bytes = field.toUtf8();
        hash.addData(QByteArray(QByteArray::number(bytes.size())
                                + ':')); // So that no two lists of fields read the same.
        hash.addData(bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QList<AuditEntry> AuditRepository::list(const StoreId &store, qint64 afterSequence, int limit) const
{
    QList<AuditEntry> entries;
    Statement rows(
        m_tx, auditColumns(u"WHERE store_id = :store AND sequence > :after ORDER BY sequence LIMIT :most"_s));
    rows.bind(":store"_L1, store).bind(":after"_L1, afterSequence).bind(":most"_L1, limit);
    for (bool more = rows.first(); more; more = rows.next())
        entries.append(entryOf(rows, store));
    return entries;
}

std::optional<qint64> AuditRepository::firstBroken(const StoreId &store) const
{
    qint64 sequence = 0;
    QString hash;
    Statement rows(m_tx, auditColumns(u"WHERE store_id = :store ORDER BY sequence"_s));
    rows.bind(":store"_L1, store);
    for (bool more = rows.first(); more; more = rows.next()) {
        const AuditEntry entry = entryOf(rows, store);
        const QString expected = hashOf(entry, hash);
        if (entry.sequence != sequence + 1 || rows.text(7) != hash || rows.text(8) != expected)
            return sequence + 1;
        sequence = entry.sequence;
        hash = expected;
    }
    Statement end(m_tx, u"SELECT audit_sequence, audit_hash FROM feed WHERE store_id = :store"_s);
    end.bind(":store"_L1, store);
    if (end.first() && (end.number(0) != sequence || end.text(1) != hash))
        return sequence + 1;
    return std::nullopt;
}

} // namespace mc::store
