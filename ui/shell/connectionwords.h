// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QDateTime>
#include <QLocale>

// The state of the connection in words: below the side menu and in the banner.
namespace mc {

struct ConnectionWords {
    QString icon;
    QString text; ///< One or two lines.
};
[[nodiscard]] ConnectionWords connectionWords(const SyncStatus &status, const QDateTime &now,
                                              const QLocale &locale);

struct BannerWords {
    QString title; ///< Empty: no banner.
    QString text;
};
[[nodiscard]] BannerWords connectionBanner(const SyncStatus &status, const QDateTime &now,
                                           const QLocale &locale);

} // namespace mc
