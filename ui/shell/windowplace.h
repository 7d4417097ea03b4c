// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace mc {

/// Where the window was: an INI file, or nothing for an empty name. What no longer fits a screen is moved by
/// Qt.
void restorePlace(QWidget &window, const QString &file);
void savePlace(const QWidget &window, const QString &file);

} // namespace mc
