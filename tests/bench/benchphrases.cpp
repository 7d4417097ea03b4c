// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benchphrases.h"

#include "storage/searchwords.h"

#include <QStringList>

namespace mc::bench {
namespace {

constexpr int MostWords = 3;
constexpr int LongestPrefix = 12;

} // namespace

QString phraseOf(const Order &order, Dice &dice)
{
    const QStringList all = searchWords(order).split(u' ');
    QStringList words;
    for (int left = 1 + dice.below(MostWords); left > 0; --left) {
        const QString &word = all.at(dice.below(static_cast<int>(all.size())));
        words.append(word.left(1 + dice.below(LongestPrefix)));
    }
    return words.join(u' ');
}

} // namespace mc::bench
