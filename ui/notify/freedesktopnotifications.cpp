// SPDX-License-Identifier: Apache-2.0
#include "ui/notify/freedesktopnotifications.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace mc {
namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

} // namespace

FreedesktopNotifications::FreedesktopNotifications()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this,
                SLOT(onActionInvoked(uint, QString)));
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &FreedesktopNotifications::onCapabilities);
}

bool FreedesktopNotifications::isAvailable()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    QDBusConnectionInterface *names = bus.interface();
    if (names->isServiceRegistered(Service))
        return true;
    const QStringList startable = names->activatableServiceNames();
    return startable.contains(Service);
}

void FreedesktopNotifications::show(const QString &title, const QString &text)
{
    const QStringList actions{QStringLiteral("default"),
                              tr("Show cancellations", "action of a desktop notification")};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    QDBusMessage message = call(QStringLiteral("Notify"));
    message.setArguments({QGuiApplication::applicationDisplayName(), m_lastId,
                          QStringLiteral("merchant-console"), title,
                          m_readsMarkup ? text.toHtmlEscaped() : text, actions, hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &FreedesktopNotifications::onShown);
}

void FreedesktopNotifications::onActionInvoked(uint id, const QString &)
{
    if (id == m_lastId)
        emit activated();
}

void FreedesktopNotifications::onCapabilities(QDBusPendingCallWatcher *watcher)
{
    const QDBusPendingReply<QStringList> reply = *watcher;
    if (reply.isValid())
        m_readsMarkup = reply.value().contains(QStringLiteral("body-markup"));
    watcher->deleteLater();
}

void FreedesktopNotifications::onShown(QDBusPendingCallWatcher *watcher)
{
    const QDBusPendingReply<uint> reply = *watcher;
    if (reply.isValid())
        m_lastId = reply.value();
    watcher->deleteLater();
}

} // namespace mc
