// SPDX-License-Identifier: Apache-2.0
// What people, carriers and the engine do in a world.
#include "domain/orderrules.h"
#include "store/orderbook/storerepository.h"
#include "world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::sim {

using namespace mc::store;

namespace {

constexpr int ManyOrders = 260; // more than one page of a snapshot

Order newOrder(World &world, int number, bool isOfEngine)
{
    Dice &dice = world.dice;
    Order order;
    order.number = u"MC-%1"_s.arg(number);
    order.externalId = (isOfEngine ? u"engine-%1"_s : u"shop-%1"_s).arg(number);
    order.source = isOfEngine ? u"simulated"_s : u"api"_s;
    order.version = 1;
    order.placedAtUtc = world.clock.now().addSecs(-dice.below(7'200));
    order.currency = u"EUR"_s;
    order.customer = {u"Customer %1"_s.arg(number), u"customer%1@example.com"_s.arg(number), u"en"_s};
    const int lines = dice.between(1, 3);
    for (int i = 0; i < lines; ++i) {
        const int quantity = dice.between(1, 3);
        order.lines.append({LineId(u"line-%1"_s.arg(i)), u"Thing %1"_s.arg(i), u"SKU-%1"_s.arg(i), quantity,
                            0, 100 * dice.between(1, 50), ItemStatus::NotShipped});
        order.totalMinor += order.lines.constLast().unitPriceMinor * quantity;
    }
    order.shippingMinor = 490;
    order.totalMinor += order.shippingMinor;
    const bool isPaid = dice.chance(80);
    order.payment = {isPaid ? PaymentStatus::Paid : PaymentStatus::Authorized, u"card"_s,
                     isPaid ? order.totalMinor : 0, 0};
    return order;
}

void addOrders(World &world)
{
    const int many = world.plot.hasManyOrders ? ManyOrders : 0;
    const bool isAdded = world.store.write([&](Orderbook &book, Tx &tx) {
        StoreRepository stores(tx);
        const StoreId store = world.store.cast().store;
        (void)stores.setPolicy(store, world.plot.policy, std::nullopt,
                               {RequestedBy::Merchant, u"owner"_s, u"Owner"_s}, world.clock.now());
        stores.setProcessingDelay(store, Millis(world.plot.processingDelayMs));
        for (int i = 0; i < world.plot.orders + many; ++i) {
            const bool isOfEngine = world.plot.hasEngine && i < world.plot.orders && world.dice.chance(50);
            const Order order = newOrder(world, i, isOfEngine);
            if (isOfEngine)
                world.outside.addEngineOrder(order);
            const auto merged = book.mergeOrder(order, {RequestedBy::Merchant, u"shop"_s, u"Shop"_s}, false);
            if (merged && i < world.plot.orders)
                world.orderIds.append(merged->id);
        }
    });
    if (!isAdded)
        qFatal("the orders of a world could not be added");
}

/// Again and again with pauses of at most twice `average`, until the world is quiet.
void repeat(World &world, int averageMs, const std::function<void()> &what)
{
    world.clock.after(Millis(world.dice.between(1, 2 * averageMs)), [&world, averageMs, what] {
        if (world.isQuiet)
            return;
        what();
        repeat(world, averageMs, what);
    });
}

OrderId anyOrder(World &world)
{
    return world.orderIds.at(world.dice.below(static_cast<int>(world.orderIds.size())));
}

/// What the person sees on their screen, roughly: the store's truth.
std::optional<Order> seen(World &world, const OrderId &id)
{
    std::optional<Order> order;
    world.store.read([&](Orderbook &book, Tx &) { order = book.order(id); });
    return order;
}

void decideSomething(World &world, SimConsole &console)
{
    const OrderId id = anyOrder(world);
    const auto order = seen(world, id);
    if (!order)
        return;
    if (order->conflict && world.dice.chance(50))
        console.decide(StaffDecision::Kind::CloseConflict, id.toString());
    for (const Cancellation &one : order->cancellations) {
        if (one.needsDecision)
            console.decide(world.dice.chance(60) ? StaffDecision::Kind::Accept : StaffDecision::Kind::Decline,
                           one.id.toString());
        else if (one.refund.state == RefundState::Failed)
            console.decide(StaffDecision::Kind::RetryRefund, one.id.toString());
        else if (one.state == CancellationState::Rejected && !one.isClosed)
            console.decide(StaffDecision::Kind::CloseCancellation, one.id.toString());
    }
}

void act(World &world, SimConsole &console)
{
    Dice &dice = world.dice;
    const Millis undoFor = dice.chance(60) ? Millis(1'000 * dice.between(2, 6)) : 0ms;
    switch (dice.below(12)) {
    case 0:
    case 1:
    case 2:
    case 3:
        console.cancelOrders({anyOrder(world)}, undoFor);
        break;
    case 4:
        console.cancelOrders({anyOrder(world), anyOrder(world), anyOrder(world)}, undoFor);
        break;
    case 5:
    case 6:
        console.undoLast(dice.between(1, 2));
        break;
    case 7:
        console.holdLast(dice.chance(50));
        break;
    case 8:
    case 9:
        decideSomething(world, console);
        break;
    case 10:
        console.syncNow();
        break;
    default:
        console.closeRefused();
        break;
    }
}

/// A customer on the page of an order: presses the button, and now and then twice.
void cancelAsCustomer(World &world)
{
    CancellationRequest request;
    request.order = anyOrder(world);
    request.operation = OperationId(newUuid7());
    request.reasonCode = u"ordered_by_mistake"_s;
    request.language = u"en"_s;
    request.actor = {RequestedBy::Customer, request.order.toString(), u"Customer"_s};
    if (const auto order = seen(world, request.order); order && world.dice.chance(40)) {
        for (const CancelledLine &line : remainingLines(*order).mid(0, 1))
            request.lines.append({line.line, world.dice.between(1, line.quantity)});
    }
    for (int i = world.dice.between(1, 2); i > 0; --i) {
        bool isTaken = false;
        const bool isKept = world.store.write([&](Orderbook &book, Tx &tx) {
            isTaken = book.requestCancellation(request).has_value();
            if (!isTaken)
                tx.rollBack();
        });
        if (isKept && isTaken)
            world.customersAsked.insert(request.operation);
    }
}

/// A program with a token: the same request with the same key until there is a definite answer.
struct Call {
    QByteArray method;
    QByteArray target;
    QByteArray body;
    QByteArray key;
    int tries = 0;
    std::function<void(int status)> answered;
};

void send(World &world, const std::shared_ptr<Call> &call)
{
    if (++call->tries > 20)
        return;
    const auto exchange = std::make_shared<Exchange>();
    const auto status = std::make_shared<int>(0);
    // Weak, because the exchange holds what holds this.
    const auto again = [&world, call, weak = std::weak_ptr(exchange)] {
        if (const auto one = weak.lock())
            one->isGone = true;
        world.clock.after(1'000ms, [&world, call] { send(world, call); });
    };
    const auto limit = world.clock.after(10'000ms, [exchange, again] {
        if (!exchange->isGone)
            again();
    });
    exchange->head = [status](int found, const Headers &headers) {
        const bool isPage = !headers.isEmpty() && headers.constFirst().second.startsWith("text/html");
        *status = isPage ? 0 : found;
    };
    exchange->bytes = [](const QByteArray &) {};
    exchange->end = [&world, call, status, again, limit] {
        world.clock.cancel(limit);
        if (*status == 0 || *status >= 500 || *status == 409)
            again();
        else if (call->answered)
            call->answered(*status);
    };
    exchange->broken = [&world, again, limit](QNetworkReply::NetworkError) {
        world.clock.cancel(limit);
        again();
    };
    const Headers headers{{"authorization", "Bearer " + Cast::shopToken()},
                          {"content-type", "application/json"},
                          {"idempotency-key", call->key}};
    world.shopWire->send(requestOf(call->method, call->target, headers, call->body), exchange);
}

void ship(World &world)
{
    const OrderId id = anyOrder(world);
    const auto order = seen(world, id);
    if (!order || order->source == u"simulated")
        return;
    const bool isFact = world.dice.chance(35);
    const bool isPacked = !isFact && world.dice.chance(40);
    const QJsonObject body{{u"kind"_s, isFact ? u"fact"_s : u"intent"_s},
                           {u"state"_s, isPacked ? u"packed"_s : u"shipped"_s},
                           {u"carrier"_s, u"DHL"_s},
                           {u"trackingNumber"_s, u"JD%1"_s.arg(++world.parcels)}};
    const auto call = std::make_shared<Call>();
    call->method = "POST";
    call->target = "/v1/orders/" + id.toString().toLatin1() + "/shipments";
    call->body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    call->key = newUuid7().toLatin1();
    // A fact is one whatever becomes of its report; an intent counts once it was allowed.
    if (isFact)
        world.shippedByFact.insert(id);
    call->tries = isFact ? 0 : 15; // nobody waits for ever to be allowed
    call->answered = [&world, id, isFact, isPacked](int status) {
        if (status == 200 && !isFact && !isPacked)
            world.shippedByIntent.insert(id);
    };
    send(world, call);
}

void placeOrder(World &world)
{
    const int number = 1'000 + ++world.parcels;
    const QJsonObject line{
        {u"id"_s, u"a"_s}, {u"title"_s, u"Thing"_s}, {u"quantity"_s, 1}, {u"unitPriceMinor"_s, 900}};
    const QJsonObject body{{u"number"_s, u"MC-%1"_s.arg(number)},
                           {u"version"_s, 1},
                           {u"placedAt"_s, world.clock.now().toString(Qt::ISODateWithMs)},
                           {u"currency"_s, u"EUR"_s},
                           {u"totalMinor"_s, 900},
                           {u"payment"_s, QJsonObject{{u"status"_s, u"paid"_s}}},
                           {u"lines"_s, QJsonArray{line}}};
    const auto call = std::make_shared<Call>();
    call->method = "PUT";
    call->target = "/v1/orders/shop-" + QByteArray::number(number);
    call->body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    call->key = newUuid7().toLatin1();
    send(world, call);
}

void followEngine(World &world)
{
    world.clock.after(Millis(world.dice.between(500, 2'500)), [&world] {
        world.store.pullEngine();
        followEngine(world);
    });
}

} // namespace

void populate(World &world)
{
    addOrders(world);
    for (const auto &console : world.consoles) {
        console->start();
        repeat(world, 3'000, [&world, one = console.get()] { act(world, *one); });
    }
    repeat(world, 9'000, [&world] { placeOrder(world); });
    if (world.plot.hasRestore)
        return;
    repeat(world, 6'000, [&world] { cancelAsCustomer(world); });
    repeat(world, 5'000, [&world] { ship(world); });
    if (!world.plot.hasEngine)
        return;
    followEngine(world);
    repeat(world, 9'000, [&world] {
        const auto order = seen(world, anyOrder(world));
        if (order && order->source == u"simulated")
            world.outside.shipInEngine(order->externalId);
    });
}

} // namespace mc::sim
