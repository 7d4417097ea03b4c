// SPDX-License-Identifier: Apache-2.0
#include "sync/backgroundsender.h"

using namespace std::chrono_literals;

namespace mc {

BackgroundSender::BackgroundSender(QNetworkAccessManager &network, Scheduler &scheduler,
                                   const SyncTiming &timing, SyncProfile profile,
                                   std::unique_ptr<Outbox> outbox)
    : m_scheduler(scheduler)
    , m_profile(std::move(profile))
    , m_outbox(std::move(outbox))
    , m_transport(network, m_profile.url, timing.net)
    , m_sender(*m_outbox, m_transport, scheduler, m_profile.store.id, m_profile.store.staffId, nullptr)
    , m_backoff(timing.retryFirst, timing.retryLongest)
    , m_retry(scheduler, [this] { ask(); })
{
    m_transport.setToken(m_profile.token);
    connect(&m_sender, &OutboxSender::changed, this, &BackgroundSender::changed);
    connect(&m_sender, &OutboxSender::emptied, this, [this] {
        m_backoff.reset();
        emit changed();
    });
    connect(&m_sender, &OutboxSender::failed, this, &BackgroundSender::onFailed);
    connect(&m_sender, &OutboxSender::storageFailed, this, [this] { tryLater({}); });
}

BackgroundSender::~BackgroundSender() = default;

void BackgroundSender::start()
{
    // Nobody looks at these rows: what an earlier run still held cannot be undone any more.
    (void)m_outbox->releaseAll(m_scheduler.now());
    ask();
}

int BackgroundSender::waiting() const
{
    return m_outbox->waiting().value_or(0);
}

// First who answers there: rows of one store must never reach another that took over its address.
void BackgroundSender::ask()
{
    if (isSignedOut() || m_fetchStore)
        return;
    m_fetchStore = std::make_unique<FetchStore>(m_transport, nullptr);
    connect(m_fetchStore.get(), &FetchStore::finished, this, &BackgroundSender::onStore);
    m_fetchStore->start();
}

void BackgroundSender::onStore(const NetResult<StoreInfo> &outcome)
{
    m_fetchStore.release()->deleteLater();
    if (!outcome) {
        onFailed(outcome.error());
    } else if (outcome->id != m_profile.store.id || outcome->staffId != m_profile.store.staffId) {
        signOut();
    } else {
        m_sender.wake();
    }
}

void BackgroundSender::onFailed(const NetFailure &failure)
{
    m_sender.pause();
    if (failure.kind == NetFailure::Kind::Unauthorized) {
        signOut();
        emit tokenRefused();
    } else if (failure.kind != NetFailure::Kind::Insecure || Transport::isAllowed(m_profile.url)) {
        tryLater(failure.retryAfter);
    }
}

void BackgroundSender::signOut()
{
    m_transport.setToken({});
    emit changed();
}

void BackgroundSender::tryLater(std::optional<std::chrono::milliseconds> after)
{
    // Not before the store said, and not at the very moment at which everybody else comes back.
    m_retry.start(after.value_or(0ms) + m_backoff.next(m_scheduler));
}

} // namespace mc
