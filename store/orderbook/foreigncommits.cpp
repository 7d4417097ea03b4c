// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/foreigncommits.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

// A person who ran a command looks at the screen next; one PRAGMA costs some microseconds.
constexpr std::chrono::seconds Tick{1};

/// Changes with every commit of any other connection, of this process or another one; 0: could not be read.
qint64 fileVersion(Connection &connection)
{
    QSqlQuery query(connection.database());
    return query.exec(u"PRAGMA data_version"_s) && query.next() ? query.value(0).toLongLong() : 0;
}

} // namespace

QHash<QString, qint64> feedPositions(Connection &connection)
{
    QHash<QString, qint64> positions;
    QSqlQuery query(connection.database());
    if (query.exec(u"SELECT store_id, position FROM feed"_s)) {
        while (query.next())
            positions.insert(query.value(0).toString(), query.value(1).toLongLong());
    }
    return positions;
}

void ForeignCommits::begin(Connection &connection)
{
    m_fileVersion = fileVersion(connection);
    noteOwn(feedPositions(connection));
}

void ForeignCommits::run(Connection &connection, const Tell &tell)
{
    while (waitForTick())
        look(connection, tell);
}

void ForeignCommits::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_wakeUp.notify_all();
}

void ForeignCommits::noteOwn(const QHash<QString, qint64> &positions)
{
    const std::lock_guard lock(m_mutex);
    for (auto it = positions.cbegin(); it != positions.cend(); ++it) {
        qint64 &known = m_known[it.key()];
        known = std::max(known, it.value());
    }
}

bool ForeignCommits::waitForTick()
{
    std::unique_lock lock(m_mutex);
    return !m_wakeUp.wait_for(lock, Tick, [this] { return m_isStopped; });
}

void ForeignCommits::look(Connection &connection, const Tell &tell)
{
    const qint64 version = fileVersion(connection);
    if (version == m_fileVersion)
        return;
    m_fileVersion = version;
    const QHash<QString, qint64> positions = feedPositions(connection);
    QStringList moved;
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = positions.cbegin(); it != positions.cend(); ++it) {
            qint64 &known = m_known[it.key()];
            if (it.value() > known)
                moved.append(it.key());
            known = std::max(known, it.value());
        }
    }
    for (const QString &store : std::as_const(moved))
        tell(store);
}

} // namespace mc::store
