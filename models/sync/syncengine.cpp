// SPDX-License-Identifier: Apache-2.0
#include "sync/syncengine.h"

#include "domain/plantedbug.h"
#include "storage/cachefile.h"
#include "sync/syncsession.h"
#include "sync/syncwords.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcSync, "mc.sync.engine", QtWarningMsg)
constexpr qint64 KeptDays = 30;
// The wait grows with the outage, to about a third of it: soon back after a short one, no burden in a long.
constexpr double RetryGrowth = 1.3;

} // namespace

SyncEngine::SyncEngine(QNetworkAccessManager &network, Scheduler &scheduler, SyncTiming timing,
                       QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_scheduler(scheduler)
    , m_timing(timing)
    , m_backoff(timing.retryFirst, timing.retryLongest, RetryGrowth)
    , m_retry(scheduler, [this] { connectNow(); })
    , m_release(scheduler, [this] { releaseDue(); })
    , m_tick(scheduler, [this] { onTick(); })
    , m_finishLimit(scheduler, [this] { afterFinish(); })
{
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::signIn(const QUrl &url, const QString &email, const QString &password)
{
    m_signIn.reset();
    m_signInStore.reset();
    m_signInTransport = std::make_unique<Transport>(m_network, url, m_timing.net);
    m_signInTransport->setLanguage(m_language);
    m_signIn =
        std::make_unique<SignIn>(*m_signInTransport, email, password, QSysInfo::machineHostName(), nullptr);
    connect(m_signIn.get(), &SignIn::finished, this,
            [this, url, email](const NetResult<SignedSession> &outcome) {
                m_signIn.release()->deleteLater();
                if (!outcome) {
                    emit signInFailed(signInSentence(outcome.error(), url.host()));
                    return;
                }
                m_signInTransport->setToken(outcome->token);
                m_signInStore = std::make_unique<FetchStore>(*m_signInTransport, nullptr);
                connect(m_signInStore.get(), &FetchStore::finished, this,
                        [this, url, email, token = outcome->token](const NetResult<StoreInfo> &store) {
                            m_signInStore.release()->deleteLater();
                            if (store)
                                emit signedIn({{}, url, email, token, *store, {}});
                            else
                                emit signInFailed(sentenceFor(store.error(), url.host()));
                        });
                m_signInStore->start();
            });
    m_signIn->start();
}

bool SyncEngine::openFiles(const SyncProfile &profile)
{
    auto session = std::make_unique<Session>();
    session->profile = profile;
    auto cache = OrderCache::open(fileFor(profile, u"orders"_s));
    if (!cache) {
        onStorageFailed(File::Cache, cache.error());
        return false;
    }
    session->cache = std::move(*cache);
    auto outbox = Outbox::open(fileFor(profile, u"outbox"_s));
    if (outbox) {
        session->outbox = std::move(*outbox);
    } else {
        session->outboxProblem = outbox.error();
        qCWarning(lcSync) << "the outbox cannot be used:" << outbox.error().detail;
    }
    session->transport = std::make_unique<Transport>(m_network, profile.url, m_timing.net);
    session->transport->setToken(profile.token);
    session->transport->setLanguage(m_language);
    session->feed =
        std::make_unique<FeedSync>(*session->cache, *session->transport, m_scheduler, m_timing.feed, nullptr);
    if (session->outbox) {
        session->sender = std::make_unique<OutboxSender>(*session->outbox, *session->transport, m_scheduler,
                                                         profile.store.id, profile.store.staffId, nullptr);
    }
    session->scrubber = std::make_unique<Scrubber>(*session->cache, *session->transport, m_scheduler,
                                                   m_timing.scrub, nullptr);
    m_session = std::move(session);
    return true;
}

void SyncEngine::open(const SyncProfile &profile)
{
    dropSession();
    if (!openFiles(profile))
        return;
    connectParts();
    if (Outbox *outbox = m_session->outbox.get()) {
        // Whatever an earlier run still held is sent now: nobody can undo it any more.
        (void)outbox->releaseAll(m_scheduler.now());
        (void)outbox->forgetBefore(m_scheduler.now().addDays(-KeptDays));
    }
    confirmKnown();
    emit opened(m_session->cache->file());
    publish();
    m_status = {};
    m_status.lastSuccessUtc = m_session->cache->state().lastSuccessUtc;
    m_tick.start(m_timing.tick);
    connectNow();
}

void SyncEngine::connectParts()
{
    FeedSync *feed = m_session->feed.get();
    connect(feed, &FeedSync::progressed, this, &SyncEngine::onProgress);
    connect(feed, &FeedSync::streamHeard, this, [this] { m_ticksOfSilence = 0; });
    connect(feed, &FeedSync::applied, this, &SyncEngine::onApplied);
    connect(feed, &FeedSync::snapshotEnded, this, &SyncEngine::onSnapshotEnded);
    connect(feed, &FeedSync::failed, this, &SyncEngine::onCallFailed);
    const auto onCacheFailed = [this](const StorageError &error) { onStorageFailed(File::Cache, error); };
    connect(feed, &FeedSync::storageFailed, this, onCacheFailed);
    connect(feed, &FeedSync::caughtUp, this, &SyncEngine::onCaughtUp);
    connect(feed, &FeedSync::caughtUp, m_session->scrubber.get(), &Scrubber::start);
    connect(m_session->scrubber.get(), &Scrubber::damaged, this, onCacheFailed);
    connect(m_session->scrubber.get(), &Scrubber::differed, this, [this] {
        m_session->feed->stop();
        m_session->feed->resync();
        m_retry.start(0ms);
    });
    OutboxSender *sender = m_session->sender.get();
    if (sender == nullptr)
        return;
    connect(sender, &OutboxSender::changed, this, [this] { publish(); });
    connect(sender, &OutboxSender::progressed, this, [this] {
        onProgress();
        m_session->feed->pull();
    });
    connect(sender, &OutboxSender::failed, this, &SyncEngine::onCallFailed);
    connect(sender, &OutboxSender::storageFailed, this,
            [this](const StorageError &error) { onStorageFailed(File::Outbox, error); });
    connect(sender, &OutboxSender::emptied, this, [this] {
        onIdle();
        if (m_afterFinish)
            m_finishLimit.start(0ms);
    });
}

void SyncEngine::connectNow()
{
    if (!m_session || m_session->fetchStore || m_afterFinish)
        return;
    if (!m_session->transport->hasToken()) {
        setLink(SyncStatus::Link::SignedOut, signInAgainSentence());
        return;
    }
    m_retry.stop();
    m_isGivenUp = false;
    onProgress();
    if (m_status.link != SyncStatus::Link::Stalled && m_status.link != SyncStatus::Link::Offline)
        setLink(SyncStatus::Link::Connecting);
    m_session->fetchStore = std::make_unique<FetchStore>(*m_session->transport, nullptr);
    connect(m_session->fetchStore.get(), &FetchStore::finished, this, &SyncEngine::onStore);
    m_session->fetchStore->start();
}

void SyncEngine::onStore(const NetResult<StoreInfo> &outcome)
{
    m_session->fetchStore.release()->deleteLater();
    if (!outcome) {
        onCallFailed(outcome.error());
        return;
    }
    if (outcome->id != m_session->profile.store.id) {
        // Another store lives at this address now; mixing two stores' orders would be worse than stopping.
        setLink(SyncStatus::Link::SignedOut, otherStoreSentence(host()));
        return;
    }
    onProgress();
    takeStore(*outcome);
    setLink(SyncStatus::Link::Syncing);
    m_session->feed->start(outcome->epoch);
    wakeSender();
}

void SyncEngine::takeStore(const StoreInfo &store)
{
    if (store == m_session->profile.store)
        return;
    m_session->profile.store = store;
    emit storeChanged(store);
}

void SyncEngine::onCallFailed(const NetFailure &failure)
{
    if (!m_session)
        return;
    m_session->feed->stop();
    m_session->scrubber->stop();
    if (m_session->sender)
        m_session->sender->pause();
    if (failure.kind == NetFailure::Kind::Unauthorized) {
        m_session->transport->setToken({});
        emit tokenRefused(m_session->profile.id);
        setLink(SyncStatus::Link::SignedOut, sentenceFor(failure, host()));
    } else if (failure.kind == NetFailure::Kind::Gone) {
        setLink(SyncStatus::Link::Syncing, sentenceFor(failure, host()));
        m_retry.start(m_backoff.next(m_scheduler));
    } else {
        goOffline(failure);
    }
    if (m_afterFinish)
        m_finishLimit.start(0ms); // it cannot be sent now; the next start tries again
}

void SyncEngine::goOffline(const NetFailure &failure)
{
    setLink(SyncStatus::Link::Offline, sentenceFor(failure, host()));
    // Nothing gets more secure by itself: somebody has to look at the address.
    m_isGivenUp = failure.kind == NetFailure::Kind::Insecure && !Transport::isAllowed(m_session->profile.url);
    if (m_isGivenUp)
        return;
    // Not before the store said, and not at the very moment at which everybody else comes back.
    if (!bugPlanted("never-tried-again"))
        m_retry.start(failure.retryAfter.value_or(0ms) + m_backoff.next(m_scheduler));
}

void SyncEngine::onStorageFailed(File file, const StorageError &error)
{
    qCWarning(lcSync) << "storage failed:" << static_cast<int>(error.kind) << error.detail;
    if (!m_session) {
        setLink(SyncStatus::Link::Offline, storageSentence(error));
        return;
    }
    m_session->feed->stop();
    if (error.kind != StorageError::Kind::Damaged) {
        setLink(SyncStatus::Link::Offline, storageSentence(error));
        m_retry.start(m_backoff.next(m_scheduler));
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, file] { reopen(file); }, Qt::QueuedConnection);
}

void SyncEngine::reopen(File damaged)
{
    if (!m_session)
        return;
    const SyncProfile profile = m_session->profile;
    const QString cache = m_session->cache->file();
    dropSession();
    // The cache can be fetched again, and a damaged one that was kept would outlive the erasure of a
    // customer. An outbox repairs itself when it is opened, and leaves the cache as it is: offline, the
    // orders could not be fetched.
    if (damaged == File::Cache)
        removeDatabase(cache);
    open(profile);
}

void SyncEngine::onApplied(const CacheDelta &delta)
{
    confirm(delta.operations);
    publish(delta);
}

void SyncEngine::confirm(const QSet<OperationId> &operations)
{
    Outbox *outbox = m_session->outbox.get();
    if (outbox == nullptr || operations.isEmpty())
        return;
    const auto pending = outbox->pending();
    if (!pending)
        return;
    for (const OutboxRow &row : *pending) {
        if (operations.contains(row.operation))
            (void)outbox->markConfirmed(row.operation, m_scheduler.now());
    }
}

// A crash between the cache's commit and the outbox' leaves a row that the cache has the answer to.
void SyncEngine::confirmKnown()
{
    Outbox *outbox = m_session->outbox.get();
    const auto pending = outbox != nullptr ? outbox->pending() : QList<OutboxRow>();
    if (!pending)
        return;
    QSet<OperationId> known;
    for (const OutboxRow &row : *pending) {
        const auto order = m_session->cache->order(row.order);
        if (!order)
            continue;
        for (const Cancellation &one : order->cancellations)
            known.insert(one.operation);
    }
    confirm(known);
}

// A store that was restored from a backup may have lost what it had confirmed: it is sent again, same key.
void SyncEngine::onSnapshotEnded()
{
    Outbox *outbox = m_session->outbox.get();
    if (outbox == nullptr || bugPlanted("confirmed-means-kept-for-ever"))
        return;
    const auto done = outbox->doneSince(m_scheduler.now().addDays(-KeptDays));
    if (!done)
        return;
    for (const OutboxRow &row : *done) {
        const auto order = m_session->cache->order(row.order);
        const bool isThere = order
            && std::any_of(order->cancellations.cbegin(), order->cancellations.cend(),
                           [&row](const Cancellation &one) { return one.operation == row.operation; });
        if (order && !isThere)
            (void)outbox->requeue(row.operation, m_scheduler.now());
    }
    publish();
    wakeSender();
}

void SyncEngine::syncNow()
{
    if (!m_session)
        return;
    m_backoff.reset();
    if (isConnected()) {
        m_session->feed->pull();
        wakeSender();
    } else {
        connectNow();
    }
}

void SyncEngine::wakeSender()
{
    if (m_session && m_session->sender && isConnected())
        m_session->sender->wake();
}

bool SyncEngine::isConnected() const
{
    return m_session
        && (m_status.link == SyncStatus::Link::Syncing || m_status.link == SyncStatus::Link::Online);
}

// A full disk or a missing right may pass; what is queued in that outbox must not wait for the next start.
bool SyncEngine::tryOutboxAgain()
{
    if (!m_session || m_session->outbox || m_session->outboxProblem.kind == StorageError::Kind::NewerVersion)
        return false;
    if (!Outbox::open(fileFor(m_session->profile, u"outbox"_s)))
        return false;
    const SyncProfile profile = m_session->profile;
    open(profile);
    return true;
}

void SyncEngine::publish(const CacheDelta &delta)
{
    if (!m_session)
        return;
    SyncUpdate update{delta, {}};
    if (m_session->outbox) {
        auto pending = m_session->outbox->pending();
        if (pending)
            update.pending = std::move(*pending);
    }
    emit updated(update);
    refreshStatus();
}

void SyncEngine::setLink(SyncStatus::Link link, const QString &problem)
{
    m_status.link = link;
    m_status.problem = problem;
    refreshStatus();
}

void SyncEngine::refreshStatus()
{
    m_status.waitingToBeSent = 0;
    m_status.loadedOrders = 0;
    m_status.expectedOrders = 0;
    if (m_session) {
        const CacheState &state = m_session->cache->state();
        m_status.lastSuccessUtc = state.lastSuccessUtc;
        if (!state.isSnapshotComplete && state.snapshotTotal > 0) {
            m_status.expectedOrders = state.snapshotTotal;
            m_status.loadedOrders = std::min(state.snapshotLoaded, state.snapshotTotal);
        }
        if (m_session->outbox)
            m_status.waitingToBeSent = m_session->outbox->waiting().value_or(0);
    }
    if (m_status == m_shownStatus)
        return;
    m_shownStatus = m_status;
    emit statusChanged(m_status);
}

QString SyncEngine::host() const
{
    return m_session ? m_session->profile.url.host() : QString();
}

void SyncEngine::dropSession()
{
    for (Alarm *alarm : {&m_retry, &m_release, &m_tick, &m_finishLimit})
        alarm->stop();
    m_afterFinish = nullptr;
    if (!m_session)
        return;
    m_session->feed->stop();
    m_session.reset();
}

} // namespace mc
