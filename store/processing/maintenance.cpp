// SPDX-License-Identifier: Apache-2.0
#include "store/processing/maintenance.h"

#include "store/orderbook/enginerepository.h"
#include "store/orderbook/feedpruning.h"
#include "store/orderbook/idempotencyrepository.h"
#include "store/orderbook/leaserepository.h"
#include "store/orderbook/staffrepository.h"
#include "store/orderbook/storerepository.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

Q_LOGGING_CATEGORY(lcMaintenance, "mc.store.maintenance")

const QString LeaseName = u"maintenance"_s;
constexpr qint64 LeaseSeconds = 600;
constexpr int SupersededAtOnce = 500;
constexpr qint64 FailuresAreForgottenAfter = 24 * 60 * 60;

QDateTime before(const QDateTime &now, std::chrono::hours time)
{
    return now.addSecs(-std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

bool write(Database &database, const Database::Job &job)
{
    const auto outcome = database.writeAndWait(job);
    if (!outcome)
        qCWarning(lcMaintenance, "cleaning up failed: %s", qUtf8Printable(outcome.error().detail));
    return outcome && *outcome == CommitOutcome::Committed;
}

} // namespace

Maintenance::Maintenance(Database &database, std::function<QDateTime()> clock, Options options)
    : m_database(database)
    , m_clock(std::move(clock))
    , m_options(options)
    , m_holder(newUuid7())
{
}

Maintenance::~Maintenance()
{
    stop();
}

void Maintenance::start()
{
    m_thread = std::thread([this] { run(); });
}

void Maintenance::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_condition.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool Maintenance::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_isStopping;
}

void Maintenance::run()
{
    std::chrono::seconds wait = m_options.first;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            if (m_condition.wait_for(lock, wait, [this] { return m_isStopping; }))
                return;
        }
        runOnce();
        wait = m_options.every;
    }
}

void Maintenance::runOnce()
{
    QList<Store> stores;
    m_database.readAndWait([&stores](Tx &tx) { stores = StoreRepository(tx).list(); });
    for (const Store &store : std::as_const(stores)) {
        if (!isStopping())
            clean(store.id);
    }
    cleanShared(m_clock());
}

void Maintenance::clean(const StoreId &store)
{
    const QDateTime now = m_clock();
    bool isOurs = false;
    bool hasMoved = false;
    const bool isWritten = write(m_database, [&](Tx &tx) {
        isOurs = LeaseRepository(tx).take(store, LeaseName, m_holder, now, now.addSecs(LeaseSeconds));
        hasMoved = isOurs && FeedPruning(tx, store).mark(now);
    });
    if (!isWritten || !isOurs)
        return;
    removeOldChanges(store, now);
    if (hasMoved) // Looking for them reads the whole feed: twice a day is enough.
        removeSuperseded(store);
    write(m_database, [&](Tx &tx) { LeaseRepository(tx).release(store, LeaseName, m_holder); });
}

void Maintenance::removeOldChanges(const StoreId &store, const QDateTime &now)
{
    bool hasMore = true;
    while (hasMore && !isStopping()) {
        const bool isWritten = write(m_database, [&](Tx &tx) {
            hasMore = FeedPruning(tx, store).pruneBefore(before(now, m_options.keepChanges));
        });
        hasMore = hasMore && isWritten;
    }
}

void Maintenance::removeSuperseded(const StoreId &store)
{
    QList<ChangeKey> superseded;
    do {
        m_database.readAndWait(
            [&](Tx &tx) { superseded = FeedPruning(tx, store).superseded(SupersededAtOnce); });
        if (!superseded.isEmpty()
            && !write(m_database, [&](Tx &tx) { FeedPruning(tx, store).remove(superseded); }))
            return;
    } while (superseded.size() == SupersededAtOnce && !isStopping());
}

/// What belongs to no store; several processes at once do no harm.
void Maintenance::cleanShared(const QDateTime &now)
{
    int removed = 1;
    while (removed > 0 && !isStopping()) {
        const bool isWritten = write(m_database, [&](Tx &tx) {
            removed = IdempotencyRepository(tx).removeOlderThan(before(now, m_options.keepAnswers));
        });
        removed = isWritten ? removed : 0;
    }
    write(m_database, [&](Tx &tx) {
        EngineRepository(tx).forgetEventsBefore(before(now, m_options.keepEvents));
        StaffRepository(tx).forgetExpired(now, now.addSecs(-FailuresAreForgottenAfter));
    });
}

} // namespace mc::store
