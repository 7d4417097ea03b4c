// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/theme.h"

#include <QObject>

class QDBusVariant;

namespace mc {

/**
 * What the desktop asks for: light, dark or high contrast, also when that changes while the program runs.
 *
 * Qt 6.4 has no QStyleHints::colorScheme. So: Windows and macOS are asked for their setting at start and
 * whenever the program comes to the front; Linux tells through the settings portal; everywhere the palette
 * that the platform gave at start, and a palette that is not ours later, is the fallback. Lives in the GUI
 * thread.
 */
class SystemScheme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemScheme)
public:
    /// Made before the theme is applied: the palette is still the platform's.
    explicit SystemScheme(QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }

signals:
    void changed(mc::Scheme scheme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private slots: // by name: QDBusConnection::connect() takes no other
    void onPortalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askSystem();
    void askPortal();
    void readPortal(const QString &key, uint value);
    void set(Scheme scheme);

    Scheme m_scheme;
    bool m_isDarkAtStart;
    bool m_isPortalDark = false;
    bool m_isPortalContrast = false;
};

} // namespace mc
