// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connectionwords.h"

#include "orders/words.h"
#include "ui/settings/storewords.h"

#include <QCoreApplication>

namespace mc {
namespace {

class Connection final
{
    Q_DECLARE_TR_FUNCTIONS(mc::Connection)
};

// "14:21" today, with the date before that.
QString timeText(const QDateTime &at, const QDateTime &now, const QLocale &locale)
{
    const QDateTime local = at.toLocalTime();
    return local.date() == now.toLocalTime().date()
        ? locale.toString(local.time(), Connection::tr("HH:mm", "time of day, see QLocale::toString()"))
        : absoluteDate(at, locale);
}

QString waitingText(const SyncStatus &status)
{
    if (status.waitingToBeSent == 0)
        return {};
    return Connection::tr("%Ln change(s) waiting", "below the side menu", status.waitingToBeSent);
}

QString withSecondLine(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + QLatin1Char('\n') + second;
}

QString loadingText(const SyncStatus &status, const QLocale &locale)
{
    if (status.expectedOrders == 0)
        return Connection::tr("Loading orders", "below the side menu");
    return withSecondLine(
        Connection::tr("Loading orders", "below the side menu"),
        Connection::tr("%1 of %2", "orders loaded and orders expected")
            .arg(locale.toString(status.loadedOrders), locale.toString(status.expectedOrders)));
}

// With orders on this computer but nobody signed in: they can be read, and what is asked for waits.
BannerWords signedOutBanner(const SyncStatus &status, const QDateTime &now, const QLocale &locale)
{
    const QString title = Connection::tr("You are not signed in");
    if (!status.lastSuccessUtc.isValid())
        return {title, Connection::tr("Sign in to load the orders."), true};
    const QString last = timeText(status.lastSuccessUtc, now, locale);
    if (status.waitingToBeSent == 0)
        return {
            title,
            Connection::tr("Orders as of %1. Sign in to send and to get changes.", "%1: a time").arg(last),
            true};
    return {title,
            Connection::tr(
                "Orders as of %1. %Ln cancellation(s) wait until you sign in; you can still take them back.",
                "%1: a time", status.waitingToBeSent)
                .arg(last),
            true};
}

} // namespace

ConnectionWords connectionWords(const SyncStatus &status, const QDateTime &now, const QLocale &locale)
{
    const bool hasSuccess = status.lastSuccessUtc.isValid();
    const QString last = hasSuccess ? timeText(status.lastSuccessUtc, now, locale) : QString();
    const QString waiting = waitingText(status);
    switch (status.link) {
    case SyncStatus::Link::SignedOut:
        return {QStringLiteral("offline"),
                withSecondLine(Connection::tr("Signed out", "state of the connection"), waiting)};
    case SyncStatus::Link::Connecting:
        return {QStringLiteral("refresh"),
                withSecondLine(Connection::tr("Connecting", "state of the connection"), waiting)};
    case SyncStatus::Link::Syncing:
        return {QStringLiteral("refresh"), loadingText(status, locale)};
    case SyncStatus::Link::Online:
        if (waiting.isEmpty() && hasSuccess)
            return {QStringLiteral("online"),
                    withSecondLine(Connection::tr("Up to date", "state of the connection"),
                                   Connection::tr("as of %1", "%1: a time; below 'Up to date'").arg(last))};
        return {QStringLiteral("online"),
                withSecondLine(Connection::tr("Online", "state of the connection"), waiting)};
    case SyncStatus::Link::Offline:
        return {QStringLiteral("offline"),
                withSecondLine(hasSuccess ? Connection::tr("Offline since %1", "%1: a time").arg(last)
                                          : Connection::tr("No answer from the store"),
                               waiting)};
    case SyncStatus::Link::Stalled:
        return {QStringLiteral("warning"),
                withSecondLine(hasSuccess ? Connection::tr("No news since %1", "%1: a time").arg(last)
                                          : Connection::tr("No news from the store"),
                               waiting)};
    case SyncStatus::Link::Unresponsive:
        return {
            QStringLiteral("warning"),
            withSecondLine(Connection::tr("Waiting for this computer", "state of the connection"), waiting)};
    }
    Q_UNREACHABLE();
}

BannerWords connectionBanner(const SyncStatus &status, const QDateTime &now, const QLocale &locale)
{
    if (status.link == SyncStatus::Link::Unresponsive)
        return {Connection::tr("This computer’s disk does not answer"), status.problem};
    if (status.link == SyncStatus::Link::SignedOut)
        return signedOutBanner(status, now, locale);
    const bool isStalled = status.link == SyncStatus::Link::Stalled;
    if (!status.lastSuccessUtc.isValid() || (status.link != SyncStatus::Link::Offline && !isStalled))
        return {};
    const QString last = timeText(status.lastSuccessUtc, now, locale);
    const QString text = status.waitingToBeSent == 0
        ? Connection::tr("Orders as of %1. You can go on working; changes are sent later.", "%1: a time")
              .arg(last)
        : Connection::tr(
              "Orders as of %1. %Ln cancellation(s) are waiting to be sent; you can still take them back.",
              "%1: a time", status.waitingToBeSent)
              .arg(last);
    if (isStalled)
        return {Connection::tr("The store answers, but no changes arrive"), text};
    return {Connection::tr("You are offline"), text};
}

OtherStoresWords otherStoresWords(const QList<StoreProfile> &profiles)
{
    int waiting = 0;
    QStringList details;
    for (const StoreProfile &profile : profiles) {
        if (profile.waitingToBeSent == 0)
            continue;
        waiting += profile.waitingToBeSent;
        details.append(Connection::tr("%1: %2", "%1: name of a store, %2: a sentence")
                           .arg(profile.storeName.isEmpty() ? profile.url.host() : profile.storeName,
                                waitingSentence(profile)));
    }
    if (waiting == 0)
        return {};
    return {Connection::tr("%Ln change(s) waiting for other stores", "below the side menu", waiting),
            details.join(QLatin1Char('\n'))};
}

} // namespace mc
