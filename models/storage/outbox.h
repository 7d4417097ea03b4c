// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/strongid.h"
#include "storage/sqlconnection.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace mc {

/// held → queued → sending → sent → confirmed; refused instead of sent; undone from held or queued; closed
/// from refused. Each step is one guarded UPDATE.
enum class OperationState : quint8 { Held, Queued, Sending, Sent, Confirmed, Refused, Undone, Closed };

/// One request to cancel, as it was queued.
struct OutboxRow {
    OperationId operation;
    StoreId store;
    StaffId staff; ///< Who queued it: it is sent under this identity only.
    OrderId order;
    QString orderNumber;
    OperationState state = OperationState::Held;
    QString reasonCode;
    QString comments;
    QByteArray body; ///< JSON, exactly as sent: a retry repeats it byte by byte.
    QDateTime queuedAtUtc;
    QDateTime heldUntilUtc;
    int attempts = 0;
    QString problem; ///< For people, with Refused.

    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;
};

/**
 * What people asked for and the store may not have yet. A file of its own, durable before anybody is told.
 *
 * A damaged file is renamed and what can be read of it is taken over; nothing is ever deleted by a repair.
 * Lives in the sync thread.
 */
class Outbox final
{
public:
    [[nodiscard]] static StorageResult<std::unique_ptr<Outbox>> open(const QString &file);
    Q_DISABLE_COPY_MOVE(Outbox)

    /// All of them or none; on the disk when this returns.
    [[nodiscard]] StorageResult<void> add(const QList<OutboxRow> &rows);
    /// What is not over: held, queued, sending, sent and refused, oldest first.
    [[nodiscard]] StorageResult<QList<OutboxRow>> pending() const;
    [[nodiscard]] StorageResult<std::optional<OutboxRow>> row(const OperationId &operation) const;
    /// The oldest row that may go out now, queued or with an unknown outcome, of this identity.
    [[nodiscard]] StorageResult<std::optional<OutboxRow>> next(const StoreId &store,
                                                               const StaffId &staff) const;
    /// How many are waiting to be sent: held, queued and sending.
    [[nodiscard]] StorageResult<int> waiting() const;

    // Guarded steps. true: this call took the step; false: the row was not in a state that allows it.
    [[nodiscard]] StorageResult<bool> release(const OperationId &operation, const QDateTime &now);
    [[nodiscard]] StorageResult<bool> undo(const OperationId &operation, const QDateTime &now);
    [[nodiscard]] StorageResult<bool> markSending(const OperationId &operation, const QDateTime &now);
    [[nodiscard]] StorageResult<bool> markSent(const OperationId &operation, const QString &cancellation,
                                               const QDateTime &now);
    [[nodiscard]] StorageResult<bool> markRefused(const OperationId &operation, const QString &problem,
                                                  const QDateTime &now);
    [[nodiscard]] StorageResult<bool> markConfirmed(const OperationId &operation, const QDateTime &now);
    [[nodiscard]] StorageResult<bool> close(const OperationId &operation, const QDateTime &now);

    /// held → queued for all whose time is over (or for all, when the console starts or ends).
    [[nodiscard]] StorageResult<int> releaseDue(const QDateTime &now);
    [[nodiscard]] StorageResult<int> releaseAll(const QDateTime &now);
    /// The store was restored: operations that it had may be lost there. sent and confirmed ones since
    /// `since`, oldest first.
    [[nodiscard]] StorageResult<QList<OutboxRow>> doneSince(const QDateTime &since) const;
    /// sent or confirmed → queued, to be sent again with the same key.
    [[nodiscard]] StorageResult<bool> requeue(const OperationId &operation, const QDateTime &now);
    /// Forgets what ended before that time.
    [[nodiscard]] StorageResult<int> forgetBefore(const QDateTime &time);

private:
    explicit Outbox(std::unique_ptr<SqlConnection> connection);
    [[nodiscard]] static StorageResult<std::unique_ptr<Outbox>> openFile(const QString &file);
    [[nodiscard]] static StorageResult<void> repair(const QString &file);
    [[nodiscard]] StorageResult<void> salvage(const QList<OutboxRow> &rows);
    [[nodiscard]] StorageResult<void> insert(const OutboxRow &row, bool isSalvage);
    [[nodiscard]] StorageResult<QList<OutboxRow>> select(const QString &condition) const;
    [[nodiscard]] StorageResult<bool> step(const OperationId &operation, const QString &to,
                                           const QString &from, const QString &set, const QDateTime &now);

    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace mc
