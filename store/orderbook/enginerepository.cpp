// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/enginerepository.h"

#include "store/orderbook/statement.h"

#include <array>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr std::array StateWords{"new"_L1, "working"_L1, "unreachable"_L1, "denied"_L1};

QLatin1StringView codeOf(EngineRow::State state)
{
    return StateWords.at(static_cast<std::size_t>(state));
}

EngineRow::State stateOf(const QString &code)
{
    for (std::size_t i = 0; i < StateWords.size(); ++i) {
        if (code == StateWords.at(i))
            return static_cast<EngineRow::State>(i);
    }
    return EngineRow::State::New;
}

QString engineColumns(const QString &rest)
{
    return u"SELECT id, store_id, type, url, user_name, sealed_secret, channel, position, state, "
           u"state_detail, "
           "state_at, sealed_webhook_secret FROM engine "_s
        + rest;
}

EngineRow engineOf(const Statement &row)
{
    return {row.text(0),          StoreId(row.text(1)), row.text(2),  row.text(3),
            row.text(4),          row.bytes(5),         row.text(6),  row.bytes(7),
            stateOf(row.text(8)), row.text(9),          row.time(10), row.bytes(11)};
}

} // namespace

EngineRepository::EngineRepository(Tx &tx)
    : m_tx(tx)
{
}

QString EngineRepository::add(EngineRow engine)
{
    if (engine.id.isEmpty())
        engine.id = newUuid7();
    Statement row(
        m_tx,
        u"INSERT INTO engine (store_id, id, type, url, user_name, sealed_secret, channel, position, state, "
        "state_detail, state_at) VALUES (:store, :id, :type, :url, :user, :secret, :channel, :position, "
        ":state, :detail, :at)"_s);
    row.bind(":store"_L1, engine.store).bind(":id"_L1, engine.id).bind(":type"_L1, engine.type);
    row.bind(":url"_L1, engine.url).bind(":user"_L1, engine.user).bind(":channel"_L1, engine.channel);
    row.bind(":secret"_L1, QString::fromUtf8(engine.sealedSecret));
    row.bind(":position"_L1, QString::fromUtf8(engine.position)).bind(":state"_L1, codeOf(engine.state));
    row.bind(":detail"_L1, engine.stateDetail).bind(":at"_L1, engine.stateAt).run();
    return engine.id;
}

QList<EngineRow> EngineRepository::list(const StoreId &store) const
{
    QList<EngineRow> list;
    Statement rows(m_tx, engineColumns(u"WHERE store_id = :store ORDER BY id"_s));
    rows.bind(":store"_L1, store);
    for (bool more = rows.first(); more; more = rows.next())
        list.append(engineOf(rows));
    return list;
}

std::optional<EngineRow> EngineRepository::find(const StoreId &store, const QString &id) const
{
    Statement row(m_tx, engineColumns(u"WHERE store_id = :store AND id = :id"_s));
    row.bind(":store"_L1, store).bind(":id"_L1, id);
    return row.first() ? std::optional(engineOf(row)) : std::nullopt;
}

std::optional<EngineRow> EngineRepository::findAnywhere(const QString &id) const
{
    Statement row(m_tx, engineColumns(u"WHERE id = :id"_s));
    row.bind(":id"_L1, id);
    return row.first() ? std::optional(engineOf(row)) : std::nullopt;
}

bool EngineRepository::remove(const StoreId &store, const QString &id)
{
    for (const QString &table : {u"webhook_event"_s, u"engine_wake"_s}) {
        Statement rows(m_tx, u"DELETE FROM %1 WHERE store_id = :store AND engine_id = :id"_s.arg(table));
        rows.bind(":store"_L1, store).bind(":id"_L1, id).run();
    }
    Statement row(m_tx, u"DELETE FROM engine WHERE store_id = :store AND id = :id"_s);
    row.bind(":store"_L1, store).bind(":id"_L1, id);
    return row.runAndCount() == 1;
}

void EngineRepository::setPosition(const StoreId &store, const QString &id, const QByteArray &position)
{
    Statement row(m_tx, u"UPDATE engine SET position = :position WHERE store_id = :store AND id = :id"_s);
    row.bind(":position"_L1, QString::fromUtf8(position)).bind(":store"_L1, store).bind(":id"_L1, id).run();
}

void EngineRepository::setState(const StoreId &store, const QString &id, EngineRow::State state,
                                const QString &detail, const QDateTime &now)
{
    Statement row(m_tx,
                  u"UPDATE engine SET state = :state, state_detail = :detail, state_at = :now "
                  "WHERE store_id = :store AND id = :id AND (state <> :state OR state_detail <> :detail)"_s);
    row.bind(":state"_L1, codeOf(state)).bind(":detail"_L1, detail).bind(":now"_L1, now);
    row.bind(":store"_L1, store).bind(":id"_L1, id).run();
}

bool EngineRepository::setWebhookSecret(const StoreId &store, const QString &id, const QByteArray &sealed)
{
    Statement row(
        m_tx, u"UPDATE engine SET sealed_webhook_secret = :secret WHERE store_id = :store AND id = :id"_s);
    row.bind(":secret"_L1, QString::fromUtf8(sealed)).bind(":store"_L1, store).bind(":id"_L1, id);
    return row.runAndCount() == 1;
}

bool EngineRepository::rememberEvent(const StoreId &store, const QString &id, const QString &eventId,
                                     const QDateTime &now)
{
    Statement row(
        m_tx,
        u"INSERT INTO webhook_event (store_id, engine_id, event_id, received_at) "
        "VALUES (:store, :engine, :event, :now) ON CONFLICT (store_id, engine_id, event_id) DO NOTHING"_s);
    row.bind(":store"_L1, store).bind(":engine"_L1, id).bind(":event"_L1, eventId).bind(":now"_L1, now);
    return row.runAndCount() == 1;
}

int EngineRepository::forgetEventsBefore(const QDateTime &time)
{
    Statement rows(m_tx, u"DELETE FROM webhook_event WHERE received_at < :time"_s);
    rows.bind(":time"_L1, time);
    return rows.runAndCount();
}

void EngineRepository::addWakes(const StoreId &store, const QString &id, const QStringList &externalIds)
{
    const QStringList wakes = externalIds.isEmpty() ? QStringList{QString()} : externalIds;
    for (const QString &externalId : wakes) {
        Statement row(m_tx,
                      u"INSERT INTO engine_wake (store_id, engine_id, external_id) VALUES (:store, :engine, "
                      ":external) ON CONFLICT (store_id, engine_id, external_id) DO NOTHING"_s);
        row.bind(":store"_L1, store).bind(":engine"_L1, id).bind(":external"_L1, externalId).run();
    }
}

bool EngineRepository::hasWakes(const StoreId &store, const QString &id) const
{
    Statement row(m_tx,
                  u"SELECT 1 FROM engine_wake WHERE store_id = :store AND engine_id = :engine LIMIT 1"_s);
    row.bind(":store"_L1, store).bind(":engine"_L1, id);
    return row.first();
}

QStringList EngineRepository::takeWakes(const StoreId &store, const QString &id)
{
    QStringList wakes;
    Statement rows(m_tx,
                   u"DELETE FROM engine_wake WHERE store_id = :store AND engine_id = :engine "
                   "RETURNING external_id"_s);
    rows.bind(":store"_L1, store).bind(":engine"_L1, id);
    for (bool more = rows.first(); more; more = rows.next()) {
        if (!rows.text(0).isEmpty())
            wakes.append(rows.text(0));
    }
    return wakes;
}

} // namespace mc::store
