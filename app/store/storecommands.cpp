// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

CommandResult addStore(const QCommandLineParser &parser, const QStringList &arguments)
{
    Store store;
    store.name = arguments.first().trimmed();
    store.timeZone = parser.value(u"time-zone"_s).toLatin1();
    store.currency = parser.value(u"currency"_s).toUpper();
    store.supportEmail = parser.value(u"support-email"_s);
    if (store.name.isEmpty())
        return badArgument(u"The store needs a name."_s);
    if (!QTimeZone::isTimeZoneIdAvailable(store.timeZone))
        return badArgument(u"--time-zone must be a name like Europe/Berlin."_s);
    const bool isCode = store.currency.size() == 3
        && std::all_of(store.currency.begin(), store.currency.end(),
                       [](QChar letter) { return letter >= u'A' && letter <= u'Z'; });
    if (!isCode)
        return badArgument(u"--currency must be a code like EUR."_s);
    const auto open = openStore(parser, Folder::MayBeMade);
    if (!open)
        return tl::unexpected(open.error());
    StoreId id;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        id = StoreRepository(tx).add(store, QDateTime::currentDateTimeUtc());
    });
    if (written)
        printLine(id.toString());
    return written;
}

CommandResult listStores(const QCommandLineParser &parser, const QStringList &)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    QList<Store> stores;
    open->database->readAndWait([&](Tx &tx) { stores = StoreRepository(tx).list(); });
    for (const Store &store : stores)
        printLine(
            QStringList{store.id.toString(), store.name, QString::fromLatin1(store.timeZone), store.currency}
                .join(u'\t'));
    return {};
}

} // namespace

void addStoreCommands(std::vector<Command> &commands)
{
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"time-zone"_s, u"Where the store's days begin."_s, u"ZONE"_s, u"UTC"_s));
    options.append(option(u"currency"_s, u"The store's main currency."_s, u"CODE"_s, u"EUR"_s));
    options.append(option(u"support-email"_s, u"Where customers find help."_s, u"ADDRESS"_s));
    commands.push_back(
        {u"store add"_s, u"<name>"_s, u"Adds a store and prints its id."_s, 1, 1, options, addStore, false});
    commands.push_back({u"store list"_s,
                        {},
                        u"Lists the stores of this service."_s,
                        0,
                        0,
                        dataOptions(),
                        listStores,
                        false});
}

} // namespace mc::store
