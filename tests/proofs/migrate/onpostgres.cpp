// SPDX-License-Identifier: Apache-2.0
#include "databases.h"
#include "tests/support/postgrescluster.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

const QString EndOfConnection = u"SELECT pg_terminate_backend(pg_backend_pid())"_s;

/// A copy of the migrations whose connection ends before the so manieth statement of all; false: there are
/// fewer.
bool writeCopy(const Journey &journey, const QString &folder, int before)
{
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    bool isPlaced = false;
    int passed = 0;
    int version = 0;
    const QDir source(u":/sql/"_s + journey.set);
    for (const QString &name : source.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile copy(folder + u'/' + name);
        if (!copy.open(QIODevice::WriteOnly))
            return false;
        QStringList statements = statementsIn(source.filePath(name));
        const qsizetype count = statements.size();
        const bool isTaken = ++version > journey.begin;
        // Also behind the last statement of a script, before its version is written.
        if (isTaken && !isPlaced && before <= passed + count) {
            statements.insert(before - passed, EndOfConnection);
            isPlaced = true;
        }
        passed += isTaken ? static_cast<int>(count) + 1 : 0;
        for (const QString &statement : std::as_const(statements))
            copy.write((statement + u";\n"_s).toUtf8());
    }
    return isPlaced;
}

} // namespace

struct OnPostgres::Parts {
    std::unique_ptr<test::PostgresCluster> cluster;

    [[nodiscard]] store::Database::Config newConfig() const { return {{}, cluster->newDatabase()}; }
};

OnPostgres::OnPostgres()
    : m_parts(std::make_unique<Parts>())
{
    auto started = test::PostgresCluster::start();
    if (!started)
        qFatal("%s", qPrintable(started.error()));
    m_parts->cluster = std::move(*started);
}

OnPostgres::~OnPostgres() = default;

TrialResult OnPostgres::terminate(const Journey &journey, const QString &folder)
{
    TrialResult result;
    const auto stages = stagesOf(journey, [this] { return m_parts->newConfig(); });
    if (!stages) {
        result.broken.append(u"%1 on PostgreSQL: it cannot even be done by hand"_s.arg(journey.name));
        return result;
    }
    for (int before = 0; writeCopy(journey, folder, before); ++before) {
        const auto config = m_parts->newConfig();
        const QString when = u"%1 on PostgreSQL, ended before statement %2"_s.arg(journey.name).arg(before);
        if (!makeBegin(journey, config)) {
            result.broken.append(when + u": no begin"_s);
            return result;
        }
        const bool isFailed = !migrateTo(journey, config, folder).isEmpty();
        const auto found = describe(config);
        if (!found || !stages->contains(*found))
            result.broken.append(when + u": it is between two versions"_s);
        if (!isFailed)
            result.broken.append(when + u": nobody noticed"_s);
        result.kills += isFailed ? 1 : 0;
        const QString failed = migrateTo(journey, config, u":/sql/"_s + journey.set);
        if (!failed.isEmpty() || describe(config) != stages->last())
            result.broken.append(when + u": it does not reach the newest version "_s + failed);
    }
    return result;
}

QStringList OnPostgres::refuseNewer()
{
    const auto config = m_parts->newConfig();
    const Journey journey{u"newer"_s, true, u"store"_s, 0, {}};
    QStringList broken;
    if (!migrateTo(journey, config, u":/sql/store"_s).isEmpty())
        return {u"PostgreSQL: the database could not be made"_s};
    {
        auto database = store::Database::open(config);
        if (!database || !(*database)->writeAndWait([](store::Tx &tx) {
                QSqlQuery(tx.connection()).exec(u"UPDATE schema_info SET version = 999"_s);
            }))
            return {u"PostgreSQL: the version could not be raised"_s};
    }
    const auto before = describe(config);
    const auto refused = store::Database::open(config);
    if (refused || refused.error().kind != store::DatabaseError::Kind::NewerSchema
        || !refused.error().detail.contains(u"999"_s))
        broken.append(u"PostgreSQL: a newer schema was not refused"_s);
    if (describe(config) != before)
        broken.append(u"PostgreSQL: a newer schema was touched"_s);
    return broken;
}

} // namespace mc::proof
