// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/connection.h"

#include <QList>
#include <QSet>

#include <map>
#include <optional>

namespace mc::store {

/// The Tx that workers give to jobs. The worker begins, commits and undoes; this collects what the job did.
class WorkerTx final : public Tx
{
    Q_DISABLE_COPY_MOVE(WorkerTx)

public:
    explicit WorkerTx(Connection &connection);

    [[nodiscard]] QSqlDatabase &connection() override { return m_connection.database(); }
    [[nodiscard]] bool isPostgres() const override { return m_connection.isPostgres(); }
    void rollBack() override { m_isRolledBack = true; }
    void fail(DatabaseError error) override;
    [[nodiscard]] bool hasFailed() const override { return m_error.has_value(); }
    void touch(const StoreId &store, const OrderId &order, bool isRemoved) override;
    void audit(AuditEntry entry) override { m_audit.append(std::move(entry)); }
    [[nodiscard]] std::unique_ptr<Prepared> takePrepared(const QString &sql) override;
    void giveBack(const QString &sql, std::unique_ptr<Prepared> prepared) override;

    /// Writes feed entries and audit rows. The last statements of the transaction: they lock the store's
    /// feed.
    void finish();
    [[nodiscard]] CommitOutcome outcome() const;
    [[nodiscard]] DatabaseError error() const { return m_error.value_or(DatabaseError{}); }
    [[nodiscard]] QList<QString> touchedStores() const;

private:
    void finishStore(const QString &store);
    void appendAudit(const QString &store, qint64 sequence, QString hash);

    Connection &m_connection; ///< Not owned; outlives this object.
    bool m_isRolledBack = false;
    const qint64 m_earlyPosition; ///< Of a planted bug; 0: none.
    std::optional<DatabaseError> m_error;
    /// Sorted by store, so that two transactions lock the feeds of several stores in the same order.
    std::map<QString, std::map<QString, bool>> m_touched;
    QList<AuditEntry> m_audit;
};

} // namespace mc::store
