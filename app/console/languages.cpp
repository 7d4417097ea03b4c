// SPDX-License-Identifier: Apache-2.0
#include "app/console/languages.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace mc {

void installLanguage(QApplication &application, const QString &language)
{
    // The system's territory stays where its language does: dates of en-IE are not those of en-US.
    const QLocale system = QLocale::system();
    const QLocale wanted =
        language.isEmpty() || QLocale(language).language() == system.language() ? system : QLocale(language);
    const auto install = [&application](const QLocale &locale, const QString &file, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, file, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator; // nothing was installed: nobody else knows it
    };
    install(wanted, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QLocale(QLocale::English), QStringLiteral("merchant-console"), QStringLiteral(":/i18n"));
    install(wanted, QStringLiteral("merchant-console"), QStringLiteral(":/i18n"));
    QLocale::setDefault(wanted);
    QApplication::setLayoutDirection(wanted.textDirection());
}

} // namespace mc
