// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/headervalues.h"
#include "store/http/route.h"
#include "store/orderbook/idempotencyrepository.h"

namespace mc::store {

/// One mutation of one principal under one key. A value.
struct IdempotentCall {
    IdempotencyKey key;
    QString route;
    QString fingerprint;
};
/// For a request with a valid key.
[[nodiscard]] IdempotentCall idempotentCall(const Request &request, const Principal &principal);

/// The answer that is there already, word for word; or 422 when the key was used for something else.
[[nodiscard]] std::optional<Response> replayed(Tx &tx, const IdempotentCall &call);
/// Takes the key in this transaction, so that two processes cannot do the same thing twice. An answer:
/// somebody else was first.
[[nodiscard]] std::optional<Response> reserved(Tx &tx, const IdempotentCall &call, const QDateTime &now);
/// Keeps the answer with what it tells about, in the same transaction.
void keepAnswer(Tx &tx, const IdempotentCall &call, const Response &response);

} // namespace mc::store
