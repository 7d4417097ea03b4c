// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/systemscheme.h"

#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QSettings>
#ifdef MC_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

#include <optional>

namespace mc {
namespace {

// nullopt: this system has no such setting, ask another way.
std::optional<bool> isSystemDark()
{
#if defined(Q_OS_WIN)
    const QSettings registry(
        QStringLiteral(
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return registry.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#elif defined(Q_OS_MACOS)
    const QSettings global(QDir::homePath() + QStringLiteral("/Library/Preferences/.GlobalPreferences.plist"),
                           QSettings::NativeFormat);
    return global.value(QStringLiteral("AppleInterfaceStyle")).toString() == QLatin1String("Dark");
#else
    return std::nullopt;
#endif
}

bool isOurs(const QPalette &palette)
{
    for (const Scheme scheme :
         {Scheme::Light, Scheme::Dark, Scheme::HighContrastLight, Scheme::HighContrastDark}) {
        if (palette.color(QPalette::Window) == paletteFor(scheme).color(QPalette::Window))
            return true;
    }
    return false;
}

#ifdef MC_HAS_DBUS
constexpr char PortalService[] = "org.freedesktop.portal.Desktop";
constexpr char PortalPath[] = "/org/freedesktop/portal/desktop";
constexpr char PortalInterface[] = "org.freedesktop.portal.Settings";
constexpr char AppearanceGroup[] = "org.freedesktop.appearance";

// The portal wraps a value once or twice, depending on its version.
uint unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}
#endif

} // namespace

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
    , m_scheme(schemeOf(QGuiApplication::palette()))
    , m_isDarkAtStart(m_scheme == Scheme::Dark || m_scheme == Scheme::HighContrastDark)
{
    qApp->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            askSystem();
    });
    askSystem();
    askPortal();
}

void SystemScheme::askSystem()
{
    const bool isContrast = m_scheme == Scheme::HighContrastLight || m_scheme == Scheme::HighContrastDark;
    const std::optional<bool> isDark = isSystemDark();
    if (isDark && !isContrast)
        set(*isDark ? Scheme::Dark : Scheme::Light);
}

bool SystemScheme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange
        && !isOurs(QGuiApplication::palette()))
        set(schemeOf(QGuiApplication::palette()));
    return QObject::eventFilter(watched, event);
}

void SystemScheme::set(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    emit changed(scheme);
}

#ifdef MC_HAS_DBUS
void SystemScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const QString service = QString::fromLatin1(PortalService);
    const QString path = QString::fromLatin1(PortalPath);
    const QString interface = QString::fromLatin1(PortalInterface);
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(onPortalChanged(QString, QString, QDBusVariant)));
    for (const QString &key : {QStringLiteral("color-scheme"), QStringLiteral("contrast")}) {
        QDBusMessage read = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
        read.setArguments({QString::fromLatin1(AppearanceGroup), key});
        read.setAutoStartService(false); // a desktop without a portal is not made to have one
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
            watcher->deleteLater();
            const QDBusPendingReply<QVariant> reply = *watcher;
            if (!reply.isError())
                readPortal(key, unwrapped(reply.argumentAt(0)));
        });
    }
}

void SystemScheme::onPortalChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == QLatin1String(AppearanceGroup))
        readPortal(key, unwrapped(value.variant()));
}
#else
void SystemScheme::askPortal() { }
void SystemScheme::onPortalChanged(const QString &, const QString &, const QDBusVariant &) { }
#endif

void SystemScheme::readPortal(const QString &key, uint value)
{
    if (key == QLatin1String("color-scheme"))
        m_isPortalDark = value == 0 ? m_isDarkAtStart : value == 1; // 0: no preference, 2: light
    else if (key == QLatin1String("contrast"))
        m_isPortalContrast = value == 1;
    else
        return;
    if (m_isPortalContrast)
        set(m_isPortalDark ? Scheme::HighContrastDark : Scheme::HighContrastLight);
    else
        set(m_isPortalDark ? Scheme::Dark : Scheme::Light);
}

} // namespace mc
