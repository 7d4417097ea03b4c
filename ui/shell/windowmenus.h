// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QObject>

class QMainWindow;
class QMenu;
class QUrl;

namespace mc {

class OrderActions;

/// The menu bar and with it every shortcut of the window. Owns its actions; the window connects all but
/// About.
class WindowMenus final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMenus)
public:
    WindowMenus(QMainWindow &window, OrderActions &orderActions);

    QAction exportCsv;
    QAction quit;
    QAction orders;
    QAction cancellations;
    QAction settings;
    QAction find;
    QAction refresh;
    QAction message; ///< F6: into the message at the bottom.
    QAction help;
    QAction about;

    void setSignedIn(bool isSignedIn);
    void setOrderMenuVisible(bool isVisible);
    /// Help → Demo mailbox, where the mails of the demo's customers are; it opens in the browser.
    void addDemoMailbox(const QUrl &address);

private:
    static void showAbout(QWidget &window);

    QMenu *m_order; // owned by the menu bar, as is the other
    QMenu *m_help;
};

} // namespace mc
