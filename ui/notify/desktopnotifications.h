// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace mc {

/// Shows one message outside of the window. Plain text in, whatever escaping the desktop needs is done behind
/// this. Lives in the GUI thread.
class DesktopNotifications : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotifications)
public:
    using QObject::QObject;

    virtual void show(const QString &title, const QString &text) = 0;

signals:
    void activated(); ///< Somebody clicked the message.
};

/// What this computer offers: the freedesktop service where there is one, else the notification area of the
/// system, else nothing that is seen.
[[nodiscard]] std::unique_ptr<DesktopNotifications> makeDesktopNotifications();

} // namespace mc
