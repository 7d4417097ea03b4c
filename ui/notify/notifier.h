// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/notify/desktopnotifications.h"

#include <QTimer>

#include <chrono>

namespace mc {

/// Turns the service's notices into desktop notifications: order numbers only, no names. What arrives within
/// the grouping time becomes one message, so that a busy minute does not ring twenty times.
class Notifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)
public:
    Notifier(ConsoleService &service, DesktopNotifications &desktop,
             std::chrono::milliseconds grouping = std::chrono::milliseconds(800), QObject *parent = nullptr);

    void setEnabled(bool isEnabled); ///< While off, notices are dropped, not kept for later.

signals:
    void activated(); ///< Somebody clicked a message: show the window and the Cancellations page.

private:
    void onNoticed(const Notice &notice);
    void flush();
    [[nodiscard]] static QString titleOf(const Notice &notice);
    [[nodiscard]] static QString numbersOf(const QStringList &orders);

    DesktopNotifications &m_desktop; // outlives this
    QTimer m_grouping;
    QList<Notice> m_waiting; // one for each kind
    bool m_isEnabled = true;
};

} // namespace mc
