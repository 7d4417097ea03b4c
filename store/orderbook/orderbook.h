// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/ordersdigest.h"
#include "domain/roles.h"
#include "store/orderbook/database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace mc::store {

/// Who does something, for the guard, the timeline and the audit log.
struct Actor {
    RequestedBy kind = RequestedBy::Merchant;
    QString id; ///< Staff id, token id, order id for a customer, "store" for the store itself.
    QString name; ///< As shown in the timeline.
};

struct CancellationRequest {
    OrderId order;
    OperationId operation; ///< Unique for ever: asking again with it returns the request that it made.
    QList<CancelledLine> lines; ///< Empty: all that is left.
    QString reasonCode;
    QString language; ///< In which the requester read the reason.
    QString comments;
    bool areCommentsForCustomer = true;
    Actor actor;
    bool isOnBehalfOfCustomer = false;
    ContactChannel channel = ContactChannel::None;
};

struct ShipmentReport {
    OrderId order;
    enum class Kind : quint8 {
        Intent, ///< "May I ship?": refused while a cancellation holds the order.
        Fact ///< A carrier's scan: always recorded; after a cancellation it raises a conflict.
    };
    Kind kind = Kind::Intent;
    QList<LineId> lines; ///< Empty: all that is not cancelled.
    Shipment shipment;
    ItemStatus state = ItemStatus::Shipped; ///< Packed, Shipped, Delivered or Returned.
};

/// Why the orderbook said no. Nothing was changed.
struct Refusal {
    enum class Kind : quint8 {
        NotFound,
        NotCancellable, ///< See obstacle.
        PolicyOff, ///< Customers cannot cancel in this store.
        UnknownReason,
        CommentTooLong,
        UnknownLine,
        QuantityTooGreat,
        OperationReused, ///< The operation id belongs to another request.
        OrderHeld, ///< A cancellation is open: shipping has to wait.
        AlreadyCancelled, ///< Shipping something that is cancelled.
        WrongState, ///< The step does not exist from here (accept after processing has begun, …).
        Stale, ///< If-Match did not match.
        Invalid, ///< Contradicting input; detail says which.
        Database
    };
    Kind kind = Kind::Invalid;
    quint8 obstacle = 0; ///< mc::CancelObstacle.
    QString detail;
};
template <typename Value>
using Result = tl::expected<Value, Refusal>;

/// A page of the change feed. `cursor` is opaque and always advances over whole transactions.
struct ChangePage {
    QList<QByteArray> orders; ///< Wire JSON of each changed order, newest version, each once.
    QList<OrderId> removed;
    QByteArray cursor;
    bool hasMore = false;
};
/// What mergeOrder made of an order that came in.
struct MergedOrder {
    enum class What : quint8 { Created, Updated, Unchanged };
    What what = What::Unchanged;
    Order order;
};

struct ResyncRequired {
}; ///< Another epoch, an unknown position or a foreign tag: HTTP 410.

/// Where a snapshot stands: newest first by (placedAt, id). Default = the beginning.
struct SnapshotPosition {
    qint64 placedAtMs = std::numeric_limits<qint64>::max();
    QString id;
};
struct SnapshotPage {
    QList<QByteArray> orders; ///< Wire JSON, newest first.
    SnapshotPosition next;
    bool hasMore = false;
};

struct LockedOrder;
struct LockedCancellation;

/**
 * The orders of one store inside one transaction: every read and every guarded step.
 *
 * Each step is one guarded UPDATE on the state columns, so that exactly one of two contradicting steps wins;
 * lines, timeline, the JSON document, effects (refund, restock, mail), audit row and feed entry are written
 * in the same transaction. Times come from `now` (UTC), never from the database. Lives as long as the Tx and
 * in its thread.
 */
class Orderbook final
{
public:
    Orderbook(Tx &tx, StoreId store, QDateTime now);

    // Reading
    [[nodiscard]] std::optional<Order> order(const OrderId &id) const;
    [[nodiscard]] std::optional<QByteArray> orderDocument(const OrderId &id) const; ///< Wire JSON as stored.
    [[nodiscard]] std::optional<OrderId> findByNumber(const QString &number) const;
    [[nodiscard]] std::optional<OrderId> findByExternalId(const QString &externalId) const;
    [[nodiscard]] std::optional<OrderId> findByCancellation(const CancellationId &id) const;
    [[nodiscard]] SnapshotPage snapshot(const SnapshotPosition &after, int limit) const;
    [[nodiscard]] qint64 orderCount() const;
    /// Of the orders placed from `from` on and before `before`; nullopt: they are more than `most`.
    [[nodiscard]] std::optional<OrdersDigest> digest(const QDateTime &from, const QDateTime &before,
                                                     int most) const;
    [[nodiscard]] QByteArray cursor() const; ///< The feed's end as of this transaction.
    [[nodiscard]] tl::expected<ChangePage, ResyncRequired> changes(const QByteArray &after, int limit) const;

    // Orders coming in
    /// Creates or merges an order from a shop, an import or an engine. `order.version` is the source's own
    /// version and an older one changes nothing; ids, cancellations and their effects stay as they are. A
    /// state that runs against an open or finished cancellation (engine shipped it) is recorded as a shipment
    /// fact. A new order gets its confirmation mail when `sendConfirmation` is set.
    [[nodiscard]] Result<Order> mergeOrder(const Order &order, const Actor &actor, bool sendConfirmation);
    /// The same, and tells whether it was new.
    [[nodiscard]] Result<MergedOrder> merge(const Order &order, const Actor &actor, bool sendConfirmation);
    [[nodiscard]] Result<Order> recordShipment(const ShipmentReport &report, const Actor &actor);

    // Life of a cancellation
    [[nodiscard]] Result<Cancellation> requestCancellation(const CancellationRequest &request);
    [[nodiscard]] Result<Cancellation> accept(const CancellationId &id, const Actor &actor,
                                              std::optional<qint64> ifOrderVersion);
    [[nodiscard]] Result<Cancellation> decline(const CancellationId &id, const Actor &actor,
                                               const QString &why, std::optional<qint64> ifOrderVersion);
    /// requested → processing, for requests that are due (no decision pending, delay over), and again those
    /// that a worker claimed ClaimLease ago without an outcome. Returns what was claimed.
    [[nodiscard]] QList<CancellationId> claimDue(int limit);
    /// Requests whose deadline has passed: the policy's default outcome is applied. Returns how many.
    int expireUndecided(int limit);
    /// Who says that nothing has shipped when a cancellation succeeds.
    enum class Authority : quint8 {
        Store, ///< This orderbook: a parcel that was recorded meanwhile rejects the cancellation instead.
        Engine ///< The engine has cancelled: a recorded parcel becomes a conflict.
    };
    /// processing → succeeded: cancels the lines, and writes the refund, restock and mail effects. Look at
    /// the state of the result: see Authority::Store.
    [[nodiscard]] Result<Cancellation> succeed(const CancellationId &id,
                                               Authority authority = Authority::Store);
    /// requested or processing → rejected.
    [[nodiscard]] Result<Cancellation> reject(const CancellationId &id, Rejection why, const QString &detail);
    /// processing → requested again, not before `notBefore`: the engine brought no outcome. `code` is the
    /// timeline's, see TimelineEvent::code.
    void postpone(const CancellationId &id, const QDateTime &notBefore, const QString &detail,
                  const QString &code);

    [[nodiscard]] Result<Cancellation> retryRefund(const CancellationId &id, const Actor &actor);
    /// Staff paid the money back outside the store: pending or failed → done.
    [[nodiscard]] Result<Cancellation> confirmRefund(const CancellationId &id, const Actor &actor);
    /// A bad outcome or a conflict has been seen and put aside.
    [[nodiscard]] Result<Order> closeConflict(const OrderId &id, const Actor &actor);
    [[nodiscard]] Result<Cancellation> closeCancellation(const CancellationId &id, const Actor &actor);

    /// When claimDue or expireUndecided will have something to do; nullopt: nothing is open.
    [[nodiscard]] std::optional<QDateTime> nextDue() const;

    /// How often the cancellation has been claimed: for the back-off.
    [[nodiscard]] int attempts(const CancellationId &id) const;

    /// A worker that has not brought an outcome within this time is taken for dead.
    static constexpr std::chrono::seconds ClaimLease{120};

private:
    [[nodiscard]] Result<MergedOrder> create(const Order &order, bool sendConfirmation);
    [[nodiscard]] Result<MergedOrder> update(const OrderId &id, const Order &order);
    /// A parcel was faster than a request that nobody processes yet.
    [[nodiscard]] Result<Order> rejectOvertaken(LockedOrder row);
    [[nodiscard]] Result<Cancellation> rejectLocked(LockedCancellation &locked, Rejection why,
                                                    const QString &detail, const Actor &actor);

    Tx &m_tx; ///< Not owned; outlives this object.
    StoreId m_store;
    QDateTime m_now;
};

} // namespace mc::store
