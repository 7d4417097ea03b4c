// SPDX-License-Identifier: Apache-2.0
#include "sync/outboxsender.h"

#include "domain/plantedbug.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcSender, "mc.sync.outbox", QtWarningMsg)

} // namespace

OutboxSender::OutboxSender(Outbox &outbox, const Transport &transport, Scheduler &scheduler, StoreId store,
                           StaffId staff, QObject *parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_store(std::move(store))
    , m_staff(std::move(staff))
    , m_backoff(500ms, 30s)
    , m_again(scheduler, [this] { sendNext(); })
{
}

void OutboxSender::wake()
{
    if (m_call || m_again.isSet())
        return;
    sendNext();
}

void OutboxSender::pause()
{
    m_again.stop();
    m_call.reset();
}

bool OutboxSender::hasWork() const
{
    const auto next = m_outbox.next(m_store, m_staff);
    return next && *next;
}

void OutboxSender::sendNext()
{
    const auto next = m_outbox.next(m_store, m_staff);
    if (!next) {
        emit storageFailed(next.error());
        return;
    }
    if (!*next) {
        emit emptied();
        return;
    }
    const OutboxRow row = **next;
    const auto marked = m_outbox.markSending(row.operation, m_scheduler.now());
    if (!marked) {
        emit storageFailed(marked.error());
        return;
    }
    if (!*marked) { // undone in this very moment
        m_again.start(0ms);
        return;
    }
    const bool isNewKey = row.attempts > 0 && bugPlanted("new-key-on-retry");
    m_call = std::make_unique<SendCancellation>(
        m_transport, isNewKey ? OperationId(newUuid7()) : row.operation, row.order, row.body, nullptr);
    connect(m_call.get(), &SendCancellation::finished, this,
            [this, row](const NetResult<CancellationId> &outcome) { onFinished(row, outcome); });
    emit changed();
    m_call->start();
}

void OutboxSender::onFinished(const OutboxRow &row, const NetResult<CancellationId> &outcome)
{
    m_call.release()->deleteLater();
    StorageResult<bool> stored = true;
    if (outcome) {
        stored = m_outbox.markSent(row.operation, outcome->toString(), m_scheduler.now());
    } else if (bugPlanted("refusal-taken-for-yes") && outcome.error().status == 409) {
        stored = m_outbox.markSent(row.operation, {}, m_scheduler.now());
    } else if (!outcome.error().isOutcomeUnknown()) {
        stored = m_outbox.markRefused(row.operation, sentenceFor(outcome.error(), m_transport.store().host()),
                                      m_scheduler.now());
    } else {
        const NetFailure &failure = outcome.error();
        qCInfo(lcSender) << "operation" << row.operation.toString() << "is kept, outcome unknown, status"
                         << failure.status;
        if (failure.kind == NetFailure::Kind::Busy) {
            // Not before the store said, and not at the very moment at which everybody else comes back.
            m_again.start(failure.retryAfter.value_or(0ms) + m_backoff.next(m_scheduler));
            return;
        }
        emit failed(failure);
        return;
    }
    if (!stored) {
        emit storageFailed(stored.error());
        return;
    }
    m_backoff.reset();
    emit progressed();
    emit changed();
    sendNext();
}

} // namespace mc
