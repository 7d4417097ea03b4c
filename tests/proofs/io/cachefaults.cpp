// SPDX-License-Identifier: Apache-2.0
#include "faults.h"
#include "sampleshop.h"
#include "storage/scrub.h"
#include "sync/syncwords.h"

#include <QDir>
#include <QFileInfo>

#include <functional>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

constexpr int Orders = 30;
constexpr int PageSize = 10;

/// Fetches as the console does, and knows after each call what has to be there.
class CacheWorkload final
{
public:
    CacheWorkload(QString file, quint64 seed, FaultResult &result)
        : m_file(std::move(file))
        , m_random(seed)
        , m_result(result)
        , m_shop(SampleShop::make(Orders, m_random))
    {
    }

    void run()
    {
        const bool isComplete = take([this](OrderCache &cache) {
                                    return cache.beginSnapshot(m_shop.cursor, Orders, m_shop.epoch);
                                })
            && takePage(0) && takePage(PageSize) && takePage(2 * PageSize)
            && take([](OrderCache &cache) { return cache.endSnapshot().map([](const CacheDelta &) {}); });
        if (!isComplete)
            return;
        m_known = m_shop;
        for (int i = 0; i < 3; ++i) {
            SampleShop next = m_shop;
            const SampleShop::Change change = next.change(m_random);
            m_maybe = next;
            if (!take([&](OrderCache &cache) {
                    return cache.applyChanges(change.orders, change.removed, next.cursor)
                        .map([](const CacheDelta &) {});
                }))
                return;
            m_shop = next;
            m_known = next;
            m_maybe.reset();
        }
    }
    void close() { m_cache.reset(); }

    void check()
    {
        m_cache.reset();
        auto cache = OrderCache::open(m_file);
        if (!cache) {
            m_result.broken.append(u"it cannot be opened any more: "_s + cache.error().detail);
            return;
        }
        const QFileInfo file(m_file);
        if (!QDir(file.path()).entryList({file.fileName() + u".damaged*"_s}).isEmpty())
            m_result.broken.append(u"a failing disk was taken for damage"_s);
        const auto scrubbed = scrubCache(m_file, [] { return true; });
        if (!scrubbed || !scrubbed->isComplete)
            m_result.broken.append(u"its parts contradict each other: "_s
                                   + (scrubbed ? QString() : scrubbed.error().detail));
        if (!m_known)
            return; // the snapshot never became complete: nothing was promised
        const bool isMaybe = m_maybe && (*cache)->state().cursor == m_maybe->cursor;
        const SampleShop &expected = isMaybe ? *m_maybe : *m_known;
        if ((*cache)->state().cursor != expected.cursor || !(*cache)->state().isSnapshotComplete)
            m_result.broken.append(u"a page that was saved is not there"_s);
        else if (const QString found = difference(m_file, expected, m_random); !found.isEmpty())
            m_result.broken.append(u"page and cursor do not fit: "_s + found);
    }

private:
    using Call = std::function<StorageResult<void>(OrderCache &)>;

    bool takePage(int from)
    {
        return take([this, from](OrderCache &cache) {
            return cache.addSnapshot(m_shop.page(from, PageSize), "resume").map([](const CacheDelta &) {});
        });
    }

    // What fails is tried again, as the engine does after a while.
    bool take(const Call &call)
    {
        for (int i = 0; i < 3; ++i) {
            if (!m_cache) {
                auto opened = OrderCache::open(m_file);
                if (!opened) {
                    hear(opened.error());
                    continue;
                }
                m_cache = std::move(*opened);
            }
            const CacheState before = m_cache->state();
            const auto done = call(*m_cache);
            if (done) {
                ++m_result.acknowledged;
                return true;
            }
            hear(done.error());
            if (m_cache->state() != before)
                m_result.broken.append(u"a call failed and moved the cursor"_s);
        }
        return false;
    }

    void hear(const StorageError &error)
    {
        if (!storageSentence(error).endsWith(u'.') || error.kind == StorageError::Kind::Damaged)
            m_result.broken.append(u"an error that people cannot be told: "_s + error.detail);
    }

    QString m_file;
    std::mt19937_64 m_random;
    FaultResult &m_result;
    SampleShop m_shop;
    std::optional<SampleShop> m_known;
    std::optional<SampleShop> m_maybe;
    std::unique_ptr<OrderCache> m_cache;
};

} // namespace

// Only restarts: a cache may lose its last pages in a power cut, and takes them again.
FaultResult failCache(FaultDisk &disk, const FaultRun &run)
{
    disk.reset(FaultDisk::Power::Steady);
    disk.setCheckpointPages(40);
    FaultResult result;
    CacheWorkload workload(run.folder + u"/orders.sqlite"_s, run.seed, result);
    disk.inject(run.fault);
    workload.run();
    result.hasStruck = disk.struck() > 0;
    disk.heal();
    workload.close();
    workload.check();
    return result;
}

} // namespace mc::proof
