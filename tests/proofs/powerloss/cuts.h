// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/proofs/support/faultvfs.h"

#include <QString>
#include <QStringList>

namespace mc::proof {

/// What one cut of the power came to.
struct CutResult {
    qint64 acknowledged = 0; ///< What somebody had been told was kept.
    qint64 lost = 0; ///< Of these.
    QStringList broken; ///< Everything else that may not be: half done, damaged, not to be opened.

    [[nodiscard]] bool isClean() const { return lost == 0 && broken.isEmpty(); }
};

/// The console's outbox: queues and steps until the power fails, then starts again.
[[nodiscard]] CutResult cutOutbox(FaultDisk &disk, const QString &folder, quint64 seed);

/// The store on SQLite: orders, cancellations, settings and audit, several jobs a commit.
class StoreCuts final
{
public:
    /// Makes the database that most cuts begin with.
    StoreCuts(FaultDisk &disk, QString folder);
    [[nodiscard]] CutResult cut(quint64 seed);

private:
    FaultDisk &m_disk; ///< Not owned; outlives this.
    QString m_folder;
    QString m_template;
};

/// What SQLite itself says about the file; empty when all is well.
[[nodiscard]] QString troubleIn(const QString &file);

} // namespace mc::proof
