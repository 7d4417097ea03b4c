// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace mc::store {

struct EngineRow {
    enum class State : quint8 { New, Working, Unreachable, Denied };
    QString id;
    StoreId store;
    QString type; ///< "vendure"; also Order::source of its orders.
    QString url;
    QString user;
    QByteArray sealedSecret; ///< Keyring::seal("engine", …)
    QString channel;
    QByteArray position; ///< The connector's own; empty at first.
    State state = State::New;
    QString stateDetail; ///< One sentence for people.
    QDateTime stateAt;
    QByteArray sealedWebhookSecret = {}; ///< Keyring::seal("webhook", …); empty: it sends none.
};

/// The commerce engines that stores are connected to. Lives as long as the Tx.
class EngineRepository final
{
public:
    explicit EngineRepository(Tx &tx);

    QString add(EngineRow engine); ///< An empty id is filled in; returns it.
    [[nodiscard]] QList<EngineRow> list(const StoreId &store) const;
    [[nodiscard]] std::optional<EngineRow> find(const StoreId &store, const QString &id) const;
    /// By its id alone: a webhook names no store.
    [[nodiscard]] std::optional<EngineRow> findAnywhere(const QString &id) const;
    /// False: no such engine. Its orders stay.
    bool remove(const StoreId &store, const QString &id);
    void setPosition(const StoreId &store, const QString &id, const QByteArray &position);
    /// Writes nothing when nothing differs.
    void setState(const StoreId &store, const QString &id, EngineRow::State state, const QString &detail,
                  const QDateTime &now);
    /// False: no such engine.
    bool setWebhookSecret(const StoreId &store, const QString &id, const QByteArray &sealed);
    /// False: the event was here before.
    [[nodiscard]] bool rememberEvent(const StoreId &store, const QString &id, const QString &eventId,
                                     const QDateTime &now);
    int forgetEventsBefore(const QDateTime &time);
    /// These orders are to be looked at; none: whatever has changed.
    void addWakes(const StoreId &store, const QString &id, const QStringList &externalIds);
    [[nodiscard]] bool hasWakes(const StoreId &store, const QString &id) const;
    /// Removes and returns what addWakes() left.
    [[nodiscard]] QStringList takeWakes(const StoreId &store, const QString &id);

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
