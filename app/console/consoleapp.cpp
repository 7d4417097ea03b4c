// SPDX-License-Identifier: Apache-2.0
#include "app/console/consoleapp.h"

#include "app/console/demostore.h"
#include "ui/look/icons.h"
#include "ui/look/parts.h"
#include "ui/look/scripts.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QProgressBar>
#include <QTimer>

#include <cstdio>

namespace mc {
namespace {

constexpr std::chrono::seconds BehindFirstOrders(2);

Scheme chosenScheme(const UiSettings &settings, const SystemScheme &system)
{
    switch (settings.scheme) {
    case ColorScheme::Light:
        return Scheme::Light;
    case ColorScheme::Dark:
        return Scheme::Dark;
    case ColorScheme::System:
        break;
    }
    return system.scheme();
}

} // namespace

QString settingsFileIn(const QString &profileFolder)
{
    return profileFolder + QLatin1String("/settings.ini");
}

ConsoleApp::ConsoleApp(QApplication &application, ConsoleService &service, const ConsoleOptions &options,
                       const QString &storeProgram)
    : m_application(application)
    , m_service(service)
    , m_options(options)
    , m_settings(loadUiSettings(settingsFileIn(options.profileFolder)))
    , m_desktop(makeDesktopNotifications())
    , m_notifier(service, *m_desktop)
{
    applySettings(m_settings);
    connect(&m_systemScheme, &SystemScheme::changed, this, [this] { applySettings(m_settings); });
    connect(&m_notifier, &Notifier::activated, this, [this] {
        bringToFront();
        if (m_window)
            m_window->showPage(Page::Cancellations);
    });
    if (options.isDemo)
        m_demo = std::make_unique<DemoStore>(storeProgram, options.profileFolder + QLatin1String("/store"));
}

ConsoleApp::~ConsoleApp() = default;

void ConsoleApp::start()
{
    lookUpFonts();
    if (m_options.isDemo)
        startDemo();
    else
        openWindow();
}

// While somebody signs in. Orders that are there at once ask for what they need themselves and would wait for
// all of it, so then the rest is looked up behind them.
void ConsoleApp::lookUpFonts()
{
    const auto lookUp = [this] { m_scripts = lookUpScripts(QApplication::font()); };
    if (m_service.currentProfile().isEmpty())
        lookUp();
    else
        QTimer::singleShot(BehindFirstOrders, this, lookUp);
}

void ConsoleApp::bringToFront()
{
    if (m_window)
        m_window->bringToFront();
}

void ConsoleApp::openWindow()
{
    if (m_window)
        return;
    MainWindow::Options window;
    window.settings = m_settings;
    window.stateFile = m_options.profileFolder + QLatin1String("/window.ini");
    window.storeOffered = m_options.store;
    window.demoMailbox = m_demoMailbox;
    m_window = std::make_unique<MainWindow>(m_service, window);
    connect(m_window.get(), &MainWindow::settingsChanged, this, [this](const UiSettings &settings) {
        static_cast<void>(saveUiSettings(settingsFileIn(m_options.profileFolder),
                                         settings)); // a lost preference stops nobody
        applySettings(settings);
    });
    connect(m_window.get(), &MainWindow::finished, &m_application, &QCoreApplication::quit);
    m_window->show();
    m_starting.reset();
}

void ConsoleApp::startDemo()
{
    m_starting = std::make_unique<QWidget>();
    m_starting->setObjectName(QStringLiteral("startingWindow"));
    m_starting->setWindowTitle(tr("Merchant Console", "name of the program"));
    auto *column = new QVBoxLayout(m_starting.get());
    column->setContentsMargins(Space::Xl, Space::Xl, Space::Xl, Space::Xl);
    PlainLabel *text =
        makeLabel(tr("The demo store is starting. The first time it makes 2,000 sample orders."));
    text->setMinimumWidth(Measure::ReadingWidth / 2);
    column->addWidget(text);
    m_starting->show();
    connect(m_demo.get(), &DemoStore::ready, this, [this](const DemoAccess &access) {
        announceDemo(access);
        m_service.signIn(access.url, access.email, access.password, false);
    });
    connect(m_demo.get(), &DemoStore::failed, this, &ConsoleApp::failDemo);
    connect(&m_service, &ConsoleService::signedIn, this, &ConsoleApp::openWindow);
    connect(&m_service, &ConsoleService::signInFailed, this, [this](const QString &sentence) {
        if (!m_window)
            failDemo(sentence);
    });
    m_demo->start();
}

// One JSON line, so that a script can find the store that the demo runs on.
void ConsoleApp::announceDemo(const DemoAccess &access)
{
    m_demoMailbox = access.url.resolved(QUrl(QStringLiteral("/demo/mailbox")));
    const QJsonObject line{{QStringLiteral("store"), access.url.toString()},
                           {QStringLiteral("mailbox"), m_demoMailbox.toString()}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

// In words on the screen and on standard error: the demo is often started from a terminal.
void ConsoleApp::failDemo(const QString &sentence)
{
    std::fprintf(stderr, "merchant-console: %s\n", qUtf8Printable(sentence));
    auto *box = new QMessageBox(m_window.get());
    box->setObjectName(QStringLiteral("demoFailed"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Critical);
    box->setWindowTitle(tr("Merchant Console", "name of the program"));
    box->setText(sentence);
    if (!m_window)
        connect(box, &QDialog::finished, &m_application, [] { QCoreApplication::exit(1); });
    box->open();
    m_starting.reset();
}

void ConsoleApp::applySettings(const UiSettings &settings)
{
    m_settings = settings;
    m_notifier.setEnabled(settings.areNotificationsOn);
    applyTheme(m_application, chosenScheme(settings, m_systemScheme));
}

} // namespace mc
