// SPDX-License-Identifier: Apache-2.0
#include "store/demo/demoorders.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

struct Person {
    const char16_t *name;
    const char *mail;
    const char *language;
    const char *currency;
    std::array<const char16_t *, 3> address;
};

// Name orders and scripts differ on purpose: family name first, one name only, particles, right to left,
// combining marks.
constexpr Person People[] = {
    {u"Hanna Lindqvist", "hanna.lindqvist", "en", "EUR", {u"Storgatan 18", u"114 51 Stockholm", u"Sweden"}},
    {u"Marco Ferretti", "marco.ferretti", "en", "EUR", {u"Via Garibaldi 7", u"20121 Milano", u"Italy"}},
    {u"Priya Raman", "priya.raman", "en", "GBP", {u"12 Mill Lane", u"Cambridge CB2 1RX", u"United Kingdom"}},
    {u"Tomasz Zieliński", "tomasz.zielinski", "en", "PLN", {u"ul. Długa 7", u"31-147 Kraków", u"Poland"}},
    {u"Eleanor Whitcombe",
     "eleanor.whitcombe",
     "en",
     "GBP",
     {u"4 Orchard Row", u"Bath BA1 2AB", u"United Kingdom"}},
    {u"Jonas Berg", "jonas.berg", "de", "EUR", {u"Ringstraße 9", u"50667 Köln", u"Deutschland"}},
    {u"Amélie Rousseau", "amelie.rousseau", "en", "EUR", {u"12 rue de la Paix", u"69002 Lyon", u"France"}},
    {u"渡辺 健二", "kenji.watanabe", "en", "JPY", {u"銀座 4-5-6", u"中央区 104-0061", u"日本"}},
    {u"Sofia Almeida", "sofia.almeida", "en", "EUR", {u"Rua Augusta 22", u"1100-053 Lisboa", u"Portugal"}},
    {u"ليلى الحداد", "layla.haddad", "ar", "AED", {u"شارع الشيخ زايد ١٢", u"دبي", u"الإمارات"}},
    {u"عمر المنصوري", "omar.mansoori", "ar", "KWD", {u"شارع السالم ٤", u"مدينة الكويت", u"الكويت"}},
    {u"Nguyễn Thị Minh",
     "minh.nguyen",
     "en",
     "USD",
     {u"88 Harbor Street", u"Portland, OR 97201", u"United States"}},
    {u"王小明", "xiaoming.wang", "en", "USD", {u"17 Maple Avenue", u"Seattle, WA 98101", u"United States"}},
    {u"Noah Steiner", "noah.steiner", "de", "CHF", {u"Seestrasse 31", u"8002 Zürich", u"Schweiz"}},
    {u"Suharto", "suharto", "en", "USD", {u"5 Palm Court", u"San Diego, CA 92101", u"United States"}},
    {u"Lucía Fernández de la Vega",
     "lucia.fernandez",
     "en",
     "EUR",
     {u"Calle Mayor 3", u"05001 Ávila", u"Spain"}},
    {u"김민준", "minjun.kim", "en", "KRW", {u"세종대로 110", u"서울 04524", u"대한민국"}},
    {u"Þóra Jónsdóttir", "thora.jonsdottir", "en", "ISK", {u"Laugavegur 4", u"101 Reykjavík", u"Iceland"}},
    {u"Maximiliane-Charlotte von Hohenstein-Wittelsbach",
     "mc.hohenstein",
     "de",
     "EUR",
     {u"Schlossallee 1", u"82319 Starnberg", u"Deutschland"}},
    {u"שירה לוי", "shira.levi", "en", "ILS", {u"רחוב הרצל 9", u"תל אביב", u"ישראל"}},
    {u"Ольга Иванова", "olga.ivanova", "en", "EUR", {u"Brīvības iela 40", u"Rīga LV-1050", u"Latvia"}},
    {u"ธนพร ศรีสุข", "thanaporn.s", "en", "THB", {u"99 ถนนสุขุมวิท", u"กรุงเทพฯ 10110", u"ประเทศไทย"}},
    {u"David O’Connor", "david.oconnor", "en", "EUR", {u"4 Main Street", u"Cork T12 X8A0", u"Ireland"}},
    {u"Ingrid Solberg", "ingrid.solberg", "en", "NOK", {u"Karl Johans gate 11", u"0154 Oslo", u"Norway"}},
};

struct Product {
    const char16_t *title;
    const char *sku;
    int euroCents;
};

constexpr Product Products[] = {
    {u"Oak side table, natural", "SKU-20417", 21910},
    {u"Linen cushion cover 50 × 50", "SKU-20418", 2990},
    {u"Stoneware mug, set of 4", "SKU-20419", 3450},
    {u"Felt pads, 16 pieces", "SKU-20420", 1490},
    {u"Wall lamp “Aske”", "SKU-20421", 8900},
    {u"Wool throw, charcoal", "SKU-20422", 8950},
    {u"Furniture oil 250 ml", "SKU-20423", 1490},
    {u"Desk organiser, birch", "SKU-20424", 2815},
    {u"Ceramic vase, tall", "SKU-20425", 6400},
    {u"Hinoki bath stool", "SKU-20426", 11600},
    {u"Cotton bed linen, double", "SKU-20427", 7950},
    {u"Cast-iron pan 26 cm", "SKU-20428", 7495},
    {u"Rattan pendant shade", "SKU-20429", 10410},
    {u"Bookshelf “Fjell”, 5 tiers", "SKU-20430", 42900},
    {u"Rag rug 140 × 200", "SKU-20431", 12950},
    {u"Glass carafe with lid", "SKU-20432", 2435},
    {u"Bar stool, black", "SKU-20433", 11900},
    {u"Plant stand, brass", "SKU-20434", 5490},
    {u"Hand-woven basket, large", "SKU-20435", 3990},
    {u"Walnut serving board", "SKU-20436", 4200},
    {u"Höhenverstellbarer Schreibtisch mit Kabelwanne, Eiche massiv, 180 × 80 cm", "SKU-20437", 124900},
    {u"Walnut chair “Sola”", "SKU-20438", 27900},
    {u"طقم أكواب خزفية", "SKU-20439", 3450},
    {u"Enamel kettle 1.5 l", "SKU-20440", 5200},
};

QString textOf(const char16_t *text)
{
    return QStringView(text).toString();
}

// Rough prices in the customer's currency, only so that amounts look right: per euro, in units.
qint64 priceIn(const char *currency, int euroCents)
{
    constexpr std::pair<const char *, double> PerEuro[] = {
        {"GBP", 0.85}, {"PLN", 4.3},  {"JPY", 165}, {"AED", 4}, {"KWD", 0.33}, {"USD", 1.1},
        {"CHF", 0.95}, {"KRW", 1480}, {"ISK", 150}, {"ILS", 4}, {"THB", 39},   {"NOK", 11.7}};
    double rate = 1;
    for (const auto &[code, value] : PerEuro)
        rate = qstrcmp(code, currency) == 0 ? value : rate;
    qint64 unit = 1;
    for (int i = 0; i < minorDigits(QString::fromLatin1(currency)); ++i)
        unit *= 10;
    return qMax<qint64>(1, qRound64(euroCents / 100.0 * rate * static_cast<double>(unit)));
}

constexpr std::array Reasons{"ordered_by_mistake", "items_arriving_late", "incorrect_shipping_address",
                             "other"};
constexpr std::array Comments{u"I chose the natural oak, but I need the dark one. I will order again.",
                              u"",
                              u"Too late for the birthday.",
                              u"Wrong house number: it is 81, not 18.",
                              u"",
                              u"Found it in a shop around the corner."};

class Maker final
{
public:
    Maker(QDateTime now, quint32 seed)
        : m_now(std::move(now))
        , m_random(seed)
    {
    }

    DemoOrder make(int index, int count)
    {
        const Person &person = People[static_cast<size_t>(index < 24 ? index : m_random.bounded(24))];
        DemoOrder demo;
        Order &order = demo.order;
        // 130 orders on the first ten days, then ever thinner: both views have something to show.
        const double age = index < 6 ? 12.0 * (index + 1) : 15.0 * index + 0.11 * index * index;
        order.placedAtUtc = m_now.addSecs(-static_cast<qint64>(age * 60) - m_random.bounded(50));
        order.number = u"MC-%1"_s.arg(104832 - index * 3 - index % 2);
        order.externalId = u"demo-%1"_s.arg(count - index);
        order.source = u"demo"_s;
        order.version = 1;
        order.currency = QString::fromLatin1(person.currency);
        const QString mail = QString::fromLatin1(person.mail);
        order.customer = {textOf(person.name), mail + u"@example.com"_s,
                          QString::fromLatin1(person.language)};
        for (const char16_t *line : person.address)
            order.shippingAddress.append(textOf(line));
        addLines(order, person);
        decideState(demo, index);
        demo.hasFreshMail = index < 40;
        return demo;
    }

private:
    void addLines(Order &order, const Person &person)
    {
        const int lines = 1 + static_cast<int>(m_random.bounded(10) < 5 ? 0 : m_random.bounded(4));
        for (int i = 0; i < lines; ++i) {
            const Product &product = Products[m_random.bounded(static_cast<quint32>(std::size(Products)))];
            const int quantity = m_random.bounded(10) < 8 ? 1 : 1 + static_cast<int>(m_random.bounded(4));
            order.lines.append({LineId(u"%1-%2"_s.arg(order.externalId).arg(i + 1)), textOf(product.title),
                                QString::fromLatin1(product.sku), quantity, 0,
                                priceIn(person.currency, product.euroCents), ItemStatus::NotShipped});
            order.totalMinor += order.lines.last().unitPriceMinor * quantity;
        }
        order.shippingMinor = m_random.bounded(3) == 0 ? 0 : priceIn(person.currency, 590);
        order.totalMinor += order.shippingMinor;
        const bool isOpen = m_random.bounded(10) == 0;
        const bool isAuthorized = m_random.bounded(6) == 0;
        order.payment.status = isOpen ? PaymentStatus::Pending
            : isAuthorized            ? PaymentStatus::Authorized
                                      : PaymentStatus::Paid;
        order.payment.method = u"Visa ending in %1"_s.arg(1000 + m_random.bounded(8999));
        order.payment.paidMinor = isOpen || isAuthorized ? 0 : order.totalMinor;
    }

    void decideState(DemoOrder &demo, int index)
    {
        demo.reasonCode =
            QString::fromLatin1(Reasons[m_random.bounded(static_cast<quint32>(Reasons.size()))]);
        demo.comments = textOf(Comments[m_random.bounded(static_cast<quint32>(Comments.size()))]);
        demo.requestedBy = m_random.bounded(4) == 0 ? RequestedBy::Merchant : RequestedBy::Customer;
        const auto draw = static_cast<int>(m_random.bounded(100));
        if (const DemoFate early = fateOfNewest(index); early != DemoFate::None || index < 12) {
            setFate(demo, early);
        } else if (index < 60 ? draw < 45 : draw < 6) {
            setState(demo.order, draw % 5 == 0 ? ItemStatus::Packed : ItemStatus::NotShipped, false);
        } else if (draw < 60) {
            setState(demo.order, index < 160 ? ItemStatus::Shipped : ItemStatus::Delivered, draw % 11 == 0);
        } else if (draw < 72) {
            setState(demo.order, ItemStatus::Shipped, draw % 7 == 0);
        } else if (draw < 78) {
            setState(demo.order, ItemStatus::Returned, false);
        } else if (draw < 90) {
            setFate(demo, DemoFate::Cancelled);
        } else if (draw < 93) {
            setFate(demo, DemoFate::ShippedFirst);
        } else {
            setState(demo.order, ItemStatus::Delivered, false);
        }
    }

    // The newest orders tell the whole story at a glance; the very first stay untouched for whoever tries the
    // demo.
    static DemoFate fateOfNewest(int index)
    {
        switch (index) {
        case 3:
            return DemoFate::Asked;
        case 6:
            return DemoFate::Cancelled;
        case 8:
            return DemoFate::RefundFails;
        case 10:
            return DemoFate::Conflict;
        case 13:
            return DemoFate::Declined;
        case 15:
            return DemoFate::ShippedFirst;
        case 17:
            return DemoFate::Requested;
        default:
            return DemoFate::None;
        }
    }

    void setFate(DemoOrder &demo, DemoFate fate)
    {
        demo.fate = fate;
        Payment &payment = demo.order.payment;
        if (fate == DemoFate::RefundFails) {
            payment = {PaymentStatus::Paid, u"Visa ending in 0002"_s, demo.order.totalMinor, 0};
        } else if (fate == DemoFate::Cancelled && payment.status == PaymentStatus::Pending) {
            payment = {PaymentStatus::Paid, payment.method, demo.order.totalMinor, 0};
        }
    }

    void setState(Order &order, ItemStatus state, bool isPartly)
    {
        for (LineItem &line : order.lines) {
            if (!isPartly || &line == &order.lines.first())
                line.state = state;
        }
        if (state == ItemStatus::Shipped || state == ItemStatus::Delivered || state == ItemStatus::Returned) {
            const QString tracking = u"JD%1"_s.arg(
                146000000000LL + static_cast<qint64>(m_random.bounded(99999999)), 14, 10, QChar(u'0'));
            const QDateTime later = order.placedAtUtc.addSecs(3600 * (4 + m_random.bounded(30)));
            order.shipments.append(
                {m_random.bounded(2) == 0 ? u"DHL"_s : u"PostNord"_s, tracking, qMin(later, m_now)});
            if (order.payment.status != PaymentStatus::Paid)
                order.payment = {PaymentStatus::Paid, order.payment.method, order.totalMinor, 0};
        }
    }

    const QDateTime m_now;
    QRandomGenerator m_random;
};

} // namespace

QList<DemoOrder> demoOrders(int count, const QDateTime &now, quint32 seed)
{
    Maker maker(now, seed);
    QList<DemoOrder> orders;
    orders.reserve(count);
    for (int i = 0; i < count; ++i)
        orders.append(maker.make(i, count));
    return orders;
}

} // namespace mc::store
