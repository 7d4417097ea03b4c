// SPDX-License-Identifier: Apache-2.0
#include "app/console/consoleapp.h"
#include "app/console/consoleoptions.h"
#include "app/console/demostore.h"
#include "app/console/onewindow.h"
#include "orders/liveconsoleservice.h"

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
    mc::LiveConsoleService service(parsed.options.profileFolder);
    mc::ConsoleApp console(application, service, parsed.options,
                           mc::findStoreProgram(QCoreApplication::applicationDirPath()));
    QObject::connect(&oneWindow, &mc::OneWindow::raiseRequested, &console, &mc::ConsoleApp::bringToFront);
    console.start();
    return QApplication::exec();
}
