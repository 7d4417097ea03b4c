// SPDX-License-Identifier: Apache-2.0
#include "faults.h"
#include "sampleshop.h"
#include "storage/cachedigest.h"
#include "storage/cachefile.h"
#include "storage/outbox.h"
#include "storage/scrub.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

constexpr int OrdersToFlip = 60; // Small, so that many damages are met in the time.
constexpr int OrdersInRange = 20;
// Fetched into a file that is damaged elsewhere, found to be so, fetched into a new one, found well.
constexpr int MostRounds = 4;

bool flipBits(QFile &file, std::mt19937_64 &random)
{
    const quint64 size = static_cast<quint64>(file.size());
    const auto count = 1 + random() % 8;
    // The header is small, and much depends on it.
    const quint64 reach = random() % 8 == 0 ? std::min<quint64>(size, 200) : size;
    for (quint64 i = 0; i < count; ++i) {
        char byte = 0;
        const auto at = static_cast<qint64>(random() % reach);
        if (!file.seek(at) || !file.getChar(&byte) || !file.seek(at)
            || !file.putChar(static_cast<char>(byte ^ static_cast<char>(1U << (random() % 8)))))
            return false;
    }
    return true;
}

bool damage(const QString &path, std::mt19937_64 &random)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.size() == 0)
        return false;
    const quint64 size = static_cast<quint64>(file.size());
    switch (random() % 5) {
    case 0: {
        QByteArray sector(512, '\0');
        if (random() % 2)
            sector = QByteArray::number(static_cast<qulonglong>(random()), 16).repeated(512).left(512);
        return file.seek(static_cast<qint64>(random() % size / 512 * 512)) && file.write(sector) == 512;
    }
    case 1:
        return file.resize(static_cast<qint64>(random() % size));
    default:
        return flipBits(file, random);
    }
}

QList<OutboxRow> sampleRows()
{
    QList<OutboxRow> rows;
    const QDateTime now(QDate(2026, 11, 20), QTime(14, 0), Qt::UTC);
    for (int i = 0; i < 5; ++i) {
        const QString id = QString::number(i);
        rows.append({OperationId(u"op-"_s + id), StoreId(u"s1"_s), StaffId(u"anna"_s), OrderId(id),
                     u"MC-"_s + id, OperationState::Queued, u"other"_s, u"late"_s, "{}", now, now, 0, u""_s});
    }
    return rows;
}

bool waitsForNothing()
{
    return true;
}

} // namespace

struct Flips::Parts {
    FaultDisk &disk;
    QString folder;
    QString cacheFile;
    QString outboxFile;
    SampleShop shop;

    [[nodiscard]] QString templateOf(const QString &name) const { return folder + u"/template-"_s + name; }
    [[nodiscard]] QList<OrderRange> ranges(const SqlConnection &cache) const;
    [[nodiscard]] bool isAsInShop(const QString &file) const;
    [[nodiscard]] StorageResult<bool> healOnce(std::unique_ptr<OrderCache> &cache) const;
    void heal(FlipResult &result) const;
};

Flips::Flips(FaultDisk &disk, QString folder, quint64 seed)
    : m_parts(std::make_unique<Parts>(
        Parts{disk, folder, folder + u"/orders.sqlite"_s, folder + u"/outbox.sqlite"_s, {}}))
{
    disk.reset(FaultDisk::Power::Steady);
    std::mt19937_64 random(seed);
    m_parts->shop = SampleShop::make(OrdersToFlip, random);
    const QString wal = u"-wal"_s;
    {
        auto outbox = Outbox::open(m_parts->outboxFile);
        if (!outbox || !(*outbox)->add(sampleRows()))
            qFatal("the sample outbox could not be made");
    }
    QFile::rename(m_parts->outboxFile, m_parts->templateOf(u"outbox"_s));
    auto cache = OrderCache::open(m_parts->cacheFile);
    if (!cache || !takeSnapshot(**cache, m_parts->shop))
        qFatal("the sample cache could not be made");
    for (int i = 0; i < 5; ++i) {
        const SampleShop::Change change = m_parts->shop.change(random);
        if (!(*cache)->applyChanges(change.orders, change.removed, m_parts->shop.cursor))
            qFatal("the sample cache could not be changed");
    }
    // Once as a killed program leaves it, and once as an ended one does.
    QFile::copy(m_parts->cacheFile, m_parts->templateOf(u"killed"_s));
    QFile::copy(m_parts->cacheFile + wal, m_parts->templateOf(u"killed"_s) + wal);
    cache->reset();
    QFile::rename(m_parts->cacheFile, m_parts->templateOf(u"ended"_s));
}

Flips::~Flips() = default;

FlipResult Flips::flip(quint64 seed)
{
    std::mt19937_64 random(seed);
    Parts &parts = *m_parts;
    parts.disk.reset(FaultDisk::Power::Steady);
    for (const QString &name : QDir(parts.folder).entryList({u"o*.sqlite*"_s}, QDir::Files))
        QFile::remove(parts.folder + u'/' + name);
    const QString source = parts.templateOf(random() % 3 == 0 ? u"killed"_s : u"ended"_s);
    QFile::copy(source, parts.cacheFile);
    QFile::copy(parts.templateOf(u"outbox"_s), parts.outboxFile);
    const bool hasWal = QFile::copy(source + u"-wal"_s, parts.cacheFile + u"-wal"_s);
    FlipResult result;
    // As long as nothing was checkpointed, all is in the log.
    const bool isLogHit = hasWal && (random() % 2 || QFileInfo(parts.cacheFile).size() == 0);
    if (!damage(isLogHit ? parts.cacheFile + u"-wal"_s : parts.cacheFile, random))
        result.broken.append(u"the damage could not be done"_s);
    parts.heal(result);
    if (const QString found = difference(parts.cacheFile, parts.shop, random); !found.isEmpty())
        result.broken.append(u"not healed: "_s + found);
    const auto outbox = Outbox::open(parts.outboxFile);
    const auto rows = outbox ? (*outbox)->pending() : StorageResult<QList<OutboxRow>>(QList<OutboxRow>());
    if (!rows || *rows != sampleRows())
        result.broken.append(u"operations of the outbox were lost"_s);
    return result;
}

// As the engine does: what the store does not know or what contradicts itself is fetched again.
void Flips::Parts::heal(FlipResult &result) const
{
    std::unique_ptr<OrderCache> cache;
    QStringList story;
    for (int round = 0; round < MostRounds; ++round) {
        const auto isWell = healOnce(cache);
        story.append(isWell ? u"fetched"_s : isWell.error().detail);
        if (isWell && *isWell) {
            ++(round == 0 ? result.unharmed : result.healed);
            return;
        }
        if (!isWell && isWell.error().kind == StorageError::Kind::Damaged) {
            cache.reset();
            removeDatabase(cacheFile);
        } else if (!isWell) {
            result.broken.append(u"an error that nothing heals: "_s + isWell.error().detail);
            return;
        }
    }
    result.broken.append(u"healing has no end: "_s + story.join(u", "_s));
}

/// True when there was nothing to do.
StorageResult<bool> Flips::Parts::healOnce(std::unique_ptr<OrderCache> &cache) const
{
    if (!cache) {
        auto opened = OrderCache::open(cacheFile);
        if (!opened)
            return tl::unexpected(opened.error());
        cache = std::move(*opened);
    }
    const CacheState &state = cache->state();
    if (cache->file() != cacheFile)
        return tl::unexpected(StorageError{StorageError::Kind::Damaged, u"taken for a newer file"_s});
    const bool isKnown = state.isSnapshotComplete && state.cursor == shop.cursor && state.epoch == shop.epoch;
    if (!isKnown) {
        if (const auto taken = takeSnapshot(*cache, shop); !taken)
            return tl::unexpected(taken.error());
        return false;
    }
    if (const auto scrubbed = scrubCache(cacheFile, waitsForNothing); !scrubbed)
        return tl::unexpected(scrubbed.error());
    if (isAsInShop(cacheFile))
        return true;
    if (const auto taken = takeSnapshot(*cache, shop); !taken)
        return tl::unexpected(taken.error());
    return false;
}

bool Flips::Parts::isAsInShop(const QString &file) const
{
    const auto reader = SqlConnection::open(file, SqlConnection::Mode::Reader);
    if (!reader)
        return false;
    QDateTime from = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    for (;;) {
        const auto range = rangeFrom(**reader, from, OrdersInRange);
        const auto mine = range ? digestOf(**reader, *range, DigestScan::Near) : OrdersDigest();
        if (!range || !mine)
            return false;
        OrdersDigest theirs;
        for (const WireOrder &wire : shop.page(0, OrdersToFlip)) {
            const QDateTime &placed = wire.order.placedAtUtc;
            if (placed >= range->fromUtc && (!range->beforeUtc || placed < *range->beforeUtc))
                theirs.add(wire.document);
        }
        if (*mine != theirs)
            return false;
        if (!range->beforeUtc)
            return true;
        from = *range->beforeUtc;
    }
}

} // namespace mc::proof
