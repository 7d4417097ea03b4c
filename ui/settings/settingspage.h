// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/help/helptopic.h"
#include "ui/settings/uisettings.h"

#include <QWidget>

#include <memory>

namespace mc {

/// What this computer does (editable), what the store decides (read only, with who can change it), the
/// account and the stores that this computer knows. Emits values; whoever owns the settings applies and saves
/// them.
class SettingsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)
public:
    SettingsPage(ConsoleService &service, const UiSettings &settings, QWidget *parent = nullptr);
    ~SettingsPage() override;

    [[nodiscard]] UiSettings settings() const;

signals:
    /// After each change by a person.
    void settingsChanged(const mc::UiSettings &settings);
    void addStoreRequested();
    void helpRequested(mc::HelpTopic topic);

private:
    class Private;
    [[nodiscard]] QWidget *makeAppearance();
    [[nodiscard]] QWidget *makeBehaviour();
    [[nodiscard]] QWidget *makeStore();
    [[nodiscard]] QWidget *makeAccount();
    [[nodiscard]] QWidget *makeStores();
    void showSettings();
    void connectControls();
    void onChanged();
    void showStore();

    std::unique_ptr<Private> d;
};

} // namespace mc
