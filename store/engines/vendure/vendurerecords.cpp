// SPDX-License-Identifier: Apache-2.0
#include "store/engines/vendure/vendurerecords.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

const QString ReadOrder = u"query($id: ID!) { order(id: $id) { "_s + vendureOrderFields() + u" } }"_s;

// Every mutation has the alias "answer" and reads the same members of it.
const QString CancelOrder = uR"(mutation($input: CancelOrderInput!) { answer: cancelOrder(input: $input) {
  __typename ... on Order { id } ... on ErrorResult { errorCode message } } })"_s;
const QString CancelFulfillment = uR"(mutation($id: ID!) {
  answer: transitionFulfillmentToState(id: $id, state: "Cancelled") {
  __typename ... on Fulfillment { id } ... on ErrorResult { errorCode message } } })"_s;
const QString MoveOrder =
    uR"(mutation($id: ID!) { answer: transitionOrderToState(id: $id, state: "Cancelled") {
  __typename ... on Order { id } ... on ErrorResult { errorCode message } } })"_s;
const QString CancelPayment = uR"(mutation($id: ID!) { answer: cancelPayment(id: $id) {
  __typename ... on Payment { id } ... on ErrorResult { errorCode message } } })"_s;
const QString RefundOrder = uR"(mutation($input: RefundOrderInput!) { answer: refundOrder(input: $input) {
  __typename ... on Refund { id } ... on ErrorResult { errorCode message } } })"_s;
const QString SettleRefund = uR"(mutation($input: SettleRefundInput!) { answer: settleRefund(input: $input) {
  __typename ... on Refund { id } ... on ErrorResult { errorCode message } } })"_s;

} // namespace

VendureRecords::VendureRecords(VendureApi &api)
    : m_api(api)
{
}

EngineResult<VendureOrder> VendureRecords::read(const QString &orderId)
{
    const auto data = m_api.call(ReadOrder, {{u"id"_s, orderId}});
    if (!data)
        return tl::unexpected(data.error());
    if (data->value("order"_L1).isNull())
        return tl::unexpected(
            EngineError{EngineError::Kind::Refused, tr("Vendure has no such order any more.")});
    auto order = parseVendureOrder(data->value("order"_L1).toObject());
    if (!order) {
        //: %1 name of a member in Vendure's answer
        return tl::unexpected(
            EngineError{EngineError::Kind::Unsupported,
                        tr("Vendure describes the order in a way that this version does not "
                           "understand (%1).")
                            .arg(order.error())});
    }
    return std::move(*order);
}

EngineResult<VendureAnswer> VendureRecords::mutate(const QString &query, const QJsonObject &variables)
{
    const auto data = m_api.call(query, variables);
    if (!data)
        return tl::unexpected(data.error());
    const QJsonObject json = data->value("answer"_L1).toObject();
    return VendureAnswer{.isAccepted = !json.isEmpty() && json["errorCode"_L1].isUndefined(),
                         .type = json["__typename"_L1].toString(),
                         .id = json["id"_L1].toString(),
                         .message = cleanEngineText(json["message"_L1].toString())};
}

EngineResult<VendureAnswer> VendureRecords::cancelOrder(const Cancelling &what)
{
    QJsonObject input{{u"orderId"_s, what.orderId},
                      {u"reason"_s, what.reason},
                      {u"cancelShipping"_s, what.isShippingCancelled}};
    if (!what.lines.isEmpty()) {
        QJsonArray lines;
        for (const auto &[line, quantity] : what.lines)
            lines.append(QJsonObject{{u"orderLineId"_s, line}, {u"quantity"_s, quantity}});
        input[u"lines"_s] = lines;
    }
    return mutate(CancelOrder, {{u"input"_s, input}});
}

EngineResult<VendureAnswer> VendureRecords::cancelFulfillment(const QString &fulfillmentId)
{
    return mutate(CancelFulfillment, {{u"id"_s, fulfillmentId}});
}

EngineResult<VendureAnswer> VendureRecords::moveOrderToCancelled(const QString &orderId)
{
    return mutate(MoveOrder, {{u"id"_s, orderId}});
}

EngineResult<VendureAnswer> VendureRecords::cancelPayment(const QString &paymentId)
{
    return mutate(CancelPayment, {{u"id"_s, paymentId}});
}

EngineResult<VendureAnswer> VendureRecords::refund(const QString &paymentId, qint64 amountMinor,
                                                   const QString &reason)
{
    // On PostgreSQL `amount` alone violates a NOT NULL of Vendure's own table.
    const QJsonObject input{{u"paymentId"_s, paymentId}, {u"amount"_s, amountMinor}, {u"reason"_s, reason},
                            {u"lines"_s, QJsonArray()},  {u"shipping"_s, 0},         {u"adjustment"_s, 0}};
    return mutate(RefundOrder, {{u"input"_s, input}});
}

EngineResult<VendureAnswer> VendureRecords::settleRefund(const QString &refundId, const QString &transaction)
{
    return mutate(SettleRefund,
                  {{u"input"_s, QJsonObject{{u"id"_s, refundId}, {u"transactionId"_s, transaction}}}});
}

} // namespace mc::store
