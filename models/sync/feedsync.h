// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/changesstream.h"
#include "net/fetchsnapshot.h"
#include "net/storecalls.h"
#include "storage/ordercache.h"
#include "sync/scheduler.h"

#include <QObject>

#include <memory>

namespace mc {

struct FeedTiming {
    std::chrono::milliseconds poll{
        20'000}; ///< Without the event stream; half a minute was the longest wait of all ("simulate").
    std::chrono::milliseconds pollWithStream{120'000}; ///< A safety net: the stream is only a hint.
    std::chrono::milliseconds streamRetryFirst{1'000};
    std::chrono::milliseconds streamRetryLongest{60'000};
};

/**
 * Keeps the cache the same as the store: the snapshot where it is not complete, and the changes since.
 *
 * Changes are fetched while the snapshot still comes in, so that news do not wait for a long history. Lives
 * in the sync thread; cache, transport and scheduler are not owned and outlive it.
 */
class FeedSync final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FeedSync)
public:
    FeedSync(OrderCache &cache, const Transport &transport, Scheduler &scheduler, FeedTiming timing,
             QObject *parent);

    void start(const QString &epoch); ///< The store can be reached.
    void stop(); ///< Drops everything under way.
    void pull(); ///< Something may have changed.
    void resync(); ///< The next start() takes a fresh snapshot. Shown rows stay until it is complete.
    [[nodiscard]] bool isUnderWay() const { return m_snapshot != nullptr || m_changes != nullptr; }
    /// Nothing will ever happen again by itself. Not while the store can be reached, unless by a mistake.
    [[nodiscard]] bool isAsleep() const;
    [[nodiscard]] bool hasStream() const { return m_stream != nullptr; }
    void renewStream(); ///< The stream is silent although the store promised signs of life.

signals:
    void applied(const mc::CacheDelta &delta);
    void progressed(); ///< The store has answered as it should.
    void streamHeard(); ///< The stream was begun, or said something.
    void caughtUp(); ///< All that the store has is here.
    void snapshotEnded();
    void failed(const mc::NetFailure &failure); ///< Everything is stopped.
    void storageFailed(const mc::StorageError &error); ///< Everything is stopped.

private:
    void startSnapshot();
    void onSnapshotBegan(const QByteArray &cursor, int total);
    void onSnapshotBatch(const QList<ReceivedOrder> &orders, const QByteArray &resume);
    void onSnapshotFinished(const NetResult<bool> &outcome);
    void forgetErased();
    void openStream();
    void onStreamClosed();
    [[nodiscard]] std::chrono::milliseconds pollDelay() const;
    void onChanges(const NetResult<ChangesPage> &outcome);
    void take(const StorageResult<CacheDelta> &result);
    void fail(const NetFailure &failure);

    OrderCache &m_cache;
    const Transport &m_transport;
    Scheduler &m_scheduler;
    FeedTiming m_timing;
    QString m_epoch;
    std::unique_ptr<FetchSnapshot> m_snapshot;
    std::unique_ptr<FetchChanges> m_changes;
    std::unique_ptr<ChangesStream> m_stream;
    Alarm m_poll;
    Alarm m_reopen;
    Backoff m_streamBackoff;
    QDateTime m_streamOpenedAt;
    bool m_isRunning = false;
    bool m_isFresh = false; ///< The next snapshot begins a new generation.
    bool m_pullAgain = false;
    bool m_isStreamOpen = false;
};

} // namespace mc
