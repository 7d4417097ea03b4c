// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/money.h"
#include "domain/strongid.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace mc {
Q_NAMESPACE

/// State of one line, and of the order as a whole (itemStatusOf). A line itself only ever stores NotShipped,
/// Packed, Shipped, Delivered, Returned or Unknown; the two cancellation states follow from its quantities
/// and the open request.
enum class ItemStatus : quint8 {
    Unknown, ///< A word that this version does not know: shown as such, never cancellable.
    NotShipped,
    Packed,
    CancellationRequested,
    Cancelled,
    Shipped,
    Delivered,
    Returned
};
Q_ENUM_NS(ItemStatus)

enum class PaymentStatus : quint8 {
    Unknown,
    Pending,
    Authorized,
    Paid,
    RefundPending,
    RefundFailed,
    PartiallyRefunded,
    Refunded,
    Voided
};
Q_ENUM_NS(PaymentStatus)

enum class CancellationState : quint8 { Unknown, Requested, Processing, Succeeded, Rejected };
Q_ENUM_NS(CancellationState)

enum class Rejection : quint8 { None, Shipped, Declined, Expired, EngineRefused };
Q_ENUM_NS(Rejection)

enum class RequestedBy : quint8 { Customer, Merchant, Support };
Q_ENUM_NS(RequestedBy)

/// How a customer reached the staff member who asks on their behalf.
enum class ContactChannel : quint8 { None, Phone, Email, Chat, InPerson, Other };
Q_ENUM_NS(ContactChannel)

enum class RefundState : quint8 { None, Pending, Failed, Done };
Q_ENUM_NS(RefundState)

enum class TimelineKind : quint8 {
    Unknown,
    OrderPlaced,
    PaymentAuthorized,
    PaymentReceived,
    MailSent,
    MailFailed,
    Packed,
    Shipped,
    Delivered,
    Returned,
    CancellationRequested,
    CancellationAccepted,
    CancellationDeclined,
    Cancelled,
    CancellationRejected,
    RefundStarted,
    Refunded,
    RefundFailed,
    Restocked,
    RestockFailed,
    Conflict,
    ConflictClosed,
    Postponed, ///< The request waits longer than usual; the event's code says why.
    PaymentVoided ///< An authorisation was released: no money moved.
};
Q_ENUM_NS(TimelineKind)

struct LineItem {
    LineId id;
    QString title;
    QString sku;
    int quantity = 1; ///< As ordered; a cancellation never lowers it.
    int cancelledQuantity = 0;
    qint64 unitPriceMinor = 0; ///< In the order's currency.
    ItemStatus state = ItemStatus::NotShipped;

    friend bool operator==(const LineItem &, const LineItem &) = default;
};

struct Customer {
    QString name;
    QString email;
    QString language; ///< BCP 47, may be empty.

    friend bool operator==(const Customer &, const Customer &) = default;
};

struct Payment {
    PaymentStatus status =
        PaymentStatus::Pending; ///< Before refunds: Pending, Authorized, Paid, Voided or Unknown.
    QString method; ///< Words for people, for example "Visa ending in 4242"; may be empty.
    qint64 paidMinor = 0;
    qint64 refundedMinor = 0; ///< Confirmed refunds only; a promised one is not counted.

    friend bool operator==(const Payment &, const Payment &) = default;
};

struct Shipment {
    QString carrier;
    QString trackingNumber;
    QDateTime shippedAtUtc;

    friend bool operator==(const Shipment &, const Shipment &) = default;
};

struct CancelledLine {
    LineId line;
    int quantity = 0;

    friend bool operator==(const CancelledLine &, const CancelledLine &) = default;
};

struct Refund {
    RefundState state = RefundState::None;
    qint64 amountMinor = 0;
    QString failure; ///< What the payment provider said, in one sentence; empty unless Failed.

    friend bool operator==(const Refund &, const Refund &) = default;
};

/// One request to cancel, and what became of it.
struct Cancellation {
    CancellationId id;
    OperationId operation;
    CancellationState state = CancellationState::Requested;
    Rejection rejection = Rejection::None;
    QString rejectionDetail; ///< For people: what the engine or the decliner said; may be empty.
    RequestedBy requestedBy = RequestedBy::Customer;
    QString requestedByName;
    ContactChannel channel = ContactChannel::None;
    bool isOnBehalfOfCustomer = false;
    QString reasonCode;
    QString reasonText; ///< As the requester read it, in their language.
    QString comments;
    bool areCommentsForCustomer = true;
    QDateTime requestedAtUtc;
    QDateTime decidedAtUtc; ///< Invalid while open.
    QDateTime deadlineUtc; ///< Valid only while somebody has to decide ("ask the merchant").
    bool needsDecision = false; ///< Accept or decline is possible now.
    QList<CancelledLine> lines;
    Refund refund;
    bool isClosed = false; ///< Somebody has seen a bad outcome and put it aside.

    friend bool operator==(const Cancellation &, const Cancellation &) = default;
};

struct TimelineEvent {
    QDateTime atUtc;
    TimelineKind kind = TimelineKind::Unknown;
    QString actor; ///< A name or empty for the store itself.
    QString detail; ///< Plain text of people and other systems: a reason, a tracking number, an answer.
    /// What the store itself has to say, for the reader's own words: the template of a mail
    /// ("order_confirmation"), or why something waits ("window_over", "engine_unreachable", "engine_denied",
    /// "engine_not_understood").
    QString code = {};
    std::optional<Money> amount = std::nullopt; ///< Of a refund.

    friend bool operator==(const TimelineEvent &, const TimelineEvent &) = default;
};

/// Two facts that exclude each other, both kept: a parcel on its way and an order that was cancelled.
struct Conflict {
    QDateTime atUtc;
    QString detail; ///< Carrier and tracking number of the parcel.

    friend bool operator==(const Conflict &, const Conflict &) = default;
};

/// One order as every part of the product sees it. A plain value: no QObject, no I/O, comparable.
/// All times are UTC, all amounts minor units of `currency`.
struct Order {
    OrderId id;
    QString number; ///< What people call it: "MC-104832".
    QString externalId; ///< The shop's or engine's own id; unique within the store.
    QString source; ///< "api", "import", "demo" or the engine's name.
    qint64 version =
        0; ///< Grows with every change of this order; a lower one is never applied over a higher one.
    QDateTime placedAtUtc;
    QDateTime updatedAtUtc;
    QString currency;
    qint64 totalMinor = 0;
    qint64 shippingMinor = 0; ///< Part of totalMinor.
    Customer customer;
    QStringList shippingAddress; ///< Lines as printed on a label, without the name.
    Payment payment;
    QList<LineItem> lines;
    QList<Shipment> shipments;
    QList<Cancellation> cancellations; ///< Oldest first; at most one is open.
    QList<TimelineEvent> timeline; ///< Oldest first.
    std::optional<Conflict> conflict; ///< Until somebody closes it.

    friend bool operator==(const Order &, const Order &) = default;
};

} // namespace mc
