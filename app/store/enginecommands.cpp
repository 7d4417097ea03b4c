// SPDX-License-Identifier: Apache-2.0
#include "store/engines/enginecommands.h"

#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "app/store/secretinput.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

struct OpenEngines {
    OpenStore open;
    Store store;
};

tl::expected<OpenEngines, CommandError> openEngines(const QCommandLineParser &parser)
{
    auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    return OpenEngines{std::move(*open), std::move(*store)};
}

CommandResult addEngineCommand(const QCommandLineParser &parser, const QStringList &arguments)
{
    EngineConfig config;
    config.type = arguments.first();
    config.url = QUrl(parser.value(u"url"_s), QUrl::StrictMode);
    config.user = parser.value(u"user"_s);
    config.channel = parser.value(u"channel"_s);
    if (const auto usable = checkEngine(config); !usable)
        return badArgument(usable.error());
    const auto secret = readSecret(parser, u"secret-file"_s, "MERCHANT_STORE_ENGINE_SECRET",
                                   u"Password of the shop system"_s);
    if (!secret)
        return tl::unexpected(secret.error());
    config.secret = *secret;
    const auto engines = openEngines(parser);
    if (!engines)
        return tl::unexpected(engines.error());
    config.store = engines->store.id;
    const auto id =
        addEngine(*engines->open.database, engines->open.keyring, config, parser.isSet(u"untested"_s));
    if (!id)
        return failed(id.error());
    printLine(*id);
    return {};
}

CommandResult listEnginesCommand(const QCommandLineParser &parser, const QStringList &)
{
    const auto engines = openEngines(parser);
    if (!engines)
        return tl::unexpected(engines.error());
    for (const QString &line : listEngines(*engines->open.database, engines->store.id))
        printLine(line);
    return {};
}

CommandResult testEngineCommand(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto engines = openEngines(parser);
    if (!engines)
        return tl::unexpected(engines.error());
    const auto said =
        testEngine(*engines->open.database, engines->open.keyring, engines->store.id, arguments.first());
    if (!said)
        return failed(said.error());
    printLine(*said);
    return {};
}

CommandResult renewWebhookCommand(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto base = publicUrl(parser);
    if (!base)
        return tl::unexpected(base.error());
    const auto engines = openEngines(parser);
    if (!engines)
        return tl::unexpected(engines.error());
    const QString &id = arguments.first();
    const auto secret =
        renewWebhookSecret(*engines->open.database, engines->open.keyring, engines->store.id, id);
    if (!secret)
        return failed(secret.error());
    printLine(*base + u"/v1/webhooks/"_s + id);
    printLine(*secret); // the only time that it can be seen
    return {};
}

CommandResult removeEngineCommand(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto engines = openEngines(parser);
    if (!engines)
        return tl::unexpected(engines.error());
    const auto removed = removeEngine(*engines->open.database, engines->store.id, arguments.first());
    return removed ? CommandResult() : failed(removed.error());
}

} // namespace

void addEngineCommands(std::vector<Command> &commands)
{
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"url"_s, u"Address of the shop system."_s, u"URL"_s));
    options.append(option(u"user"_s, u"Who signs in there."_s, u"NAME"_s));
    options.append(option(u"channel"_s, u"Vendure: token of the sales channel."_s, u"TOKEN"_s));
    options.append(secretFileOption(u"secret-file"_s));
    options.append(flag(u"untested"_s, u"Adds it even if it cannot be reached now."_s));
    commands.push_back({u"engine add"_s, u"<type>"_s,
                        u"Connects the store to a shop system: %1. The password comes from --secret-file, "
                        "MERCHANT_STORE_ENGINE_SECRET or a prompt."_s.arg(engineTypes().join(u", "_s)),
                        1, 1, options, addEngineCommand, false});
    commands.push_back({u"engine list"_s,
                        {},
                        u"Lists the shop systems and how they are doing."_s,
                        0,
                        0,
                        dataOptions(),
                        listEnginesCommand,
                        false});
    commands.push_back({u"engine test"_s, u"<id>"_s, u"Signs in and reads something harmless."_s, 1, 1,
                        dataOptions(), testEngineCommand, false});
    QList<QCommandLineOption> webhookOptions = dataOptions();
    webhookOptions.append(publicUrlOption());
    commands.push_back({u"engine webhook"_s, u"<id>"_s,
                        u"Makes a new secret for the shop system's webhooks and prints their address and the "
                        "secret. The old secret ends at once."_s,
                        1, 1, webhookOptions, renewWebhookCommand, false});
    commands.push_back({u"engine remove"_s, u"<id>"_s, u"Disconnects a shop system. Its orders stay."_s, 1, 1,
                        dataOptions(), removeEngineCommand, false});
}

} // namespace mc::store
