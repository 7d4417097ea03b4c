// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/windowplace.h"

#include <QSettings>
#include <QWidget>

namespace mc {
namespace {
constexpr char Key[] = "window/geometry";
} // namespace

void restorePlace(QWidget &window, const QString &file)
{
    if (!file.isEmpty())
        window.restoreGeometry(
            QSettings(file, QSettings::IniFormat).value(QLatin1String(Key)).toByteArray());
}

void savePlace(const QWidget &window, const QString &file)
{
    if (!file.isEmpty())
        QSettings(file, QSettings::IniFormat).setValue(QLatin1String(Key), window.saveGeometry());
}

} // namespace mc
