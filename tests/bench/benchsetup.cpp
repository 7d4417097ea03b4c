// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benchsetup.h"

#include <QDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace mc::bench {

Setup readSetup(QCommandLineParser &parser, const QCoreApplication &application, const QString &folderName)
{
    parser.addHelpOption();
    parser.addOption({u"n"_s, u"How many orders."_s, u"N"_s, u"1000000"_s});
    parser.addOption({u"seed"_s, u"Another seed, other orders."_s, u"S"_s, u"1"_s});
    parser.addOption({u"out"_s, u"Where the results go."_s, u"FOLDER"_s, u"."_s});
    parser.addOption(
        {u"files"_s, u"Keeps the filled cache in this folder and uses it again."_s, u"FOLDER"_s});
    parser.process(application);
    const QString out = parser.value(u"out"_s);
    const int count = parser.value(u"n"_s).toInt();
    if (count <= 0) {
        std::fputs("-n takes a number of orders above zero.\n", stderr);
        std::exit(2);
    }
    const QString files = parser.value(u"files"_s);
    const QString folder = files.isEmpty() ? QDir(out).absoluteFilePath(folderName) : files;
    if (files.isEmpty())
        QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    return {{count, parser.value(u"seed"_s).toULongLong()}, folder, out, !files.isEmpty()};
}

} // namespace mc::bench
