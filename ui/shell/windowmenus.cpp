// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/windowmenus.h"

#include "ui/look/icons.h"
#include "ui/orders/orderactions.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QUrl>

namespace mc {
namespace {

void prepare(QAction &action, const char *name, const QString &text, const QKeySequence &shortcut)
{
    action.setObjectName(QString::fromLatin1(name));
    action.setText(text);
    action.setShortcut(shortcut);
}

QMenu *addMenu(QMenuBar &bar, const char *name, const QString &title)
{
    QMenu *menu = bar.addMenu(title);
    menu->setObjectName(QString::fromLatin1(name));
    return menu;
}

} // namespace

WindowMenus::WindowMenus(QMainWindow &window, OrderActions &orderActions)
    : QObject(&window)
{
    prepare(exportCsv, "menuExport", tr("&Export CSV…", "menu"), Qt::CTRL | Qt::Key_E);
    prepare(quit, "menuQuit", tr("&Quit", "menu"), Qt::CTRL | Qt::Key_Q);
    quit.setMenuRole(QAction::QuitRole);
    prepare(orders, "menuOrders", tr("&Orders", "menu: go to"), Qt::CTRL | Qt::Key_1);
    prepare(cancellations, "menuCancellations", tr("&Cancellations", "menu: go to"), Qt::CTRL | Qt::Key_2);
    prepare(settings, "menuSettings", tr("&Settings", "menu: go to"), Qt::CTRL | Qt::Key_3);
    prepare(find, "menuFind", tr("&Find orders", "menu"), QKeySequence::Find);
    prepare(refresh, "menuRefresh", tr("&Refresh", "menu"), Qt::Key_F5);
    prepare(message, "menuMessage", tr("Go to the &message", "menu: the message at the bottom"), Qt::Key_F6);
    prepare(help, "menuHelp", tr("&Questions and answers", "menu"), QKeySequence::HelpContents);
    prepare(about, "menuAbout", tr("&About Merchant Console", "menu"), {});
    about.setMenuRole(QAction::AboutRole);
    connect(&about, &QAction::triggered, &window, [&window] { showAbout(window); });

    QMenuBar &bar = *window.menuBar();
    bar.setObjectName(QStringLiteral("menuBar"));
    addMenu(bar, "fileMenu", tr("&File", "menu"))->addActions({&exportCsv, &quit});
    m_order = addMenu(bar, "orderBarMenu", tr("&Order", "menu: of the current order"));
    orderActions.fill(*m_order);
    addMenu(bar, "goMenu", tr("&Go", "menu: pages"))
        ->addActions({&orders, &cancellations, &settings, &message});
    addMenu(bar, "viewMenu", tr("&View", "menu"))->addActions({&find, &refresh});
    m_help = addMenu(bar, "helpMenu", tr("&Help", "menu"));
    m_help->addActions({&help, &about});
}

void WindowMenus::addDemoMailbox(const QUrl &address)
{
    auto *mailbox = new QAction(tr("&Demo mailbox", "menu: mails to the customers of the demo"), this);
    mailbox->setObjectName(QStringLiteral("menuDemoMailbox"));
    connect(mailbox, &QAction::triggered, this, [address] { QDesktopServices::openUrl(address); });
    m_help->insertAction(&about, mailbox);
}

void WindowMenus::showAbout(QWidget &window)
{
    auto *box = new QMessageBox(&window);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("About Merchant Console"));
    box->setText(tr("Merchant Console %1", "%1: version").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("Cancels orders before they ship. Licensed under Apache-2.0."));
    box->open();
}

void WindowMenus::setSignedIn(bool isSignedIn)
{
    for (QAction *action : {&orders, &cancellations, &settings, &find, &refresh})
        action->setEnabled(isSignedIn);
}

void WindowMenus::setOrderMenuVisible(bool isVisible)
{
    m_order->menuAction()->setVisible(isVisible);
}

} // namespace mc
