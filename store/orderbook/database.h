// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/strongid.h"
#include "store/orderbook/auditentry.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <tl/expected.hpp>

class QSqlDatabase;

namespace mc::store {

struct DatabaseError {
    enum class Kind : quint8 {
        Unavailable, ///< No connection, disk full, I/O error: try again later.
        NewerSchema, ///< The file was written by a newer version; it is left alone.
        Damaged,
        Constraint, ///< A unique or foreign key said no.
        Other
    };
    Kind kind = Kind::Other;
    QString detail; ///< For the log, never shown to people.
};

class Prepared;

/**
 * One transaction on one connection, as a job sees it.
 *
 * Lives in the worker thread that runs the job and only as long as the job. rollBack() makes the whole job
 * undone and reported as CommitOutcome::RolledBack; it is no error. SQL is written with Statement
 * (statement.h).
 */
class Tx
{
public:
    virtual ~Tx() = default;
    [[nodiscard]] virtual QSqlDatabase &connection() = 0;
    [[nodiscard]] virtual bool isPostgres() const = 0;
    virtual void rollBack() = 0;
    /// Remembers the first error of the job; a job with an error is rolled back and reported to `done`.
    virtual void fail(DatabaseError error) = 0;
    [[nodiscard]] virtual bool hasFailed() const = 0;

    /// The order has changed (or is gone): the feed tells about it. The entries of a transaction share one
    /// position, which is taken at its end, so that positions become visible in commit order.
    virtual void touch(const StoreId &store, const OrderId &order, bool isRemoved = false) = 0;
    /// Appended to the store's hash chain at the end of the transaction.
    virtual void audit(AuditEntry entry) = 0;

    /// For Statement: a prepared statement of this connection, and its return for the next use.
    [[nodiscard]] virtual std::unique_ptr<Prepared> takePrepared(const QString &sql) = 0;
    virtual void giveBack(const QString &sql, std::unique_ptr<Prepared> prepared) = 0;
};

enum class CommitOutcome : quint8 { Committed, RolledBack, Failed };

/**
 * The connections of one database, SQLite or PostgreSQL, each in a worker thread of its own.
 *
 * Thread-safe. A write job is one transaction: on SQLite one writer thread runs waiting jobs as savepoints of
 * one transaction (group commit), on PostgreSQL each writer runs those that wait as one, or each
 * by itself when one of them is undone. `done` is called in the worker thread
 * after the commit is durable; whatever an answer says may be said only there. A read job sees one consistent
 * state and cannot write. On PostgreSQL a write job may be run again (its group was undone, or it lost
 * against another transaction), so a job must only assign its results, never add to them. Destruction
 * finishes the jobs that were accepted.
 */
class Database
{
public:
    struct Config {
        QString sqliteFile; ///< Used when postgresUrl is empty.
        QString postgresUrl; ///< postgresql://user@host/database?host=/socket/dir
        int readers = 2;
        int writers = 4; ///< PostgreSQL only; SQLite has one.
    };
    using Job = std::function<void(Tx &)>;
    using Done = std::function<void(CommitOutcome, const DatabaseError &)>;

    virtual ~Database() = default;

    /// Opens and migrates. One source of migrations for both: resources/sql/store/NNNN_<what>.sql.
    [[nodiscard]] static tl::expected<std::unique_ptr<Database>, DatabaseError> open(const Config &config);

    virtual void write(Job job, Done done) = 0;
    virtual void read(Job job) = 0;
    /// Runs a read of a few rows at once, in the calling thread, whose work waits for it: where the database
    /// is a file, that takes less than handing the job to a worker and back. False: not here, it was not run.
    [[nodiscard]] virtual bool readHere(const Job &job) = 0;
    /// For command line tools and tests: blocks the calling thread, which must not be a worker.
    [[nodiscard]] virtual tl::expected<CommitOutcome, DatabaseError> writeAndWait(const Job &job) = 0;
    virtual void readAndWait(const Job &job) = 0;

    /// A consistent copy while the store runs (SQLite only; PostgreSQL has pg_dump). Blocks.
    [[nodiscard]] virtual tl::expected<void, DatabaseError> backUpTo(const QString &file) = 0;

    /// After an erasure: rewrites the files so that free pages and the log hold nothing of what was deleted.
    /// PostgreSQL: its tables; its log and backups end by its own rules. Blocks; writers wait meanwhile.
    [[nodiscard]] virtual tl::expected<void, DatabaseError> forgetDeleted() = 0;

    /// Called, in any thread, after a transaction that changed a store's feed has been committed, by this
    /// process or (PostgreSQL) another one. A hint only: whoever is woken reads the feed.
    using FeedListener = std::function<void(const QString &storeId)>;
    virtual void setFeedListener(FeedListener listener) = 0;

    /// Says, outside any transaction, that an engine's webhook has left something to look at. Heard like the
    /// feed: here and in the other processes, as a hint only.
    using EngineListener = std::function<void(const QString &engineId)>;
    virtual void tellEngine(const QString &engineId) = 0;
    virtual void setEngineListener(EngineListener listener) = 0;
};

} // namespace mc::store
