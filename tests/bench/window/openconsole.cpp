// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/window/openconsole.h"

namespace mc::bench {

OpenConsole::OpenConsole(QApplication &application, const QString &folder)
{
    LiveConsoleOptions live;
    live.paths = {folder + QStringLiteral("/data"), folder + QStringLiteral("/config")};
    live.timing.scrub.first = std::chrono::minutes(10); // as the program has it
    m_service = makeLiveConsoleService(live, std::make_unique<MemorySecretStore>());
    m_options.profileFolder = folder;
    m_console = std::make_unique<ConsoleApp>(application, *m_service, m_options, QString());
}

} // namespace mc::bench
