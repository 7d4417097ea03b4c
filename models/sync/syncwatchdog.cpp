// SPDX-License-Identifier: Apache-2.0
// What keeps the engine from standing still unnoticed: the part of SyncEngine that looks after itself.
#include "sync/syncengine.h"
#include "sync/syncsession.h"
#include "sync/syncwords.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcWatchdog, "mc.sync.watchdog", QtWarningMsg)

} // namespace

void SyncEngine::onProgress()
{
    m_ticksWithoutProgress = 0;
}

void SyncEngine::onCaughtUp()
{
    setLink(SyncStatus::Link::Online);
    wakeSender(); // what was queued while this was not online
    onIdle();
}

// The back-off starts from the beginning only when all is well: a store that answers "who are you" but fails
// at everything else must not be asked every second.
void SyncEngine::onIdle()
{
    const bool isDone = !m_session->sender || !m_session->sender->isBusy();
    if (m_status.link == SyncStatus::Link::Online && isDone)
        m_backoff.reset();
}

/// Every request has a limit of its own; this notices when that limit does not hold either.
bool SyncEngine::isWaitingForAnswer() const
{
    return m_session->fetchStore != nullptr || m_session->feed->isUnderWay()
        || (m_session->sender && m_session->sender->isSending());
}

/// There is something to do, nothing under way, and nothing that will wake it.
bool SyncEngine::isAsleepOverWork() const
{
    if (m_session->fetchStore || m_retry.isSet())
        return false;
    const OutboxSender *sender = m_session->sender.get();
    return !isConnected() || m_session->feed->isAsleep()
        || (sender != nullptr && !sender->isBusy() && sender->hasWork());
}

void SyncEngine::onTick()
{
    m_tick.start(m_timing.tick);
    if (!m_afterFinish && tryOutboxAgain())
        return;
    const bool isStopped = m_status.link == SyncStatus::Link::SignedOut || m_isGivenUp;
    if (!m_session || m_afterFinish || isStopped)
        return;
    checkStream();
    const bool isWaiting = isWaitingForAnswer();
    if (!isWaiting && !isAsleepOverWork()) {
        m_ticksWithoutProgress = 0;
        return;
    }
    ++m_ticksWithoutProgress;
    if (m_ticksWithoutProgress * m_timing.tick >= m_timing.stalledAfter)
        startAgain(isWaiting ? "a request has no answer"_L1 : "there is work that nobody does"_L1);
}

void SyncEngine::checkStream()
{
    if (!isConnected() || !m_session->feed->hasStream()) {
        m_ticksOfSilence = 0;
        return;
    }
    ++m_ticksOfSilence;
    if (m_ticksOfSilence * m_timing.tick < m_timing.net.streamIdle + 2 * m_timing.tick)
        return;
    qCWarning(lcWatchdog) << "the event stream is dead; opening another one";
    setLink(SyncStatus::Link::Stalled, stalledSentence());
    m_session->feed->renewStream();
}

void SyncEngine::startAgain(QLatin1StringView why)
{
    qCWarning(lcWatchdog) << "no progress:" << why << "; starting again";
    m_ticksWithoutProgress = 0;
    setLink(SyncStatus::Link::Stalled, stalledSentence());
    m_session->feed->stop();
    if (m_session->sender)
        m_session->sender->pause();
    if (m_session->fetchStore) {
        m_session->fetchStore->disconnect(this);
        m_session->fetchStore.release()->deleteLater();
    }
    m_retry.start(m_backoff.next(m_scheduler));
}

} // namespace mc
