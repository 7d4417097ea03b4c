// SPDX-License-Identifier: Apache-2.0
#include "sync/feedsync.h"

#include "domain/plantedbug.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcFeed, "mc.sync.feed", QtWarningMsg)

namespace mc {
namespace {

QList<WireOrder> wireOf(const QList<ReceivedOrder> &received)
{
    QList<WireOrder> wire;
    wire.reserve(received.size());
    for (const ReceivedOrder &one : received)
        wire.append({one.order, one.document});
    return wire;
}

// A call is never destroyed inside its own signal.
template <typename Call>
void retire(std::unique_ptr<Call> &call)
{
    if (!call)
        return;
    call->disconnect();
    call.release()->deleteLater();
}

} // namespace

FeedSync::FeedSync(OrderCache &cache, const Transport &transport, Scheduler &scheduler, FeedTiming timing,
                   QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_timing(timing)
    , m_poll(scheduler, [this] { pull(); })
    , m_reopen(scheduler, [this] { openStream(); })
    , m_streamBackoff(timing.streamRetryFirst, timing.streamRetryLongest)
{
}

void FeedSync::start(const QString &epoch)
{
    stop();
    m_isRunning = true;
    m_epoch = epoch;
    const CacheState &state = m_cache.state();
    if (!state.epoch.isEmpty() && state.epoch != epoch && !bugPlanted("cursor-kept-after-restore"))
        m_isFresh = true;
    if (m_isFresh || !state.isSnapshotComplete)
        startSnapshot();
    else
        pull();
    openStream();
}

void FeedSync::stop()
{
    m_isRunning = false;
    m_isStreamOpen = false;
    m_pullAgain = false;
    m_poll.stop();
    m_reopen.stop();
    retire(m_snapshot);
    retire(m_changes);
    retire(m_stream);
}

void FeedSync::resync()
{
    m_isFresh = true;
}

void FeedSync::startSnapshot()
{
    const CacheState &state = m_cache.state();
    // Without a resume point nothing was kept of the snapshot that broke off.
    m_isFresh = m_isFresh || state.resume.isEmpty();
    m_snapshot =
        std::make_unique<FetchSnapshot>(m_transport, m_isFresh ? QByteArray() : state.resume, nullptr);
    connect(m_snapshot.get(), &FetchSnapshot::began, this, &FeedSync::onSnapshotBegan);
    connect(m_snapshot.get(), &FetchSnapshot::batchRead, this, &FeedSync::onSnapshotBatch);
    connect(m_snapshot.get(), &FetchSnapshot::finished, this, &FeedSync::onSnapshotFinished);
    m_snapshot->start();
}

void FeedSync::onSnapshotBegan(const QByteArray &cursor, int total)
{
    if (m_isFresh) {
        const auto begun = m_cache.beginSnapshot(cursor, total, m_epoch);
        if (!begun) {
            stop();
            emit storageFailed(begun.error());
            return;
        }
        m_isFresh = false;
    }
    emit progressed();
    pull();
}

void FeedSync::onSnapshotBatch(const QList<ReceivedOrder> &orders, const QByteArray &resume)
{
    take(m_cache.addSnapshot(wireOf(orders), resume));
}

void FeedSync::onSnapshotFinished(const NetResult<bool> &outcome)
{
    retire(m_snapshot);
    if (!outcome) {
        // A resume point is good for nothing when the store was restored meanwhile, or no longer keeps the
        // changes since the snapshot began.
        const NetFailure::Kind kind = outcome.error().kind;
        if (kind == NetFailure::Kind::Refused || kind == NetFailure::Kind::Gone)
            m_isFresh = true;
        fail(outcome.error());
        return;
    }
    take(m_cache.endSnapshot());
    if (!m_isRunning)
        return;
    emit snapshotEnded();
    pull();
}

void FeedSync::pull()
{
    if (!m_isRunning || m_isFresh || m_cache.state().cursor.isEmpty())
        return;
    if (m_changes) {
        m_pullAgain = !bugPlanted("news-during-a-pull-forgotten");
        return;
    }
    m_poll.stop();
    m_changes = std::make_unique<FetchChanges>(m_transport, m_cache.state().cursor, nullptr);
    connect(m_changes.get(), &FetchChanges::finished, this, &FeedSync::onChanges);
    m_changes->start();
}

void FeedSync::onChanges(const NetResult<ChangesPage> &outcome)
{
    retire(m_changes);
    if (!outcome) {
        if (outcome.error().kind == NetFailure::Kind::Gone && !bugPlanted("cursor-kept-after-restore"))
            m_isFresh = true;
        fail(outcome.error());
        return;
    }
    if (bugPlanted("cursor-before-page"))
        (void)m_cache.applyChanges({}, {}, outcome->cursor);
    take(m_cache.applyChanges(wireOf(outcome->orders), outcome->removed, outcome->cursor));
    if (!m_isRunning)
        return;
    const bool isMore = outcome->hasMore || m_pullAgain;
    m_pullAgain = false;
    if (isMore) {
        pull();
        return;
    }
    m_poll.start(pollDelay());
    if (!m_snapshot) {
        m_cache.noteSuccess(m_scheduler.now());
        emit caughtUp();
        forgetErased();
    }
}

// After the screen has the news; what fails is due again when the console has caught up the next time.
void FeedSync::forgetErased()
{
    if (!m_isRunning || !m_cache.state().isRewriteDue)
        return;
    if (const auto done = m_cache.rewriteAfterErasure(); !done)
        qCWarning(lcFeed) << "erased data may still be in the cache's file:" << done.error().detail;
}

void FeedSync::openStream()
{
    if (!m_isRunning)
        return;
    m_stream = std::make_unique<ChangesStream>(m_transport, nullptr);
    emit streamHeard();
    connect(m_stream.get(), &ChangesStream::heard, this, &FeedSync::streamHeard);
    connect(m_stream.get(), &ChangesStream::opened, this, [this] {
        m_isStreamOpen = true;
        m_streamOpenedAt = m_scheduler.now();
        if (!bugPlanted("nothing-fetched-on-reconnect"))
            pull(); // what changed before it was open
    });
    connect(m_stream.get(), &ChangesStream::changed, this, &FeedSync::pull);
    connect(m_stream.get(), &ChangesStream::closed, this, &FeedSync::onStreamClosed);
    m_stream->start();
}

void FeedSync::onStreamClosed()
{
    retire(m_stream);
    if (!m_isRunning)
        return;
    if (m_isStreamOpen)
        pull(); // tells at once whether the store itself has gone
    // Some proxies cut every stream at once: only one that has lasted shows that the way is free.
    if (m_isStreamOpen && m_streamOpenedAt.msecsTo(m_scheduler.now()) >= m_timing.streamRetryLongest.count())
        m_streamBackoff.reset();
    m_isStreamOpen = false;
    m_reopen.start(m_streamBackoff.next(m_scheduler));
    if (!m_changes)
        m_poll.start(pollDelay());
}

std::chrono::milliseconds FeedSync::pollDelay() const
{
    const bool isStreamTrusted = m_isStreamOpen || bugPlanted("nothing-fetched-on-reconnect");
    return isStreamTrusted ? m_timing.pollWithStream : m_timing.poll;
}

bool FeedSync::isAsleep() const
{
    const bool isFeedAsleep = !isUnderWay() && !m_poll.isSet();
    const bool isStreamAsleep = !m_stream && !m_reopen.isSet();
    return !m_isRunning || isFeedAsleep || isStreamAsleep;
}

void FeedSync::renewStream()
{
    if (!m_stream)
        return;
    retire(m_stream);
    m_isStreamOpen = false;
    openStream();
    pull(); // what the dead stream has not told
}

void FeedSync::take(const StorageResult<CacheDelta> &result)
{
    if (!m_isRunning)
        return;
    if (!result) {
        stop();
        emit storageFailed(result.error());
        return;
    }
    emit progressed();
    if (!result->isEmpty() || !result->operations.isEmpty())
        emit applied(*result);
}

void FeedSync::fail(const NetFailure &failure)
{
    stop();
    emit failed(failure);
}

} // namespace mc
