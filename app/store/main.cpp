// SPDX-License-Identifier: Apache-2.0
#include "app/store/commandline.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("merchant-store"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MC_VERSION));
    return mc::store::runCommandLine(mc::store::allCommands(), QCoreApplication::arguments().mid(1));
}
