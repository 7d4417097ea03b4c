// SPDX-License-Identifier: Apache-2.0
// mc_replay --recording FILE --database FILE: runs on a copy of the store's database, by SQLite's C API, what
// the store ran, in the same transactions, and prints how long the cancellations among it took.
#include "tests/bench/store/recording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using mc::bench::RecordedRun;
using mc::bench::RecordedValue;
using mc::bench::Recording;

namespace {

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "mc_replay: %s\n", what);
    std::exit(1);
}

/// From front to back; ends the program at an entry that was cut off.
class Reader final
{
public:
    explicit Reader(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    Recording read()
    {
        Recording recording;
        while (m_at < m_bytes.size()) {
            if (take<char>() == 'S')
                recording.statements.push_back(text());
            else
                recording.runs.push_back(run());
        }
        return recording;
    }

private:
    template <typename Number>
    Number take()
    {
        Number number{};
        need(sizeof number);
        std::memcpy(&number, m_bytes.constData() + m_at, sizeof number);
        m_at += qsizetype(sizeof number);
        return number;
    }
    QByteArray text()
    {
        const auto size = qsizetype(take<std::uint32_t>());
        need(size);
        QByteArray text = m_bytes.mid(m_at, size);
        m_at += size;
        return text;
    }
    RecordedRun run()
    {
        RecordedRun run{take<std::uint32_t>(), {}};
        run.values.resize(take<std::uint32_t>());
        for (RecordedValue &value : run.values) {
            value.kind = take<char>();
            if (value.kind == 'I')
                value.integer = take<std::int64_t>();
            else if (value.kind == 'D')
                value.real = take<double>();
            else if (value.kind != 'N')
                value.bytes = text();
        }
        return run;
    }
    void need(qsizetype size) const
    {
        if (m_bytes.size() - m_at < size)
            fail("the recording is cut off");
    }

    const QByteArray m_bytes;
    qsizetype m_at = 0;
};

/// One connection, each statement prepared once, as the store has it.
class Player final
{
public:
    Player(const QByteArray &file, const Recording &recording)
        : m_recording(recording)
        , m_prepared(recording.statements.size())
    {
        if (sqlite3_open_v2(file.constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
            fail("the database cannot be opened");
    }
    ~Player()
    {
        for (sqlite3_stmt *statement : m_prepared)
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    Player(const Player &) = delete;
    Player &operator=(const Player &) = delete;
    Player(Player &&) = delete;
    Player &operator=(Player &&) = delete;

    void play(std::size_t from, std::size_t until)
    {
        for (std::size_t i = from; i < until; ++i)
            play(m_recording.runs[i]);
    }

private:
    void play(const RecordedRun &run)
    {
        sqlite3_stmt *&statement = m_prepared[run.statement];
        const QByteArray &sql = m_recording.statements[run.statement];
        if (statement == nullptr
            && sqlite3_prepare_v3(m_database, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                  &statement, nullptr)
                != SQLITE_OK)
            fail(sqlite3_errmsg(m_database));
        for (std::size_t i = 0; i < run.values.size(); ++i)
            bind(statement, int(i) + 1, run.values[i]);
        int result = SQLITE_ROW;
        while (result == SQLITE_ROW)
            result = sqlite3_step(statement);
        if (result != SQLITE_DONE)
            fail(sqlite3_errmsg(m_database));
        sqlite3_reset(statement);
    }

    static void bind(sqlite3_stmt *statement, int place, const RecordedValue &value)
    {
        const int size = int(value.bytes.size());
        switch (value.kind) {
        case 'I':
            sqlite3_bind_int64(statement, place, value.integer);
            return;
        case 'D':
            sqlite3_bind_double(statement, place, value.real);
            return;
        case 'T':
            sqlite3_bind_text(statement, place, value.bytes.constData(), size, SQLITE_STATIC);
            return;
        case 'B':
            sqlite3_bind_blob(statement, place, value.bytes.constData(), size, SQLITE_STATIC);
            return;
        default:
            sqlite3_bind_null(statement, place);
        }
    }

    const Recording &m_recording;
    sqlite3 *m_database = nullptr;
    std::vector<sqlite3_stmt *> m_prepared;
};

struct Part {
    std::size_t from = 0; ///< The first transaction with a cancellation begins here.
    std::size_t until = 0; ///< The last one has ended.
    int cancellations = 0;
    int transactions = 0; ///< Those that took a cancellation.
};

Part cancellationsIn(const Recording &recording)
{
    Part part;
    std::size_t begin = 0;
    bool hasCancellation = false;
    for (std::size_t i = 0; i < recording.runs.size(); ++i) {
        const QByteArray &sql = recording.statements[recording.runs[i].statement];
        if (sql.startsWith("BEGIN")) {
            begin = i;
            hasCancellation = false;
        } else if (sql.startsWith("INSERT INTO cancellation ")) {
            if (part.cancellations++ == 0)
                part.from = begin;
            hasCancellation = true;
        } else if (sql == "COMMIT" && hasCancellation) {
            part.until = i + 1;
            ++part.transactions;
        }
    }
    return part;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"recording"_s, u"What the recorder wrote."_s, u"FILE"_s});
    parser.addOption({u"database"_s, u"The database as it was before; it is changed."_s, u"FILE"_s});
    parser.process(app);
    QFile file(parser.value(u"recording"_s));
    if (!file.open(QIODevice::ReadOnly))
        fail("the recording cannot be read");
    const Recording recording = Reader(file.readAll()).read();
    const Part part = cancellationsIn(recording);
    Player player(QFile::encodeName(parser.value(u"database"_s)), recording);
    player.play(0, part.from);
    const auto began = std::chrono::steady_clock::now();
    player.play(part.from, part.until);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began;
    player.play(part.until, recording.runs.size());
    std::printf(R"({"cancellations": %d, "transactions": %d, "seconds": %.6f})"
                "\n",
                part.cancellations, part.transactions, seconds.count());
    return 0;
}
