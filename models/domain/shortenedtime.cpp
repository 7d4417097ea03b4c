// SPDX-License-Identifier: Apache-2.0
#include "domain/shortenedtime.h"

#include <QtGlobal>

namespace mc {

#ifndef NDEBUG
int timeDivisor()
{
    static const int divisor = std::max(1, qEnvironmentVariableIntValue("MC_TIME_DIVISOR"));
    return divisor;
}
#endif

} // namespace mc
