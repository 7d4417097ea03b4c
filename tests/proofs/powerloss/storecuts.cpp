// SPDX-License-Identifier: Apache-2.0
#include "cuts.h"
#include "storage/sqlconnection.h"
#include "tests/proofs/support/storeworkload.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace mc::proof {

using store::Database;

QString troubleIn(const QString &file)
{
    const auto reader = SqlConnection::open(file, SqlConnection::Mode::Reader);
    if (!reader)
        return u"it cannot be looked at"_s;
    const auto health = (*reader)->value(u"PRAGMA integrity_check(1)"_s);
    if (!health || health->toString() != "ok"_L1)
        return u"integrity: "_s + (health ? health->toString() : health.error().detail);
    const auto orphan = (*reader)->value(u"PRAGMA foreign_key_check"_s);
    return orphan && !orphan->isValid() ? QString() : u"a foreign key points nowhere"_s;
}

StoreCuts::StoreCuts(FaultDisk &disk, QString folder)
    : m_disk(disk)
    , m_folder(std::move(folder))
    , m_template(m_folder + u"/template.sqlite"_s)
{
    m_disk.reset();
    {
        auto database = Database::open({m_template, {}});
        if (!database || !StoreWorkload::addStore(**database))
            qFatal("the first database could not be made");
    }
    // A reader may have been the last to close it, and then its WAL is still there; a writer takes it away.
    if (!SqlConnection::open(m_template, SqlConnection::Mode::Ledger))
        qFatal("the first database could not be closed");
}

CutResult StoreCuts::cut(quint64 seed)
{
    std::mt19937_64 random(seed);
    const QString file = m_folder + u"/store.sqlite"_s;
    for (const QString &name : QDir(m_folder).entryList({u"store.sqlite*"_s}, QDir::Files))
        QFile::remove(m_folder + u'/' + name);
    const bool isFresh = random() % 8 == 0;
    if (!isFresh)
        QFile::copy(m_template, file);
    m_disk.reset();
    m_disk.setCheckpointPages(random() % 2 ? 8 : 200);
    if (random() % 4 != 0)
        m_disk.cutPowerAfter(static_cast<qint64>(random() % 420), random());

    StoreWorkload workload(random(), StoreWorkload::AfterFailure::Stop);
    bool isStoreKnown = !isFresh;
    if (auto database = Database::open({file, {}})) {
        isStoreKnown = isStoreKnown || StoreWorkload::addStore(**database);
        if (isStoreKnown)
            workload.run(**database, 1 + static_cast<int>(random() % 12), 4);
        m_disk.cutPowerNow(random());
    }
    m_disk.cutPowerNow(random());
    m_disk.putBack();

    CutResult result;
    const auto database = Database::open({file, {}});
    if (!database) {
        result.broken.append(u"it cannot be opened: "_s + database.error().detail);
        return result;
    }
    if (isStoreKnown)
        workload.check(**database);
    result = {workload.acknowledged(), workload.lost(), workload.broken()};
    if (const QString trouble = troubleIn(file); !trouble.isEmpty())
        result.broken.append(trouble);
    return result;
}

} // namespace mc::proof
