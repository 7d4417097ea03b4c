// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "domain/codes.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

void printPolicy(const CancellationPolicy &policy)
{
    printLine(u"mode\t%1"_s.arg(codeOf(policy.mode)));
    printLine(u"window-minutes\t%1"_s.arg(policy.windowMinutes));
    printLine(u"deadline-hours\t%1"_s.arg(policy.deadlineHours));
    printLine(u"default\t%1"_s.arg(policy.acceptsByDefault ? u"accept"_s : u"decline"_s));
}

CommandResult getPolicy(const QCommandLineParser &parser, const QStringList &)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    CancellationPolicy policy;
    open->database->readAndWait([&](Tx &tx) { policy = StoreRepository(tx).policy(store->id).policy; });
    printPolicy(policy);
    return {};
}

CommandResult changeNumber(const QCommandLineParser &parser, const QString &name, int least, int most,
                           int &value)
{
    if (!parser.isSet(name))
        return {};
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return badArgument(u"--%1 must be a number from %2 to %3."_s.arg(name).arg(least).arg(most));
    value = number;
    return {};
}

/// Puts what the command line says over the policy that is there.
CommandResult change(const QCommandLineParser &parser, const QStringList &arguments,
                     CancellationPolicy &policy)
{
    if (!arguments.isEmpty()) {
        const auto mode = fromCode<PolicyMode>(arguments.first());
        if (!mode)
            return badArgument(u"The policy is one of automatic, automatic_then_ask, ask, off."_s);
        policy.mode = *mode;
    }
    if (const auto window = changeNumber(parser, u"window-minutes"_s, 0, 525'600, policy.windowMinutes);
        !window)
        return window;
    if (const auto deadline = changeNumber(parser, u"deadline-hours"_s, 1, 720, policy.deadlineHours);
        !deadline)
        return deadline;
    if (parser.isSet(u"default"_s)) {
        const QString word = parser.value(u"default"_s);
        if (word != u"accept" && word != u"decline")
            return badArgument(u"--default must be accept or decline."_s);
        policy.acceptsByDefault = word == u"accept";
    }
    return {};
}

CommandResult setPolicy(const QCommandLineParser &parser, const QStringList &arguments)
{
    CancellationPolicy probe;
    if (const auto checked = change(parser, arguments, probe); !checked)
        return checked;
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    CommandResult outcome;
    CancellationPolicy policy;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        StoreRepository stores(tx);
        policy = stores.policy(store->id).policy;
        outcome = change(parser, arguments, policy);
        const Actor actor{RequestedBy::Merchant, u"operator"_s, {}};
        const auto set =
            stores.setPolicy(store->id, policy, std::nullopt, actor, QDateTime::currentDateTimeUtc());
        if (!set)
            outcome = failed(u"The policy was refused: %1"_s.arg(set.error().detail));
    });
    if (!written)
        return written;
    if (outcome)
        printPolicy(policy);
    return outcome;
}

} // namespace

void addPolicyCommands(std::vector<Command> &commands)
{
    commands.push_back({u"policy get"_s,
                        {},
                        u"Shows what happens with a customer's request."_s,
                        0,
                        0,
                        dataOptions(),
                        getPolicy,
                        false});
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"window-minutes"_s,
                          u"For automatic_then_ask: automatic for so long after the order."_s, u"N"_s));
    options.append(option(u"deadline-hours"_s, u"How long somebody has to answer a request."_s, u"N"_s));
    options.append(
        option(u"default"_s, u"What happens when nobody answers: accept or decline."_s, u"WORD"_s));
    commands.push_back({u"policy set"_s, u"[automatic|automatic_then_ask|ask|off]"_s,
                        u"Changes what happens with a customer's request."_s, 0, 1, options, setPolicy,
                        false});
}

} // namespace mc::store
