// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/proofs/support/faultvfs.h"
#include "tests/proofs/support/proof.h"

#include <QString>
#include <QStringList>

namespace mc::proof {

/// One way from an older schema to the newest.
struct Journey {
    QString name;
    bool isStore = false; ///< By merchant-store's code, else by the console's.
    QString set; ///< Folder below :/sql that holds the migrations.
    int begin = 0; ///< The version that it begins with.
    QString fixture; ///< File of statements that make the begin; empty: nothing is there.
};
/// From every version that ever landed, and from nothing, for each kind of file; and the sample chain.
[[nodiscard]] QList<Journey> allJourneys();
/// What is missing among the fixtures: a version that landed and is not the newest has to have one.
[[nodiscard]] QStringList missingFixtures();

struct TrialResult {
    qint64 kills = 0;
    QStringList broken;
};

/// SIGKILL at each statement, and the power cut at each change of the disk (`rounds` times each).
[[nodiscard]] TrialResult killOnSqlite(FaultDisk &disk, const Journey &journey, const QString &folder);
[[nodiscard]] TrialResult cutOnSqlite(FaultDisk &disk, const Journey &journey, const QString &folder,
                                      quint64 seed, int rounds);
/// The server ends the connection at each statement.
class OnPostgres final
{
public:
    OnPostgres();
    ~OnPostgres();
    OnPostgres(const OnPostgres &) = delete;
    OnPostgres &operator=(const OnPostgres &) = delete;
    [[nodiscard]] TrialResult terminate(const Journey &journey, const QString &folder);
    [[nodiscard]] QStringList refuseNewer();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Files of a newer version: refused in a sentence, and the same bytes afterwards.
[[nodiscard]] QStringList refuseNewerFiles(const QString &folder, int &refused);

} // namespace mc::proof
