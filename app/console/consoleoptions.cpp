// SPDX-License-Identifier: Apache-2.0
#include "app/console/consoleoptions.h"

#include "ui/signin/storeaddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace mc {
namespace {

constexpr int BadArguments = 2;

// Command-line texts stay in English, like the options themselves: they are read in terminals and logs.
void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Merchant Console: see orders and cancel them before they ship."));
    parser.addOptions(
        {{QStringLiteral("demo"),
          QStringLiteral("Start a store with 2,000 sample orders on this computer and sign in to it.")},
         {QStringLiteral("profile"), QStringLiteral("Keep everything in this folder."),
          QStringLiteral("DIR")},
         {QStringLiteral("store"), QStringLiteral("Offer this store at sign-in."), QStringLiteral("URL")},
         {QStringLiteral("lang"), QStringLiteral("Language of the windows: en, de, ar."),
          QStringLiteral("CODE")}});
    parser.addHelpOption();
    parser.addVersionOption();
}

ParsedOptions refuse(const QString &line)
{
    return {{},
            QLatin1String("merchant-console: ") + line + QLatin1String(" (--help lists the options)\n"),
            BadArguments};
}

} // namespace

ParsedOptions parseOptions(const QStringList &arguments, const QString &dataFolder)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return {{}, parser.helpText(), 0};
    if (parser.isSet(QStringLiteral("version")))
        return {{},
                QCoreApplication::applicationName() + QLatin1Char(' ')
                    + QCoreApplication::applicationVersion() + QLatin1Char('\n'),
                0};
    if (!parser.positionalArguments().isEmpty())
        return refuse(QLatin1String("unexpected argument: ") + parser.positionalArguments().first());
    if (parser.isSet(QStringLiteral("demo")) && parser.isSet(QStringLiteral("store")))
        return refuse(QStringLiteral("--demo brings its own store; leave --store away"));
    ParsedOptions parsed;
    parsed.options.isDemo = parser.isSet(QStringLiteral("demo"));
    const QString usual = parsed.options.isDemo ? dataFolder + QLatin1String("/demo") : dataFolder;
    const QString folder =
        parser.isSet(QStringLiteral("profile")) ? parser.value(QStringLiteral("profile")) : usual;
    if (folder.isEmpty())
        return refuse(QStringLiteral("--profile needs a folder"));
    parsed.options.profileFolder = QDir(folder).absolutePath();
    if (parser.isSet(QStringLiteral("store"))) {
        const StoreAddress address = readStoreAddress(parser.value(QStringLiteral("store")));
        if (address.problem != AddressProblem::None)
            return refuse(
                QStringLiteral("--store needs an https:// address (http:// only for this computer)"));
        parsed.options.store = address.url;
    }
    parsed.options.language = parser.value(QStringLiteral("lang"));
    static const QStringList known = {QString(), QStringLiteral("en"), QStringLiteral("de"),
                                      QStringLiteral("ar")};
    if (!known.contains(parsed.options.language))
        return refuse(QStringLiteral("--lang knows en, de and ar"));
    return parsed;
}

} // namespace mc
