// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fetchordershash.h"
#include "storage/cachedigest.h"
#include "storage/ordercache.h"
#include "sync/scheduler.h"

#include <QObject>

#include <memory>

namespace mc {

struct ScrubTiming {
    /// After the first catching up. 0: never, as tests and simulations want it, because it starts a thread.
    std::chrono::milliseconds first{0};
    std::chrono::milliseconds every{std::chrono::hours{6}};
    std::chrono::milliseconds betweenRanges{2'000}; ///< Each asks the store for one hash.
    std::chrono::milliseconds betweenSlices{40}; ///< Each checks some hundred orders on this computer.
};

/**
 * Now and then looks whether the cache is still what it should be: first whether its parts agree, in a thread
 * of lowest priority, then range by range whether it is the same as the store.
 *
 * Lives in the sync thread; cache, transport and scheduler are not owned and outlive it. Changes nothing: the
 * engine does, when it hears damaged() or differed().
 */
class Scrubber final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scrubber)
public:
    Scrubber(OrderCache &cache, const Transport &transport, Scheduler &scheduler, ScrubTiming timing,
             QObject *parent);
    ~Scrubber() override;

    void start(); ///< The cache has caught up with the store. Goes on where stop() interrupted it.
    void stop(); ///< The store cannot be reached.

signals:
    void damaged(const mc::StorageError &error); ///< Parts of the cache contradict each other.
    void differed(); ///< The cache is not what the store has.
    void finished(); ///< Once through everything, and nothing was found.

private:
    struct Check; ///< The thread that looks at the file.
    void begin();
    void onChecked(quint64 check, const StorageResult<bool> &isComplete);
    void askNext();
    void onHash(const NetResult<OrdersHash> &outcome);
    void endPass();

    OrderCache &m_cache;
    const Transport &m_transport;
    Scheduler &m_scheduler;
    ScrubTiming m_timing;
    Alarm m_next;
    std::unique_ptr<Check> m_check;
    std::unique_ptr<SqlConnection> m_reader;
    std::unique_ptr<FetchOrdersHash> m_fetch;
    OrderRange m_range;
    quint64 m_checks = 0; ///< Tells the answer of a check from that of one that was stopped.
    bool m_isRunning = false;
    bool m_isComparing = false; ///< With the store; the parts have been found to agree.
    bool m_hasBegun = false; ///< Since the console was opened.
};

} // namespace mc
