// SPDX-License-Identifier: Apache-2.0
#include "orders/csvexport.h"

#include "domain/codes.h"
#include "domain/csv.h"

#include <QCoreApplication>
#include <QHash>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr qsizetype AtOnce = 200;

class Export final
{
    Q_DECLARE_TR_FUNCTIONS(mc::Export)
};

// For people: "2 × Mug; 1 × Tea". The import reads the line columns.
QString summaryOf(const Order &order)
{
    QStringList items;
    for (const LineItem &line : order.lines)
        items.append(u"%1 × %2"_s.arg(QString::number(line.quantity), line.title));
    return items.join(u"; "_s);
}

QString trackingOf(const Order &order)
{
    QStringList tracking;
    for (const Shipment &shipment : order.shipments) {
        if (!shipment.trackingNumber.isEmpty())
            tracking.append(shipment.trackingNumber);
    }
    return tracking.join(u"; "_s);
}

QString amount(qint64 minor, const Order &order)
{
    return plainAmount({minor, order.currency});
}

// Codes and plain amounts, whatever the desktop's language: the file is for programs too.
QStringList orderFields(const OrderView &view)
{
    const Order &order = view.order;
    return {order.number,
            order.placedAtUtc.toString(Qt::ISODate),
            order.customer.name,
            order.customer.email,
            summaryOf(order),
            codeOf(itemStatusOf(view)),
            codeOf(paymentStatusOf(order)),
            order.currency,
            amount(order.totalMinor, order),
            trackingOf(order),
            order.customer.language,
            order.shippingAddress.join(u'\n'),
            order.payment.method,
            amount(order.payment.paidMinor, order),
            amount(order.payment.refundedMinor, order),
            amount(order.shippingMinor, order)};
}

QStringList lineFields(const Order &order, const LineItem &line)
{
    return {line.id.toString(),
            line.title,
            line.sku,
            QString::number(line.quantity),
            QString::number(line.cancelledQuantity),
            amount(line.unitPriceMinor, order),
            codeOf(line.state)};
}

QByteArray recordsOf(const OrderView &view)
{
    const QStringList whole = orderFields(view);
    QStringList again(whole.size());
    again.first() = whole.first();
    QByteArray records;
    for (const LineItem &line : view.order.lines)
        records += csvRecord((records.isEmpty() ? whole : again) + lineFields(view.order, line));
    return records.isEmpty() ? csvRecord(whole) : records;
}

} // namespace

tl::expected<int, QString> writeCsv(const QString &file, const OrderReader &reader,
                                    const QList<qint64> &places, const Overlay &overlay)
{
    const auto failed = [&file] {
        return tl::unexpected(
            Export::tr("%1 could not be written. Check the folder and the space on the disk.",
                       "%1: file name")
                .arg(file));
    };
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return failed();
    out.write(csvRecord(orderExportHeader()));
    int count = 0;
    for (qsizetype from = 0; from < places.size(); from += AtOnce) {
        const QList<qint64> some = places.mid(from, AtOnce);
        const auto orders = reader.orders(some);
        if (!orders)
            return failed();
        QHash<OrderId, Order> byId;
        for (const Order &order : *orders)
            byId.insert(order.id, order);
        const auto rows = reader.rows(some);
        for (const qint64 place : some) { // as the table shows them
            const auto order = rows ? byId.constFind(rows->value(place).id) : byId.cend();
            if (order == byId.cend())
                continue;
            out.write(recordsOf(viewOf(*order, overlay)));
            ++count;
        }
    }
    if (!out.commit())
        return failed();
    return count;
}

} // namespace mc
