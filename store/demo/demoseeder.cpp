// SPDX-License-Identifier: Apache-2.0
#include "store/demo/demoseeder.h"

#include "store/demo/demoorders.h"
#include "store/orderbook/effectbook.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/storerepository.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr int OrdersPerTransaction = 100;

// Plays the history of sample orders through the orderbook, each step at its own time.
class Player final
{
public:
    Player(Tx &tx, StoreId store, QDateTime now)
        : m_tx(tx)
        , m_store(std::move(store))
        , m_now(std::move(now))
    {
    }

    // What old orders owed has long been done; what the newest ones owe is left for the store to do before
    // our eyes.
    void play(const DemoOrder &demo)
    {
        const QDateTime placed = demo.order.placedAtUtc;
        const auto merged = at(placed).mergeOrder(demo.order, {RequestedBy::Merchant, u"store"_s, {}}, true);
        if (!merged) {
            m_tx.fail({DatabaseError::Kind::Other, merged.error().detail});
            return;
        }
        if (!demo.hasFreshMail)
            finishEffects(placed.addSecs(60));
        if (demo.fate != DemoFate::None)
            playFate(demo, *merged, qMin(placed.addSecs(8 * 60), m_now.addSecs(-30)));
    }

private:
    Orderbook at(const QDateTime &time) const { return {m_tx, m_store, time}; }

    void playFate(const DemoOrder &demo, const Order &order, const QDateTime &asked)
    {
        const bool isQuestion = demo.fate == DemoFate::Asked || demo.fate == DemoFate::Declined;
        if (isQuestion)
            setMode(PolicyMode::Ask, asked);
        const auto request = at(asked).requestCancellation(requestOf(demo, order));
        if (isQuestion)
            setMode(PolicyMode::Automatic, asked);
        if (!request) {
            m_tx.fail({DatabaseError::Kind::Other, request.error().detail});
            return;
        }
        finish(demo, order, request->id, asked.addSecs(20));
        if (demo.hasFreshMail)
            return;
        finishEffects(asked.addSecs(300));
        // What went wrong long ago has been seen; only the newest outcomes wait for somebody.
        std::ignore =
            at(asked.addSecs(3600))
                .closeCancellation(request->id, {RequestedBy::Merchant, u"demo"_s, u"Kim Larsen"_s});
    }

    void finish(const DemoOrder &demo, const Order &order, const CancellationId &id, const QDateTime &later)
    {
        const Actor staff{RequestedBy::Merchant, u"demo"_s, u"Kim Larsen"_s};
        Orderbook book = at(later);
        switch (demo.fate) {
        case DemoFate::None:
        case DemoFate::Requested:
        case DemoFate::Asked:
            return;
        case DemoFate::Declined:
            std::ignore = book.decline(id, staff, u"Made to order: it is already being cut."_s, std::nullopt);
            return;
        case DemoFate::ShippedFirst:
            std::ignore = book.recordShipment(scanOf(order, later), carrier());
            return;
        case DemoFate::Cancelled:
        case DemoFate::RefundFails:
        case DemoFate::Conflict:
            break;
        }
        std::ignore = at(later.addSecs(m_delaySeconds)).claimDue(100);
        std::ignore = at(later.addSecs(m_delaySeconds + 2)).succeed(id);
        if (demo.fate == DemoFate::Conflict)
            std::ignore = at(later.addSecs(600)).recordShipment(scanOf(order, later.addSecs(600)), carrier());
    }

    static Actor carrier() { return {RequestedBy::Merchant, u"carrier"_s, u"DHL"_s}; }

    static ShipmentReport scanOf(const Order &order, const QDateTime &time)
    {
        ShipmentReport scan;
        scan.order = order.id;
        scan.kind = ShipmentReport::Kind::Fact;
        scan.shipment = {u"DHL"_s, u"JD0146000077123321"_s, time};
        return scan;
    }

    static CancellationRequest requestOf(const DemoOrder &demo, const Order &order)
    {
        CancellationRequest request;
        request.order = order.id;
        request.operation = OperationId(newUuid7());
        request.reasonCode = demo.reasonCode;
        request.language = order.customer.language;
        request.comments = demo.comments;
        request.actor = demo.requestedBy == RequestedBy::Customer
            ? Actor{RequestedBy::Customer, order.id.toString(), order.customer.name}
            : Actor{RequestedBy::Merchant, u"demo"_s, u"Kim Larsen"_s};
        return request;
    }

    void setMode(PolicyMode mode, const QDateTime &time)
    {
        StoreRepository stores(m_tx);
        CancellationPolicy policy = stores.policy(m_store).policy;
        policy.mode = mode;
        policy.deadlineHours = 72;
        std::ignore = stores.setPolicy(m_store, policy, std::nullopt, {}, time);
    }

    void finishEffects(const QDateTime &time)
    {
        // A refund that is done owes one more mail, so one round is not enough.
        for (int round = 0; round < 4; ++round) {
            EffectBook effects(m_tx, m_store, time.addSecs(round));
            const QList<ClaimedEffect> due = effects.claimDue(100);
            for (const ClaimedEffect &claimed : due)
                effects.setDone(claimed.effect);
            if (due.isEmpty())
                return;
        }
    }

    static constexpr int m_delaySeconds = 60; // more than any processing delay of a demo

    Tx &m_tx;
    const StoreId m_store;
    const QDateTime m_now;
};

} // namespace

tl::expected<int, DatabaseError> seedDemo(Database &database, const StoreId &store, int count,
                                          const QDateTime &now)
{
    qint64 existing = 0;
    database.readAndWait([&](Tx &tx) { existing = Orderbook(tx, store, now).orderCount(); });
    if (existing > 0)
        return 0;
    QList<DemoOrder> orders = demoOrders(count, now);
    std::reverse(orders.begin(), orders.end()); // oldest first, as they came in
    for (qsizetype at = 0; at < orders.size(); at += OrdersPerTransaction) {
        const auto written = database.writeAndWait([&](Tx &tx) {
            Player player(tx, store, now);
            for (const DemoOrder &demo : orders.mid(at, OrdersPerTransaction))
                player.play(demo);
        });
        if (!written)
            return tl::unexpected(written.error());
    }
    return static_cast<int>(orders.size());
}

} // namespace mc::store
