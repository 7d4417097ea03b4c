// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <functional>
#include <tl/expected.hpp>
#include <vector>

namespace mc::store {

/// What a command line program hands back to the shell.
enum ExitCode : int {
    Done = 0,
    Failed = 1, ///< It was tried and did not work.
    BadArguments = 2
};

/// What goes wrong in a command: one sentence for people, and the exit code.
struct CommandError {
    QString sentence;
    ExitCode code = Failed;
};
using CommandResult = tl::expected<void, CommandError>;

/// One command, for example "staff add". Its options are declared by `options` and read by `run`.
struct Command {
    QString name; ///< "staff add"
    QString arguments; ///< For --help: "<e-mail>"
    QString summary;
    qsizetype leastArguments = 0;
    qsizetype mostArguments = 0;
    QList<QCommandLineOption> options;
    std::function<CommandResult(const QCommandLineParser &, const QStringList &arguments)> run;
    bool isHidden = false;
};

/// Every command of merchant-store, in the order of --help.
[[nodiscard]] std::vector<Command> allCommands();

/// Finds the command, parses its options, runs it. Prints one line to standard error when something is wrong.
[[nodiscard]] int runCommandLine(const std::vector<Command> &commands, const QStringList &words);

void printLine(const QString &line); ///< To standard output, as UTF-8, at once.

[[nodiscard]] CommandResult badArgument(const QString &sentence);
[[nodiscard]] CommandResult failed(const QString &sentence);
[[nodiscard]] QCommandLineOption option(const QString &name, const QString &description, const QString &value,
                                        const QString &fallback = {});
[[nodiscard]] QCommandLineOption flag(const QString &name, const QString &description);

} // namespace mc::store
