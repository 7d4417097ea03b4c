// SPDX-License-Identifier: Apache-2.0
#include "storage/cachestate.h"

#include <QHash>
#include <QSqlError>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr int PagesGathered = 1'000; // SQLite's own default
constexpr int PagesGatheredWhileFilling = 64'000; // a snapshot writes most pages again and again

} // namespace

StorageResult<CacheState> readState(const SqlConnection &connection)
{
    QSqlQuery rows = connection.query();
    if (!rows.exec(u"SELECT name, value FROM meta"_s))
        return tl::unexpected(StorageError::from(rows.lastError()));
    QHash<QString, QString> meta;
    while (rows.next())
        meta.insert(rows.value(0).toString(), rows.value(1).toString());
    if (const auto done = ended(rows); !done)
        return tl::unexpected(done.error());
    CacheState state;
    state.generation = meta.value(u"generation"_s).toLongLong();
    state.cursor = meta.value(u"cursor"_s).toUtf8();
    state.resume = meta.value(u"resume"_s).toUtf8();
    state.isSnapshotComplete = meta.value(u"snapshot_complete"_s) == "1"_L1;
    state.isRewriteDue = meta.value(u"rewrite_due"_s) == "1"_L1;
    state.snapshotTotal = meta.value(u"snapshot_total"_s).toInt();
    state.snapshotLoaded = meta.value(u"snapshot_loaded"_s).toInt();
    state.epoch = meta.value(u"epoch"_s);
    if (const QString success = meta.value(u"last_success"_s); !success.isEmpty())
        state.lastSuccessUtc = QDateTime::fromMSecsSinceEpoch(success.toLongLong(), Qt::UTC);
    return state;
}

StorageResult<void> writeState(const SqlConnection &connection, const CacheState &state)
{
    auto put = connection.prepare(u"INSERT OR REPLACE INTO meta (name, value) VALUES (?,?)"_s);
    if (!put)
        return tl::unexpected(put.error());
    const std::pair<QString, QString> values[] = {
        {u"generation"_s, QString::number(state.generation)},
        {u"cursor"_s, QString::fromUtf8(state.cursor)},
        {u"resume"_s, QString::fromUtf8(state.resume)},
        {u"snapshot_complete"_s, state.isSnapshotComplete ? u"1"_s : u"0"_s},
        {u"rewrite_due"_s, state.isRewriteDue ? u"1"_s : u"0"_s},
        {u"snapshot_total"_s, QString::number(state.snapshotTotal)},
        {u"snapshot_loaded"_s, QString::number(state.snapshotLoaded)},
        {u"epoch"_s, state.epoch},
        {u"last_success"_s,
         state.lastSuccessUtc.isValid() ? QString::number(state.lastSuccessUtc.toMSecsSinceEpoch())
                                        : QString()},
    };
    for (const auto &[name, value] : values) {
        put->addBindValue(name);
        put->addBindValue(value.isNull() ? u""_s : value);
        if (const auto done = run(*put); !done)
            return done;
    }
    return {};
}

StorageResult<void> prepareLog(const SqlConnection &connection, const CacheState &state)
{
    const int pages = state.isSnapshotComplete ? PagesGathered : PagesGatheredWhileFilling;
    const auto done = connection.run(u"PRAGMA wal_autocheckpoint=%1"_s.arg(pages));
    // Otherwise its file keeps the size that it has now. Whoever is reading may be in the way; then it does.
    if (done && state.isSnapshotComplete)
        (void)connection.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return done;
}

} // namespace mc
