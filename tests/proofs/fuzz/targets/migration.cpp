// SPDX-License-Identifier: Apache-2.0
// A console's file of another version, damaged, or no database at all: opening brings it up to date or
// refuses it, and what a newer version wrote is left alone. The first letter says which of the two files it
// is to be.
#include "../support/fuzzing.h"
#include "storage/cachefile.h"
#include "storage/sqlconnection.h"

#include <QFile>
#include <QTemporaryDir>

using namespace mc;
using mc::fuzz::require;

namespace {

/// In memory where the system has it: thousands of files are made.
QString folder()
{
    static const QTemporaryDir Folder(QFile::exists(QStringLiteral("/dev/shm"))
                                          ? QStringLiteral("/dev/shm/fuzz-migration-XXXXXX")
                                          : QString());
    return Folder.path();
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a console asks of its files next: an answer, none, or a reason.
void lookInto(const SqlConnection &connection)
{
    for (const QString &sql : {QStringLiteral("SELECT value FROM meta WHERE name='snapshot_complete'"),
                               QStringLiteral("SELECT 1 FROM orders LIMIT 1"),
                               QStringLiteral("SELECT count(*) FROM operations WHERE state='held'")}) {
        if (const auto answer = connection.value(sql); !answer)
            require(!answer.error().detail.isEmpty(), "a refusal to answer says why");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes = fuzz::inputOf(data + 1, size - 1);
    const QString set = data[0] == 'o' ? QStringLiteral("outbox") : QStringLiteral("cache");
    const auto mode = data[0] == 'o' ? SqlConnection::Mode::Ledger : SqlConnection::Mode::Cache;
    const QString name = folder() + QStringLiteral("/file.sqlite");
    removeDatabase(name);
    QFile file(name);
    if (!bytes.isEmpty() || data[0] != 'r') { // a reader may come before there is a file
        if (!file.open(QIODevice::WriteOnly))
            return 0;
        file.write(bytes);
        file.close();
    }
    if (data[0] == 'r') { // may look, never change
        if (const auto reader = SqlConnection::open(name, SqlConnection::Mode::Reader))
            (void)migrate(**reader, set);
        require(bytes.isEmpty() || bytesOf(name) == bytes, "a reader changes nothing");
        return 0;
    }
    if (const auto isOurs = refuseNewer(name, set); !isOurs) { // asked first, as cache and outbox do
        require(isOurs.error().kind == StorageError::Kind::NewerVersion, "newer is the only refusal");
        require(bytesOf(name) == bytes, "a newer file is left alone");
        removeDatabase(name);
        return 0;
    }
    {
        const auto connection = SqlConnection::open(name, mode);
        const auto done = connection ? migrate(**connection, set) : tl::unexpected(connection.error());
        if (!done)
            require(!done.error().detail.isEmpty(), "a refusal says why");
        else
            require((*connection)->value(QStringLiteral("PRAGMA user_version"))->toInt()
                        <= newestVersion(set),
                    "a version that is known");
        if (done)
            lookInto(**connection);
    }
    removeDatabase(name);
    return 0;
}
