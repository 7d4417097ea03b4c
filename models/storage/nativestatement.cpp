// SPDX-License-Identifier: Apache-2.0
#include "storage/nativestatement.h"

#include "sqlite/sqlitebinding.h"
#include "sqlite/sqlitehandle.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

StorageError errorOf(sqlite3 *handle)
{
    return StorageError::fromCode(sqlite3_extended_errcode(handle),
                                  QString::fromUtf8(sqlite3_errmsg(handle)));
}

class NativeStatement final : public Statement
{
public:
    explicit NativeStatement(sqlite3_stmt *statement)
        : m_statement(statement, sqlite3_finalize)
    {
    }

    void bind(qint64 value) override { note(sqlite3_bind_int64(m_statement.get(), ++m_bound, value)); }
    void bind(const QString &text) override { note(bindText(m_statement.get(), ++m_bound, text.toUtf8())); }
    void bind(const QByteArray &blob) override
    {
        note(sqlite3_bind_blob64(m_statement.get(), ++m_bound, dataOf(blob),
                                 static_cast<sqlite3_uint64>(blob.size()), copied()));
    }
    void bindNull() override { note(sqlite3_bind_null(m_statement.get(), ++m_bound)); }

    StorageResult<bool> next() override
    {
        if (!std::exchange(m_isRunning, true)) {
            if (const int code = bindingCode(); code != SQLITE_OK) {
                reset();
                return tl::unexpected(StorageError::fromCode(code, QString::fromUtf8(sqlite3_errstr(code))));
            }
        }
        const int code = sqlite3_step(m_statement.get());
        if (code == SQLITE_ROW)
            return true;
        const StorageError error = errorOf(sqlite3_db_handle(m_statement.get())); // the reset clears it
        reset();
        if (code != SQLITE_DONE)
            return tl::unexpected(error);
        return false;
    }

    void reset() override
    {
        m_bound = 0;
        m_bindCode = SQLITE_OK;
        m_isRunning = false;
        sqlite3_reset(m_statement.get());
    }

    qint64 number(int column) const override { return sqlite3_column_int64(m_statement.get(), column); }
    QByteArray bytes(int column) const override
    {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
        return {data, sqlite3_column_bytes(m_statement.get(), column)};
    }

private:
    // A value that could not be bound would leave the one of the last run in its place.
    void note(int code)
    {
        if (code != SQLITE_OK && m_bindCode == SQLITE_OK)
            m_bindCode = code;
    }
    [[nodiscard]] int bindingCode() const
    {
        const bool isComplete = m_bound == sqlite3_bind_parameter_count(m_statement.get());
        return m_bindCode != SQLITE_OK || isComplete ? m_bindCode : SQLITE_RANGE;
    }

    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> m_statement;
    int m_bound = 0;
    int m_bindCode = SQLITE_OK; ///< Of the first value that could not be bound.
    bool m_isRunning = false;
};

} // namespace

StorageResult<std::unique_ptr<Statement>> nativeStatement(const SqlConnection &connection, const QString &sql)
{
    sqlite3 *const handle = sqliteHandle(connection.driver());
    if (handle == nullptr)
        return std::unique_ptr<Statement>();
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle, text.constData(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    auto made = std::make_unique<NativeStatement>(statement);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(handle));
    return made;
}

} // namespace mc
