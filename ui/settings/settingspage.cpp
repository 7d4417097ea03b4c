// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspage.h"

namespace mc {

class SettingsPage::Private
{
public:
    ConsoleService &service; // outlives the page
    UiSettings settings;
};

SettingsPage::SettingsPage(ConsoleService &service, const UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , d(new Private{service, settings})
{
}

SettingsPage::~SettingsPage() = default;

UiSettings SettingsPage::settings() const
{
    return d->settings;
}

} // namespace mc
