// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/nativeprepared.h"

#include "sqlite/sqlitebinding.h"
#include "sqlite/sqlitehandle.h"
#include "store/orderbook/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr qsizetype LongestName = 40;

class NativePrepared final : public Prepared
{
public:
    NativePrepared(sqlite3_stmt *statement, QString sql)
        : m_statement(statement, sqlite3_finalize)
        , m_sql(std::move(sql))
    {
    }

    void bind(QLatin1StringView name, qint64 value) override
    {
        note(sqlite3_bind_int64(m_statement.get(), placeOf(name), value));
    }
    void bind(QLatin1StringView name, const QString &text) override { bind(name, text.toUtf8()); }
    void bind(QLatin1StringView name, const QByteArray &utf8) override
    {
        note(bindText(m_statement.get(), placeOf(name), utf8));
    }

    // To the first row, or to the end.
    tl::expected<void, DatabaseError> run() override
    {
        finish();
        const int wrong = std::exchange(m_bindCode, SQLITE_OK);
        m_code = wrong == SQLITE_OK ? sqlite3_step(m_statement.get()) : wrong;
        m_isAtFirst = true;
        if (m_code == SQLITE_ROW || m_code == SQLITE_DONE)
            return {};
        return tl::unexpected(error());
    }

    int changed() const override { return sqlite3_changes(sqlite3_db_handle(m_statement.get())); }

    tl::expected<bool, DatabaseError> next() override
    {
        if (m_code == SQLITE_ROW && !std::exchange(m_isAtFirst, false))
            m_code = sqlite3_step(m_statement.get());
        if (m_code == SQLITE_ROW)
            return true;
        if (m_code == SQLITE_DONE)
            return false;
        return tl::unexpected(error());
    }

    void finish() override
    {
        sqlite3_reset(m_statement.get());
        m_code = SQLITE_DONE;
    }

    QString text(int column) const override { return QString::fromUtf8(view(column)); }
    QByteArray bytes(int column) const override { return view(column).toByteArray(); }
    qint64 number(int column) const override { return sqlite3_column_int64(m_statement.get(), column); }

private:
    // The text first, which may change how long it is.
    [[nodiscard]] QByteArrayView view(int column) const
    {
        const unsigned char *data = sqlite3_column_text(m_statement.get(), column);
        return {reinterpret_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column)};
    }

    [[nodiscard]] int placeOf(QLatin1StringView name) const
    {
        std::array<char, LongestName + 1> terminated{};
        std::copy_n(name.data(), std::min(name.size(), LongestName), terminated.begin());
        return sqlite3_bind_parameter_index(m_statement.get(), terminated.data());
    }

    // A value that could not be bound would leave the one of the last run in its place.
    void note(int code)
    {
        if (code != SQLITE_OK && m_bindCode == SQLITE_OK)
            m_bindCode = code;
    }

    [[nodiscard]] DatabaseError error() const { return databaseError(m_code, m_sql); }

    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> m_statement;
    QString m_sql;
    int m_code = SQLITE_DONE; ///< Of the last step.
    int m_bindCode = SQLITE_OK; ///< Of the first value that could not be bound.
    bool m_isAtFirst = false;
};

} // namespace

tl::expected<std::unique_ptr<Prepared>, DatabaseError> nativePrepared(const QSqlDatabase &database,
                                                                      const QString &sql)
{
    if (!database.isOpen())
        return tl::unexpected(
            DatabaseError{DatabaseError::Kind::Unavailable, u"the connection is not open"_s});
    sqlite3 *const handle = sqliteHandle(*database.driver());
    if (handle == nullptr)
        return std::unique_ptr<Prepared>();
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle, text.constData(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    auto made = std::make_unique<NativePrepared>(statement, sql);
    if (code != SQLITE_OK)
        return tl::unexpected(databaseError(code, sql));
    return made;
}

} // namespace mc::store
