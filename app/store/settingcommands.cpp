// SPDX-License-Identifier: Apache-2.0
// Settings of a store that have one value each.
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "store/processing/mailexecutor.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr int MostLinkDays = 3650;

CommandResult showSetting(const QCommandLineParser &parser, const QString &name, const QString &fallback)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    QString value;
    open->database->readAndWait(
        [&](Tx &tx) { value = StoreRepository(tx).setting(store->id, name, fallback); });
    printLine(value);
    return {};
}

CommandResult changeSetting(const QCommandLineParser &parser, const QString &name, const QString &value)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        StoreRepository(tx).setSetting(store->id, name, value);
        tx.audit(operatorEntry(store->id, u"setting.changed"_s, name, value));
    });
    if (written)
        printLine(value);
    return written;
}

CommandResult getLinkLife(const QCommandLineParser &parser, const QStringList &)
{
    return showSetting(parser, u"link_days"_s, QString::number(MailExecutor::LinkDays));
}

CommandResult setLinkLife(const QCommandLineParser &parser, const QStringList &arguments)
{
    bool isNumber = false;
    const int days = arguments.first().toInt(&isNumber);
    if (!isNumber || days < 1 || days > MostLinkDays)
        return badArgument(u"A link lives 1 to %1 days."_s.arg(MostLinkDays));
    return changeSetting(parser, u"link_days"_s, QString::number(days));
}

CommandResult getConfirmations(const QCommandLineParser &parser, const QStringList &)
{
    return showSetting(parser, u"engine.confirmations"_s, u"on"_s);
}

CommandResult setConfirmations(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString &word = arguments.first();
    if (word != u"on" && word != u"off")
        return badArgument(u"Confirmations are \"on\" or \"off\"."_s);
    return changeSetting(parser, u"engine.confirmations"_s, word);
}

} // namespace

void addSettingCommands(std::vector<Command> &commands)
{
    const auto add = [&commands](const QString &name, const QString &argument, const QString &summary,
                                 CommandResult (*run)(const QCommandLineParser &, const QStringList &)) {
        const int count = argument.isEmpty() ? 0 : 1;
        commands.push_back({name, argument, summary, count, count, dataOptions(), run, false});
    };
    add(u"link life get"_s, {}, u"Shows for how many days a customer's link opens the order after a mail."_s,
        getLinkLife);
    add(u"link life set"_s, u"<days>"_s, u"Changes it, for links in mails from now on."_s, setLinkLife);
    add(u"confirmations get"_s, {}, u"Shows whether new orders of a shop system are confirmed by mail."_s,
        getConfirmations);
    add(u"confirmations set"_s, u"on|off"_s, u"Changes it: \"off\" when the shop system sends its own."_s,
        setConfirmations);
}

} // namespace mc::store
