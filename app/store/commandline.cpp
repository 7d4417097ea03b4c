// SPDX-License-Identifier: Apache-2.0
#include "app/store/commandline.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

void printError(const QString &sentence)
{
    std::fprintf(stderr, "merchant-store: %s\n", qUtf8Printable(sentence));
}

void printOverview(const std::vector<Command> &commands)
{
    printLine(u"Usage: merchant-store <command> [options]\n\nCommands:"_s);
    for (const Command &command : commands) {
        if (!command.isHidden)
            printLine(u"  %1 %2"_s.arg(QString(command.name + u' ' + command.arguments).leftJustified(26),
                                       command.summary));
    }
    printLine(u"\n\"merchant-store <command> --help\" explains a command."_s);
}

void printHelp(const Command &command, const QCommandLineParser &parser)
{
    // The parser's own text without its first line, which knows nothing of commands with two words.
    const QString text = parser.helpText();
    printLine(u"Usage: merchant-store %1 [options] %2"_s.arg(command.name, command.arguments).trimmed());
    printLine(text.mid(text.indexOf(u'\n') + 1).trimmed());
}

const Command *findCommand(const std::vector<Command> &commands, const QStringList &words)
{
    for (const Command &command : commands) {
        const QStringList name = command.name.split(u' ');
        if (words.mid(0, name.size()) == name)
            return &command;
    }
    return nullptr;
}

QString unknownCommand(const std::vector<Command> &commands, const QStringList &words)
{
    const bool isGroup = std::any_of(commands.begin(), commands.end(), [&](const Command &command) {
        return command.name.startsWith(QString(words.first() + u' '));
    });
    if (!isGroup)
        return u"There is no command \"%1\"; \"merchant-store --help\" lists them."_s.arg(words.first());
    QStringList parts;
    for (const Command &command : commands) {
        if (command.name.startsWith(QString(words.first() + u' ')))
            parts.append(command.name.section(u' ', 1));
    }
    return u"\"%1\" needs one of: %2."_s.arg(words.first(), parts.join(u", "_s));
}

int runParsed(const Command &command, const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    parser.addOption(flag(u"help"_s, u"Shows this text."_s));
    parser.addOptions(command.options);
    const qsizetype nameWords = command.name.count(u' ') + 1;
    const bool isParsed = parser.parse(QStringList{u"merchant-store"_s} + words.mid(nameWords));
    if (words.contains(u"--help"_s)) {
        printHelp(command, parser);
        return Done;
    }
    const QStringList arguments = parser.positionalArguments();
    QString problem = isParsed ? QString() : parser.errorText();
    if (problem.isEmpty() && arguments.size() < command.leastArguments)
        problem = u"\"%1\" needs %2."_s.arg(command.name, command.arguments);
    if (problem.isEmpty() && arguments.size() > command.mostArguments)
        problem = u"\"%1\" does not know what to do with \"%2\"."_s.arg(command.name,
                                                                        arguments.at(command.mostArguments));
    if (!problem.isEmpty()) {
        printError(problem);
        return BadArguments;
    }
    const CommandResult result = command.run(parser, arguments);
    if (result)
        return Done;
    printError(result.error().sentence);
    return result.error().code;
}

} // namespace

int runCommandLine(const std::vector<Command> &commands, const QStringList &words)
{
    if (words.isEmpty()) {
        printError(u"A command is missing; \"merchant-store --help\" lists them."_s);
        return BadArguments;
    }
    if (words.first() == u"--help" || words.first() == u"help") {
        printOverview(commands);
        return Done;
    }
    if (words.first() == u"--version") {
        printLine(u"merchant-store "_s + QCoreApplication::applicationVersion());
        return Done;
    }
    if (const Command *command = findCommand(commands, words))
        return runParsed(*command, words);
    printError(unknownCommand(commands, words));
    return BadArguments;
}

void printLine(const QString &line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

CommandResult badArgument(const QString &sentence)
{
    return tl::unexpected(CommandError{sentence, BadArguments});
}

CommandResult failed(const QString &sentence)
{
    return tl::unexpected(CommandError{sentence, Failed});
}

QCommandLineOption option(const QString &name, const QString &description, const QString &value,
                          const QString &fallback)
{
    return QCommandLineOption(name, description, value, fallback);
}

QCommandLineOption flag(const QString &name, const QString &description)
{
    return QCommandLineOption(name, description);
}

} // namespace mc::store
