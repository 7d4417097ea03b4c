// SPDX-License-Identifier: Apache-2.0
#include "sync/scrubber.h"

#include "storage/scrub.h"

#include <QLoggingCategory>
#include <QThread>

#include <condition_variable>
#include <mutex>

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcScrub, "mc.sync.scrub", QtInfoMsg)
constexpr int OrdersInRange = 500;

} // namespace

// Waits between slices in a way that its end need not wait for.
struct Scrubber::Check {
    std::unique_ptr<QThread> thread;
    std::mutex mutex;
    std::condition_variable wake;
    bool isCancelled = false;

    ~Check()
    {
        {
            const std::lock_guard lock(mutex);
            isCancelled = true;
        }
        wake.notify_all();
        if (thread)
            thread->wait();
    }
    bool goOn(std::chrono::milliseconds pause)
    {
        std::unique_lock lock(mutex);
        return !wake.wait_for(lock, pause, [this] { return isCancelled; });
    }
};

Scrubber::Scrubber(OrderCache &cache, const Transport &transport, Scheduler &scheduler, ScrubTiming timing,
                   QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_timing(timing)
    , m_next(scheduler, [this] { m_isComparing ? askNext() : begin(); })
{
}

Scrubber::~Scrubber()
{
    stop();
}

void Scrubber::start()
{
    if (m_isRunning || m_timing.first.count() == 0)
        return;
    m_isRunning = true;
    if (m_isComparing)
        m_next.start(m_timing.betweenRanges);
    else
        m_next.start(m_hasBegun ? m_timing.every : m_timing.first);
}

void Scrubber::stop()
{
    m_isRunning = false;
    m_next.stop();
    m_check.reset();
    m_fetch.reset();
}

void Scrubber::begin()
{
    m_hasBegun = true;
    m_check = std::make_unique<Check>();
    m_check->thread.reset(QThread::create([this, check = m_check.get(), file = m_cache.file(),
                                           number = ++m_checks, pause = m_timing.betweenSlices] {
        const auto report = scrubCache(file, [check, pause] { return check->goOn(pause); });
        const auto isComplete = report.map([](const ScrubReport &one) { return one.isComplete; });
        QMetaObject::invokeMethod(
            this, [this, number, isComplete] { onChecked(number, isComplete); }, Qt::QueuedConnection);
    }));
    m_check->thread->start(QThread::IdlePriority);
}

void Scrubber::onChecked(quint64 check, const StorageResult<bool> &isComplete)
{
    if (!m_isRunning || !m_check || check != m_checks)
        return; // it was stopped meanwhile
    m_check.reset();
    if (!isComplete) {
        qCWarning(lcScrub) << "the cache was checked:" << isComplete.error().detail;
        endPass();
        if (isComplete.error().kind == StorageError::Kind::Damaged)
            emit damaged(isComplete.error());
        return;
    }
    auto reader = SqlConnection::open(m_cache.file(), SqlConnection::Mode::Reader);
    if (!reader) {
        endPass();
        return;
    }
    m_reader = std::move(*reader);
    m_range = {QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), {}};
    m_isComparing = true;
    askNext();
}

void Scrubber::askNext()
{
    const auto range = rangeFrom(*m_reader, m_range.fromUtc, OrdersInRange);
    if (!range) {
        endPass();
        return;
    }
    m_range = *range;
    m_fetch = std::make_unique<FetchOrdersHash>(m_transport, m_range.fromUtc, m_range.beforeUtc, nullptr);
    connect(m_fetch.get(), &FetchOrdersHash::finished, this, &Scrubber::onHash);
    m_fetch->start();
}

void Scrubber::onHash(const NetResult<OrdersHash> &outcome)
{
    m_fetch.release()->deleteLater();
    // A store that cannot answer, or that has moved on meanwhile, is asked again: it is no difference.
    if (!outcome || outcome->cursor != m_cache.state().cursor || !m_cache.state().isSnapshotComplete) {
        const bool isKnown = outcome || outcome.error().kind != NetFailure::Kind::Refused;
        if (isKnown)
            m_next.start(m_timing.betweenRanges);
        else
            endPass(); // an older store, or too many orders in one second
        return;
    }
    auto mine = digestOf(*m_reader, m_range, DigestScan::Near);
    if (mine && *mine != outcome->digest)
        mine = digestOf(*m_reader, m_range, DigestScan::All);
    if (mine && *mine != outcome->digest) {
        qCWarning(lcScrub) << "the cache has" << mine->count << "orders of a time in which the store has"
                           << outcome->digest.count << "; all are fetched again";
        endPass();
        emit differed();
        return;
    }
    if (!m_range.beforeUtc) {
        endPass();
        emit finished();
        return;
    }
    m_range.fromUtc = *m_range.beforeUtc;
    m_next.start(m_timing.betweenRanges);
}

void Scrubber::endPass()
{
    m_isComparing = false;
    m_reader.reset();
    m_next.start(m_timing.every);
}

} // namespace mc
