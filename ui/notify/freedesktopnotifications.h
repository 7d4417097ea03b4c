// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notify/desktopnotifications.h"

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace mc {

/// org.freedesktop.Notifications over the session bus. The body may be read as markup there, so it is escaped
/// where the service says that it reads markup, and plain where it does not. A new message replaces the last.
class FreedesktopNotifications final : public DesktopNotifications
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FreedesktopNotifications)
public:
    FreedesktopNotifications();

    [[nodiscard]] static bool isAvailable();

    void show(const QString &title, const QString &text) override;

private:
    Q_SLOT void onActionInvoked(uint id, const QString &action);
    void onCapabilities(QDBusPendingCallWatcher *call);
    void onShown(QDBusPendingCallWatcher *call);

    uint m_lastId = 0; // 0: nothing to replace
    bool m_readsMarkup = true; // until the service says otherwise: escaping is the safe mistake
};

} // namespace mc
