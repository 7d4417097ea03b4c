// SPDX-License-Identifier: Apache-2.0
#include "sampleshop.h"

#include "domain/orderjson.h"
#include "storage/orderreader.h"
#include "storage/searchwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

constexpr int SnapshotPage = 40;

const std::array<QString, 12> Names{u"Anna Berg"_s,    u"Björn Öst"_s,  u"Chloé Petit"_s, u"D. O'Neil"_s,
                                    u"Emma Schmidt"_s, u"Fatima Ali"_s, u"山田 太郎"_s,   u"Ivan Petrov"_s,
                                    u"José García"_s,  u"Kim Larsen"_s, u"Li Wei"_s,      u"Zoë Ax"_s};
const std::array<QString, 8> Titles{u"Walnut chair"_s, u"Blue cup"_s, u"Spoon"_s, u"Desk lamp"_s,
                                    u"Wool blanket"_s, u"Tea pot"_s,  u"椅子"_s,  u"Oak table"_s};

WireOrder wire(const Order &order)
{
    return {order, orderToBytes(order)};
}

Order sample(int number, std::mt19937_64 &random)
{
    Order order;
    order.id = OrderId(u"0190-%1"_s.arg(number, 6, 10, QChar(u'0')));
    order.number = u"MC-%1"_s.arg(100'000 + number);
    order.version = 1;
    // Now and then two share a second, as imports do.
    order.placedAtUtc =
        QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC).addSecs(-(number / 3) * 61).addMSecs(number % 7);
    order.currency = random() % 5 ? u"EUR"_s : u"SEK"_s;
    order.totalMinor = static_cast<qint64>(random() % 100'000);
    const QString &name = Names.at(random() % Names.size());
    order.customer = {name, u"c%1@example.com"_s.arg(number), u"en"_s};
    order.shippingAddress = {u"%1 Main Street"_s.arg(random() % 90), u"Springfield"_s};
    order.payment.status = random() % 3 ? PaymentStatus::Paid : PaymentStatus::Authorized;
    const QString &title = Titles.at(random() % Titles.size());
    order.lines = {{LineId(u"1"_s), title, u"SKU-%1"_s.arg(random() % 50), 1 + static_cast<int>(random() % 3),
                    0, 1000, random() % 4 ? ItemStatus::NotShipped : ItemStatus::Shipped}};
    if (random() % 4 == 0)
        order.shipments = {{u"DHL"_s, u"JD%1"_s.arg(random() % 1'000'000'000), order.placedAtUtc}};
    return order;
}

QString searchDifference(const OrderReader &reader, const SampleShop &shop, std::mt19937_64 &random)
{
    const auto at = static_cast<qsizetype>(random() % static_cast<quint64>(shop.orders.size()));
    const QStringList words = searchWords(std::next(shop.orders.cbegin(), at).value()).split(u' ');
    const QString word = words.at(static_cast<qsizetype>(random() % static_cast<quint64>(words.size())));
    const QString typed = word.left(1 + static_cast<qsizetype>(random() % 7));
    TableQuery query;
    query.match = u'"' + typed + u"\"*"_s;
    const auto places = reader.places(query, {}, 0);
    if (!places)
        return u"the search fails: "_s + places.error().detail;
    const auto found = reader.orders(*places);
    if (!found)
        return u"what was found cannot be read: "_s + found.error().detail;
    QSet<OrderId> ids;
    for (const Order &order : *found)
        ids.insert(order.id);
    for (const Order &order : shop.orders) {
        const QStringList all = searchWords(order).split(u' ');
        const bool isMatch =
            std::any_of(all.cbegin(), all.cend(), [&](const QString &one) { return one.startsWith(typed); });
        if (isMatch != ids.contains(order.id))
            return u"order %1 is %2 by its words"_s.arg(
                order.id.toString(), isMatch ? u"not found"_s : u"found and should not be"_s);
    }
    return {};
}

} // namespace

SampleShop SampleShop::make(int orders, std::mt19937_64 &random)
{
    SampleShop shop;
    for (int i = 0; i < orders; ++i) {
        const Order order = sample(i, random);
        shop.orders.insert(order.id, order);
    }
    return shop;
}

QList<WireOrder> SampleShop::page(int from, int count) const
{
    QList<WireOrder> page;
    auto it = std::next(orders.cbegin(), std::min<qsizetype>(from, orders.size()));
    for (; it != orders.cend() && page.size() < count; ++it)
        page.append(wire(*it));
    return page;
}

SampleShop::Change SampleShop::change(std::mt19937_64 &random)
{
    Change change;
    cursor = "cursor-" + QByteArray::number(cursor.mid(7).toInt() + 1);
    for (int i = 0; i < 4; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<quint64>(orders.size()));
        Order &order = std::next(orders.begin(), at).value();
        ++order.version;
        order.customer.name = Names.at(random() % Names.size());
        order.lines[0].state = ItemStatus::Shipped;
        change.orders.append(wire(order));
    }
    const OrderId last = orders.lastKey();
    orders.remove(last);
    change.orders.removeIf([&](const WireOrder &one) { return one.order.id == last; });
    change.removed.append(last);
    return change;
}

StorageResult<void> takeSnapshot(OrderCache &cache, const SampleShop &shop)
{
    const auto total = static_cast<int>(shop.orders.size());
    if (const auto begun = cache.beginSnapshot(shop.cursor, total, shop.epoch); !begun)
        return begun;
    for (int from = 0; from < total; from += SnapshotPage) {
        if (const auto added = cache.addSnapshot(shop.page(from, SnapshotPage), "resume"); !added)
            return tl::unexpected(added.error());
    }
    if (const auto done = cache.endSnapshot(); !done)
        return tl::unexpected(done.error());
    return {};
}

QString difference(const QString &cacheFile, const SampleShop &shop, std::mt19937_64 &random)
{
    const auto reader = OrderReader::open(cacheFile);
    if (!reader)
        return u"it cannot be opened: "_s + reader.error().detail;
    const auto places = (*reader)->places({}, {}, 0);
    if (!places)
        return u"the list cannot be read: "_s + places.error().detail;
    const auto orders = (*reader)->orders(*places);
    const auto rows = (*reader)->rows(*places);
    if (!orders || !rows)
        return u"the orders cannot be read: "_s + (orders ? rows.error().detail : orders.error().detail);
    if (orders->size() != shop.orders.size() || rows->size() != shop.orders.size())
        return u"%1 of %2 orders"_s.arg(orders->size()).arg(shop.orders.size());
    for (const Order &order : *orders) {
        if (shop.orders.value(order.id) != order)
            return u"order %1 differs"_s.arg(order.id.toString());
    }
    for (const StoredRow &row : *rows) {
        const Order order = shop.orders.value(row.id);
        if (row.number != order.number || row.customerName != order.customer.name
            || row.total.minor != order.totalMinor || row.itemStatus != itemStatusOf(order))
            return u"the row of order %1 differs"_s.arg(row.id.toString());
    }
    for (int i = 0; i < 6; ++i) {
        if (const QString found = searchDifference(**reader, shop, random); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace mc::proof
