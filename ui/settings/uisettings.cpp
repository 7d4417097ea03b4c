// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/uisettings.h"

#include <QLatin1String>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace mc {
namespace {

template <typename Enum>
using Word = std::pair<Enum, QLatin1String>;

constexpr std::array SchemeWords{Word<ColorScheme>{ColorScheme::System, QLatin1String("system")},
                                 Word<ColorScheme>{ColorScheme::Light, QLatin1String("light")},
                                 Word<ColorScheme>{ColorScheme::Dark, QLatin1String("dark")}};
constexpr std::array RowHeightWords{Word<RowHeight>{RowHeight::Comfortable, QLatin1String("comfortable")},
                                    Word<RowHeight>{RowHeight::Compact, QLatin1String("compact")}};
constexpr std::array StartPageWords{
    Word<StartPage>{StartPage::Orders, QLatin1String("orders")},
    Word<StartPage>{StartPage::Cancellations, QLatin1String("cancellations")}};

constexpr QLatin1String SchemeKey("appearance/scheme");
constexpr QLatin1String RowHeightKey("appearance/rowHeight");
constexpr QLatin1String LanguageKey("appearance/language");
constexpr QLatin1String StartPageKey("start/page");
constexpr QLatin1String NotificationsKey("notifications/on");
constexpr QLatin1String UndoKey("cancelling/undoSeconds");

template <typename Enum, std::size_t Size>
QString wordOf(const std::array<Word<Enum>, Size> &words, Enum value)
{
    return words.at(static_cast<std::size_t>(value)).second;
}

template <typename Enum, std::size_t Size>
Enum valueOf(const std::array<Word<Enum>, Size> &words, const QVariant &word, Enum fallback)
{
    for (const auto &[value, text] : words) {
        if (word.toString() == text)
            return value;
    }
    return fallback;
}

} // namespace

UiSettings loadUiSettings(const QString &file)
{
    const QSettings disk(file, QSettings::IniFormat);
    UiSettings settings;
    settings.scheme = valueOf(SchemeWords, disk.value(SchemeKey), settings.scheme);
    settings.rowHeight = valueOf(RowHeightWords, disk.value(RowHeightKey), settings.rowHeight);
    settings.language = disk.value(LanguageKey).toString();
    settings.startPage = valueOf(StartPageWords, disk.value(StartPageKey), settings.startPage);
    settings.areNotificationsOn = disk.value(NotificationsKey, settings.areNotificationsOn).toBool();
    bool isNumber = false;
    const int seconds = disk.value(UndoKey).toInt(&isNumber);
    if (isNumber)
        settings.undoTime =
            std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), LongestUndoTime);
    return settings;
}

bool saveUiSettings(const QString &file, const UiSettings &settings)
{
    QSettings disk(file, QSettings::IniFormat);
    disk.setValue(SchemeKey, wordOf(SchemeWords, settings.scheme));
    disk.setValue(RowHeightKey, wordOf(RowHeightWords, settings.rowHeight));
    disk.setValue(LanguageKey, settings.language);
    disk.setValue(StartPageKey, wordOf(StartPageWords, settings.startPage));
    disk.setValue(NotificationsKey, settings.areNotificationsOn);
    disk.setValue(UndoKey, static_cast<int>(settings.undoTime.count()));
    disk.sync();
    return disk.status() == QSettings::NoError;
}

} // namespace mc
