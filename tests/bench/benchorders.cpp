// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benchorders.h"

#include "domain/money.h"
#include "tests/bench/benchwords.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace mc::bench {
namespace {

constexpr qint64 NewestMs = 1'793'534'400'000; ///< 1 November 2026, noon UTC.
constexpr double SpanMs = 3 * 365.25 * 86'400'000;
constexpr double Thinning = 1.25; ///< A shop grows: more orders a day towards the end.
constexpr double Fresh = 0.01; ///< Of all orders, those that are still being worked on.
constexpr qint64 Hour = 3'600'000;

QString textOf(const char16_t *text)
{
    return QStringView(text).toString();
}

QString textOf(const char *text)
{
    return QString::fromLatin1(text);
}

template <typename List>
const auto &oneOf(const List &list, Dice &dice)
{
    return list[static_cast<size_t>(dice.below(static_cast<int>(list.size())))];
}

const Region &regionOf(Dice &dice)
{
    int left = dice.below(100);
    for (const Region &region : regions()) {
        left -= region.weight;
        if (left < 0)
            return region;
    }
    return regions().front();
}

// A UUID whose first part grows with the time, as the store's own are.
QString idOf(qint64 ms, Dice &dice)
{
    const QString time = QString::number(ms, 16).rightJustified(12, u'0');
    const QString rest = QString::number(dice.next(), 16).rightJustified(16, u'0');
    return time.left(8) + u'-' + time.mid(8) + u"-7"_s + rest.left(3) + u"-a"_s + rest.mid(3, 3) + u'-'
        + rest.mid(4, 12);
}

ItemStatus stateOf(double age, Dice &dice)
{
    const int roll = dice.below(1000);
    if (age < Fresh) {
        if (roll < 450)
            return ItemStatus::NotShipped;
        return roll < 600 ? ItemStatus::Packed : roll < 950 ? ItemStatus::Shipped : ItemStatus::Cancelled;
    }
    if (roll < 880)
        return ItemStatus::Delivered;
    return roll < 935 ? ItemStatus::Cancelled : roll < 980 ? ItemStatus::Returned : ItemStatus::Shipped;
}

void addCustomer(Order &order, const Region &region, Dice &dice)
{
    const NamePart &given = oneOf(region.given, dice);
    const NamePart &family = oneOf(region.family, dice);
    const QString first = textOf(region.isFamilyFirst ? family.text : given.text);
    const QString second = textOf(region.isFamilyFirst ? given.text : family.text);
    constexpr const char *Hosts[] = {"example.com", "example.org", "example.net", "mail.example"};
    order.customer.name = first + textOf(region.between) + second;
    order.customer.email = textOf(given.ascii) + u'.' + textOf(family.ascii)
        + (dice.hits(700) ? QString::number(dice.below(9999)) : QString()) + u'@'
        + textOf(Hosts[dice.below(4)]);
    order.customer.language = textOf(region.language);
    order.shippingAddress = {u"Storgatan %1"_s.arg(1 + dice.below(240)), textOf(region.city)};
}

void addLines(Order &order, const Region &region, ItemStatus state, Dice &dice)
{
    constexpr int CountOf[] = {1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6};
    double unit = 1;
    for (int i = 0; i < minorDigits(order.currency); ++i)
        unit *= 10;
    const int count = CountOf[dice.below(12)];
    for (int i = 0; i < count; ++i) {
        const int material = dice.below(static_cast<int>(materials().size()));
        const int thing = dice.below(static_cast<int>(things().size()));
        LineItem line;
        line.id = LineId(u"line-%1"_s.arg(i + 1));
        line.title = textOf(materials()[static_cast<size_t>(material)]) + u' '
            + textOf(things()[static_cast<size_t>(thing)]);
        line.sku = u"SKU-%1"_s.arg(20'000 + material * 100 + thing);
        line.quantity = dice.hits(800) ? 1 : 2 + dice.below(3);
        line.unitPriceMinor = std::llround((5 + dice.below(40'000) / 100.0) * region.perEuro * unit);
        line.state = state == ItemStatus::Cancelled ? ItemStatus::NotShipped : state;
        line.cancelledQuantity = state == ItemStatus::Cancelled ? line.quantity : 0;
        order.totalMinor += line.quantity * line.unitPriceMinor;
        order.lines.append(line);
    }
    order.shippingMinor = std::llround(4.9 * region.perEuro * unit);
    order.totalMinor += order.shippingMinor;
}

void addShipment(Order &order, Dice &dice)
{
    constexpr const char *Carriers[] = {"DHL", "UPS", "GLS", "PostNord"};
    const QDateTime at = order.placedAtUtc.addMSecs((4 + dice.below(60)) * Hour);
    const QString tracking = u"JD%1"_s.arg(dice.next() % 10'000'000'000ULL, 10, 10, QChar(u'0'));
    order.shipments.append({textOf(Carriers[dice.below(4)]), tracking, at});
    order.timeline.append({at, TimelineKind::Shipped, {}, tracking});
    order.updatedAtUtc = at;
}

void addCancellation(Order &order, CancellationState state, Dice &dice)
{
    constexpr const char *Reasons[] = {"ordered_by_mistake", "items_arriving_late",
                                       "incorrect_shipping_address", "other"};
    Cancellation one;
    one.requestedAtUtc = order.placedAtUtc.addMSecs(dice.below(5 * 3600) * 1000LL);
    one.id = CancellationId(idOf(one.requestedAtUtc.toMSecsSinceEpoch(), dice));
    one.operation = OperationId(idOf(one.requestedAtUtc.toMSecsSinceEpoch(), dice));
    one.state = state;
    one.requestedBy = dice.hits(700) ? RequestedBy::Customer : RequestedBy::Merchant;
    one.requestedByName = order.customer.name;
    one.reasonCode = textOf(Reasons[dice.below(4)]);
    one.reasonText = u"I ordered by mistake"_s;
    for (const LineItem &line : std::as_const(order.lines))
        one.lines.append({line.id, line.quantity});
    order.timeline.append({one.requestedAtUtc, TimelineKind::CancellationRequested, one.requestedByName, {}});
    order.updatedAtUtc = one.requestedAtUtc;
    if (state != CancellationState::Requested) {
        one.decidedAtUtc = one.requestedAtUtc.addSecs(90);
        order.updatedAtUtc = one.decidedAtUtc;
        one.isClosed = dice.hits(980);
    } else {
        one.needsDecision = dice.hits(300);
    }
    if (state == CancellationState::Rejected)
        one.rejection = Rejection::Shipped;
    if (state == CancellationState::Succeeded) {
        const bool hasFailed = dice.hits(2);
        one.refund = {hasFailed ? RefundState::Failed : RefundState::Done, order.totalMinor,
                      hasFailed ? u"The card was closed."_s : QString()};
        order.timeline.append({one.decidedAtUtc, TimelineKind::Cancelled, {}, {}});
        if (!hasFailed)
            order.payment.refundedMinor = order.totalMinor;
    }
    order.cancellations.append(one);
}

void addPayment(Order &order, double age, ItemStatus state, Dice &dice)
{
    order.payment.method = u"Visa ending in %1"_s.arg(1000 + dice.below(9000));
    const bool isOpen = age < Fresh && state == ItemStatus::NotShipped;
    order.payment.status = isOpen && dice.hits(150) ? PaymentStatus::Pending
        : isOpen && dice.hits(300)                  ? PaymentStatus::Authorized
                                                    : PaymentStatus::Paid;
    if (order.payment.status == PaymentStatus::Paid) {
        order.payment.paidMinor = order.totalMinor;
        order.timeline.append({order.placedAtUtc.addSecs(4), TimelineKind::PaymentReceived, {}, {}});
    }
    if (state == ItemStatus::Returned)
        order.payment.refundedMinor = dice.hits(600) ? order.totalMinor : order.totalMinor / 2;
}

} // namespace

quint64 Dice::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

Order orderAt(const OrderSet &set, int index)
{
    Dice dice(Dice(set.seed * 0x100000001b3ULL + static_cast<quint64>(index)).next());
    const double age = static_cast<double>(index) / set.count;
    const auto agoMs = static_cast<qint64>(std::pow(age, Thinning) * SpanMs);
    const Region &region = regionOf(dice);
    Order order;
    order.placedAtUtc = QDateTime::fromMSecsSinceEpoch(NewestMs - agoMs, Qt::UTC);
    order.updatedAtUtc = order.placedAtUtc;
    order.id = OrderId(idOf(NewestMs - agoMs, dice));
    order.number = u"MC-%1"_s.arg(100'000 + set.count - index);
    order.externalId = u"shop-%1"_s.arg(set.count - index);
    order.source = u"api"_s;
    order.version = 1 + dice.below(6);
    order.currency = textOf(region.currency);
    addCustomer(order, region, dice);
    const ItemStatus state = stateOf(age, dice);
    addLines(order, region, state, dice);
    order.timeline.append({order.placedAtUtc, TimelineKind::OrderPlaced, {}, {}});
    addPayment(order, age, state, dice);
    if (state == ItemStatus::Shipped || state == ItemStatus::Delivered || state == ItemStatus::Returned)
        addShipment(order, dice);
    if (state == ItemStatus::Cancelled)
        addCancellation(order, CancellationState::Succeeded, dice);
    else if (state == ItemStatus::NotShipped && dice.hits(40))
        addCancellation(order, CancellationState::Requested, dice);
    else if (state != ItemStatus::NotShipped && dice.hits(8))
        addCancellation(order, CancellationState::Rejected, dice);
    return order;
}

Order changed(const Order &order, quint64 seed)
{
    Dice dice(seed ^ qHash(order.id.toString(), 0));
    Order after = order;
    ++after.version;
    after.updatedAtUtc = QDateTime::fromMSecsSinceEpoch(NewestMs, Qt::UTC).addSecs(dice.below(86'400));
    const bool isOpen =
        after.lines.constFirst().state == ItemStatus::NotShipped && after.cancellations.isEmpty();
    if (isOpen || after.shipments.isEmpty()) {
        addShipment(after, dice);
        for (LineItem &line : after.lines)
            line.state = line.cancelledQuantity == 0 ? ItemStatus::Shipped : line.state;
    } else {
        after.timeline.append({after.updatedAtUtc, TimelineKind::Returned, {}, {}});
        for (LineItem &line : after.lines)
            line.state = ItemStatus::Returned;
    }
    return after;
}

} // namespace mc::bench
