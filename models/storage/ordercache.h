// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "storage/cachedelta.h"
#include "storage/cachestate.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>

namespace mc {

/// Why an order belongs on the Cancellations page; the numbers are in the cache's file.
enum class Attention : quint8 {
    None = 0,
    Conflict = 1,
    Question = 2,
    FailedRefund = 3,
    Rejected = 4,
    UnderWay = 5
};
[[nodiscard]] Attention attentionOf(const Order &order) noexcept;

/// An order with the bytes that it came in.
struct WireOrder {
    Order order;
    QByteArray document;
};

/**
 * The writing side of the cache: a snapshot of the store that can always be fetched again.
 *
 * A page and the cursor or resume point behind it are one transaction. Lives in the sync thread.
 */
class OrderCache final
{
public:
    /// Opens or makes the cache for this store. A damaged file is deleted and a new one begun (a copy would
    /// outlive the erasure of a customer, and everything can be fetched again); a file of a newer console is
    /// left alone and a file of its own is used beside it.
    [[nodiscard]] static StorageResult<std::unique_ptr<OrderCache>> open(const QString &file);
    ~OrderCache();
    Q_DISABLE_COPY_MOVE(OrderCache)

    [[nodiscard]] QString file() const { return m_connection->file(); } ///< What readers have to open.
    [[nodiscard]] const CacheState &state() const { return m_state; }
    [[nodiscard]] std::optional<Order> order(const OrderId &id) const;

    /// A new generation: what is not written again until endSnapshot() is removed then.
    [[nodiscard]] StorageResult<void> beginSnapshot(const QByteArray &cursor, int total,
                                                    const QString &epoch);
    /// An empty `resume` leaves the point where it is: these orders come again after an interruption.
    [[nodiscard]] StorageResult<CacheDelta> addSnapshot(const QList<WireOrder> &orders,
                                                        const QByteArray &resume);
    [[nodiscard]] StorageResult<CacheDelta> endSnapshot();
    [[nodiscard]] StorageResult<CacheDelta>
    applyChanges(const QList<WireOrder> &orders, const QList<OrderId> &removed, const QByteArray &cursor);
    /// Where state().isRewriteDue: takes the erased data out of free pages, search index and log as well.
    /// Takes as long as writing the file anew; Busy while somebody reads, then it is due again.
    [[nodiscard]] StorageResult<void> rewriteAfterErasure();
    /// Remembered for the next start; written at most once a minute, because an idle console must not write.
    void noteSuccess(const QDateTime &now);

private:
    struct Known;
    struct Old;
    struct Statements;
    explicit OrderCache(std::unique_ptr<SqlConnection> connection);
    [[nodiscard]] static StorageResult<std::unique_ptr<OrderCache>> openFile(const QString &file);
    [[nodiscard]] StorageResult<void> load();
    [[nodiscard]] StorageResult<std::optional<Known>> known(const OrderId &id) const;
    [[nodiscard]] StorageResult<qint64> freePlace(const Order &order);
    [[nodiscard]] StorageResult<void> write(const WireOrder &wire, CacheDelta &delta, bool isNews);
    [[nodiscard]] StorageResult<void> writeAll(const QList<WireOrder> &orders, CacheDelta &delta,
                                               bool isNews);
    [[nodiscard]] StorageResult<void> insert(const WireOrder &wire, qint64 place);
    [[nodiscard]] StorageResult<void> update(const WireOrder &wire, qint64 place);
    [[nodiscard]] StorageResult<void> remove(qint64 place);
    /// False: what is there is as new.
    [[nodiscard]] StorageResult<bool> makeRoom(const WireOrder &wire, const Known &row, Old &old,
                                               CacheDelta &delta);
    [[nodiscard]] StorageResult<void> bury(const QList<OrderId> &orders, CacheDelta &delta);
    [[nodiscard]] StorageResult<QList<WireOrder>> withoutBuried(const QList<WireOrder> &orders) const;
    [[nodiscard]] StorageResult<std::optional<Order>> orderAt(qint64 place) const;

    std::unique_ptr<SqlConnection> m_connection;
    std::unique_ptr<Statements> m_statements;
    CacheState m_state;
    QDateTime m_writtenSuccessUtc;
    QHash<qint64, qint64> m_nextPlace; ///< A hint where many orders share a second.
};

} // namespace mc
