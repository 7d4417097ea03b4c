// SPDX-License-Identifier: Apache-2.0
#include "orders/csvexport.h"

#include "domain/csv.h"
#include "orders/words.h"

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

// Words of the wire and plain amounts, whatever the desktop's language: the file is for programs too.
QStringList fieldsOf(const OrderView &view)
{
    const Order &order = view.order;
    QStringList items;
    for (const LineItem &line : order.lines)
        items.append(u"%1 × %2"_s.arg(QString::number(line.quantity), line.title));
    QStringList tracking;
    for (const Shipment &shipment : order.shipments) {
        if (!shipment.trackingNumber.isEmpty())
            tracking.append(shipment.trackingNumber);
    }
    return {order.number,
            order.placedAtUtc.toString(Qt::ISODate),
            order.customer.name,
            order.customer.email,
            items.join(u"; "_s),
            itemStatusWord(itemStatusOf(view)),
            paymentStatusWord(paymentStatusOf(order)),
            order.currency,
            plainAmount({order.totalMinor, order.currency}),
            tracking.join(u"; "_s)};
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
            out.write(csvRecord(fieldsOf(viewOf(*order, overlay))));
            ++count;
        }
    }
    if (!out.commit())
        return failed();
    return count;
}

} // namespace mc
