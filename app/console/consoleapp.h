// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/consoleoptions.h"
#include "ui/notify/notifier.h"
#include "ui/settings/uisettings.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/systemscheme.h"

#include <QObject>

#include <future>
#include <memory>

class QApplication;

namespace mc {

class DemoStore;
struct DemoAccess;

/// Where a profile keeps UiSettings.
[[nodiscard]] QString settingsFileIn(const QString &profileFolder);

/**
 * The running console: theme, window, notifications, and in demo mode its store. Built once in
 * main(); everything that can be decided without a window is decided before.
 */
class ConsoleApp final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleApp)
public:
    /// All outlive this. `storeProgram` is used in demo mode only.
    ConsoleApp(QApplication &application, ConsoleService &service, const ConsoleOptions &options,
               const QString &storeProgram);
    ~ConsoleApp() override;

    void start();
    void bringToFront();

private:
    void lookUpFonts();
    void openWindow();
    void startDemo();
    void announceDemo(const DemoAccess &access);
    void failDemo(const QString &sentence);
    void applySettings(const UiSettings &settings);

    QApplication &m_application;
    ConsoleService &m_service;
    ConsoleOptions m_options;
    UiSettings m_settings;
    SystemScheme m_systemScheme;
    std::unique_ptr<DesktopNotifications> m_desktop;
    Notifier m_notifier;
    std::unique_ptr<DemoStore> m_demo;
    QUrl m_demoMailbox; ///< Valid once the demo store is ready.
    std::unique_ptr<QWidget> m_starting; // until the demo store is there
    std::unique_ptr<MainWindow> m_window;
    std::future<void> m_scripts; ///< Looked up, beside what else is done.
};

} // namespace mc
