// SPDX-License-Identifier: Apache-2.0
#include "app/console/consoleapp.h"
#include "app/console/consoleoptions.h"
#include "app/console/demostore.h"
#include "app/console/languages.h"
#include "app/console/onewindow.h"
#include "orders/liveconsole.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("merchant-console"));
    QCoreApplication::setOrganizationDomain(QStringLiteral("merchantconsole.org"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MC_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.merchantconsole.MerchantConsole"));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // Before the QApplication: help, version and a mistake need no display.
    const mc::ParsedOptions parsed =
        mc::parseOptions(arguments,
                         QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                             + QLatin1String("/merchant-console"));
    if (!parsed.message.isEmpty()) {
        std::fputs(qUtf8Printable(parsed.message), parsed.exitCode == 0 ? stdout : stderr);
        return parsed.exitCode;
    }

    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false); // closing sends what is held first
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/merchant-console.svg")));
    mc::OneWindow oneWindow(parsed.options.profileFolder);
    switch (oneWindow.start()) {
    case mc::OneWindow::Start::First:
        break;
    case mc::OneWindow::Start::Second:
        return 0;
    case mc::OneWindow::Start::Unusable:
        std::fprintf(stderr, "merchant-console: the folder %s cannot be written\n",
                     qUtf8Printable(parsed.options.profileFolder));
        return 1;
    }
    const QString &folder = parsed.options.profileFolder;
    const mc::UiSettings settings = mc::loadUiSettings(mc::settingsFileIn(folder));
    const QString &asked = parsed.options.language;
    mc::installLanguage(application, asked.isEmpty() ? settings.language : asked); // before the first word

    mc::LiveConsoleOptions live;
    live.paths = {folder + QLatin1String("/data"), folder + QLatin1String("/config")};
    live.locale = QLocale();
    live.timing.scrub.first = std::chrono::minutes(10);
    std::unique_ptr<mc::SecretStore> secrets = mc::makeKeychainStore();
    if (parsed.options.isDemo) // its password is new at every start
        secrets = std::make_unique<mc::MemorySecretStore>();
    const auto service = mc::makeLiveConsoleService(live, std::move(secrets));
    mc::ConsoleApp console(application, *service, parsed.options,
                           mc::findStoreProgram(QCoreApplication::applicationDirPath()));
    QObject::connect(&oneWindow, &mc::OneWindow::raiseRequested, &console, &mc::ConsoleApp::bringToFront);
    console.start();
    return QApplication::exec();
}
