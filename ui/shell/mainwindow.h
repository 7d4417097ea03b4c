// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/clock.h"
#include "ui/help/helptopic.h"
#include "ui/settings/uisettings.h"

#include <QMainWindow>
#include <QTimer>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace mc {

class Banner;
class CancelFlow;
class CancellationsPage;
class HelpPage;
class OrderPage;
class OrdersPage;
class SettingsPage;
class SidePanel;
class SignInPage;
class Toasts;
class WindowMenus;

/// The pages of the side menu come first: Back leads to one of them.
enum class Page : quint8 { Orders, Cancellations, Settings, Order, Help, SignIn };

/**
 * The window: side menu, one page, the state of the connection. Composes and routes, decides nothing.
 *
 * Closing it sends what is held and quits only after ConsoleService::shutDownFinished().
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    struct Options {
        UiSettings settings;
        QString stateFile; ///< INI file for the place of the window; empty: not kept.
        QUrl storeOffered; ///< Filled in at sign-in when no store is known.
        QUrl demoMailbox; ///< Only of a demo: shown in the Help menu.
        Clock clock = systemClock();
    };
    /// `service` outlives this.
    MainWindow(ConsoleService &service, const Options &options, QWidget *parent = nullptr);

    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    void bringToFront();

signals:
    void settingsChanged(const mc::UiSettings &settings);
    /// Everything is sent and written: the program may end.
    void finished();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void connectPages();
    void connectMenus();
    void openOrder(const OrderId &id);
    void openHelp(HelpTopic topic);
    void goBack();
    void writeTo(const QUrl &address);
    void showSignIn();
    void leadToSignIn();
    void onStore();
    void onSync();
    void onProfiles();
    void askToSignIn(); ///< While the orders of the store stay in view behind it.
    void onBoard(const CancellationBoard &board);
    void applySettings(const UiSettings &settings);
    [[nodiscard]] bool isSignedOut() const;
    [[nodiscard]] StoreProfile knownProfile() const;

    ConsoleService &m_service;
    Options m_options;
    Page m_page = Page::Orders;
    Page m_before = Page::Orders; // where Back leads from an order, help or sign-in
    QTimer m_minute; // keeps "as of" and ages true
    bool m_isAddingStore = false; // sign-in was asked for, though signed in
    bool m_isClosing = false;
    bool m_isDone = false;
    SidePanel *m_side; // owned by this widget, like all below
    Banner *m_banner;
    QPushButton *m_again = nullptr;
    QPushButton *m_signInAgain = nullptr;
    QVBoxLayout *m_bannerRow = nullptr;
    QStackedWidget *m_pages;
    OrdersPage *m_orders;
    CancellationsPage *m_cancellations;
    SettingsPage *m_settings;
    OrderPage *m_order;
    HelpPage *m_help;
    SignInPage *m_signIn;
    WindowMenus *m_menus;
    CancelFlow *m_cancelFlow;
    Toasts *m_toasts = nullptr;
};

} // namespace mc
