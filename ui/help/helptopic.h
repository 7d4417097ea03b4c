// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace mc {

/// One question of the help page; other pages open its answer by this name.
enum class HelpTopic : quint8 {
    WhoCanCancel,
    UntilWhen,
    Money,
    WhyMissing,
    WhatRequestedMeans,
    Rejected,
    Conflicts,
    FailedRefunds,
    Undo,
    Offline,
    Decide,
    WhatCustomersSee
};

} // namespace mc
