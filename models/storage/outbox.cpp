// SPDX-License-Identifier: Apache-2.0
#include "storage/outbox.h"

#include "domain/plantedbug.h"
#include "storage/cachefile.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSet>
#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcOutbox, "mc.storage.outbox")

constexpr std::array StateWords{"held",      "queued",  "sending", "sent",
                                "confirmed", "refused", "undone",  "closed"};

QString wordOf(OperationState state)
{
    return QString::fromLatin1(StateWords.at(static_cast<std::size_t>(state)));
}

std::optional<OperationState> stateOf(const QString &word)
{
    for (std::size_t i = 0; i < StateWords.size(); ++i) {
        if (word == QLatin1StringView(StateWords.at(i)))
            return static_cast<OperationState>(i);
    }
    return std::nullopt;
}

const QString &columns()
{
    static const QString names =
        u"operation, store_id, staff_id, order_id, order_number, state, reason_code, "_s
        u"comments, body, queued_at, held_until, attempts, problem"_s;
    return names;
}

std::optional<OutboxRow> rowFrom(const QSqlQuery &query)
{
    const auto state = stateOf(query.value(5).toString());
    OutboxRow row;
    row.operation = OperationId(query.value(0).toString());
    if (!state || !row.operation.isValid())
        return std::nullopt;
    row.store = StoreId(query.value(1).toString());
    row.staff = StaffId(query.value(2).toString());
    row.order = OrderId(query.value(3).toString());
    row.orderNumber = query.value(4).toString();
    row.state = *state;
    row.reasonCode = query.value(6).toString();
    row.comments = query.value(7).toString();
    row.body = query.value(8).toByteArray();
    row.queuedAtUtc = QDateTime::fromMSecsSinceEpoch(query.value(9).toLongLong(), Qt::UTC);
    row.heldUntilUtc = QDateTime::fromMSecsSinceEpoch(query.value(10).toLongLong(), Qt::UTC);
    row.attempts = query.value(11).toInt();
    row.problem = query.value(12).toString();
    return row;
}

// The check tells a page that could not be read just now from one that is wrong by its code alone.
StorageError::Kind kindOfTrouble(const QString &text)
{
    const QString code = text.section(u"error code="_s, 1).section(u' ', 0, 0);
    const bool isUnreadable = !code.isEmpty() && (code.toInt() & 0xff) != 11; // SQLITE_CORRUPT
    return isUnreadable ? StorageError::Kind::Failed : StorageError::Kind::Damaged;
}

bool isMissingTable(const QSqlError &error)
{
    return error.databaseText().startsWith("no such table"_L1);
}

QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

// Reads as far as the file allows, from both ends: a bad page in the middle hides only what is on it. Any
// other failure than damage may pass, and with it what cannot be read now.
StorageResult<QList<OutboxRow>> readableRows(const SqlConnection &damaged)
{
    QList<OutboxRow> rows;
    QSet<OperationId> seen;
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        QSqlQuery query = damaged.query();
        query.exec(u"SELECT %1 FROM operations NOT INDEXED ORDER BY sequence %2"_s.arg(columns(), order));
        while (query.isActive() && query.next()) {
            const auto row = rowFrom(query);
            if (row && !seen.contains(row->operation)) {
                seen.insert(row->operation);
                rows.append(*row);
            }
        }
        if (!query.lastError().isValid())
            break; // all of them
        auto error = StorageError::from(query.lastError());
        if (error.kind != StorageError::Kind::Damaged && !isMissingTable(query.lastError()))
            return tl::unexpected(std::move(error));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const OutboxRow &a, const OutboxRow &b) { return a.operation < b.operation; });
    return rows;
}

QString unfinishedRepair(const QString &file)
{
    return file + u".repairing"_s;
}

QString finishedRepair(const QString &file)
{
    return file + u".repaired"_s;
}

// The second half of a repair; also what is left to do when the first attempt was killed on its way.
StorageResult<void> putInPlace(const QString &file)
{
    if (!QFile::exists(finishedRepair(file)))
        return {};
    putAside(file);
    if (QFile::exists(file) || !QFile::rename(finishedRepair(file), file))
        return tl::unexpected(
            StorageError{StorageError::Kind::Failed, u"the repaired outbox could not be renamed"_s});
    return {};
}

} // namespace

Outbox::Outbox(std::unique_ptr<SqlConnection> connection)
    : m_connection(std::move(connection))
{
}

StorageResult<std::unique_ptr<Outbox>> Outbox::openFile(const QString &file)
{
    if (const auto isOurs = refuseNewer(file, u"outbox"_s); !isOurs)
        return tl::unexpected(isOurs.error());
    auto connection = SqlConnection::open(file, SqlConnection::Mode::Ledger);
    if (!connection)
        return tl::unexpected(connection.error());
    if (const auto migrated = migrate(**connection, u"outbox"_s); !migrated)
        return tl::unexpected(migrated.error());
    const auto health = (*connection)->value(u"PRAGMA integrity_check(1)"_s);
    if (!health)
        return tl::unexpected(health.error());
    if (health->toString() != "ok"_L1)
        return tl::unexpected(StorageError{kindOfTrouble(health->toString()), health->toString()});
    // What a killed program left in the WAL may not be on the disk yet; it is before anybody sees it.
    if (const auto synced = (*connection)->value(u"PRAGMA wal_checkpoint(PASSIVE)"_s); !synced)
        return tl::unexpected(synced.error());
    return std::unique_ptr<Outbox>(new Outbox(std::move(*connection)));
}

StorageResult<std::unique_ptr<Outbox>> Outbox::open(const QString &file)
{
    if (const auto done = putInPlace(file); !done)
        return tl::unexpected(done.error());
    auto outbox = openFile(file);
    if (outbox || outbox.error().kind != StorageError::Kind::Damaged)
        return outbox;
    if (const auto repaired = repair(file); !repaired)
        return tl::unexpected(repaired.error());
    return openFile(file);
}

// What can be read is on the disk under another name before the damaged file is touched: a repair that is
// killed or finds no space is simply done again by the next start.
StorageResult<void> Outbox::repair(const QString &file)
{
    removeDatabase(unfinishedRepair(file));
    qsizetype saved = 0;
    {
        const auto fresh = openFile(unfinishedRepair(file));
        if (!fresh)
            return tl::unexpected(fresh.error());
        const auto damaged = SqlConnection::open(file, SqlConnection::Mode::Reader);
        if (!damaged && damaged.error().kind != StorageError::Kind::Damaged)
            return tl::unexpected(damaged.error());
        const auto rows = damaged ? readableRows(**damaged) : QList<OutboxRow>();
        if (!rows)
            return tl::unexpected(rows.error());
        if (const auto taken = (*fresh)->salvage(*rows); !taken)
            return taken;
        saved = rows->size();
    }
    // Its WAL is gone only when all of it has reached the file.
    if (QFile::exists(unfinishedRepair(file) + u"-wal"_s)
        || !QFile::rename(unfinishedRepair(file), finishedRepair(file)))
        return tl::unexpected(
            StorageError{StorageError::Kind::Failed, u"the repaired outbox could not be kept"_s});
    qCInfo(lcOutbox) << "the outbox was damaged and is put aside; rows taken over:" << saved;
    return putInPlace(file);
}

StorageResult<void> Outbox::salvage(const QList<OutboxRow> &rows)
{
    SqlTransaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    for (const OutboxRow &row : rows) {
        if (const auto done = insert(row, true); !done)
            return done;
    }
    return transaction.commit();
}

StorageResult<void> Outbox::insert(const OutboxRow &row, bool isSalvage)
{
    auto query = m_connection->prepare(
        (isSalvage ? u"INSERT OR IGNORE"_s : u"INSERT"_s)
        + u" INTO operations (%1, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s.arg(columns()));
    if (!query)
        return tl::unexpected(query.error());
    const auto text = [](const QString &value) { return QVariant(value.isNull() ? u""_s : value); };
    for (const QVariant &value :
         {text(row.operation.toString()), text(row.store.toString()), text(row.staff.toString()),
          text(row.order.toString()), text(row.orderNumber), text(wordOf(row.state)), text(row.reasonCode),
          text(row.comments), QVariant(row.body), QVariant(row.queuedAtUtc.toMSecsSinceEpoch()),
          QVariant(row.heldUntilUtc.toMSecsSinceEpoch()), QVariant(row.attempts), text(row.problem),
          QVariant(row.queuedAtUtc.toMSecsSinceEpoch())})
        query->addBindValue(value);
    return run(*query);
}

StorageResult<void> Outbox::add(const QList<OutboxRow> &rows)
{
    SqlTransaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    for (const OutboxRow &row : rows) {
        if (const auto done = insert(row, false); !done)
            return done;
    }
    return transaction.commit();
}

StorageResult<QList<OutboxRow>> Outbox::select(const QString &condition) const
{
    QSqlQuery query = m_connection->query();
    if (!query.exec(u"SELECT %1 FROM operations WHERE "_s.arg(columns()) + condition))
        return tl::unexpected(StorageError::from(query.lastError()));
    QList<OutboxRow> rows;
    while (query.next()) {
        if (auto row = rowFrom(query))
            rows.append(std::move(*row));
    }
    if (const auto done = ended(query); !done)
        return tl::unexpected(done.error());
    return rows;
}

StorageResult<QList<OutboxRow>> Outbox::pending() const
{
    return select(u"state IN ('held','queued','sending','sent','refused') ORDER BY sequence"_s);
}

StorageResult<std::optional<OutboxRow>> Outbox::row(const OperationId &operation) const
{
    auto rows = select(u"operation="_s + quoted(operation.toString()));
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->takeFirst());
}

StorageResult<std::optional<OutboxRow>> Outbox::next(const StoreId &store, const StaffId &staff) const
{
    const QString states = bugPlanted("sending-not-repeated") ? u"'queued'"_s : u"'queued','sending'"_s;
    const QString order = bugPlanted("newest-first") ? u"sequence DESC"_s : u"sequence"_s;
    auto rows = select(u"state IN (%1) AND store_id=%2 AND staff_id=%3 ORDER BY %4 LIMIT 1"_s.arg(
        states, quoted(store.toString()), quoted(staff.toString()), order));
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->takeFirst());
}

StorageResult<int> Outbox::waiting() const
{
    const auto count =
        m_connection->value(u"SELECT count(*) FROM operations WHERE state IN ('held','queued','sending')"_s);
    if (!count)
        return tl::unexpected(count.error());
    return count->toInt();
}

StorageResult<bool> Outbox::step(const OperationId &operation, const QString &to, const QString &from,
                                 const QString &set, const QDateTime &now)
{
    QSqlQuery query = m_connection->query();
    const QString sql =
        u"UPDATE operations SET state='%1', changed_at=%2%3 WHERE operation=%4 AND state IN (%5)"_s.arg(
            to, QString::number(now.toMSecsSinceEpoch()), set, quoted(operation.toString()), from);
    if (!query.exec(sql))
        return tl::unexpected(StorageError::from(query.lastError()));
    return query.numRowsAffected() == 1;
}

StorageResult<bool> Outbox::release(const OperationId &operation, const QDateTime &now)
{
    return step(operation, u"queued"_s, u"'held'"_s, {}, now);
}

StorageResult<bool> Outbox::undo(const OperationId &operation, const QDateTime &now)
{
    return step(operation, u"undone"_s, u"'held','queued'"_s, u""_s, now);
}

StorageResult<bool> Outbox::markSending(const OperationId &operation, const QDateTime &now)
{
    return step(operation, u"sending"_s, u"'queued','sending'"_s, u", attempts=attempts+1"_s, now);
}

StorageResult<bool> Outbox::markSent(const OperationId &operation, const QString &cancellation,
                                     const QDateTime &now)
{
    return step(operation, u"sent"_s, u"'sending'"_s, u", cancellation_id="_s + quoted(cancellation), now);
}

StorageResult<bool> Outbox::markRefused(const OperationId &operation, const QString &problem,
                                        const QDateTime &now)
{
    return step(operation, u"refused"_s, u"'sending'"_s, u", problem="_s + quoted(problem), now);
}

StorageResult<bool> Outbox::markConfirmed(const OperationId &operation, const QDateTime &now)
{
    return step(operation, u"confirmed"_s, u"'sending','sent'"_s, {}, now);
}

StorageResult<bool> Outbox::close(const OperationId &operation, const QDateTime &now)
{
    return step(operation, u"closed"_s, u"'refused'"_s, {}, now);
}

StorageResult<bool> Outbox::requeue(const OperationId &operation, const QDateTime &now)
{
    return step(operation, u"queued"_s, u"'sent','confirmed'"_s, {}, now);
}

StorageResult<int> Outbox::releaseDue(const QDateTime &now)
{
    QSqlQuery query = m_connection->query();
    if (!query.exec(
            u"UPDATE operations SET state='queued', changed_at=%1 WHERE state='held' AND held_until<=%1"_s
                .arg(now.toMSecsSinceEpoch())))
        return tl::unexpected(StorageError::from(query.lastError()));
    return query.numRowsAffected();
}

StorageResult<int> Outbox::releaseAll(const QDateTime &now)
{
    QSqlQuery query = m_connection->query();
    if (!query.exec(u"UPDATE operations SET state='queued', changed_at=%1 WHERE state='held'"_s.arg(
            now.toMSecsSinceEpoch())))
        return tl::unexpected(StorageError::from(query.lastError()));
    return query.numRowsAffected();
}

StorageResult<QList<OutboxRow>> Outbox::doneSince(const QDateTime &since) const
{
    return select(u"state IN ('sent','confirmed') AND changed_at>=%1 ORDER BY sequence"_s.arg(
        since.toMSecsSinceEpoch()));
}

StorageResult<int> Outbox::forgetBefore(const QDateTime &time)
{
    QSqlQuery query = m_connection->query();
    if (!query.exec(
            u"DELETE FROM operations WHERE state IN ('confirmed','undone','closed') AND changed_at<%1"_s.arg(
                time.toMSecsSinceEpoch())))
        return tl::unexpected(StorageError::from(query.lastError()));
    return query.numRowsAffected();
}

} // namespace mc
