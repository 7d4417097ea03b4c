// SPDX-License-Identifier: Apache-2.0
// What the console makes of the answers to its plain requests: problem documents, sessions, pages of changes,
// and whatever a proxy sends instead.
#include "../support/fuzzing.h"
#include "../support/piecenetwork.h"
#include "net/storecalls.h"

using namespace mc;
using mc::fuzz::require;

namespace {

template <typename Call, typename... Arguments>
void run(const fuzz::Answer &answer, const Arguments &...arguments)
{
    fuzz::PieceNetwork &network = fuzz::theNetwork();
    network.setAnswer(answer);
    Transport transport(network, QUrl(QStringLiteral("https://store.example")));
    transport.setToken("token");
    int ends = 0;
    {
        Call call(transport, arguments..., nullptr);
        QObject::connect(&call, &Call::finished, &call, [&](const auto &outcome) {
            ++ends;
            if (!outcome) {
                require(!sentenceFor(outcome.error(), QStringLiteral("store.example")).isEmpty(),
                        "every failure has a sentence");
                require(outcome.error().retryAfter.value_or(std::chrono::hours(0)) <= std::chrono::hours(1),
                        "no wait is longer than an hour");
            }
        });
        call.start();
        network.deliver();
    }
    fuzz::settle();
    require(ends == 1, "one end");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Answer answer = fuzz::answerFrom(fuzz::inputOf(data, size));
    const QString text = QStringLiteral("x");
    const OperationId operation(QStringLiteral("018f0000-0000-7000-8000-000000000000"));
    run<SignIn>(answer, text, text, text);
    run<SignOut>(answer);
    run<FetchStore>(answer);
    run<FetchChanges>(answer, QByteArray("cursor"));
    run<SendCancellation>(answer, operation, OrderId(text), QByteArray("{}"));
    const auto kind = StaffDecision::Kind(answer.body.size() % 6);
    run<DecideCancellation>(answer, StaffDecision{kind, text, text, operation});
    return 0;
}
