// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QPointer>
#include <QTimer>

class QWidget;

namespace mc {

class CancelDialog;

/**
 * From "Cancel order" to the command: fetches the orders, opens the window, keeps it true while it is open
 * (an order may ship meanwhile), and hands the decision to the service. One window at a time.
 *
 * Lives in the GUI thread, owned by the main window.
 */
class CancelFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelFlow)
public:
    /// Both outlive this; the window becomes the dialog's parent.
    CancelFlow(ConsoleService &service, QWidget &window);

    void start(const QList<OrderId> &ids);

signals:
    /// Somebody has answered "Cancel orders" for several at once: their selection has done its work.
    void severalCancelled();

private:
    void onFetched(const QList<OrderView> &views);
    void onChanged(const OrderView &view);
    void fetchAgain();

    ConsoleService &m_service;
    QWidget &m_window;
    QList<OrderId> m_wanted; // empty: nobody asked
    QPointer<CancelDialog> m_dialog; // deletes itself when closed
    QPointer<QWidget> m_before; // had the focus, and gets it back; not owned
    QTimer m_again; // many changes, one fetch
};

} // namespace mc
