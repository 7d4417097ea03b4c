// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/benchorders.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace mc::bench {

struct Setup {
    OrderSet orders;
    QString folder; ///< For files, on the disk that is measured.
    QString out; ///< Where the results go.
    bool isKept = false; ///< The folder stays, and what it holds from the last time is used again.

    [[nodiscard]] QString cacheFile() const { return folder + QStringLiteral("/cache.sqlite"); }
};

/// Reads the options that all measuring programs have; the parser may have more of its own. The folder for
/// files has this name beside the results. Ends the program where it is asked for help or for nonsense.
[[nodiscard]] Setup readSetup(QCommandLineParser &parser, const QCoreApplication &application,
                              const QString &folderName);

} // namespace mc::bench
