// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <tl/expected.hpp>

class QSqlError;

namespace mc {

struct StorageError {
    enum class Kind : quint8 {
        CannotOpen,
        NewerVersion, ///< Written by a newer console: refused, and left alone.
        Damaged,
        Busy, ///< Somebody else holds it; says nothing about its health.
        Failed
    };
    Kind kind = Kind::Failed;
    QString detail; ///< For the log.

    [[nodiscard]] static StorageError from(const QSqlError &error);
    /// Of SQLite's result codes, also the extended ones.
    [[nodiscard]] static StorageError fromCode(int code, const QString &text);
};
template <typename Value>
using StorageResult = tl::expected<Value, StorageError>;

/**
 * One connection to one SQLite file, closed and forgotten when it ends.
 *
 * Belongs to the thread that made it. A file that it creates is readable by its owner only (0600).
 */
class SqlConnection final
{
public:
    enum class Mode : quint8 {
        Reader, ///< Opened read-only; the file must exist.
        Cache, ///< WAL, synchronous=NORMAL: may lose the last commits in a power cut, never its consistency.
        Ledger ///< WAL, synchronous=FULL: a commit that returned is on the disk.
    };
    [[nodiscard]] static StorageResult<std::unique_ptr<SqlConnection>> open(const QString &file, Mode mode);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    [[nodiscard]] QSqlQuery query() const; ///< Forward-only.
    [[nodiscard]] StorageResult<QSqlQuery> prepare(const QString &sql) const;
    [[nodiscard]] StorageResult<void> run(const QString &sql) const;
    /// First column of the first row; an invalid variant when there is none.
    [[nodiscard]] StorageResult<QVariant> value(const QString &sql) const;
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const QSqlDriver &driver() const { return *m_database.driver(); }

private:
    explicit SqlConnection(QString file, QString name);
    [[nodiscard]] StorageResult<void> configure(Mode mode) const;

    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
};

/// Rolls back unless committed.
class SqlTransaction final
{
public:
    explicit SqlTransaction(const SqlConnection &connection);
    ~SqlTransaction();
    Q_DISABLE_COPY_MOVE(SqlTransaction)
    /// To be asked first: outside a transaction each statement would commit by itself.
    [[nodiscard]] const StorageResult<void> &begun() const { return m_begun; }
    [[nodiscard]] StorageResult<void> commit();

private:
    const SqlConnection &m_connection; ///< Not owned; outlives this.
    bool m_isOpen = false;
    StorageResult<void> m_begun;
};

/// Runs a prepared and bound query; its error as a value.
[[nodiscard]] StorageResult<void> run(QSqlQuery &query);
/// After the last next(): whether the rows ended, or the reading did.
[[nodiscard]] StorageResult<void> ended(const QSqlQuery &query);

/// Brings the file to the newest version: `:/sql/<set>/NNNN_<what>.sql`, each with its number in one
/// transaction. NewerVersion, and nothing is changed, when the file knows more than this program.
[[nodiscard]] StorageResult<void> migrate(const SqlConnection &connection, const QString &set);
/// NewerVersion when the file knows more than this program. Asked before anything opens the file for
/// writing, so that such a file keeps every byte. What is wrong otherwise is left to that opening.
[[nodiscard]] StorageResult<void> refuseNewer(const QString &file, const QString &set);
[[nodiscard]] int newestVersion(const QString &set);

} // namespace mc
