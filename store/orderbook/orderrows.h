// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/orderbook.h"
#include "store/processing/effect.h"

namespace mc::store {

/// What orders are found by: only a source's news changes it.
struct OrderEntry {
    QString number;
    QString externalId;
    QString source;
    QDateTime placedAtUtc;

    friend bool operator==(const OrderEntry &, const OrderEntry &) = default;
};

/// An order that this transaction may change: locked against every other one until its end.
struct LockedOrder {
    Order order;
    qint64 sourceVersion = 0;
    bool isErased = false; ///< Personal data is not taken from its source any more.
    OrderEntry entry = {}; ///< As it stands in the table.
};

/// A cancellation and its order, both locked.
struct LockedCancellation {
    LockedOrder row;
    qsizetype index = 0;

    [[nodiscard]] Cancellation &one() { return row.order.cancellations[index]; }
};

/**
 * Rows of orders, cancellations and effects: what all steps of Orderbook and EffectBook share.
 *
 * A step locks the order, changes the value, and writes columns and document in one guarded UPDATE. The lock
 * keeps the document from being read before another step and written after it; the guard decides. Orders are
 * locked before anything else, so steps on one order never wait for each other in a circle.
 */
class OrderRows final
{
public:
    OrderRows(Tx &tx, StoreId store, QDateTime now);

    enum class Wait : quint8 { ForOthers, Skip };
    [[nodiscard]] std::optional<LockedOrder> lock(const OrderId &id, Wait wait = Wait::ForOthers);
    [[nodiscard]] Result<LockedCancellation> lockCancellation(const CancellationId &id,
                                                              Wait wait = Wait::ForOthers);

    /// What has to be true of the row for the step to happen.
    enum class Guard : quint8 {
        None,
        Cancellable, ///< No open request, nothing has left, something remains.
        Shippable ///< No open request, something remains.
    };
    /// Writes the next version; false: the guard said no and nothing was written.
    [[nodiscard]] bool save(LockedOrder &row, Guard guard);
    void insert(LockedOrder &row);

    void insertCancellation(const OrderId &order, const Cancellation &one, const QString &fingerprint,
                            bool acceptsByDefault, const QDateTime &notBefore);
    /// Writes the state columns if the row is still in `from`; false: it is not.
    [[nodiscard]] bool moveCancellation(const Cancellation &one, CancellationState from,
                                        const QDateTime &notBefore = {});
    /// Writes the state of the refund, whatever the state of the cancellation.
    void writeRefundState(const Cancellation &one);

    void addMail(const Order &order, const CancellationId &cancellation, QLatin1StringView templateName);
    void addEffect(Effect::Kind kind, const Order &order, const CancellationId &cancellation, qint64 amount,
                   const QString &uniqueKey, QLatin1StringView state = QLatin1StringView("due"));
    /// `detail` is text from people or other systems; what the store itself says is a code.
    void note(Order &order, TimelineKind kind, const QString &actor, const QString &detail,
              const QString &code = {}) const;
    /// With an amount in the order's currency.
    void noteAmount(Order &order, TimelineKind kind, const QString &actor, qint64 minor) const;
    void audit(const Actor &actor, QLatin1StringView action, const QString &object, const QString &detail);

    /// No answer of the database, or the refusal given.
    [[nodiscard]] Refusal refusal(Refusal::Kind kind, const QString &detail = {}) const;
    [[nodiscard]] const QDateTime &now() const noexcept { return m_now; }

private:
    [[nodiscard]] QString forUpdate(Wait wait) const;

    Tx &m_tx; ///< Not owned; outlives this object.
    StoreId m_store;
    QDateTime m_now;
};

/// The store itself, for what happens without a person.
[[nodiscard]] Actor storeActor();

/// An engine executes refunds and reports them back; the other sources do not.
[[nodiscard]] bool isFromEngine(const Order &order);

[[nodiscard]] bool hasLeft(ItemStatus state) noexcept;

/// The `fulfilment` column: open, left, cancelled, unknown.
[[nodiscard]] QLatin1StringView fulfilmentOf(const Order &order);

[[nodiscard]] QLatin1StringView codeOf(Effect::Kind kind);
[[nodiscard]] Effect::Kind effectKindOf(const QString &code);

} // namespace mc::store
