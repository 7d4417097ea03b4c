// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace mc {

/// What somebody wrote behind `merchant-console`.
struct ConsoleOptions {
    bool isDemo = false;
    QString profileFolder; ///< Absolute; exists or can be made.
    QUrl store; ///< Offered at sign-in; may be empty.
    QString language; ///< "de"; empty: the person's setting, else the system's.

    friend bool operator==(const ConsoleOptions &, const ConsoleOptions &) = default;
};

/// Options, or a text to print and the exit code to leave with (help, version, or one clear line).
struct ParsedOptions {
    ConsoleOptions options;
    QString message; ///< Empty: go on.
    int exitCode = 0;
};
/// `arguments` begins with the program's name. `dataFolder` is where profiles live without --profile.
[[nodiscard]] ParsedOptions parseOptions(const QStringList &arguments, const QString &dataFolder);

} // namespace mc
