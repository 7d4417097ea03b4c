// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"

#include <QByteArray>
#include <QString>

namespace mc::store {

/// Something that the store owes the outside because of an order: a row of the store's outbox, written in the
/// transaction that decided it and executed by a worker until it is done.
struct Effect {
    enum class Kind : quint8 { Mail, Refund, Restock };
    QString id;
    StoreId store;
    Kind kind = Kind::Mail;
    OrderId order;
    CancellationId cancellation; ///< Invalid for the order confirmation.
    QString template_; ///< Mail only: "order_confirmation", "cancellation_requested", "cancelled",
                       ///< "refunded", "rejected".
    qint64 amountMinor = 0; ///< Refund only.
    QString uniqueKey; ///< Stable over retries: idempotency key at the provider, Message-ID of a mail.
    int attempts = 0;
};

struct EffectOutcome {
    enum class Kind : quint8 {
        Done, ///< Executed and read back.
        TryLater, ///< Could not be reached or unknown outcome: same key, later.
        Refused, ///< A clear no: becomes an open task (failed refund).
        Manual ///< Nobody here can do it: a refund stays pending until staff confirm it.
    };
    Kind kind = Kind::Done;
    QString detail; ///< Refused: one sentence for people; TryLater: for the log.
};

/// Executes one kind of effect. Called on a worker thread, outside any transaction; may block for at most 30
/// s.
class EffectExecutor
{
public:
    virtual ~EffectExecutor() = default;
    [[nodiscard]] virtual EffectOutcome execute(const Effect &effect, const Order &order) = 0;
};

} // namespace mc::store
