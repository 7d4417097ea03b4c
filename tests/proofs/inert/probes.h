// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notify/notifier.h"

#include <QStringList>
#include <QTextDocument>

// What the walk through the windows puts in the place of Qt's own, to see what they were given.
namespace mc::proof {

/// Reads rich text as Qt would, and remembers what it asked for.
class ProbeDocument final : public QTextDocument
{
public:
    int wanted = 0;

protected:
    QVariant loadResource(int, const QUrl &) override
    {
        ++wanted;
        return {};
    }
};

/// Desktop notifications, as text.
class CaughtNotifications final : public DesktopNotifications
{
public:
    QStringList texts;
    void show(const QString &title, const QString &text) override { texts << title << text; }
};

} // namespace mc::proof
