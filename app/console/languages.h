// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QApplication;

namespace mc {

/// Installs the translations for a language ("" = the system's) and sets locale and direction to match.
/// English is installed too: it holds the plural forms.
void installLanguage(QApplication &application, const QString &language);

} // namespace mc
