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
    bool wantsSignIn = false; ///< Signing in helps; trying again does not.
};
[[nodiscard]] BannerWords connectionBanner(const SyncStatus &status, const QDateTime &now,
                                           const QLocale &locale);

/// What waits for stores that are not shown.
struct OtherStoresWords {
    QString text; ///< One line; empty: nothing waits.
    QString details; ///< One line a store.
};
[[nodiscard]] OtherStoresWords otherStoresWords(const QList<StoreProfile> &profiles);

} // namespace mc
