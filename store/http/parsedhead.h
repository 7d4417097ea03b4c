// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/message.h"

namespace mc::store {

/// Takes method and headers over from Boost.Beast's message, with names in lower case.
template <typename Message>
void takeHead(const Message &message, Request &request)
{
    const auto bytes = [](auto view) { return QByteArray(view.data(), static_cast<qsizetype>(view.size())); };
    request.method = bytes(message.method_string());
    for (const auto &field : message)
        request.headers.append({bytes(field.name_string()).toLower(), bytes(field.value())});
}

} // namespace mc::store
