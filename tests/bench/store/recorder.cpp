// SPDX-License-Identifier: Apache-2.0
// Loaded before the store's libraries (LD_PRELOAD), it stands between Qt's driver and SQLite and writes down
// what the writing connections run, to the file that MC_RECORDING names. For the benchmark alone; the store
// knows nothing of it.
#include "tests/bench/store/recording.h"

#include <QStringView>

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <mutex>
#include <sqlite3.h>
#include <unordered_map>

namespace {

using mc::bench::append;
using mc::bench::RecordedValue;

class Recorder final
{
public:
    Recorder()
        : m_file(std::fopen(std::getenv("MC_RECORDING"), "wb"))
    {
    }
    ~Recorder()
    {
        if (m_file != nullptr)
            std::fclose(m_file);
    }
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;
    Recorder(Recorder &&) = delete;
    Recorder &operator=(Recorder &&) = delete;

    void bound(sqlite3_stmt *statement, int place, RecordedValue value)
    {
        const std::lock_guard lock(m_mutex);
        auto &values = m_values[statement];
        if (values.size() < static_cast<std::size_t>(place))
            values.resize(static_cast<std::size_t>(place));
        values[static_cast<std::size_t>(place) - 1] = std::move(value);
    }
    void stepped(sqlite3_stmt *statement)
    {
        const char *sql = sqlite3_sql(statement); // null: SQLite asks itself
        const bool isBegun = sqlite3_stmt_busy(statement) != 0;
        if (m_file == nullptr || sql == nullptr || isBegun
            || sqlite3_db_readonly(sqlite3_db_handle(statement), "main") != 0)
            return;
        const std::lock_guard lock(m_mutex);
        QByteArray entry;
        const std::uint32_t number = numberOf(sql, entry);
        const auto &values = m_values[statement];
        append(entry, 'R');
        append(entry, number);
        append(entry, static_cast<std::uint32_t>(values.size()));
        for (const RecordedValue &value : values)
            append(entry, value);
        std::fwrite(entry.constData(), 1, static_cast<std::size_t>(entry.size()), m_file);
    }
    void finalized(sqlite3_stmt *statement)
    {
        const std::lock_guard lock(m_mutex);
        m_values.erase(statement);
    }

private:
    std::uint32_t numberOf(const char *sql, QByteArray &entry)
    {
        const auto [it, isNew] = m_numbers.try_emplace(sql, static_cast<std::uint32_t>(m_numbers.size()));
        if (isNew) {
            append(entry, 'S');
            append(entry, QByteArray(sql));
        }
        return it->second;
    }

    std::FILE *m_file;
    std::mutex m_mutex;
    std::unordered_map<sqlite3_stmt *, std::vector<RecordedValue>> m_values;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

Recorder &recorder()
{
    static Recorder one;
    return one;
}

template <typename Function>
Function *sqlites(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int sqlite3_bind_null(sqlite3_stmt *statement, int place)
{
    static auto *const real = sqlites<decltype(sqlite3_bind_null)>("sqlite3_bind_null");
    recorder().bound(statement, place, {});
    return real(statement, place);
}

int sqlite3_bind_int(sqlite3_stmt *statement, int place, int value)
{
    static auto *const real = sqlites<decltype(sqlite3_bind_int)>("sqlite3_bind_int");
    recorder().bound(statement, place, {'I', value, 0, {}});
    return real(statement, place, value);
}

int sqlite3_bind_int64(sqlite3_stmt *statement, int place, sqlite3_int64 value)
{
    static auto *const real = sqlites<decltype(sqlite3_bind_int64)>("sqlite3_bind_int64");
    recorder().bound(statement, place, {'I', value, 0, {}});
    return real(statement, place, value);
}

int sqlite3_bind_double(sqlite3_stmt *statement, int place, double value)
{
    static auto *const real = sqlites<decltype(sqlite3_bind_double)>("sqlite3_bind_double");
    recorder().bound(statement, place, {'D', 0, value, {}});
    return real(statement, place, value);
}

int sqlite3_bind_blob(sqlite3_stmt *statement, int place, const void *data, int size, void (*destroy)(void *))
{
    static auto *const real = sqlites<decltype(sqlite3_bind_blob)>("sqlite3_bind_blob");
    recorder().bound(statement, place, {'B', 0, 0, QByteArray(static_cast<const char *>(data), size)});
    return real(statement, place, data, size, destroy);
}

int sqlite3_bind_text(sqlite3_stmt *statement, int place, const char *data, int size, void (*destroy)(void *))
{
    static auto *const real = sqlites<decltype(sqlite3_bind_text)>("sqlite3_bind_text");
    recorder().bound(statement, place, {'T', 0, 0, QByteArray(data, size)});
    return real(statement, place, data, size, destroy);
}

int sqlite3_bind_text16(sqlite3_stmt *statement, int place, const void *data, int size,
                        void (*destroy)(void *))
{
    static auto *const real = sqlites<decltype(sqlite3_bind_text16)>("sqlite3_bind_text16");
    const QStringView text(static_cast<const char16_t *>(data), size / 2);
    recorder().bound(statement, place, {'T', 0, 0, text.toUtf8()});
    return real(statement, place, data, size, destroy);
}

int sqlite3_step(sqlite3_stmt *statement)
{
    static auto *const real = sqlites<decltype(sqlite3_step)>("sqlite3_step");
    recorder().stepped(statement);
    return real(statement);
}

int sqlite3_finalize(sqlite3_stmt *statement)
{
    static auto *const real = sqlites<decltype(sqlite3_finalize)>("sqlite3_finalize");
    recorder().finalized(statement);
    return real(statement);
}

} // extern "C"
