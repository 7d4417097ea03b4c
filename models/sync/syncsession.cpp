// SPDX-License-Identifier: Apache-2.0
#include "sync/syncsession.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace mc {

QString fileFor(const SyncProfile &profile, const QString &kind)
{
    const QByteArray store =
        QCryptographicHash::hash(profile.store.id.toString().toUtf8(), QCryptographicHash::Sha256);
    return profile.folder + u'/' + kind + u'-' + QString::fromLatin1(store.toHex().first(16)) + u".sqlite"_s;
}

} // namespace mc
