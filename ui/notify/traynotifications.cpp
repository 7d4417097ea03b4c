// SPDX-License-Identifier: Apache-2.0
#include "ui/notify/traynotifications.h"

#include <QGuiApplication>
#include <QIcon>
#include <QSystemTrayIcon>

namespace mc {

TrayNotifications::TrayNotifications()
    : m_icon(new QSystemTrayIcon(QIcon(QStringLiteral(":/icons/merchant-console.svg")), this))
{
    m_icon->setToolTip(QGuiApplication::applicationDisplayName());
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &DesktopNotifications::activated);
    connect(m_icon, &QSystemTrayIcon::activated, this, &DesktopNotifications::activated);
}

void TrayNotifications::show(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon->show();
    m_icon->showMessage(title, text, QSystemTrayIcon::Information);
}

} // namespace mc
