// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLockFile>
#include <QString>

namespace mc {

/// One console per profile folder: held while this object lives; a lock left by a crash is taken over.
class InstanceLock final
{
public:
    explicit InstanceLock(const QString &folder);
    Q_DISABLE_COPY_MOVE(InstanceLock)
    /// false: another console has this folder.
    [[nodiscard]] bool tryLock();

private:
    QLockFile m_file;
};

} // namespace mc
