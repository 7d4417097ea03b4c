// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/tokenrepository.h"

#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString tokenColumns(const QString &rest)
{
    return u"SELECT id, store_id, name, scopes, token_hash, created_at, revoked_at FROM api_token "_s + rest;
}

ApiToken tokenOf(const Statement &row)
{
    const QStringList scopes = row.text(3).split(u' ', Qt::SkipEmptyParts);
    return {row.text(0), StoreId(row.text(1)), row.text(2), QSet<QString>(scopes.cbegin(), scopes.cend()),
            row.text(4), row.time(5),          row.time(6)};
}

} // namespace

TokenRepository::TokenRepository(Tx &tx)
    : m_tx(tx)
{
}

QString TokenRepository::add(ApiToken token)
{
    if (token.id.isEmpty())
        token.id = newUuid7();
    QStringList scopes(token.scopes.cbegin(), token.scopes.cend());
    scopes.sort();
    Statement row(m_tx,
                  u"INSERT INTO api_token (store_id, id, name, scopes, token_hash, created_at, revoked_at) "
                  "VALUES (:store, :id, :name, :scopes, :token, :created, 0)"_s);
    row.bind(":store"_L1, token.store).bind(":id"_L1, token.id).bind(":name"_L1, token.name);
    row.bind(":scopes"_L1, scopes.join(u' ')).bind(":token"_L1, token.tokenHash);
    row.bind(":created"_L1, token.createdAt).run();
    return token.id;
}

QList<ApiToken> TokenRepository::list(const StoreId &store) const
{
    QList<ApiToken> list;
    Statement rows(m_tx, tokenColumns(u"WHERE store_id = :store ORDER BY created_at, id"_s));
    rows.bind(":store"_L1, store);
    for (bool more = rows.first(); more; more = rows.next())
        list.append(tokenOf(rows));
    return list;
}

std::optional<ApiToken> TokenRepository::find(const QString &tokenHash) const
{
    Statement row(m_tx, tokenColumns(u"WHERE token_hash = :token AND revoked_at = 0"_s));
    row.bind(":token"_L1, tokenHash);
    return row.first() ? std::optional(tokenOf(row)) : std::nullopt;
}

bool TokenRepository::revoke(const StoreId &store, const QString &id, const QDateTime &now)
{
    Statement row(
        m_tx,
        u"UPDATE api_token SET revoked_at = :now WHERE store_id = :store AND id = :id AND revoked_at = 0"_s);
    row.bind(":now"_L1, now).bind(":store"_L1, store).bind(":id"_L1, id);
    return row.runAndCount() == 1;
}

} // namespace mc::store
