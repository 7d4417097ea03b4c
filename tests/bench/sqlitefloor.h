// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

// The floor: SQLite by its C API and nothing else.
namespace mc::bench {

/// One cell as the cache has it.
struct Cell {
    enum class Kind : quint8 { Null, Number, Text, Blob };
    Kind kind = Kind::Null;
    qint64 number = 0;
    QByteArray bytes;
};

/// All that one order is in the cache.
struct FlatRow {
    qint64 place = 0;
    QList<Cell> columns; ///< Of `orders`, in the order of the schema.
    QByteArray document;
    QByteArray words;
    QByteArray oldWords; ///< Of the row that is replaced; empty for a new one.
};

/**
 * One file by the C API, with the settings of the console's cache.
 *
 * What fails ends the program: a benchmark has nothing to say then. Belongs to the thread that made it.
 */
class SqliteFloor final
{
public:
    enum class Mode : quint8 { Cache, Ledger };
    SqliteFloor(const QString &file, Mode mode);
    ~SqliteFloor();
    Q_DISABLE_COPY_MOVE(SqliteFloor)

    void run(const char *sql);
    void runScript(const QString &resource); ///< The console's own migration.
    void prepareRows(); ///< Before insert() and replace().
    void insert(const FlatRow &row);
    /// Same place, other state: the least that brings the file there. Words are left alone where they are
    /// the same.
    void replace(const FlatRow &row);
    void insertBlob(const QByteArray &bytes); ///< Into the table that is made for it: one small row.
    /// Up to `limit` rows below that place, newest first, without words.
    [[nodiscard]] QList<FlatRow> rowsBelow(qint64 place, int limit);
    [[nodiscard]] FlatRow rowAt(qint64 place);
    [[nodiscard]] QList<qint64> places();
    /// Sums over all tables and the search index: the same for two files that hold the same.
    [[nodiscard]] QByteArray contentMark();

private:
    using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)>;
    [[nodiscard]] Statement prepare(const char *sql);
    void check(int code, const char *doing) const;
    void step(sqlite3_stmt *statement);
    void writeOrder(sqlite3_stmt *statement, const FlatRow &row);
    void writeContent(sqlite3_stmt *statement, qint64 place, const Cell &content);

    sqlite3 *m_database = nullptr;
    Statement m_order;
    Statement m_document;
    Statement m_words;
    Statement m_removeWords;
    Statement m_updateOrder;
    Statement m_updateDocument;
    Statement m_blob;
    Statement m_rows;
};

} // namespace mc::bench
