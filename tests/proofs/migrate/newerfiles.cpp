// SPDX-License-Identifier: Apache-2.0
#include "databases.h"
#include "storage/ordercache.h"
#include "storage/outbox.h"
#include "sync/syncwords.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

enum class Left : quint8 { Closed, InItsWal, WithoutWal };

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); // an empty WAL is none
}

/// A file whose version is 999, as a newer program may have left it.
bool makeNewer(const QString &set, Left left, const QString &file)
{
    const Journey journey{set, set == u"store"_s, set, 0, {}};
    const QString made = file + u".made"_s;
    if (!makeBegin(journey, {made, {}}) || !migrateTo(journey, {made, {}}, u":/sql/"_s + set).isEmpty())
        return false;
    const auto connection = SqlConnection::open(made, SqlConnection::Mode::Ledger);
    const QString raise =
        journey.isStore ? u"UPDATE schema_info SET version = 999"_s : u"PRAGMA user_version = 999"_s;
    if (!connection || !(*connection)->run(u"CREATE TABLE future (x)"_s) || !(*connection)->run(raise))
        return false;
    if (left == Left::WithoutWal && !(*connection)->run(u"PRAGMA journal_mode = DELETE"_s))
        return false;
    if (left == Left::InItsWal)
        return QFile::copy(made, file) && QFile::copy(made + u"-wal"_s, file + u"-wal"_s);
    return (*connection)->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).has_value() && QFile::copy(made, file);
}

/// Empty when it was refused as it should be.
QString refuse(const QString &set, const QString &file)
{
    if (set == u"store"_s) {
        const auto opened = store::Database::open({file, {}});
        const bool isRight = !opened && opened.error().kind == store::DatabaseError::Kind::NewerSchema
            && opened.error().detail.contains(u"999"_s);
        return isRight ? QString() : u"the store opened a newer file"_s;
    }
    if (set == u"outbox"_s) {
        const auto opened = Outbox::open(file);
        const bool isRight = !opened && opened.error().kind == StorageError::Kind::NewerVersion
            && storageSentence(opened.error()).contains(u"newer version"_s);
        return isRight ? QString() : u"the outbox opened a newer file"_s;
    }
    const auto opened = OrderCache::open(file);
    return opened && (*opened)->file() != file ? QString() : u"the cache opened a newer file"_s;
}

} // namespace

QStringList refuseNewerFiles(const QString &folder, int &refused)
{
    QStringList broken;
    for (const QString &set : {u"cache"_s, u"outbox"_s, u"store"_s}) {
        for (const Left left : {Left::Closed, Left::InItsWal, Left::WithoutWal}) {
            const QString place = u"%1/newer-%2-%3"_s.arg(folder, set).arg(static_cast<int>(left));
            QDir().mkpath(place);
            const QString file = place + u"/one.sqlite"_s;
            if (!makeNewer(set, left, file)) {
                broken.append(u"a newer %1 could not be made"_s.arg(set));
                continue;
            }
            const QByteArray before = bytesOf(file) + bytesOf(file + u"-wal"_s);
            for (int i = 0; i < 2; ++i) {
                if (const QString opened = refuse(set, file); !opened.isEmpty())
                    broken.append(opened);
            }
            ++refused;
            if (bytesOf(file) + bytesOf(file + u"-wal"_s) != before)
                broken.append(u"a newer %1 was touched, kind %2"_s.arg(set).arg(static_cast<int>(left)));
        }
    }
    return broken;
}

} // namespace mc::proof
