// SPDX-License-Identifier: Apache-2.0
#include "databases.h"

#include <QElapsedTimer>

#include <atomic>
#include <csignal>
#include <optional>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace mc::proof {

using Config = store::Database::Config;

namespace {

constexpr int MostStatements = 2'000;
constexpr int ChildLimitMs = 60'000;

QString folderOf(const QString &set)
{
    return u":/sql/"_s + set;
}

// After whatever ended the migration: a whole step, and from there on to the end.
void checkAfter(const Journey &journey, const QString &file, const QStringList &stages, const QString &when,
                TrialResult &result)
{
    const auto found = describe({file, {}});
    if (!found || !stages.contains(*found)) {
        result.broken.append(u"%1, %2: it is between two versions"_s.arg(journey.name, when));
        return;
    }
    const QString failed = migrateTo(journey, {file, {}}, folderOf(journey.set));
    if (!failed.isEmpty() || describe({file, {}}) != stages.last())
        result.broken.append(
            u"%1, %2: it does not reach the newest version %3"_s.arg(journey.name, when, failed));
    if (const QString refused = openAsProduct(journey, file); !refused.isEmpty())
        result.broken.append(u"%1, %2: %3"_s.arg(journey.name, when, refused));
}

/// Migrates and ends itself at the given statement; otherwise the exit code is 0, or 1 when it failed by
/// itself.
[[noreturn]] void runChild(FaultDisk &disk, const Journey &journey, const QString &file, int statement)
{
    std::atomic<int> begun = 0;
    disk.onStatement([&begun, statement] {
        if (++begun == statement)
            std::raise(SIGKILL);
    });
    const QString failed = migrateTo(journey, {file, {}}, folderOf(journey.set));
    // Without the parent's ends: its PostgreSQL and its folders are not the child's.
    ::_exit(failed.isEmpty() ? 0 : 1);
}

/// The status of the child as waitpid() gives it; nullopt when it did not end in time.
std::optional<int> waitFor(pid_t child)
{
    QElapsedTimer timer;
    timer.start();
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (timer.elapsed() > ChildLimitMs) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            return std::nullopt;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return status;
}

} // namespace

TrialResult killOnSqlite(FaultDisk &disk, const Journey &journey, const QString &folder)
{
    disk.reset(FaultDisk::Power::Steady);
    TrialResult result;
    const QString file = folder + u"/killed.sqlite"_s;
    const auto stages = stagesOf(journey, [&file] { return Config{file, {}}; });
    if (!stages) {
        result.broken.append(u"%1: it cannot even be done undisturbed"_s.arg(journey.name));
        return result;
    }
    for (int statement = 1; statement < MostStatements; ++statement) {
        disk.reset(FaultDisk::Power::Steady);
        if (!makeBegin(journey, {file, {}}))
            break;
        // A copy of this process and not a program of its own, whose start took longer than its migration.
        const pid_t child = ::fork();
        if (child == 0)
            runChild(disk, journey, file, statement);
        const std::optional<int> status = child > 0 ? waitFor(child) : std::nullopt;
        if (!status) {
            result.broken.append(u"%1: a migration does not end"_s.arg(journey.name));
            return result;
        }
        const bool isKilled = WIFSIGNALED(*status) && WTERMSIG(*status) == SIGKILL;
        result.kills += isKilled ? 1 : 0;
        checkAfter(journey, file, *stages, u"killed at statement %1"_s.arg(statement), result);
        if (isKilled)
            continue;
        if (!WIFEXITED(*status) || WEXITSTATUS(*status) != 0)
            result.broken.append(u"%1: the child failed by itself"_s.arg(journey.name));
        return result;
    }
    result.broken.append(u"%1: no end of statements"_s.arg(journey.name));
    return result;
}

TrialResult cutOnSqlite(FaultDisk &disk, const Journey &journey, const QString &folder, quint64 seed,
                        int rounds)
{
    TrialResult result;
    const QString file = folder + u"/cut.sqlite"_s;
    disk.reset();
    const auto stages = stagesOf(journey, [&file] { return Config{file, {}}; });
    if (!stages) {
        result.broken.append(u"%1: it cannot even be done undisturbed"_s.arg(journey.name));
        return result;
    }
    std::mt19937_64 random(seed);
    for (int round = 0; round < rounds; ++round) {
        // Every change of the disk in turn in the first round, then some drawn by chance.
        for (qint64 at = 0;; at += round == 0 ? 1 : 1 + static_cast<qint64>(random() % 5)) {
            disk.reset();
            if (!makeBegin(journey, {file, {}}))
                return result;
            disk.reset();
            disk.cutPowerAfter(at, random());
            (void)migrateTo(journey, {file, {}}, folderOf(journey.set));
            const bool wasCut = disk.isPowerOff();
            disk.cutPowerNow(random());
            disk.putBack();
            result.kills += wasCut ? 1 : 0;
            checkAfter(journey, file, *stages, u"power cut at change %1, seed %2"_s.arg(at).arg(seed),
                       result);
            if (!wasCut)
                break;
        }
    }
    return result;
}

} // namespace mc::proof
