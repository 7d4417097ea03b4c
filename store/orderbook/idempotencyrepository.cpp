// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/idempotencyrepository.h"

#include "store/orderbook/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString headersToText(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QJsonArray array;
    for (const auto &[name, value] : headers)
        array.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<std::pair<QByteArray, QByteArray>> headersFromText(const QByteArray &text)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    const QJsonArray array = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &header : array)
        headers.append({header[0].toString().toLatin1(), header[1].toString().toLatin1()});
    return headers;
}

} // namespace

IdempotencyRepository::IdempotencyRepository(Tx &tx)
    : m_tx(tx)
{
}

std::optional<StoredAnswer> IdempotencyRepository::find(const IdempotencyKey &key) const
{
    Statement row(m_tx,
                  u"SELECT route, fingerprint, status, headers, body FROM idempotency "
                  "WHERE store_id = :store AND principal = :principal AND key = :key"_s);
    row.bind(":store"_L1, key.store).bind(":principal"_L1, key.principal).bind(":key"_L1, key.key);
    if (!row.first())
        return std::nullopt;
    return StoredAnswer{row.text(0), row.text(1), static_cast<int>(row.number(2)),
                        headersFromText(row.bytes(3)), row.bytes(4)};
}

bool IdempotencyRepository::reserve(const IdempotencyKey &key, const QString &route,
                                    const QString &fingerprint, const QDateTime &now)
{
    Statement row(
        m_tx,
        u"INSERT INTO idempotency (store_id, principal, key, route, fingerprint, status, headers, body, "
        "created_at) VALUES (:store, :principal, :key, :route, :fingerprint, 0, '[]', '', :now) "
        "ON CONFLICT (store_id, principal, key) DO NOTHING"_s);
    row.bind(":store"_L1, key.store).bind(":principal"_L1, key.principal).bind(":key"_L1, key.key);
    row.bind(":route"_L1, route).bind(":fingerprint"_L1, fingerprint).bind(":now"_L1, now);
    return row.runAndCount() == 1;
}

void IdempotencyRepository::finish(const IdempotencyKey &key, const StoredAnswer &answer)
{
    Statement row(m_tx,
                  u"UPDATE idempotency SET status = :status, headers = :headers, body = :body "
                  "WHERE store_id = :store AND principal = :principal AND key = :key"_s);
    row.bind(":store"_L1, key.store).bind(":principal"_L1, key.principal).bind(":key"_L1, key.key);
    row.bind(":status"_L1, answer.status).bind(":headers"_L1, headersToText(answer.headers));
    row.bind(":body"_L1, answer.body).run();
}

int IdempotencyRepository::removeOlderThan(const QDateTime &time)
{
    Statement rows(m_tx,
                   u"DELETE FROM idempotency WHERE created_at < :time AND created_at <= COALESCE((SELECT "
                   "created_at FROM idempotency ORDER BY created_at LIMIT 1 OFFSET 1000), :time)"_s);
    rows.bind(":time"_L1, time);
    return rows.runAndCount();
}

} // namespace mc::store
