// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "store/orderbook/erasure.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr int OrdersAtOnce = 50;

bool eraseOrders(Tx &tx, const StoreId &store, const QList<OrderId> &orders)
{
    Erasure erasure(tx, store, QDateTime::currentDateTimeUtc());
    bool isDone = true;
    for (const OrderId &order : orders)
        isDone =
            erasure.erase(order, operatorEntry(store, u"customer.erased"_s, order.toString(), {})) && isDone;
    return isDone;
}

/// How many orders were erased.
tl::expected<int, CommandError> eraseByEmail(Database &database, const StoreId &store, const QString &email)
{
    int count = 0;
    QList<OrderId> orders;
    OrderId last;
    do {
        database.readAndWait([&](Tx &tx) {
            orders = Erasure(tx, store, QDateTime::currentDateTimeUtc()).ordersOf(email, last, OrdersAtOnce);
        });
        const CommandResult written =
            writeNow(database, [&](Tx &tx) { (void)eraseOrders(tx, store, orders); });
        if (!written)
            return tl::unexpected(written.error());
        count += static_cast<int>(orders.size());
        if (!orders.isEmpty())
            last = orders.constLast();
    } while (!orders.isEmpty());
    const CommandResult written = writeNow(
        database, [&](Tx &tx) { Erasure(tx, store, QDateTime::currentDateTimeUtc()).eraseAnswers(email); });
    return written ? tl::expected<int, CommandError>(count) : tl::unexpected(written.error());
}

tl::expected<int, CommandError> eraseByNumber(Database &database, const StoreId &store, const QString &number)
{
    int count = 0;
    const CommandResult written = writeNow(database, [&](Tx &tx) {
        const auto order = Orderbook(tx, store, QDateTime::currentDateTimeUtc()).findByNumber(number);
        count = order && eraseOrders(tx, store, {*order}) ? 1 : 0;
    });
    return written ? tl::expected<int, CommandError>(count) : tl::unexpected(written.error());
}

CommandResult eraseCustomer(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString number = parser.value(u"order"_s);
    if (arguments.isEmpty() == number.isEmpty())
        return badArgument(u"Name the customer by e-mail address, or one order with --order."_s);
    const QString email = arguments.value(0).trimmed();
    if (number.isEmpty() && !email.contains(u'@'))
        return badArgument(u"\"%1\" is no e-mail address."_s.arg(email));
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const auto count = number.isEmpty() ? eraseByEmail(*open->database, store->id, email)
                                        : eraseByNumber(*open->database, store->id, number);
    if (!count)
        return tl::unexpected(count.error());
    // Also when nothing was found: an earlier attempt may have been cut short before this.
    if (const auto forgotten = open->database->forgetDeleted(); !forgotten)
        return failed(
            u"The data is erased, but old copies may remain in the files: %1. Run the command again "
            "when the store is quiet."_s.arg(sentenceOf(forgotten.error())));
    if (*count == 0)
        return failed(u"There is no such order."_s);
    printLine(u"%1 order(s) erased"_s.arg(*count));
    return {};
}

} // namespace

void addCustomerCommands(std::vector<Command> &commands)
{
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"order"_s, u"Only the order with this number."_s, u"NUMBER"_s));
    commands.push_back({u"customer erase"_s, u"[e-mail]"_s,
                        u"Erases a customer's personal data, for good. Sums and items of the orders stay."_s,
                        0, 1, options, eraseCustomer, false});
}

} // namespace mc::store
