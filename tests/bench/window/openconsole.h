// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/consoleapp.h"
#include "orders/liveconsole.h"

#include <QUrl>

namespace mc::bench {

/// The console with its window, on a folder of its own.
class OpenConsole final
{
public:
    OpenConsole(QApplication &application, const QString &folder);

    [[nodiscard]] ConsoleService &service() { return *m_service; }
    void start() { m_console->start(); }

private:
    ConsoleOptions m_options;
    std::unique_ptr<ConsoleService> m_service;
    std::unique_ptr<ConsoleApp> m_console;
};

/// What a child does; each ends by itself and prints lines "NAME VALUE" on the way.
struct ChildTask {
    QString folder; ///< Of its profile, for its own files, too.
    int orders = 0;
    quint64 seed = 1;
    QStringList acts; ///< "search", "sort", "scroll", "cancel"; none: all of them.
};

/// Rows 3, 4, 5 and 9: types, sorts, filters, scrolls, jumps and cancels in a console that is offline.
[[nodiscard]] int actInWindow(QApplication &application, const ChildTask &task);

/// Rows 6, 7, 12 and 13: signs in to a store and says what is painted and how long the window stood still.
/// Ends with its standard input. The password is in MC_BENCH_PASSWORD.
[[nodiscard]] int followStore(QApplication &application, const QString &folder, const QUrl &store,
                              const QString &email);

} // namespace mc::bench
