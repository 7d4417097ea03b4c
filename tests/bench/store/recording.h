// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <vector>

namespace mc::bench {

/**
 * What a writing connection was asked to do, statement by statement, with the values that were bound. Written
 * by the recorder beside a running store, read by mc_replay, both of the same build: numbers as they lie in
 * memory.
 *
 * Entries: 'S' length text (a statement's text, its number is how many came before), 'R' number values (a run
 * of it). Values: count, then for each 'N', 'I' integer, 'D' double, 'T' length UTF-8 or 'B' length bytes.
 */
struct RecordedValue {
    char kind = 'N';
    std::int64_t integer = 0;
    double real = 0;
    QByteArray bytes;
};

struct RecordedRun {
    std::uint32_t statement = 0;
    std::vector<RecordedValue> values;
};

struct Recording {
    std::vector<QByteArray> statements;
    std::vector<RecordedRun> runs;
};

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

inline void append(QByteArray &bytes, const QByteArray &text)
{
    append(bytes, static_cast<std::uint32_t>(text.size()));
    bytes.append(text.constData(), text.size());
}

inline void append(QByteArray &bytes, const RecordedValue &value)
{
    bytes.append(value.kind);
    if (value.kind == 'I')
        append(bytes, value.integer);
    else if (value.kind == 'D')
        append(bytes, value.real);
    else if (value.kind != 'N')
        append(bytes, value.bytes);
}

} // namespace mc::bench
