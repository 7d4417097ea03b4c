// SPDX-License-Identifier: Apache-2.0
// Cursors of the change feed and places where a snapshot goes on, as clients send them back.
#include "../support/fuzzing.h"
#include "store/orderbook/feedcursor.h"

using namespace mc::store;
using mc::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray input = mc::fuzz::inputOf(data, size);
    // Most bytes are no base64, so the same bytes are read as they are and encoded.
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    for (const QByteArray &text : {input, input.toBase64(options)}) {
        if (const auto place = feedPlaceFrom(text)) {
            require(place->position >= 0, "positions count up from 0");
            const auto again = feedPlaceFrom(cursorFrom(*place));
            require(again && again->epoch == place->epoch && again->position == place->position
                        && again->tag == place->tag,
                    "a cursor that is understood is written the same");
        }
        if (const auto point = resumePointFrom(QString::fromLatin1(text))) {
            const auto again = resumePointFrom(QString::fromLatin1(textFrom(*point)));
            require(again && again->placedAtMs == point->placedAtMs && again->id == point->id
                        && again->cursor == point->cursor,
                    "a place that is understood is written the same");
        }
    }
    return 0;
}
