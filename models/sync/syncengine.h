// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/storeinfo.h"
#include "net/storecalls.h"
#include "storage/ordercache.h"
#include "storage/outbox.h"
#include "sync/feedsync.h"
#include "sync/outboxsender.h"
#include "sync/scheduler.h"
#include "sync/scrubber.h"
#include "sync/syncstatus.h"

#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace mc {

/// One store, one staff member, one folder.
struct SyncProfile {
    QString id;
    QUrl url;
    QString email;
    QByteArray token; ///< Empty: offline until somebody signs in again.
    StoreInfo store; ///< As last known; valid once somebody has signed in.
    QString folder;
};

struct SyncTiming {
    FeedTiming feed;
    NetTimeouts net;
    ScrubTiming scrub;
    std::chrono::milliseconds retryFirst{1'000};
    std::chrono::milliseconds retryLongest{
        130'000}; ///< Half of it is over a minute: at most one request in one.
    std::chrono::milliseconds tick{5'000};
    std::chrono::milliseconds stalledAfter{60'000};
    std::chrono::milliseconds finishWithin{3'000}; ///< What ending the program may take.
};

struct CancelRequest {
    QList<OrderId> orders;
    QString reasonCode;
    QString comments;
    QByteArray body; ///< Schema CancellationRequest.
    std::chrono::milliseconds undoFor{0};
};
struct QueuedRequest {
    QList<OperationId> operations;
    QStringList numbers;
    std::chrono::milliseconds undoFor{0};
    bool isOffline = false;
};

/// What changed on this computer: rows of the cache, rows of the outbox, or both.
struct SyncUpdate {
    CacheDelta delta;
    QList<OutboxRow> pending; ///< All of them, as of now.
};

/**
 * Keeps one profile's cache and outbox the same as the store: signs in, connects, follows the feed, sends
 * what is queued, and starts itself again when it stalls.
 *
 * Lives in the sync thread; it alone writes cache and outbox. Answers by signals. Scheduler and network are
 * not owned and outlive it.
 */
class SyncEngine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncEngine)
public:
    SyncEngine(QNetworkAccessManager &network, Scheduler &scheduler, SyncTiming timing,
               QObject *parent = nullptr);
    ~SyncEngine() override;

    /// BCP 47: what the store words for people is asked for in it, from now on and again for what is open.
    void setLanguage(const QString &language);
    /// signedIn() or signInFailed(). What is open stays as it is.
    void signIn(const QUrl &url, const QString &email, const QString &password);
    /// opened() or storageFailed(), then everything else by itself. Held rows of an earlier run go out.
    void open(const SyncProfile &profile);
    /// Sends what is queued for a moment at most, then forgets the profile: closed().
    void close();
    /// As close(), then ends the session and removes cache and (when nothing waits in it) outbox:
    /// signedOut().
    void signOut();
    void syncNow();

    void cancelOrders(const CancelRequest &request); ///< queued() or commandFailed().
    void undo(const QList<OperationId> &operations); ///< undone().
    void holdUndo(const QList<OperationId> &operations, bool isHeld);
    void closeRefused(const OperationId &operation);
    void decide(const StaffDecision &decision); ///< commandFailed() when it failed.

    [[nodiscard]] const SyncStatus &status() const { return m_status; }

signals:
    void signedIn(const mc::SyncProfile &profile);
    void signInFailed(const QString &sentence);
    void opened(const QString &cacheFile);
    void updated(const mc::SyncUpdate &update);
    void storeChanged(const mc::StoreInfo &store);
    void statusChanged(const mc::SyncStatus &status);
    void queued(const mc::QueuedRequest &request);
    void undone(const QList<mc::OperationId> &operations, bool wasTooLate);
    void commandFailed(const QString &sentence);
    void tokenRefused(const QString &profile);
    void closed();
    void signedOut();

private:
    struct Session;
    [[nodiscard]] bool openFiles(const SyncProfile &profile);
    void connectParts();
    void connectNow();
    void onStore(const NetResult<StoreInfo> &outcome);
    void takeStore(const StoreInfo &store);
    void onCallFailed(const NetFailure &failure);
    enum class File : quint8 { Cache, Outbox };
    void onStorageFailed(File file, const StorageError &error);
    void reopen(File damaged);
    void onApplied(const CacheDelta &delta);
    void onSnapshotEnded();
    void onTick();
    void onProgress();
    void onCaughtUp();
    void onIdle();
    void checkStream();
    void startAgain(QLatin1StringView why);
    bool tryOutboxAgain();
    void confirm(const QSet<OperationId> &operations);
    void confirmKnown();
    void releaseDue();
    void goOffline(const NetFailure &failure);
    void wakeSender();
    void finish(std::function<void()> then);
    void afterFinish();
    void wipe();
    void dropSession();
    void publish(const CacheDelta &delta = {});
    void setLink(SyncStatus::Link link, const QString &problem = {});
    void refreshStatus();
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] bool isWaitingForAnswer() const;
    [[nodiscard]] bool isAsleepOverWork() const;
    [[nodiscard]] QString host() const;

    QNetworkAccessManager &m_network;
    Scheduler &m_scheduler;
    SyncTiming m_timing;
    QString m_language;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<FetchStore> m_signInStore;
    std::unique_ptr<Transport> m_signInTransport;
    std::function<void()> m_afterFinish;
    SyncStatus m_status;
    SyncStatus m_shownStatus;
    // Counted in ticks, because a computer's clock may be set.
    int m_ticksWithoutProgress = 0;
    int m_ticksOfSilence = 0;
    bool m_isGivenUp = false; ///< Only a person can help; it is not tried again.
    Backoff m_backoff;
    Alarm m_retry;
    Alarm m_release;
    Alarm m_tick;
    Alarm m_finishLimit;
};

} // namespace mc
