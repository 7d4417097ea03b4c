// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/vendure/vendureapi.h"
#include "store/engines/vendure/vendureorder.h"

namespace mc::store {

/// What a mutation answered. Never proof of anything: whoever needs to know reads the order again.
struct VendureAnswer {
    bool isAccepted = false;
    QString type; ///< GraphQL type of the answer: "Order", "RefundAmountError", …
    QString id; ///< Of the object, when there is one.
    QString message; ///< Vendure's sentence when it said no.
};

/// The few things that we ask of Vendure's orders, one GraphQL operation each. Blocking; one thread at a
/// time.
class VendureRecords final
{
    Q_DECLARE_TR_FUNCTIONS(mc::store::VendureRecords)
public:
    explicit VendureRecords(VendureApi &api);

    /// Refused: there is no such order. Unsupported: it makes no sense to this version.
    [[nodiscard]] EngineResult<VendureOrder> read(const QString &orderId);

    struct Cancelling {
        QString orderId;
        QList<std::pair<QString, int>> lines; ///< Empty: all of them.
        QString reason; ///< Public there.
        bool isShippingCancelled = false;
    };
    [[nodiscard]] EngineResult<VendureAnswer> cancelOrder(const Cancelling &what);
    [[nodiscard]] EngineResult<VendureAnswer> cancelFulfillment(const QString &fulfillmentId);
    [[nodiscard]] EngineResult<VendureAnswer> moveOrderToCancelled(const QString &orderId);
    [[nodiscard]] EngineResult<VendureAnswer> cancelPayment(const QString &paymentId);
    [[nodiscard]] EngineResult<VendureAnswer> refund(const QString &paymentId, qint64 amountMinor,
                                                     const QString &reason);
    [[nodiscard]] EngineResult<VendureAnswer> settleRefund(const QString &refundId,
                                                           const QString &transaction);

private:
    [[nodiscard]] EngineResult<VendureAnswer> mutate(const QString &query, const QJsonObject &variables);

    VendureApi &m_api; ///< Not owned; outlives this object.
};

} // namespace mc::store
