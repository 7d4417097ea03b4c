// SPDX-License-Identifier: Apache-2.0
#include "store/engines/vendure/vendureorder.h"

#include "domain/orderjson.h"
#include "store/engines/vendure/vendureapi.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr int MaxLines = 2'000;
constexpr int MaxQuantity = 1'000'000;
constexpr double MaxMinor = 9e15; // Every whole number up to here is exact in a double.

/// Collects the first thing that makes an order unreadable.
class Reader final
{
public:
    [[nodiscard]] const QString &problem() const { return m_problem; }

    QString text(const QJsonObject &json, QLatin1StringView key, int limit = 500)
    {
        return cleanEngineText(json[key].toString(), limit);
    }
    QString required(const QJsonObject &json, QLatin1StringView key)
    {
        const QString value = text(json, key, 100);
        if (value.isEmpty())
            fail(key);
        return value;
    }
    qint64 minor(const QJsonObject &json, QLatin1StringView key)
    {
        const double value = json[key].toDouble(std::nan(""));
        if (std::isnan(value) || std::abs(value) > MaxMinor || value != std::floor(value)) {
            fail(key);
            return 0;
        }
        return qint64(value);
    }
    qint64 positive(const QJsonObject &json, QLatin1StringView key)
    {
        const qint64 value = minor(json, key);
        if (value < 0)
            fail(key);
        return std::max<qint64>(0, value);
    }
    int quantity(const QJsonObject &json, QLatin1StringView key)
    {
        const qint64 value = positive(json, key);
        if (value > MaxQuantity)
            fail(key);
        return int(std::min<qint64>(value, MaxQuantity));
    }
    QDateTime time(const QJsonObject &json, QLatin1StringView key)
    {
        return timeFromText(json[key].toString());
    }
    QJsonArray list(const QJsonObject &json, QLatin1StringView key)
    {
        const QJsonArray array = json[key].toArray();
        if (array.size() > MaxLines) {
            fail(key);
            return {};
        }
        return array;
    }
    void fail(QLatin1StringView key)
    {
        if (m_problem.isEmpty())
            m_problem = key;
    }

private:
    QString m_problem;
};

VendureLine readLine(Reader &reader, const QJsonObject &json)
{
    const QJsonObject variant = json["productVariant"_L1].toObject();
    return {.id = reader.required(json, "id"_L1),
            .title = reader.text(variant, "name"_L1),
            .sku = reader.text(variant, "sku"_L1),
            .quantity = reader.quantity(json, "quantity"_L1),
            .placedQuantity = reader.quantity(json, "orderPlacedQuantity"_L1),
            .unitPriceMinor = reader.minor(json, "proratedUnitPriceWithTax"_L1)};
}

VendurePayment readPayment(Reader &reader, const QJsonObject &json)
{
    VendurePayment payment{.id = reader.required(json, "id"_L1),
                           .state = reader.text(json, "state"_L1),
                           .method = reader.text(json, "method"_L1),
                           .amountMinor = reader.positive(json, "amount"_L1),
                           .refunds = {}};
    for (const QJsonValue &value : reader.list(json, "refunds"_L1)) {
        const QJsonObject refund = value.toObject();
        payment.refunds.append({.id = reader.required(refund, "id"_L1),
                                .state = reader.text(refund, "state"_L1),
                                .reason = reader.text(refund, "reason"_L1),
                                .totalMinor = reader.positive(refund, "total"_L1)});
    }
    return payment;
}

VendureFulfillment readFulfillment(Reader &reader, const QJsonObject &json)
{
    VendureFulfillment fulfillment{.id = reader.required(json, "id"_L1),
                                   .state = reader.text(json, "state"_L1),
                                   .method = reader.text(json, "method"_L1, 100),
                                   .trackingCode = reader.text(json, "trackingCode"_L1, 100),
                                   .createdAtUtc = reader.time(json, "createdAt"_L1),
                                   .quantities = {}};
    for (const QJsonValue &value : reader.list(json, "lines"_L1)) {
        const QJsonObject line = value.toObject();
        fulfillment.quantities[reader.text(line, "orderLineId"_L1)] += reader.quantity(line, "quantity"_L1);
    }
    return fulfillment;
}

Customer readCustomer(Reader &reader, const QJsonObject &json)
{
    const QJsonObject customer = json["customer"_L1].toObject();
    const QString name =
        QString(reader.text(customer, "firstName"_L1) + u' ' + reader.text(customer, "lastName"_L1))
            .trimmed();
    const QString recipient = reader.text(json["shippingAddress"_L1].toObject(), "fullName"_L1);
    return {.name = name.isEmpty() ? recipient : name,
            .email = reader.text(customer, "emailAddress"_L1, 320),
            .language = {}};
}

QStringList readAddress(Reader &reader, const QJsonObject &address)
{
    const QString town =
        QString(reader.text(address, "postalCode"_L1) + u' ' + reader.text(address, "city"_L1)).trimmed();
    QStringList lines{reader.text(address, "company"_L1),     reader.text(address, "streetLine1"_L1),
                      reader.text(address, "streetLine2"_L1), town,
                      reader.text(address, "province"_L1),    reader.text(address, "country"_L1)};
    lines.removeAll(QString());
    return lines;
}

} // namespace

QString vendureOrderFields()
{
    return uR"(id code state nextStates updatedAt orderPlacedAt currencyCode totalWithTax shippingWithTax
  customer { firstName lastName emailAddress }
  shippingAddress { fullName company streetLine1 streetLine2 city province postalCode country }
  lines { id quantity orderPlacedQuantity proratedUnitPriceWithTax productVariant { sku name } }
  shippingLines { priceWithTax }
  payments { id method state amount refunds { id state total reason } }
  fulfillments { id state method trackingCode createdAt lines { orderLineId quantity } })"_s;
}

tl::expected<VendureOrder, QString> parseVendureOrder(const QJsonObject &json)
{
    Reader reader;
    VendureOrder order;
    order.id = reader.required(json, "id"_L1);
    order.code = reader.required(json, "code"_L1);
    order.state = reader.required(json, "state"_L1);
    for (const QJsonValue &state : reader.list(json, "nextStates"_L1))
        order.nextStates.append(state.toString());
    order.updatedAtUtc = reader.time(json, "updatedAt"_L1);
    order.placedAtUtc = reader.time(json, "orderPlacedAt"_L1);
    if (!order.placedAtUtc.isValid())
        reader.fail("orderPlacedAt"_L1);
    order.currency = reader.required(json, "currencyCode"_L1).toUpper();
    if (order.currency.size() != 3)
        reader.fail("currencyCode"_L1);
    order.totalMinor = reader.minor(json, "totalWithTax"_L1);
    order.shippingMinor = reader.minor(json, "shippingWithTax"_L1);
    for (const QJsonValue &line : reader.list(json, "shippingLines"_L1))
        order.originalShippingMinor += reader.minor(line.toObject(), "priceWithTax"_L1);
    order.customer = readCustomer(reader, json);
    order.address = readAddress(reader, json["shippingAddress"_L1].toObject());
    for (const QJsonValue &line : reader.list(json, "lines"_L1))
        order.lines.append(readLine(reader, line.toObject()));
    for (const QJsonValue &payment : reader.list(json, "payments"_L1))
        order.payments.append(readPayment(reader, payment.toObject()));
    for (const QJsonValue &fulfillment : reader.list(json, "fulfillments"_L1))
        order.fulfillments.append(readFulfillment(reader, fulfillment.toObject()));
    if (!reader.problem().isEmpty())
        return tl::unexpected(reader.problem());
    return order;
}

} // namespace mc::store
