// SPDX-License-Identifier: Apache-2.0
// What Vendure's states mean in our words: pure rules, no I/O.
#include "domain/orderrules.h"
#include "store/engines/vendure/vendureorder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

bool isOneOf(QStringView word, std::initializer_list<QStringView> words) noexcept
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// How far the parcels have brought one line.
struct Progress {
    int packed = 0;
    int shipped = 0;
    int delivered = 0;
    bool isUnknown = false;
};

Progress progressOf(const VendureOrder &order, const VendureLine &line)
{
    Progress progress;
    for (const VendureFulfillment &fulfillment : order.fulfillments) {
        const int quantity = fulfillment.quantities.value(line.id);
        if (quantity == 0 || fulfillment.state == u"Cancelled")
            continue;
        if (isHeldBack(fulfillment))
            progress.packed += quantity;
        else if (fulfillment.state == u"Shipped")
            progress.shipped += quantity;
        else if (fulfillment.state == u"Delivered")
            progress.delivered += quantity;
        else
            progress.isUnknown = true;
    }
    return progress;
}

ItemStatus lineState(const VendureOrder &order, const VendureLine &line)
{
    const Progress progress = progressOf(order, line);
    if (!isKnownVendureState(order.state) || progress.isUnknown)
        return ItemStatus::Unknown;
    // One piece of a line on its way is enough: the line can't be cancelled as a whole any more.
    if (progress.shipped > 0)
        return ItemStatus::Shipped;
    if (progress.delivered > 0)
        return progress.delivered >= line.quantity ? ItemStatus::Delivered : ItemStatus::Shipped;
    // A shop that does not keep parcels in Vendure moves the order itself.
    if (order.state == u"Shipped")
        return ItemStatus::Shipped;
    if (order.state == u"Delivered")
        return ItemStatus::Delivered;
    return progress.packed > 0 ? ItemStatus::Packed : ItemStatus::NotShipped;
}

LineItem toLine(const VendureOrder &order, const VendureLine &line)
{
    const bool isGone = order.state == u"Cancelled";
    return {.id = LineId(line.id),
            .title = line.title.isEmpty() ? line.sku : line.title,
            .sku = line.sku,
            .quantity = line.ordered(),
            .cancelledQuantity = isGone ? line.ordered() : line.ordered() - line.quantity,
            .unitPriceMinor = line.unitPriceMinor,
            .state = lineState(order, line)};
}

/// "standard-payment" → "Standard payment": the code is all that Vendure tells.
QString methodWords(QString code)
{
    code.replace(u'-', u' ').replace(u'_', u' ');
    return code.isEmpty() ? code : code.left(1).toUpper() + code.mid(1);
}

bool holdsMoney(const VendurePayment &payment)
{
    return isOneOf(payment.state, {u"Authorized", u"Settled"});
}

Payment toPayment(const QList<VendurePayment> &payments)
{
    Payment result;
    bool isAuthorized = false;
    bool isSettled = false;
    bool isVoided = false;
    bool isUnknown = false;
    for (const VendurePayment &payment : payments) {
        if (holdsMoney(payment) || result.method.isEmpty())
            result.method = methodWords(payment.method);
        isAuthorized = isAuthorized || payment.state == u"Authorized";
        isVoided = isVoided || payment.state == u"Cancelled";
        isUnknown = isUnknown
            || !isOneOf(payment.state,
                        {u"Created", u"Authorized", u"Settled", u"Declined", u"Error", u"Cancelled"});
        if (payment.state != u"Settled")
            continue;
        isSettled = true;
        result.paidMinor += payment.amountMinor;
        for (const VendureRefund &refund : payment.refunds)
            result.refundedMinor += refund.state == u"Settled" ? refund.totalMinor : 0;
    }
    if (isUnknown)
        result.status = PaymentStatus::Unknown;
    else if (isSettled)
        result.status = PaymentStatus::Paid;
    else if (isAuthorized)
        result.status = PaymentStatus::Authorized;
    else
        result.status = isVoided ? PaymentStatus::Voided : PaymentStatus::Pending;
    return result;
}

/// What was ordered, not what is left: a cancellation sets Vendure's totals down to 0.
void setOriginalAmounts(const VendureOrder &order, Order &result)
{
    const bool isReduced = std::any_of(result.lines.cbegin(), result.lines.cend(),
                                       [](const LineItem &line) { return line.cancelledQuantity > 0; });
    result.totalMinor = order.totalMinor;
    result.shippingMinor = order.shippingMinor;
    if (!isReduced)
        return;
    qint64 goods = 0;
    for (const LineItem &line : std::as_const(result.lines))
        goods += line.unitPriceMinor * line.quantity;
    qint64 paid = 0;
    for (const VendurePayment &payment : order.payments)
        paid += holdsMoney(payment) || payment.state == u"Cancelled" ? payment.amountMinor : 0;
    result.totalMinor = paid > 0 ? paid : goods + order.originalShippingMinor;
    if (order.state != u"Cancelled")
        return; // Shipping goes last.
    // Taxes are rounded by the line there and by the piece here, so that a unit a piece may be missing.
    const qint64 rest = result.totalMinor - goods;
    const bool isRounding = std::abs(rest - order.originalShippingMinor) <= itemCount(result);
    result.shippingMinor = isRounding
        ? order.originalShippingMinor
        : std::clamp<qint64>(rest, 0, std::max<qint64>(0, order.originalShippingMinor));
}

} // namespace

bool isKnownVendureState(QStringView orderState) noexcept
{
    return isOneOf(orderState,
                   {u"PaymentAuthorized", u"PaymentSettled", u"PartiallyShipped", u"Shipped",
                    u"PartiallyDelivered", u"Delivered", u"Modifying", u"ArrangingAdditionalPayment",
                    u"Cancelled"});
}

bool isHeldBack(const VendureFulfillment &fulfillment) noexcept
{
    return isOneOf(fulfillment.state, {u"Created", u"Pending"});
}

bool hasLeftVendure(const VendureOrder &order) noexcept
{
    return isOneOf(order.state, {u"PartiallyShipped", u"Shipped", u"PartiallyDelivered", u"Delivered"})
        || std::any_of(
               order.fulfillments.cbegin(), order.fulfillments.cend(),
               [](const VendureFulfillment &one) { return !isHeldBack(one) && one.state != u"Cancelled"; });
}

bool isFullyCancelled(const VendureOrder &order) noexcept
{
    return order.state == u"Cancelled";
}

QString parcelWords(const VendureFulfillment &fulfillment)
{
    const QString words = QString(fulfillment.method + u' ' + fulfillment.trackingCode).trimmed();
    return words.isEmpty() ? u'#' + fulfillment.id : words;
}

QString parcelsOf(const VendureOrder &order)
{
    QStringList parcels;
    for (const VendureFulfillment &one : order.fulfillments) {
        if (!isHeldBack(one) && one.state != u"Cancelled")
            parcels.append(parcelWords(one));
    }
    return parcels.join(u", "_s);
}

Order toOrder(const VendureOrder &order)
{
    Order result;
    result.number = order.code;
    result.externalId = order.id;
    result.placedAtUtc = order.placedAtUtc;
    result.updatedAtUtc = std::max(order.placedAtUtc, order.updatedAtUtc);
    result.currency = order.currency;
    result.customer = order.customer;
    result.shippingAddress = order.address;
    for (const VendureLine &line : order.lines) {
        if (line.ordered() > 0)
            result.lines.append(toLine(order, line));
    }
    setOriginalAmounts(order, result);
    result.payment = toPayment(order.payments);
    for (const VendureFulfillment &one : order.fulfillments) {
        if (!isHeldBack(one) && one.state != u"Cancelled") {
            // The moment of shipping is only in the history; updatedAt moves again with the delivery.
            result.shipments.append({one.method, one.trackingCode, one.createdAtUtc});
        }
    }
    return result;
}

} // namespace mc::store
