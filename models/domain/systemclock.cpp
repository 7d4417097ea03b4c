// SPDX-License-Identifier: Apache-2.0
#include "domain/systemclock.h"

namespace mc {

QDateTime systemUtcNow()
{
#ifdef NDEBUG
    return QDateTime::currentDateTimeUtc();
#else
    static const qint64 Ahead = qEnvironmentVariable("MC_CLOCK_AHEAD").toLongLong();
    return QDateTime::currentDateTimeUtc().addSecs(Ahead);
#endif
}

} // namespace mc
