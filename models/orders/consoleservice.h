// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/orderrules.h"
#include "domain/storeinfo.h"
#include "sync/syncstatus.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QObject>
#include <QSet>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace mc {

/// What happens to a request before the store has confirmed it. Shown, never hidden.
enum class PendingState : quint8 {
    Held, ///< Undo is still possible.
    Queued, ///< Waiting to be sent.
    Sending, ///< On its way; the outcome is not known yet.
    Sent, ///< The store has it; the feed has not shown it yet.
    Refused ///< The store said no; stays until somebody closes it.
};

struct PendingCancellation {
    OperationId operation;
    OrderId order;
    PendingState state = PendingState::Held;
    QString reasonCode;
    QString comments;
    QDateTime queuedAtUtc;
    QString problem; ///< For people, only with Refused: one sentence.

    friend bool operator==(const PendingCancellation &, const PendingCancellation &) = default;
};

/// An order together with what this console has asked of it: snapshot + outbox.
struct OrderView {
    Order order;
    std::optional<PendingCancellation> pending;

    friend bool operator==(const OrderView &, const OrderView &) = default;
};
/// The rule for menus and buttons: the order's own rule, and nothing of ours under way.
[[nodiscard]] bool canCancel(const OrderView &view) noexcept;
/// CancellationRequested while something of ours is held, queued, sending or sent; else the order's own.
[[nodiscard]] ItemStatus itemStatusOf(const OrderView &view) noexcept;

/// One row of the orders table; what a delegate needs to paint without asking anybody.
struct OrderRow {
    OrderId id;
    QString number;
    QString customerName;
    QString customerEmail;
    QDateTime placedAtUtc;
    QString firstItem; ///< Title of the first line.
    int itemCount = 0;
    ItemStatus itemStatus = ItemStatus::Unknown; ///< With the overlay applied.
    PaymentStatus paymentStatus = PaymentStatus::Unknown;
    Money total;
    CancelObstacle obstacle = CancelObstacle::UnknownState;
    std::optional<PendingState> pending;
    bool isLoaded = false; ///< false: the page is still being read; paint a placeholder.

    friend bool operator==(const OrderRow &, const OrderRow &) = default;
};

enum class OrderColumn : quint8 {
    Check,
    Number,
    PlacedAt,
    Items,
    ItemStatus,
    PaymentStatus,
    Amount,
    Actions,
    Count
};
enum OrderRole : int {
    OrderRowRole = Qt::UserRole + 1, ///< OrderRow of the row, valid on every column.
    OrderIdRole ///< OrderId of the row.
};

struct OrderQuery {
    enum class Period : quint8 { Past30Days, All };
    enum class SortKey : quint8 { PlacedAt, Number, Customer, ItemStatus, PaymentStatus, Amount };
    Period period = Period::Past30Days;
    QString search;
    QSet<ItemStatus> itemStatuses; ///< Empty: any.
    QSet<PaymentStatus> paymentStatuses; ///< Empty: any.
    SortKey sortKey = SortKey::PlacedAt;
    Qt::SortOrder sortOrder = Qt::DescendingOrder;

    friend bool operator==(const OrderQuery &, const OrderQuery &) = default;
};

struct QueryState {
    enum class Phase : quint8 { Loading, Ready, Failed };
    Phase phase = Phase::Loading;
    int count = 0;
    bool isCountExact = true; ///< false: "10,000+".
    bool hasAnyOrders = false; ///< The store has orders at all: tells "No orders match" from "No orders yet".

    friend bool operator==(const QueryState &, const QueryState &) = default;
};

struct StoreProfile {
    QString id; ///< Local id of the profile.
    QUrl url;
    QString email;
    QString storeName;
    int waitingToBeSent = 0; ///< Of a profile that is not shown; the shown one's are in SyncStatus.
    bool needsSignIn = false; ///< They wait for somebody to sign in to that store.

    friend bool operator==(const StoreProfile &, const StoreProfile &) = default;
};

/// What the merchant decided in the Cancel order window.
struct CancelCommand {
    QList<OrderId> orders;
    QString reasonCode;
    QString comments;
    bool isOnBehalfOfCustomer = false;
    ContactChannel channel = ContactChannel::None;
    bool areCommentsForCustomer = false;

    friend bool operator==(const CancelCommand &, const CancelCommand &) = default;
};

struct QueuedCancellations {
    QList<OperationId> operations;
    QStringList numbers; ///< Of the orders, in the same order.
    std::chrono::milliseconds undoFor{0}; ///< 0: no undo.
    bool isOffline = false; ///< Saved; it is sent when the store can be reached.
};

/// One card or row of the Cancellations page.
struct CancellationEntry {
    OrderView view;
    Cancellation cancellation; ///< Default for a conflict without one and for a request still in the outbox.
};
struct CancellationBoard {
    QList<CancellationEntry>
        conflicts; ///< Shipped though cancelled; and our own requests that the store refused.
    QList<CancellationEntry> questions; ///< Accept or decline.
    QList<CancellationEntry> failedRefunds;
    QList<CancellationEntry> rejected; ///< Bad outcomes until somebody closes them.
    QList<CancellationEntry> underWay;
    QList<CancellationEntry> outcomes; ///< The latest that ended, newest first, at most 50.

    /// The counter in the side menu: cards that wait for somebody.
    [[nodiscard]] int needsDecision() const
    {
        return static_cast<int>(conflicts.size() + questions.size() + failedRefunds.size() + rejected.size());
    }
};

/// Something that a desktop notification says once. Plain text without personal data.
struct Notice {
    enum class Kind : quint8 {
        CancellationRequested,
        CancellationSucceeded,
        CancellationRejected,
        RefundFailed,
        Conflict
    };
    Kind kind = Kind::CancellationRequested;
    QStringList numbers; ///< Orders concerned; several arrive as one notice.
};

enum class Decision : quint8 { Accept, Decline };

/// Until somebody has chosen another one.
inline constexpr std::chrono::seconds DefaultUndoTime{5};

/**
 * Everything that the windows may ask for. The windows see this interface and item models only: no SQL, no
 * HTTP.
 *
 * Lives in the GUI thread; every call returns at once and answers by a signal. Table and notices come from
 * one query after each change, the board right behind them from the same state of the cache.
 */
class ConsoleService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleService)
public:
    using QObject::QObject;

    // State
    [[nodiscard]] virtual QAbstractTableModel &
    orders() = 0; ///< Columns OrderColumn, roles OrderRole. Owned by this.
    [[nodiscard]] virtual QueryState queryState() const = 0;
    [[nodiscard]] virtual SyncStatus syncStatus() const = 0;
    [[nodiscard]] virtual std::optional<StoreInfo>
    store() const = 0; ///< Of the signed-in profile, also offline.
    [[nodiscard]] virtual CancellationBoard board() const = 0;
    [[nodiscard]] virtual QList<StoreProfile> profiles() const = 0;
    [[nodiscard]] virtual QString currentProfile() const = 0;
    [[nodiscard]] virtual std::chrono::seconds undoTime() const = 0;

    // Orders
    virtual void setQuery(const OrderQuery &query) = 0;
    /// Of the rows that have been loaded (painted or close to what was); others are left out.
    [[nodiscard]] virtual QList<OrderId> idsOfRows(const QList<int> &rows) const = 0;
    /// -1: not in the current result, or never loaded. For restoring a selection after a model reset.
    [[nodiscard]] virtual int rowOf(const OrderId &id) const = 0;
    /// orderChanged() follows once, and again with every change until stopWatching().
    virtual void watch(const OrderId &id) = 0;
    virtual void stopWatching() = 0;
    /// ordersFetched() follows: for the Cancel order window with several rows.
    virtual void fetch(const QList<OrderId> &ids) = 0;
    /// exported() follows. Writes what the query shows, by the role's permission.
    virtual void exportCsv(const QString &file) = 0;

    // Cancellations
    virtual void
    cancelOrders(const CancelCommand &command) = 0; ///< cancellationsQueued() or commandFailed().
    virtual void undo(const QList<OperationId> &operations) = 0; ///< undone().
    /// While somebody hovers or focuses the toast, the request stays held.
    virtual void holdUndo(const QList<OperationId> &operations, bool isHeld) = 0;
    virtual void decide(const CancellationId &id, Decision decision, const QString &why) = 0;
    virtual void retryRefund(const CancellationId &id) = 0;
    virtual void confirmRefund(const CancellationId &id) = 0;
    virtual void
    close(const CancellationEntry &entry) = 0; ///< Puts a conflict, refusal or bad outcome aside.

    // Connection
    virtual void signIn(const QUrl &store, const QString &email, const QString &password,
                        bool isRemembered) = 0;
    virtual void signOut() = 0;
    virtual void useProfile(const QString &id) = 0;
    virtual void syncNow() = 0;
    virtual void setUndoTime(std::chrono::seconds time) = 0; ///< Not kept: whoever owns the settings says it.
    /// Of dates, amounts and what the store words for people; storeChanged() may follow.
    virtual void setLocale(const QLocale &locale) = 0;
    /// Sends what is held at once and finishes writing; shutDownFinished() follows.
    virtual void shutDown() = 0;

signals:
    void queryStateChanged(const mc::QueryState &state);
    void syncStatusChanged(const mc::SyncStatus &status);
    void storeChanged();
    void boardChanged(const mc::CancellationBoard &board);
    void profilesChanged();
    void orderChanged(const mc::OrderView &view);
    void orderGone(const mc::OrderId &id);
    void ordersFetched(const QList<mc::OrderView> &views);
    void exported(const QString &file, int count);
    void cancellationsQueued(const mc::QueuedCancellations &queued);
    void undone(const QList<mc::OperationId> &operations, bool wasTooLate);
    /// One sentence for people: what happened and what to do.
    void commandFailed(const QString &sentence);
    void signInFailed(const QString &sentence);
    void signedIn();
    void noticed(const mc::Notice &notice);
    void shutDownFinished();
};

} // namespace mc
