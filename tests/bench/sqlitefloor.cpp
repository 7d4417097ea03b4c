// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/sqlitefloor.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace mc::bench {
namespace {

void bind(sqlite3_stmt *statement, int at, const Cell &cell)
{
    const auto size = static_cast<int>(cell.bytes.size());
    switch (cell.kind) {
    case Cell::Kind::Null:
        sqlite3_bind_null(statement, at);
        return;
    case Cell::Kind::Number:
        sqlite3_bind_int64(statement, at, cell.number);
        return;
    case Cell::Kind::Text:
        sqlite3_bind_text(statement, at, cell.bytes.constData(), size, SQLITE_STATIC);
        return;
    case Cell::Kind::Blob:
        sqlite3_bind_blob(statement, at, cell.bytes.constData(), size, SQLITE_STATIC);
        return;
    }
}

Cell cellAt(sqlite3_stmt *statement, int at)
{
    const int type = sqlite3_column_type(statement, at);
    if (type == SQLITE_NULL)
        return {};
    if (type == SQLITE_INTEGER)
        return {Cell::Kind::Number, sqlite3_column_int64(statement, at), {}};
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, at));
    return {type == SQLITE_TEXT ? Cell::Kind::Text : Cell::Kind::Blob, 0,
            QByteArray(bytes, sqlite3_column_bytes(statement, at))};
}

Cell textOf(const QByteArray &bytes)
{
    return {Cell::Kind::Text, 0, bytes};
}

} // namespace

SqliteFloor::SqliteFloor(const QString &file, Mode mode)
    : m_order(nullptr, sqlite3_finalize)
    , m_document(nullptr, sqlite3_finalize)
    , m_words(nullptr, sqlite3_finalize)
    , m_removeWords(nullptr, sqlite3_finalize)
    , m_updateOrder(nullptr, sqlite3_finalize)
    , m_updateDocument(nullptr, sqlite3_finalize)
    , m_blob(nullptr, sqlite3_finalize)
    , m_rows(nullptr, sqlite3_finalize)
{
    check(sqlite3_open(file.toUtf8().constData(), &m_database), "opening");
    run("PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384; PRAGMA journal_mode=WAL");
    run(mode == Mode::Cache ? "PRAGMA synchronous=NORMAL; PRAGMA secure_delete=OFF"
                            : "PRAGMA synchronous=FULL");
}

SqliteFloor::~SqliteFloor()
{
    for (Statement *one : {&m_order, &m_document, &m_words, &m_removeWords, &m_updateOrder, &m_updateDocument,
                           &m_blob, &m_rows})
        one->reset();
    sqlite3_close(m_database);
}

void SqliteFloor::check(int code, const char *doing) const
{
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
        return;
    std::fprintf(stderr, "SQLite, %s: %s\n", doing, sqlite3_errmsg(m_database));
    std::exit(1);
}

void SqliteFloor::run(const char *sql)
{
    check(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr), sql);
}

void SqliteFloor::runScript(const QString &resource)
{
    QFile script(resource);
    if (!script.open(QIODevice::ReadOnly))
        std::exit(1);
    run(script.readAll().constData());
}

SqliteFloor::Statement SqliteFloor::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr), sql);
    return {statement, sqlite3_finalize};
}

void SqliteFloor::prepareRows()
{
    m_order = prepare("INSERT INTO orders VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    m_document = prepare("INSERT INTO documents (place, document) VALUES (?,?)");
    m_words = prepare("INSERT INTO search (rowid, words) VALUES (?,?)");
    m_removeWords = prepare("INSERT INTO search (search, rowid, words) VALUES ('delete',?,?)");
    m_updateOrder =
        prepare("UPDATE orders SET version=?3, item_status=?13, payment_status=?14, obstacle=?17, "
                "attention=?18, ended_at=?19 WHERE order_id=?2");
    m_updateDocument = prepare("UPDATE documents SET document=?2 WHERE place=?1");
}

void SqliteFloor::step(sqlite3_stmt *statement)
{
    check(sqlite3_step(statement), "a row");
    sqlite3_reset(statement);
}

void SqliteFloor::writeOrder(sqlite3_stmt *statement, const FlatRow &row)
{
    for (int i = 0; i < row.columns.size(); ++i)
        bind(statement, i + 1, row.columns.at(i));
    step(statement);
}

void SqliteFloor::writeContent(sqlite3_stmt *statement, qint64 place, const Cell &content)
{
    sqlite3_bind_int64(statement, 1, place);
    bind(statement, 2, content);
    step(statement);
}

void SqliteFloor::insert(const FlatRow &row)
{
    writeOrder(m_order.get(), row);
    writeContent(m_document.get(), row.place, {Cell::Kind::Blob, 0, row.document});
    writeContent(m_words.get(), row.place, textOf(row.words));
}

void SqliteFloor::replace(const FlatRow &row)
{
    writeOrder(m_updateOrder.get(), row);
    writeContent(m_updateDocument.get(), row.place, {Cell::Kind::Blob, 0, row.document});
    if (row.words == row.oldWords)
        return;
    writeContent(m_removeWords.get(), row.place, textOf(row.oldWords));
    writeContent(m_words.get(), row.place, textOf(row.words));
}

void SqliteFloor::insertBlob(const QByteArray &bytes)
{
    if (!m_blob)
        m_blob = prepare("INSERT INTO small (content) VALUES (?)");
    bind(m_blob.get(), 1, {Cell::Kind::Blob, 0, bytes});
    step(m_blob.get());
}

QList<FlatRow> SqliteFloor::rowsBelow(qint64 place, int limit)
{
    if (!m_rows)
        m_rows = prepare("SELECT d.document, o.* FROM orders o JOIN documents d ON d.place=o.place "
                         "WHERE o.place<? ORDER BY o.place DESC LIMIT ?");
    sqlite3_bind_int64(m_rows.get(), 1, place);
    sqlite3_bind_int(m_rows.get(), 2, limit);
    QList<FlatRow> rows;
    while (sqlite3_step(m_rows.get()) == SQLITE_ROW) {
        FlatRow row;
        row.document = cellAt(m_rows.get(), 0).bytes;
        for (int i = 1; i < sqlite3_column_count(m_rows.get()); ++i)
            row.columns.append(cellAt(m_rows.get(), i));
        row.place = row.columns.constFirst().number;
        rows.append(row);
    }
    sqlite3_reset(m_rows.get());
    return rows;
}

FlatRow SqliteFloor::rowAt(qint64 place)
{
    QList<FlatRow> rows = rowsBelow(place + 1, 1);
    return rows.isEmpty() ? FlatRow() : rows.takeFirst();
}

QList<qint64> SqliteFloor::places()
{
    const Statement all = prepare("SELECT place FROM orders");
    QList<qint64> places;
    while (sqlite3_step(all.get()) == SQLITE_ROW)
        places.append(sqlite3_column_int64(all.get(), 0));
    return places;
}

QByteArray SqliteFloor::contentMark()
{
    const Statement mark =
        prepare("SELECT (SELECT count(*)||' '||sum(place)||' '||sum(version)||' '||sum(item_status)||' '||"
                "sum(payment_status)||' '||sum(obstacle)||' '||sum(attention) FROM orders)||' '||"
                "(SELECT sum(length(document)) FROM documents)||' '||"
                "(SELECT count(*)||' '||sum(rowid) FROM search WHERE search MATCH 'oak OR jd* OR anna')");
    check(sqlite3_step(mark.get()), "the content");
    return cellAt(mark.get(), 0).bytes;
}

} // namespace mc::bench
