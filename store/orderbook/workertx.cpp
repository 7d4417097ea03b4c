// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/workertx.h"

#include "domain/plantedbug.h"
#include "store/orderbook/auditrepository.h"
#include "store/orderbook/statement.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <atomic>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

/// A position that is taken before anybody knows in which order the transactions will commit.
qint64 earlyPosition()
{
    static std::atomic<qint64> sequence{1'000'000};
    if (bugPlanted("sequence-cursor"))
        return ++sequence;
    return bugPlanted("timestamp-cursor") ? QDateTime::currentMSecsSinceEpoch() : 0;
}

} // namespace

WorkerTx::WorkerTx(Connection &connection)
    : m_connection(connection)
    , m_earlyPosition(earlyPosition())
{
}

void WorkerTx::fail(DatabaseError error)
{
    if (!m_error)
        m_error = std::move(error);
}

void WorkerTx::touch(const StoreId &store, const OrderId &order, bool isRemoved)
{
    m_touched[store.toString()][order.toString()] = isRemoved;
}

std::unique_ptr<Prepared> WorkerTx::takePrepared(const QString &sql)
{
    if (m_error)
        return nullptr;
    auto prepared = m_connection.takePrepared(sql);
    if (prepared)
        return std::move(*prepared);
    fail(prepared.error());
    return nullptr;
}

void WorkerTx::giveBack(const QString &sql, std::unique_ptr<Prepared> prepared)
{
    m_connection.giveBack(sql, std::move(prepared));
}

void WorkerTx::finish()
{
    if (m_error || m_isRolledBack)
        return;
    for (const AuditEntry &entry : std::as_const(m_audit))
        m_touched.try_emplace(entry.store.toString());
    for (const auto &touched : m_touched)
        finishStore(touched.first);
}

void WorkerTx::finishStore(const QString &store)
{
    const auto &orders = m_touched[store];
    const QString tag = QString::number(QRandomGenerator::system()->generate64(), 36);
    if (m_earlyPosition > 0) [[unlikely]] {
        Statement early(*this,
                        u"UPDATE feed SET position = :early WHERE store_id = :store AND position < :early"_s);
        early.bind(":early"_L1, m_earlyPosition).bind(":store"_L1, store).run();
    }
    Statement bump(*this,
                   u"UPDATE feed SET position = position + :step, tag = CASE WHEN :changes > 0 THEN :tag "
                   "ELSE tag END WHERE store_id = :store RETURNING position, audit_sequence, audit_hash"_s);
    bump.bind(":step"_L1, orders.empty() || m_earlyPosition > 0 ? 0 : 1).bind(":changes"_L1, orders.size());
    bump.bind(":tag"_L1, tag).bind(":store"_L1, store);
    if (!bump.first()) {
        fail({DatabaseError::Kind::Constraint, u"no feed for this store"_s});
        return;
    }
    const qint64 position = m_earlyPosition > 0 ? m_earlyPosition : bump.number(0);
    const qint64 sequence = bump.number(1);
    const QString hash = bump.text(2);
    for (const auto &[order, isRemoved] : orders) {
        Statement change(*this,
                         u"INSERT INTO change (store_id, position, order_id, tag, removed) "
                         "VALUES (:store, :position, :order, :tag, :removed)"_s);
        change.bind(":store"_L1, store).bind(":position"_L1, position).bind(":order"_L1, order);
        change.bind(":tag"_L1, tag).bind(":removed"_L1, isRemoved ? 1 : 0).run();
    }
    appendAudit(store, sequence, hash);
}

void WorkerTx::appendAudit(const QString &store, qint64 sequence, QString hash)
{
    const qint64 before = sequence;
    for (AuditEntry entry : std::as_const(m_audit)) {
        if (entry.store.toString() != store)
            continue;
        entry.sequence = ++sequence;
        const QString previous = hash;
        hash = AuditRepository::hashOf(entry, previous);
        Statement row(
            *this,
            u"INSERT INTO audit (store_id, sequence, at, actor_kind, actor_id, action, object, detail, "
            "prev_hash, hash) VALUES (:store, :sequence, :at, :actor_kind, :actor_id, :action, :object, "
            ":detail, :prev_hash, :hash)"_s);
        row.bind(":store"_L1, store).bind(":sequence"_L1, sequence).bind(":at"_L1, entry.at);
        row.bind(":actor_kind"_L1, entry.actorKind).bind(":actor_id"_L1, entry.actorId);
        row.bind(":action"_L1, entry.action)
            .bind(":object"_L1, entry.object)
            .bind(":detail"_L1, entry.detail);
        row.bind(":prev_hash"_L1, previous).bind(":hash"_L1, hash).run();
    }
    if (sequence == before)
        return;
    Statement end(
        *this, u"UPDATE feed SET audit_sequence = :sequence, audit_hash = :hash WHERE store_id = :store"_s);
    end.bind(":sequence"_L1, sequence).bind(":hash"_L1, hash).bind(":store"_L1, store).run();
}

CommitOutcome WorkerTx::outcome() const
{
    if (m_error)
        return CommitOutcome::Failed;
    return m_isRolledBack ? CommitOutcome::RolledBack : CommitOutcome::Committed;
}

QList<QString> WorkerTx::touchedStores() const
{
    QList<QString> stores;
    for (const auto &[store, orders] : m_touched) {
        if (!orders.empty())
            stores.append(store);
    }
    return stores;
}

} // namespace mc::store
