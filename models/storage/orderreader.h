// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/orderrules.h"
#include "storage/ordercache.h"
#include "storage/sqlconnection.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <compare>
#include <functional>
#include <memory>
#include <optional>

namespace mc {

/// What a table shows, in the words of the cache.
struct TableQuery {
    enum class SortKey : quint8 { PlacedAt, Number, Customer, ItemStatus, PaymentStatus, Amount };
    std::optional<qint64> fromPlace; ///< Only orders from this place on; see placeOf().
    QString match; ///< From matchExpression(); empty: all.
    QSet<ItemStatus> itemStatuses; ///< Empty: any.
    QSet<PaymentStatus> paymentStatuses; ///< Empty: any.
    SortKey sortKey = SortKey::PlacedAt;
    Qt::SortOrder sortOrder = Qt::DescendingOrder;

    friend bool operator==(const TableQuery &, const TableQuery &) = default;
};

enum class Access : quint8; // orderplan.h

/// From how many orders on they are found in which way. For a million (docs/performance.md).
struct PlanLimits {
    int few = 1'000; ///< So many are fetched by their filter and sorted, wherever they lie.
    /// So many still, where they are not met soon along the sort: orders that are open are the newest ones,
    /// and a walk from the other end would pass all that are done.
    int fetched = 10'000;
    int ahead = 50'000; ///< "Soon": seven to eight milliseconds from memory.
    int enough = 250; ///< Met within that.
};

/// The lowest place of an order of that time.
[[nodiscard]] qint64 placeOf(const QDateTime &placedAt);

/// The narrow part of an order, as the snapshot has it.
struct StoredRow {
    qint64 place = 0;
    OrderId id;
    QString number;
    QString customerName;
    QString customerEmail;
    QDateTime placedAtUtc;
    QString firstItem;
    int itemCount = 0;
    ItemStatus itemStatus = ItemStatus::Unknown;
    PaymentStatus paymentStatus = PaymentStatus::Unknown;
    Money total;
    CancelObstacle obstacle = CancelObstacle::UnknownState;
};

/// Where a row stands in a sorted table. Compared as the database compares: bytes, then numbers.
struct SortValue {
    QByteArray text;
    qint64 number = 0;
    qint64 place = 0;
};

/**
 * The reading side of the cache, with a read-only connection of its own.
 *
 * Reads between beginRead() and endRead() see one state of the file. Lives in the thread that opened it.
 */
class OrderReader final
{
public:
    [[nodiscard]] static StorageResult<std::unique_ptr<OrderReader>> open(const QString &file,
                                                                          const PlanLimits &limits = {});
    Q_DISABLE_COPY_MOVE(OrderReader)

    void beginRead();
    void endRead();

    /// Asked every few thousand rows; true: nobody waits for the answer any more.
    using IsUnwanted = std::function<bool()>;

    /// Places in the order of the table, without those in `except`; at most `limit` when it is not 0, and
    /// fewer when they became unwanted.
    [[nodiscard]] StorageResult<QList<qint64>> places(const TableQuery &query, const QSet<qint64> &except,
                                                      int limit, const IsUnwanted &isUnwanted = {}) const;
    /// How many places a query without a search has, without those in `except`, counted up to `most`.
    [[nodiscard]] StorageResult<int> count(const TableQuery &query, const QSet<qint64> &except,
                                           int most) const;
    /// Which of these places the query would show, whatever their item status.
    [[nodiscard]] StorageResult<QList<qint64>> matching(const TableQuery &query,
                                                        const QSet<qint64> &places) const;
    [[nodiscard]] StorageResult<QHash<qint64, StoredRow>> rows(const QList<qint64> &places) const;
    [[nodiscard]] StorageResult<QHash<OrderId, qint64>> placesOf(const QList<OrderId> &ids) const;
    [[nodiscard]] std::optional<Order> order(const OrderId &id) const;
    [[nodiscard]] StorageResult<QList<Order>> orders(const QList<qint64> &places) const;
    /// Orders that want attention, most urgent first, and those whose cancellation ended last.
    [[nodiscard]] StorageResult<QList<Order>> withAttention(int limit) const;
    [[nodiscard]] StorageResult<QList<Order>> latestEnded(int limit) const;
    [[nodiscard]] bool hasAnyOrders() const;

private:
    OrderReader(std::unique_ptr<SqlConnection> connection, const PlanLimits &limits);
    [[nodiscard]] StorageResult<QStringList> groups(const TableQuery &query) const;
    [[nodiscard]] StorageResult<Access> accessTo(const TableQuery &query, const QString &group) const;
    [[nodiscard]] StorageResult<Access> accessByCount(const TableQuery &query, const QString &group) const;
    /// Statements that give the places one after the other.
    [[nodiscard]] StorageResult<QStringList> plan(const TableQuery &query, const QSet<qint64> &except) const;
    [[nodiscard]] StorageResult<QList<Order>> documents(const QString &sql) const;

    std::unique_ptr<SqlConnection> m_connection;
    PlanLimits m_limits;
};

/// Sort value of a row; `status` instead of the row's own, because a request of ours may be under way.
[[nodiscard]] SortValue sortValueOf(const StoredRow &row, ItemStatus status, TableQuery::SortKey key);
/// Whether `a` stands above `b`.
[[nodiscard]] bool isAbove(const SortValue &a, const SortValue &b, const TableQuery &query) noexcept;

} // namespace mc
