// SPDX-License-Identifier: Apache-2.0
#include "ui/notify/desktopnotifications.h"

#include "ui/notify/traynotifications.h"

#ifdef MC_HAS_DBUS
#include "ui/notify/freedesktopnotifications.h"
#endif

namespace mc {

std::unique_ptr<DesktopNotifications> makeDesktopNotifications()
{
#ifdef MC_HAS_DBUS
    if (FreedesktopNotifications::isAvailable())
        return std::make_unique<FreedesktopNotifications>();
#endif
    return std::make_unique<TrayNotifications>();
}

} // namespace mc
