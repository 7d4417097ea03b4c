// SPDX-License-Identifier: Apache-2.0
#include "storage/instancelock.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

QString lockIn(const QString &folder)
{
    QDir().mkpath(folder);
    return folder + u"/console.lock"_s;
}

} // namespace

InstanceLock::InstanceLock(const QString &folder)
    : m_file(lockIn(folder))
{
    m_file.setStaleLockTime(0); // a console may run for weeks; only a dead process makes it stale
}

bool InstanceLock::tryLock()
{
    return m_file.tryLock(0);
}

} // namespace mc
