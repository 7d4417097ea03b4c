// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notify/desktopnotifications.h"

class QSystemTrayIcon;

namespace mc {

/// Messages of the notification area: what Windows and macOS offer. The icon is there only while a message
/// is, and without a notification area nothing is shown (table and counter say the same).
class TrayNotifications final : public DesktopNotifications
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayNotifications)
public:
    TrayNotifications();

    void show(const QString &title, const QString &text) override;

private:
    QSystemTrayIcon *m_icon; // owned by this
};

} // namespace mc
