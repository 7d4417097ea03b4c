// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QString>

#include <chrono>

namespace mc {

enum class ColorScheme : quint8 { System, Light, Dark };
enum class RowHeight : quint8 { Comfortable, Compact };
enum class StartPage : quint8 { Orders, Cancellations };

inline constexpr std::chrono::seconds LongestUndoTime{30};

/// What the person at this computer chose. Read once at start and passed on as a value.
struct UiSettings {
    ColorScheme scheme = ColorScheme::System;
    RowHeight rowHeight = RowHeight::Comfortable;
    QString language; ///< "en", "de", "ar"; empty: as the system.
    StartPage startPage = StartPage::Orders;
    bool areNotificationsOn = true;
    std::chrono::seconds undoTime = DefaultUndoTime; ///< 0: no undo; at most LongestUndoTime.

    friend bool operator==(const UiSettings &, const UiSettings &) = default;
};

/// The one place that knows how UiSettings look on disk (an INI file at a path of the caller's choice).
/// A missing file, key or a value from a newer version reads as the default.
[[nodiscard]] UiSettings loadUiSettings(const QString &file);
/// False when the file could not be written.
[[nodiscard]] bool saveUiSettings(const QString &file, const UiSettings &settings);

} // namespace mc
