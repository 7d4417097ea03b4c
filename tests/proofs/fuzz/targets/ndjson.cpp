// SPDX-License-Identifier: Apache-2.0
// The snapshot that a console reads line by line, and a page of changes.
#include "../support/fuzzing.h"
#include "../support/piecenetwork.h"
#include "net/fetchsnapshot.h"

using namespace mc;
using mc::fuzz::require;

namespace {

void readSnapshot(const fuzz::Answer &answer, const QByteArray &from, bool cancels)
{
    fuzz::PieceNetwork &network = fuzz::theNetwork();
    network.setAnswer(answer);
    const Transport transport(network, QUrl(QStringLiteral("https://store.example/base/")));
    int ends = 0;
    qsizetype orders = 0;
    {
        FetchSnapshot fetch(transport, from, nullptr);
        QObject::connect(&fetch, &FetchSnapshot::batchRead, &fetch,
                         [&](const QList<ReceivedOrder> &batch) { orders += batch.size(); });
        QObject::connect(&fetch, &FetchSnapshot::finished, &fetch, [&] { ++ends; });
        fetch.start();
        if (!cancels)
            network.deliver();
        require(ends == (cancels ? 0 : 1), "one end");
    }
    require(orders <= answer.body.size(), "no order out of nothing");
    fuzz::settle();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::inputOf(data, size);
    const fuzz::Answer answer = fuzz::answerFrom(input);
    readSnapshot(answer, answer.retryAfter, answer.status == 0 && answer.error == QNetworkReply::NoError);
    if (const auto page = changesFromBytes(answer.body))
        require(changesFromBytes(answer.body) == page, "the same bytes say the same");
    return 0;
}
