// SPDX-License-Identifier: Apache-2.0
#include "storage/cachefile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace mc {

QString fileBeside(const QString &file, int version)
{
    const QFileInfo info(file);
    return info.path() + u'/' + info.completeBaseName() + u".v%1."_s.arg(version) + info.suffix();
}

QString putAside(const QString &file)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmsszzz"_s);
    const QString aside = file + u".damaged-"_s + stamp;
    const bool isRenamed = QFile::rename(file, aside);
    if (!isRenamed && QFile::exists(file))
        return {};
    // A WAL without its file would be played into the new one; so it goes even when the file went before.
    QFile::rename(file + u"-wal"_s, aside + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    return isRenamed ? aside : QString();
}

void removeDatabase(const QString &file)
{
    for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(file + end);
}

} // namespace mc
