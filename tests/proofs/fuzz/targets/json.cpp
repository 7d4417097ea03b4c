// SPDX-License-Identifier: Apache-2.0
// JSON bodies: an order that a shop sends, an order as the store writes it, and what a console is told of a
// store.
#include "../support/fuzzing.h"
#include "domain/orderjson.h"
#include "domain/orderrules.h"
#include "domain/storeinfo.h"
#include "store/api/incomingorder.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace mc;
using namespace mc::store;
using mc::fuzz::require;

namespace {

void applyRules(const Order &order)
{
    (void)itemStatusOf(order);
    (void)paymentStatusOf(order);
    (void)canCancel(order);
    (void)refundFor(order, remainingLines(order));
    (void)itemCount(order);
}

void readIncoming(const QByteArray &body)
{
    auto reader = ObjectReader::fromBody(body);
    if (!reader) {
        require(reader.error().status == 400, "what is no object is refused");
        return;
    }
    const IncomingOrder incoming = readIncomingOrder(*reader, QStringLiteral("external"));
    if (const auto problem = reader->problem()) {
        require(problem->status == 400, "a problem is a 400");
        return;
    }
    Order order = incoming.order;
    order.id = OrderId(QStringLiteral("id"));
    applyRules(order);
    require(!order.lines.isEmpty(), "an order has lines");
    const auto again = orderFromBytes(orderToBytes(order));
    require(again.has_value(), "what was taken can be read back");
    require(orderToBytes(*again) == orderToBytes(order), "and is the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = mc::fuzz::inputOf(data, size);
    readIncoming(input);
    if (const auto order = orderFromBytes(input)) {
        applyRules(*order);
        const auto again = orderFromBytes(orderToBytes(*order));
        require(again && orderToBytes(*again) == orderToBytes(*order), "an order survives its wire form");
    }
    const QJsonObject json = QJsonDocument::fromJson(input).object();
    (void)toJson(storeInfoFromJson(json));
    if (auto reader = ObjectReader::fromBody(input)) {
        using Need = ObjectReader::Need;
        (void)reader->text(QLatin1StringView("email"), Need::Required, 320, 3);
        (void)reader->flag(QLatin1StringView("onBehalf"), false);
        (void)reader->texts(QLatin1StringView("scopes"), 4, 20);
        (void)reader->word<ContactChannel>(QLatin1StringView("channel"), Need::Optional, ContactChannel::None,
                                           {ContactChannel::Phone, ContactChannel::Email});
        reader->finish();
        (void)reader->problem();
    }
    return 0;
}
