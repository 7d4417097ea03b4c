// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "ui/cancellation/cancelflow.h"
#include "ui/cancellations/cancellationspage.h"
#include "ui/detail/orderpage.h"
#include "ui/help/helppage.h"
#include "ui/look/notices.h"
#include "ui/look/plaintext.h"
#include "ui/look/sidemenu.h"
#include "ui/orders/orderspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/connectionwords.h"
#include "ui/shell/sidepanel.h"
#include "ui/shell/toasts.h"
#include "ui/shell/windowmenus.h"
#include "ui/shell/windowplace.h"
#include "ui/signin/signinpage.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QMenuBar>
#include <QStackedWidget>

#include <chrono>

namespace mc {
namespace {

using namespace std::chrono_literals;
constexpr QSize UsualSize(1280, 800);
constexpr QSize SmallestSize(960, 600);

int menuRowOf(Page page)
{
    switch (page) {
    case Page::Orders:
    case Page::Order:
        return SidePanel::Orders;
    case Page::Cancellations:
        return SidePanel::Cancellations;
    case Page::Settings:
        return SidePanel::Settings;
    case Page::Help:
        return SidePanel::Help;
    case Page::SignIn:
        break;
    }
    return -1;
}

} // namespace

MainWindow::MainWindow(ConsoleService &service, const Options &options, QWidget *parent)
    : QMainWindow(parent)
    , m_service(service)
    , m_options(options)
    , m_side(new SidePanel)
    , m_banner(new Banner(Tone::Warning, {}, {}))
    , m_pages(new QStackedWidget)
    , m_orders(new OrdersPage(service, options.clock))
    , m_cancellations(new CancellationsPage(service, options.clock))
    , m_settings(new SettingsPage(service, options.settings))
    , m_order(new OrderPage(service, options.clock))
    , m_help(new HelpPage)
    , m_signIn(new SignInPage(service))
    , m_menus(new WindowMenus(*this, m_orders->actions()))
    , m_cancelFlow(new CancelFlow(service, *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Merchant Console", "name of the program"));
    setMinimumSize(SmallestSize);
    buildLayout();
    connectPages();
    connectMenus();
    connect(&m_service, &ConsoleService::storeChanged, this, &MainWindow::onStore);
    connect(&m_service, &ConsoleService::syncStatusChanged, this, &MainWindow::onSync);
    connect(&m_service, &ConsoleService::boardChanged, this, &MainWindow::onBoard);
    connect(&m_service, &ConsoleService::profilesChanged, this, &MainWindow::onProfiles);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::onSync);
    m_minute.start();
    applySettings(options.settings);
    resize(UsualSize);
    restorePlace(*this, options.stateFile);
    showPage(options.settings.startPage == StartPage::Cancellations ? Page::Cancellations : Page::Orders);
    onStore();
    onBoard(m_service.board());
    onProfiles();
}

void MainWindow::buildLayout()
{
    auto *centre = new QWidget;
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    m_bannerRow = new QVBoxLayout;
    m_banner->setObjectName(QStringLiteral("connectionBanner"));
    m_banner->hide();
    m_again = m_banner->addAction(tr("Try again"));
    m_again->setObjectName(QStringLiteral("tryAgain"));
    connect(m_again, &QPushButton::clicked, &m_service, &ConsoleService::syncNow);
    m_signInAgain = m_banner->addAction(tr("Sign in", "button: to the store that is shown"));
    m_signInAgain->setObjectName(QStringLiteral("signInAgain"));
    connect(m_signInAgain, &QPushButton::clicked, this, &MainWindow::askToSignIn);
    m_bannerRow->addWidget(m_banner);
    content->addLayout(m_bannerRow);
    m_pages->setObjectName(QStringLiteral("pages"));
    // In the order of enum Page.
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_orders, m_cancellations, m_settings, m_order, m_help, m_signIn})
        m_pages->addWidget(page);
    content->addWidget(m_pages, 1);
    row->addLayout(content, 1);
    setCentralWidget(centre);
    m_toasts = new Toasts(m_service, *centre);
}

void MainWindow::connectPages()
{
    connect(&m_side->menu(), &SideMenu::chosen, this, [this](int row) {
        constexpr Page pages[] = {Page::Orders, Page::Cancellations, Page::Settings, Page::Help};
        showPage(pages[row]);
    });
    connect(m_orders, &OrdersPage::orderOpened, this, &MainWindow::openOrder);
    connect(m_orders, &OrdersPage::cancelRequested, m_cancelFlow, &CancelFlow::start);
    connect(m_cancelFlow, &CancelFlow::severalCancelled, m_orders, &OrdersPage::clearSelection);
    connect(&m_orders->actions(), &OrderActions::writeRequested, this, &MainWindow::writeTo);
    connect(m_cancellations, &CancellationsPage::orderOpened, this, &MainWindow::openOrder);
    connect(m_cancellations, &CancellationsPage::helpRequested, this, &MainWindow::openHelp);
    connect(m_cancellations, &CancellationsPage::writeRequested, this, &MainWindow::writeTo);
    connect(m_order, &OrderPage::writeRequested, this, &MainWindow::writeTo);
    connect(m_order, &OrderPage::backRequested, this, &MainWindow::goBack);
    connect(m_order, &OrderPage::cancelRequested, this,
            [this](const OrderId &id) { m_cancelFlow->start({id}); });
    connect(m_order, &OrderPage::helpRequested, this, &MainWindow::openHelp);
    connect(m_help, &HelpPage::backRequested, this, &MainWindow::goBack);
    connect(m_settings, &SettingsPage::settingsChanged, this, &MainWindow::applySettings);
    connect(m_settings, &SettingsPage::settingsChanged, this, &MainWindow::settingsChanged);
    connect(m_settings, &SettingsPage::helpRequested, this, &MainWindow::openHelp);
    connect(m_settings, &SettingsPage::addStoreRequested, this, [this] {
        m_isAddingStore = true;
        m_signIn->start({}, true);
        showPage(Page::SignIn);
    });
    connect(m_signIn, &SignInPage::backRequested, this, &MainWindow::goBack);
    connect(m_signIn, &SignInPage::signedIn, this, [this] { showPage(Page::Orders); });
}

void MainWindow::connectMenus()
{
    const auto leadTo = [this](QAction &action, Page page) {
        connect(&action, &QAction::triggered, this, [this, page] { showPage(page); });
    };
    leadTo(m_menus->orders, Page::Orders);
    leadTo(m_menus->cancellations, Page::Cancellations);
    leadTo(m_menus->settings, Page::Settings);
    leadTo(m_menus->help, Page::Help);
    if (m_options.demoMailbox.isValid())
        m_menus->addDemoMailbox(m_options.demoMailbox);
    connect(&m_menus->exportCsv, &QAction::triggered, m_orders, &OrdersPage::askForExport);
    connect(&m_menus->quit, &QAction::triggered, this, &QWidget::close);
    connect(&m_menus->find, &QAction::triggered, this, [this] {
        showPage(Page::Orders);
        m_orders->focusSearch();
    });
    connect(&m_menus->refresh, &QAction::triggered, &m_service, &ConsoleService::syncNow);
    connect(&m_menus->message, &QAction::triggered, m_toasts, &Toasts::takeFocus);
}

void MainWindow::showPage(Page page)
{
    if (m_page < Page::Order || (page == Page::Help && m_page == Page::Order))
        m_before = m_page;
    m_page = page;
    m_isAddingStore = m_isAddingStore && page == Page::SignIn;
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_side->menu().setPage(menuRowOf(page));
    m_side->setVisible(page != Page::SignIn);
    m_help->setBackVisible(m_before != Page::Help);
    m_menus->setOrderMenuVisible(page == Page::Orders);
    onSync();
    if (page == Page::Orders)
        m_orders->focusTable();
}

void MainWindow::openOrder(const OrderId &id)
{
    m_order->open(id);
    showPage(Page::Order);
}

void MainWindow::openHelp(HelpTopic topic)
{
    showPage(Page::Help);
    m_help->openTopic(topic);
}

void MainWindow::goBack()
{
    // From help to an order, and from there to the page that showed it.
    const Page to = m_page == Page::Order && m_before == Page::Order ? Page::Orders : m_before;
    showPage(isSignedOut() ? Page::SignIn : to);
}

void MainWindow::writeTo(const QUrl &address)
{
    if (!QDesktopServices::openUrl(address))
        m_toasts->say(
            tr("No mail program answered. The address is %1.", "%1: an e-mail address").arg(address.path()));
}

bool MainWindow::isSignedOut() const
{
    return m_service.syncStatus().link == SyncStatus::Link::SignedOut && !m_service.store();
}

void MainWindow::onStore()
{
    const auto store = m_service.store();
    m_side->setStoreName(store ? store->name : tr("Merchant Console", "name of the program"));
    setWindowTitle(store ? tr("%1 – Merchant Console", "%1: name of the store").arg(harmless(store->name))
                         : tr("Merchant Console", "name of the program"));
    m_menus->setSignedIn(!isSignedOut());
    m_menus->exportCsv.setVisible(m_orders->canExport());
    leadToSignIn();
    if (!isSignedOut() && m_page == Page::SignIn && !m_isAddingStore)
        showPage(Page::Orders);
}

// Whether somebody is signed in may turn out only later: the keychain is asked while the window opens.
void MainWindow::leadToSignIn()
{
    if (isSignedOut() && m_page != Page::Help && m_page != Page::SignIn)
        showSignIn();
}

StoreProfile MainWindow::knownProfile() const
{
    StoreProfile known;
    known.url = m_options.storeOffered;
    for (const StoreProfile &profile : m_service.profiles()) {
        if (profile.id == m_service.currentProfile())
            known = profile;
    }
    return known;
}

void MainWindow::showSignIn()
{
    m_signIn->start(knownProfile(), false);
    showPage(Page::SignIn);
}

void MainWindow::askToSignIn()
{
    m_isAddingStore = true;
    m_signIn->start(knownProfile(), true);
    showPage(Page::SignIn);
}

void MainWindow::onSync()
{
    const SyncStatus status = m_service.syncStatus();
    const QDateTime now = m_options.clock();
    const QLocale locale;
    m_side->setConnection(connectionWords(status, now, locale), status.problem);
    const BannerWords words = connectionBanner(status, now, locale);
    const bool isShown = !words.title.isEmpty() && m_page != Page::SignIn && !isSignedOut();
    m_banner->setVisible(isShown);
    m_bannerRow->setContentsMargins(Space::Xl, isShown ? Space::L : 0, Space::Xl, 0);
    m_banner->parentWidget()->layout()->activate();
    if (isShown)
        m_banner->setWords(words.title, words.text);
    m_again->setVisible(!words.wantsSignIn);
    m_signInAgain->setVisible(words.wantsSignIn);
    m_menus->setSignedIn(!isSignedOut());
    leadToSignIn();
}

void MainWindow::onProfiles()
{
    m_side->setOtherStores(otherStoresWords(m_service.profiles()));
}

void MainWindow::onBoard(const CancellationBoard &board)
{
    m_side->menu().setCount(SidePanel::Cancellations, board.needsDecision(), true);
}

void MainWindow::applySettings(const UiSettings &settings)
{
    m_options.settings = settings;
    m_service.setUndoTime(settings.undoTime);
    m_orders->setDensity(settings.rowHeight == RowHeight::Compact ? Density::Compact : Density::Comfortable);
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_side->setNarrow(width() < Measure::NarrowWindow);
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_isDone) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    if (m_isClosing)
        return;
    m_isClosing = true;
    savePlace(*this, m_options.stateFile);
    hide(); // at once for the eye; what is held is sent behind it
    connect(&m_service, &ConsoleService::shutDownFinished, this, [this] {
        m_isDone = true;
        emit finished();
    });
    m_service.shutDown();
}

} // namespace mc
