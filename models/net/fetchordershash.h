// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ordersdigest.h"
#include "net/httpcall.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace mc {

struct OrdersHash {
    QByteArray cursor; ///< Of the state that it was taken from.
    OrdersDigest digest;

    friend bool operator==(const OrdersHash &, const OrdersHash &) = default;
};

/// What the store has of the orders placed from `fromUtc` on and before `beforeUtc`. As the other calls
/// (storecalls.h): one finished(), never from inside start(), cancelled by destruction.
class FetchOrdersHash final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchOrdersHash)
public:
    FetchOrdersHash(const Transport &transport, const QDateTime &fromUtc,
                    const std::optional<QDateTime> &beforeUtc, QObject *parent);
    void start() { m_call.start(); }

signals:
    void finished(const mc::NetResult<mc::OrdersHash> &outcome);

private:
    HttpCall m_call;
};

} // namespace mc
