// SPDX-License-Identifier: Apache-2.0
// What people ask of the engine: the part of SyncEngine that queues, undoes, decides and ends.
#include "domain/orderrules.h"
#include "domain/plantedbug.h"
#include "storage/cachefile.h"
#include "sync/syncengine.h"
#include "sync/syncsession.h"
#include "sync/syncwords.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc {
namespace {

constexpr std::chrono::milliseconds ReleaseAgain{1'000}; ///< A row that the disk did not let go out.

} // namespace

void SyncEngine::setLanguage(const QString &language)
{
    if (std::exchange(m_language, language) == language || !m_session)
        return;
    m_session->transport->setLanguage(language);
    if (!isConnected())
        return; // the next connection asks anyway
    m_session->wordsOfStore = std::make_unique<FetchStore>(*m_session->transport, nullptr);
    connect(m_session->wordsOfStore.get(), &FetchStore::finished, this,
            [this](const NetResult<StoreInfo> &outcome) {
                m_session->wordsOfStore.release()->deleteLater();
                if (outcome && outcome->id == m_session->profile.store.id)
                    takeStore(*outcome);
            });
    m_session->wordsOfStore->start();
}

void SyncEngine::cancelOrders(const CancelRequest &request)
{
    if (!m_session || !m_session->outbox) {
        emit commandFailed(m_session ? storageSentence(m_session->outboxProblem) : cannotQueueSentence());
        return;
    }
    const QDateTime now = m_scheduler.now();
    const auto pending = m_session->outbox->pending();
    if (!pending) { // without it the same order might be queued twice
        emit commandFailed(storageSentence(pending.error()));
        return;
    }
    QSet<OrderId> underWay;
    for (const OutboxRow &row : *pending) {
        if (row.state != OperationState::Refused)
            underWay.insert(row.order);
    }
    QList<OutboxRow> rows;
    QueuedRequest queuedRequest{{}, {}, request.undoFor, !isConnected()};
    for (const OrderId &id : request.orders) {
        const auto order = m_session->cache->order(id);
        if (!order || !canCancel(*order) || underWay.contains(id))
            continue;
        underWay.insert(id);
        const OperationId operation(newUuid7());
        rows.append({operation,
                     m_session->profile.store.id,
                     m_session->profile.store.staffId,
                     id,
                     order->number,
                     OperationState::Held,
                     request.reasonCode,
                     request.comments,
                     request.body,
                     now,
                     now.addMSecs(request.undoFor.count()),
                     0,
                     {}});
        queuedRequest.operations.append(operation);
        queuedRequest.numbers.append(order->number);
    }
    if (rows.isEmpty()) {
        emit commandFailed(nothingToCancelSentence(static_cast<int>(request.orders.size())));
        return;
    }
    if (const auto added = m_session->outbox->add(rows); !added) {
        emit commandFailed(storageSentence(added.error()));
        return;
    }
    publish();
    emit queued(queuedRequest);
    releaseDue();
}

void SyncEngine::releaseDue()
{
    if (!m_session || !m_session->outbox)
        return;
    const auto pending = m_session->outbox->pending();
    if (!pending) {
        m_release.start(ReleaseAgain);
        return;
    }
    const QDateTime now = m_scheduler.now();
    bool isReleased = false;
    std::optional<qint64> nextIn;
    for (const OutboxRow &row : *pending) {
        if (row.state != OperationState::Held || m_session->holding.contains(row.operation))
            continue;
        const qint64 left = now.msecsTo(row.heldUntilUtc);
        const auto released =
            left > 0 ? StorageResult<bool>(false) : m_session->outbox->release(row.operation, now);
        isReleased = isReleased || released.value_or(false);
        const qint64 wait = released ? left : ReleaseAgain.count();
        if (wait > 0)
            nextIn = std::min(nextIn.value_or(wait), wait);
    }
    if (nextIn)
        m_release.start(std::chrono::milliseconds(*nextIn));
    if (!isReleased)
        return;
    publish();
    wakeSender();
}

void SyncEngine::undo(const QList<OperationId> &operations)
{
    if (!m_session || !m_session->outbox)
        return;
    QList<OperationId> taken;
    for (const OperationId &operation : operations) {
        m_session->holding.remove(operation);
        if (bugPlanted("undo-only-in-memory"))
            m_session->holding.insert(operation);
        if (bugPlanted("undo-only-in-memory")
            || m_session->outbox->undo(operation, m_scheduler.now()).value_or(false))
            taken.append(operation);
    }
    publish();
    emit undone(taken, taken.size() < operations.size());
}

void SyncEngine::holdUndo(const QList<OperationId> &operations, bool isHeld)
{
    if (!m_session)
        return;
    for (const OperationId &operation : operations) {
        if (isHeld)
            m_session->holding.insert(operation);
        else
            m_session->holding.remove(operation);
    }
    if (!isHeld)
        releaseDue();
}

void SyncEngine::closeRefused(const OperationId &operation)
{
    if (!m_session || !m_session->outbox)
        return;
    (void)m_session->outbox->close(operation, m_scheduler.now());
    publish();
}

void SyncEngine::decide(const StaffDecision &decision)
{
    if (!m_session || !m_session->transport->hasToken()) {
        emit commandFailed(signInAgainSentence());
        return;
    }
    auto *call = new DecideCancellation(*m_session->transport, decision, nullptr);
    m_session->decisions.append(call);
    connect(call, &DecideCancellation::finished, this, [this, call](const NetResult<bool> &outcome) {
        m_session->decisions.removeOne(call);
        call->deleteLater();
        if (!outcome)
            emit commandFailed(decisionSentence(outcome.error(), host()));
        m_session->feed->pull(); // both outcomes may have changed the order
    });
    call->start();
}

void SyncEngine::finish(std::function<void()> then)
{
    m_afterFinish = std::move(then);
    if (!m_session) {
        m_finishLimit.start(0ms);
        return;
    }
    m_session->holding.clear();
    if (m_session->outbox)
        (void)m_session->outbox->releaseAll(m_scheduler.now());
    const bool canSend = isConnected() && m_session->sender;
    m_finishLimit.start(canSend ? m_timing.finishWithin : 0ms);
    wakeSender(); // emptied() or failed() end the wait early
}

void SyncEngine::afterFinish()
{
    const auto then = std::exchange(m_afterFinish, nullptr);
    if (then)
        then();
}

void SyncEngine::close()
{
    finish([this] {
        dropSession();
        m_status = {};
        refreshStatus();
        emit closed();
    });
}

void SyncEngine::signOut()
{
    finish([this] {
        if (!m_session || !m_session->transport->hasToken()) {
            wipe();
            return;
        }
        m_session->feed->stop();
        if (m_session->sender)
            m_session->sender->pause();
        m_session->signOut = std::make_unique<SignOut>(*m_session->transport, nullptr);
        // The session ends on this computer whatever the store says.
        connect(
            m_session->signOut.get(), &SignOut::finished, this, [this] { wipe(); }, Qt::QueuedConnection);
        m_session->signOut->start();
        m_afterFinish = [this] { wipe(); };
        m_finishLimit.start(m_timing.finishWithin);
    });
}

void SyncEngine::wipe()
{
    m_afterFinish = nullptr;
    m_finishLimit.stop();
    if (m_session) {
        const QString cache = m_session->cache->file();
        const QString outbox = fileFor(m_session->profile, u"outbox"_s);
        // What the store does not have yet is kept: it is sent when the same person signs in again.
        const bool isOutboxEmpty = m_session->outbox && m_session->outbox->waiting().value_or(1) == 0;
        dropSession();
        removeDatabase(cache);
        if (isOutboxEmpty)
            removeDatabase(outbox);
    }
    m_status = {};
    refreshStatus();
    emit signedOut();
}

} // namespace mc
