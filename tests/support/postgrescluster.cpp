// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgrescluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#ifdef Q_OS_UNIX
#include <csignal>
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace mc::test {
namespace {

constexpr int LimitMs = 60'000;

QString programFolder()
{
    QStringList candidates{qEnvironmentVariable("MC_POSTGRES_BIN")};
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList names =
        versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names)
        candidates.append(versions.filePath(name + u"/bin"_s));
    candidates += qEnvironmentVariable("PATH").split(QDir::listSeparator());
    for (const QString &candidate : std::as_const(candidates)) {
        if (!candidate.isEmpty() && QFileInfo(candidate + u"/initdb"_s).isExecutable())
            return candidate;
    }
    return {};
}

bool isRoot()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

/// PostgreSQL refuses to run as root; it becomes the user "postgres" then.
void setCommand(QProcess &process, const QString &program, const QStringList &arguments)
{
    if (!isRoot()) {
        process.setProgram(program);
        process.setArguments(arguments);
        return;
    }
    process.setProgram(u"setpriv"_s);
    process.setArguments(QStringList{u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--init-groups"_s,
                                     u"--pdeathsig=INT"_s, program}
                         + arguments);
}

bool giveToPostgres(const QString &folder)
{
#ifdef Q_OS_UNIX
    if (!isRoot())
        return true;
    const passwd *user = getpwnam("postgres");
    return user && chown(QFile::encodeName(folder).constData(), user->pw_uid, user->pw_gid) == 0;
#else
    return true;
#endif
}

} // namespace

// The path of a socket may have 107 bytes at most, so the folder is not below the build.
PostgresCluster::PostgresCluster()
    : m_folder(u"/tmp/mcpg-XXXXXX"_s)
{
}

tl::expected<std::unique_ptr<PostgresCluster>, QString> PostgresCluster::start()
{
    const QString programs = programFolder();
    if (programs.isEmpty())
        return tl::unexpected(u"PostgreSQL is not installed: run \"apt-get install postgresql\"."_s);
    auto cluster = std::unique_ptr<PostgresCluster>(new PostgresCluster);
    const QString folder = cluster->m_folder.path();
    const QString data = folder + u"/data"_s;
    if (!cluster->m_folder.isValid() || !giveToPostgres(folder))
        return tl::unexpected(u"No folder for PostgreSQL: "_s + folder);

    QProcess init;
    setCommand(init, programs + u"/initdb"_s,
               {u"-D"_s, data, u"-U"_s, u"postgres"_s, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s,
                u"--no-locale"_s, u"--no-sync"_s});
    init.start();
    if (!init.waitForFinished(LimitMs) || init.exitCode() != 0)
        return tl::unexpected(u"initdb failed: "_s + QString::fromUtf8(init.readAllStandardError()));

    // Durability is not what these tests are about, time is.
    setCommand(cluster->m_server, programs + u"/postgres"_s,
               {u"-D"_s, data, u"-k"_s, folder, u"-c"_s, u"listen_addresses="_s, u"-c"_s, u"fsync=off"_s,
                u"-c"_s, u"max_connections=200"_s, u"-c"_s, u"unix_socket_permissions=0777"_s, u"-c"_s,
                u"logging_collector=off"_s});
    cluster->m_server.setProcessChannelMode(QProcess::MergedChannels);
    cluster->m_server.start();
    QByteArray log;
    QElapsedTimer timer;
    timer.start();
    while (!log.contains("ready to accept connections")) {
        if (timer.elapsed() > LimitMs || !cluster->m_server.waitForReadyRead(LimitMs))
            return tl::unexpected(u"PostgreSQL did not start: "_s + QString::fromUtf8(log));
        log += cluster->m_server.readAll();
    }
    // Nobody reads the log from now on, and a full pipe would stop the server.
    cluster->m_server.closeReadChannel(QProcess::StandardOutput);
    return cluster;
}

PostgresCluster::~PostgresCluster()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
#ifdef Q_OS_UNIX
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT); // fast shutdown
#endif
    if (!m_server.waitForFinished(LimitMs)) {
        m_server.kill();
        m_server.waitForFinished(LimitMs);
    }
}

QString PostgresCluster::newDatabase()
{
    const QString name = u"t%1"_s.arg(++m_databases);
    const QString connection = u"postgrescluster"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, connection);
        database.setHostName(m_folder.path());
        database.setDatabaseName(u"postgres"_s);
        database.setUserName(u"postgres"_s);
        if (!database.open())
            qFatal("no connection to the test's PostgreSQL: %s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        if (!query.exec(u"CREATE DATABASE "_s + name))
            qFatal("no database for the test: %s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(connection);
    return u"postgresql://postgres@/%1?host=%2"_s.arg(name, m_folder.path());
}

} // namespace mc::test
