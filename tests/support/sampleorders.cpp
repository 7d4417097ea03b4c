// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sampleorders.h"

#include "domain/orderrules.h"

namespace mc::test {
namespace {

struct Row {
    const char *number;
    const char *customer;
    int minutesAgo;
    const char *product;
    int quantity;
    ItemStatus status;
    PaymentStatus payment;
    qint64 totalMinor;
    const char *currency;
};

using I = ItemStatus;
using P = PaymentStatus;
constexpr Row Usual[] = {
    {"MC-104832", "Hanna Lindqvist", 12, "Oak side table, natural", 3, I::NotShipped, P::Paid, 24890, "EUR"},
    {"MC-104824", "Marco Ferretti", 26, "Linen cushion cover 50 × 50", 2, I::NotShipped, P::Authorized, 5980,
     "EUR"},
    {"MC-104814", "Priya Raman", 41, "Stoneware mug, set of 4", 1, I::CancellationRequested, P::Paid, 3450,
     "EUR"},
    {"MC-104807", "Tomasz Zieliński", 68, "Wall lamp “Aske”", 2, I::NotShipped, P::Paid, 17800, "EUR"},
    {"MC-104803", "Eleanor Whitcombe", 95, "Wool throw, charcoal", 1, I::Packed, P::Pending, 8900, "GBP"},
    {"MC-104797", "Jonas Berg", 140, "Desk organiser, birch", 4, I::CancellationRequested, P::Paid, 11260,
     "EUR"},
    {"MC-104789", "Amélie Rousseau", 205, "Ceramic vase, tall", 1, I::Cancelled, P::Refunded, 6400, "EUR"},
    {"MC-104779", "渡辺 健二", 260, "Hinoki bath stool", 1, I::Shipped, P::Paid, 18600, "JPY"},
    {"MC-104772", "Sofia Almeida", 1180, "Cotton bed linen, double", 2, I::Shipped, P::Paid, 15900, "EUR"},
    {"MC-104768", "David Okafor", 1325, "Cast-iron pan 26 cm", 1, I::Shipped, P::PartiallyRefunded, 7495,
     "GBP"},
    {"MC-104762", "Lucía Fernández", 1610, "Rattan pendant shade", 3, I::Delivered, P::Paid, 31240, "EUR"},
    {"MC-104754", "Noah Steiner", 2890, "Bookshelf “Fjell”, 5 tiers", 1, I::Delivered, P::Paid, 42900, "CHF"},
    {"MC-104744", "Maya Cohen", 4400, "Rag rug 140 × 200", 1, I::Returned, P::Refunded, 12950, "EUR"},
    {"MC-104737", "Oliver Hughes", 5900, "Glass carafe with lid", 2, I::Delivered, P::Paid, 4870, "GBP"},
    {"MC-104733", "Ingrid Solberg", 7300, "Bar stool, black", 2, I::Cancelled, P::Voided, 23800, "EUR"},
    {"MC-104727", "Emre Yıldız", 10200, "Plant stand, brass", 1, I::Delivered, P::Paid, 5490, "EUR"},
    {"MC-104719", "سارة القحطاني", 11700, "Hand-woven basket, large", 1, I::Delivered, P::Paid, 7980, "KWD"},
    {"MC-104711", "<b>Robert</b> \"Tables\"", 13100, "<img src=file:///etc/passwd>", 1, I::NotShipped,
     P::Paid, 9900, "EUR"},
};
constexpr Row LongNames[] = {
    {"MC-104832-REPLACEMENT-2026-B", "Maximiliane Freifrau von Hohenstein-Lauenburg zu Wittgenstein", 12,
     "Ausziehbarer Esstisch aus massiver Wildeiche mit Baumkante, geölt, 220–300 cm", 12, I::NotShipped,
     P::PartiallyRefunded, 98765432100, "EUR"},
    {"MC-104824", "Wolfeschlegelsteinhausenbergerdorff", 26,
     "Donaudampfschifffahrtsgesellschaftskapitänsmützenhalter", 2, I::CancellationRequested, P::RefundFailed,
     123456789012, "KWD"},
};
constexpr Row Arabic[] = {
    {"MC-104832", "سارة القحطاني", 12, "طاولة جانبية من خشب البلوط", 3, I::NotShipped, P::Paid, 24890, "AED"},
    {"MC-104824", "محمد العتيبي", 26, "غطاء وسادة من الكتان 50 × 50", 2, I::NotShipped, P::Authorized, 5980,
     "AED"},
    {"MC-104814", "Hanna Lindqvist", 41, "Stoneware mug, set of 4", 1, I::CancellationRequested, P::Paid,
     3450, "EUR"},
    {"MC-104789", "ليلى حداد", 205, "مزهرية خزفية طويلة", 1, I::Cancelled, P::Refunded, 6400, "KWD"},
    {"MC-104779", "渡辺 健二", 260, "Hinoki bath stool", 1, I::Shipped, P::Paid, 18600, "JPY"},
};

void addTimeline(Order &order, ItemStatus status)
{
    const QDateTime at = order.placedAtUtc;
    order.timeline = {{at, TimelineKind::OrderPlaced, order.customer.name, {}},
                      {at.addSecs(5), TimelineKind::PaymentReceived, {}, order.payment.method},
                      {at.addSecs(60), TimelineKind::MailSent, {}, order.customer.email}};
    if (status == I::Shipped || status == I::Delivered || status == I::Returned) {
        order.shipments = {{QStringLiteral("DHL"), QStringLiteral("JD014600007712"), at.addSecs(3600)}};
        order.timeline.append(
            {at.addSecs(3600), TimelineKind::Shipped, {}, QStringLiteral("JD014600007712")});
    }
}

void setStatus(Order &order, ItemStatus status)
{
    for (LineItem &line : order.lines)
        line.state = status == I::CancellationRequested || status == I::Cancelled ? I::NotShipped : status;
    if (status == I::CancellationRequested)
        order.cancellations = {makeCancellation(order, CancellationState::Requested)};
    if (status == I::Cancelled) {
        order.cancellations = {makeCancellation(order, CancellationState::Succeeded)};
        for (LineItem &line : order.lines)
            line.cancelledQuantity = line.quantity;
    }
}

void setPayment(Order &order, PaymentStatus status)
{
    const bool isCaptured = status != P::Pending && status != P::Authorized && status != P::Voided;
    order.payment = {isCaptured ? P::Paid : status, QStringLiteral("Visa ending in 4242"),
                     isCaptured ? order.totalMinor : 0, 0};
    if (status == P::Refunded)
        order.payment.refundedMinor = order.totalMinor;
    if (status == P::PartiallyRefunded)
        order.payment.refundedMinor = order.totalMinor / 2;
    for (Cancellation &one : order.cancellations) {
        if (status == P::RefundFailed)
            one.refund = {RefundState::Failed, order.totalMinor, QStringLiteral("The bank refused it.")};
        if (status == P::RefundPending)
            one.refund = {RefundState::Pending, order.totalMinor, {}};
    }
}

Order fromRow(const Row &row)
{
    Order order;
    order.number = QString::fromUtf8(row.number);
    order.id = OrderId(order.number);
    order.externalId = order.number;
    order.source = QStringLiteral("demo");
    order.version = 1;
    order.placedAtUtc = sampleNow().addSecs(-60LL * row.minutesAgo);
    order.updatedAtUtc = order.placedAtUtc;
    order.currency = QString::fromUtf8(row.currency);
    order.totalMinor = row.totalMinor;
    order.customer = {QString::fromUtf8(row.customer), QStringLiteral("customer@example.com"), {}};
    order.shippingAddress = {QStringLiteral("Storgatan 12"), QStringLiteral("111 22 Stockholm"),
                             QStringLiteral("Sweden")};
    LineItem line;
    line.id = LineId(order.number + QLatin1String("-1"));
    line.title = QString::fromUtf8(row.product);
    line.sku = QStringLiteral("SKU-1");
    line.quantity = row.quantity;
    line.unitPriceMinor = row.totalMinor / row.quantity;
    order.lines = {line};
    setStatus(order, row.status);
    setPayment(order, row.payment);
    addTimeline(order, row.status);
    return order;
}

} // namespace

QDateTime sampleNow()
{
    return QDateTime(QDate(2026, 11, 20), QTime(14, 40), Qt::UTC);
}

StoreInfo sampleStore(Role role)
{
    StoreInfo store;
    store.id = StoreId(QStringLiteral("nordhem"));
    store.name = QStringLiteral("Nordhem Living");
    store.currency = QStringLiteral("EUR");
    store.supportEmail = QStringLiteral("help@nordhem.example");
    for (const char *code : DefaultReasonCodes)
        store.reasons.append({QString::fromLatin1(code), {}});
    store.epoch = QStringLiteral("1");
    store.staffId = StaffId(QStringLiteral("staff-1"));
    store.staffName = QStringLiteral("Ada Staff");
    store.staffEmail = QStringLiteral("ada@nordhem.example");
    store.role = role;
    return store;
}

Order makeOrder(const QString &number, ItemStatus status, PaymentStatus payment)
{
    Order order =
        fromRow({"", "Hanna Lindqvist", 12, "Oak side table, natural", 3, status, payment, 24890, "EUR"});
    order.number = number;
    order.id = OrderId(number);
    order.externalId = number;
    return order;
}

Cancellation makeCancellation(const Order &order, CancellationState state)
{
    Cancellation one;
    one.id = CancellationId(QLatin1String("c-") + order.number);
    one.operation = OperationId(QLatin1String("op-") + order.number);
    one.state = state;
    one.requestedByName = order.customer.name;
    one.reasonCode = QStringLiteral("ordered_by_mistake");
    one.comments = QStringLiteral("I chose the natural oak, but I need the dark one.");
    one.requestedAtUtc = order.placedAtUtc.addSecs(12 * 60);
    if (!isOpen(state))
        one.decidedAtUtc = one.requestedAtUtc.addSecs(60);
    one.lines = remainingLines(order);
    return one;
}

QList<Order> sampleOrders(Sample sample)
{
    QList<Order> orders;
    const auto add = [&orders](const auto &rows) {
        for (const Row &row : rows)
            orders.append(fromRow(row));
    };
    switch (sample) {
    case Sample::Usual:
        add(Usual);
        break;
    case Sample::LongNames:
        add(LongNames);
        add(Usual);
        break;
    case Sample::Arabic:
        add(Arabic);
        break;
    }
    return orders;
}

} // namespace mc::test
