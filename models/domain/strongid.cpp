// SPDX-License-Identifier: Apache-2.0
#include "domain/strongid.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace mc {

QString newUuid7()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    // RFC 9562, 5.7: 48 bits of Unix milliseconds, version 7, 12 random bits, variant 10, 62 random bits.
    const auto high = static_cast<uint>(now >> 16);
    const auto middle = static_cast<ushort>(now & 0xffffU);
    const auto low = static_cast<ushort>(0x7000U | (words[0] & 0x0fffU));
    const auto byte = [](quint32 word, int shift) { return static_cast<uchar>((word >> shift) & 0xffU); };
    return QUuid(high, middle, low, static_cast<uchar>(0x80U | (byte(words[1], 0) & 0x3fU)),
                 byte(words[1], 8), byte(words[2], 0), byte(words[2], 8), byte(words[2], 16),
                 byte(words[2], 24), byte(words[3], 0), byte(words[3], 8))
        .toString(QUuid::WithoutBraces);
}

} // namespace mc
