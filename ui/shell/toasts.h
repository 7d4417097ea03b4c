// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QPointer>

#include <chrono>

class QWidget;

namespace mc {

class Toast;

/// Says what the service has just done, with Undo while that is possible. One message at a time, the newest.
class Toasts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toasts)
public:
    /// Both outlive this; messages float at the bottom of `area`.
    Toasts(ConsoleService &service, QWidget &area);

    void say(const QString &text);
    void takeFocus(); ///< F6.

private:
    void onQueued(const QueuedCancellations &queued);
    Toast &show(const QString &text, const QString &action, std::chrono::milliseconds life);

    ConsoleService &m_service;
    QWidget &m_area;
    QPointer<Toast> m_toast; // deletes itself
};

} // namespace mc
