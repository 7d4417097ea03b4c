// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/store/commandline.h"

namespace mc::store {

/// --password-file, for commands that need a secret.
[[nodiscard]] QCommandLineOption secretFileOption(const QString &name);

/**
 * A secret from the file that the option names, else from the environment variable, else from a prompt
 * without echo. Never from an argument: those are visible to everybody on the computer.
 */
[[nodiscard]] tl::expected<QString, CommandError> readSecret(const QCommandLineParser &parser,
                                                             const QString &fileOption,
                                                             const char *environment, const QString &prompt);

} // namespace mc::store
