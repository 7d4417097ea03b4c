// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/strongid.h"
#include "net/storecalls.h"
#include "storage/outbox.h"
#include "sync/scheduler.h"

#include <QObject>

#include <memory>

namespace mc {

/**
 * Sends the queued rows of one store and one staff identity, one after the other, oldest first.
 *
 * A row leaves the queue only by an answer of the store that could be read; after anything else it is sent
 * again with the same key and the same bytes. Lives in the sync thread; outbox, transport and scheduler are
 * not owned and outlive it.
 */
class OutboxSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutboxSender)
public:
    OutboxSender(Outbox &outbox, const Transport &transport, Scheduler &scheduler, StoreId store,
                 StaffId staff, QObject *parent);

    void wake(); ///< There may be something to send, and the store can be reached.
    void pause(); ///< Drops a call under way; its outcome is unknown then, and its row stays.
    /// A request is under way or will be by itself.
    [[nodiscard]] bool isBusy() const { return m_call != nullptr || m_again.isSet(); }
    [[nodiscard]] bool isSending() const { return m_call != nullptr; }
    [[nodiscard]] bool hasWork() const; ///< There is a row to send.

signals:
    void changed(); ///< A row took a step.
    void progressed(); ///< The store has answered.
    /// The connection failed; the row stays. Nothing more is sent until wake().
    void failed(const mc::NetFailure &failure);
    void storageFailed(const mc::StorageError &error);
    void emptied(); ///< Nothing is left to send.

private:
    void sendNext();
    void onFinished(const OutboxRow &row, const NetResult<CancellationId> &outcome);

    Outbox &m_outbox;
    const Transport &m_transport;
    Scheduler &m_scheduler;
    StoreId m_store;
    StaffId m_staff;
    std::unique_ptr<SendCancellation> m_call;
    Backoff m_backoff;
    Alarm m_again;
};

} // namespace mc
