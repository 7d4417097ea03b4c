// SPDX-License-Identifier: Apache-2.0
// The event stream that wakes a console.
#include "../support/fuzzing.h"
#include "../support/piecenetwork.h"
#include "net/changesstream.h"

using namespace mc;
using mc::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Answer answer = fuzz::answerFrom(fuzz::inputOf(data, size));
    fuzz::PieceNetwork &network = fuzz::theNetwork();
    network.setAnswer(answer);
    const Transport transport(network, QUrl(QStringLiteral("https://store.example")));
    int opened = 0;
    int changes = 0;
    int closed = 0;
    {
        ChangesStream stream(transport, nullptr);
        QObject::connect(&stream, &ChangesStream::opened, &stream, [&] { ++opened; });
        QObject::connect(&stream, &ChangesStream::changed, &stream, [&] { ++changes; });
        QObject::connect(&stream, &ChangesStream::closed, &stream, [&] { ++closed; });
        stream.start();
        if (answer.retryAfter != "cancel") {
            network.deliver();
            require(closed == 1, "one end");
        }
    }
    fuzz::settle();
    require(opened <= 1 && (changes == 0 || opened == 1), "changes only when open");
    require(changes <= answer.body.count("event"), "no change out of nothing");
    return 0;
}
