// SPDX-License-Identifier: Apache-2.0
// mc_generate --n N --seed S: orders as NDJSON on standard output, newest first as in a snapshot.
#include "domain/orderjson.h"
#include "tests/bench/benchorders.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <future>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using mc::bench::OrderSet;

namespace {

constexpr int PieceSize = 2'000;

QByteArray piece(const OrderSet &set, int from, int until)
{
    QByteArray bytes;
    for (int index = from; index < until; ++index)
        bytes += mc::orderToBytes(mc::bench::orderAt(set, index)) + '\n';
    return bytes;
}

// One piece for each core at a time, so that ten million orders take no more memory than ten thousand.
bool writeAll(const OrderSet &set)
{
    const int atOnce = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    for (int from = 0; from < set.count;) {
        std::vector<std::future<QByteArray>> pieces;
        for (int i = 0; i < atOnce && from < set.count; ++i) {
            const int until = std::min(from + PieceSize, set.count);
            pieces.push_back(std::async(std::launch::async, piece, set, from, until));
            from = until;
        }
        for (auto &one : pieces) {
            const QByteArray bytes = one.get();
            const auto size = static_cast<size_t>(bytes.size());
            if (std::fwrite(bytes.constData(), 1, size, stdout) != size)
                return false;
        }
    }
    return std::fflush(stdout) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"n"_s, u"How many orders."_s, u"N"_s, u"1000"_s});
    parser.addOption({u"seed"_s, u"Another seed, other orders."_s, u"S"_s, u"1"_s});
    parser.process(app);
    return writeAll({parser.value(u"n"_s).toInt(), parser.value(u"seed"_s).toULongLong()}) ? 0 : 1;
}
