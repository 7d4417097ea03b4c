// SPDX-License-Identifier: Apache-2.0
#include "pagesamples.h"

namespace mc::store {

namespace {

QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

struct Texts {
    QString titles[3];
    QString name;
    QStringList address;
    QString method;
    QString reason;
    QString comments;
    QString currency;
};

Texts textsOf(const QString &language)
{
    if (language == QLatin1StringView("ar"))
        return {
            {QString::fromUtf8("طاولة جانبية من خشب البلوط"), QString::fromUtf8("قطع لبّاد، 16 قطعة"),
             QString::fromUtf8("زيت أثاث 250 مل")},
            QString::fromUtf8("ليلى الحداد"),
            {QString::fromUtf8("شارع الخليج 18"), QString::fromUtf8("دبي"), QString::fromUtf8("الإمارات")},
            QString::fromUtf8("بطاقة Visa تنتهي بـ 4242"),
            QString::fromUtf8("طُلب بالخطأ"),
            QString::fromUtf8("اخترت اللون الفاتح وأحتاج إلى الداكن."),
            QStringLiteral("AED")};
    return {{QStringLiteral("Oak side table, natural"), QStringLiteral("Felt pads, 16 pieces"),
             QStringLiteral("Furniture oil 250 ml")},
            QStringLiteral("Hanna Lindqvist"),
            {QStringLiteral("Storgatan 18"), QStringLiteral("114 51 Stockholm"), QStringLiteral("Sweden")},
            QStringLiteral("Visa ending in 4242"),
            language == QLatin1StringView("de") ? QStringLiteral("Versehentlich bestellt")
                                                : QStringLiteral("Ordered by mistake"),
            QStringLiteral("I chose the natural oak, but I need the dark one."),
            QStringLiteral("EUR")};
}

void setStates(Order &order, ItemStatus state)
{
    for (LineItem &line : order.lines)
        line.state = state;
}

void addParcel(Order &order)
{
    setStates(order, ItemStatus::Shipped);
    order.shipments = {
        {QStringLiteral("DHL"), QStringLiteral("JD0146 0000 7712 3321"), at("2026-11-20T13:31:00Z")}};
}

} // namespace

Order sampleOrder(const QString &language)
{
    const Texts texts = textsOf(language);
    Order order;
    order.id = OrderId(QStringLiteral("o1"));
    order.number = QStringLiteral("MC-104832");
    order.version = 1;
    order.placedAtUtc = at("2026-11-20T13:28:00Z");
    order.currency = texts.currency;
    order.totalMinor = 24890;
    order.customer = {texts.name, QStringLiteral("hanna@example.org"), language};
    order.shippingAddress = texts.address;
    order.payment = {PaymentStatus::Paid, texts.method, 24890, 0};
    const qint64 prices[] = {21910, 1490, 1490};
    for (int index = 0; index < 3; ++index)
        order.lines << LineItem{LineId(QString::number(index)), texts.titles[index], {}, 1, 0, prices[index],
                                ItemStatus::NotShipped};
    return order;
}

Order sampleRequested(const QString &language)
{
    const Texts texts = textsOf(language);
    Order order = sampleOrder(language);
    Cancellation request;
    request.id = CancellationId(QStringLiteral("c1"));
    request.state = CancellationState::Requested;
    request.reasonCode = QStringLiteral("ordered_by_mistake");
    request.reasonText = texts.reason;
    request.comments = texts.comments;
    request.requestedAtUtc = at("2026-11-20T13:36:00Z");
    for (const LineItem &line : order.lines)
        request.lines << CancelledLine{line.id, 1};
    order.cancellations << request;
    return order;
}

Order sampleCancelled(const QString &language)
{
    Order order = sampleRequested(language);
    Cancellation &done = order.cancellations.last();
    done.state = CancellationState::Succeeded;
    done.decidedAtUtc = at("2026-11-20T13:38:00Z");
    done.refund = {RefundState::Pending, order.totalMinor, {}};
    for (LineItem &line : order.lines)
        line.cancelledQuantity = line.quantity;
    return order;
}

Order sampleShippedFirst(const QString &language)
{
    Order order = sampleRequested(language);
    addParcel(order);
    Cancellation &rejected = order.cancellations.last();
    rejected.state = CancellationState::Rejected;
    rejected.rejection = Rejection::Shipped;
    rejected.comments.clear();
    rejected.decidedAtUtc = at("2026-11-20T13:38:00Z");
    return order;
}

Order sampleShipped(const QString &language)
{
    Order order = sampleOrder(language);
    addParcel(order);
    return order;
}

Order hostileOrder()
{
    const QString attack =
        QString::fromUtf8("\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
                          "{{csrf}}{{{lang}}}&amp;\u202Egnp.exe\u2069\u2068\u0000\u001B[31m");
    Order order = sampleShippedFirst();
    order.number = attack;
    order.customer.name = attack;
    order.shippingAddress = {attack, attack};
    order.payment.method = attack;
    for (LineItem &line : order.lines)
        line.title = attack;
    order.shipments[0] = {attack, attack, order.placedAtUtc};
    Cancellation &cancellation = order.cancellations.last();
    cancellation.reasonCode = attack;
    cancellation.reasonText = attack;
    cancellation.comments = attack;
    cancellation.rejection = Rejection::Declined;
    cancellation.rejectionDetail = attack;
    return order;
}

ShopView sampleShop()
{
    ShopView shop;
    shop.store.id = StoreId(QStringLiteral("s1"));
    shop.store.name = QStringLiteral("Nordhem Living");
    shop.store.timeZone = "Europe/Stockholm";
    shop.store.supportEmail = QStringLiteral("help@nordhem.example");
    return shop;
}

QList<CancelReason> sampleReasons(const Phrases &phrases)
{
    QList<CancelReason> reasons;
    for (const char *code :
         {"ordered_by_mistake", "items_arriving_late", "incorrect_shipping_address", "other"}) {
        const QByteArray key = QByteArray("reason.") + code;
        reasons << CancelReason{QString::fromLatin1(code), phrases.text(QLatin1StringView(key))};
    }
    return reasons;
}

} // namespace mc::store
