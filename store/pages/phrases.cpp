// SPDX-License-Identifier: Apache-2.0
#include "store/pages/phrases.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>
#include <optional>

namespace mc::store {

namespace {

Q_LOGGING_CATEGORY(lcPhrases, "mc.store.phrases")

QLocale localeOf(Language language)
{
    switch (language) {
    case Language::English:
        return QLocale(QLocale::English, QLocale::UnitedKingdom);
    case Language::German:
        return QLocale(QLocale::German, QLocale::Germany);
    case Language::Arabic:
        return QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates);
    }
    return QLocale::c();
}

/// Plural category by CLDR.
QLatin1StringView pluralCategory(Language language, qint64 count)
{
    if (language != Language::Arabic)
        return count == 1 ? QLatin1StringView("one") : QLatin1StringView("other");
    if (count == 0)
        return QLatin1StringView("zero");
    if (count == 1)
        return QLatin1StringView("one");
    if (count == 2)
        return QLatin1StringView("two");
    const qint64 lastTwo = count % 100;
    if (lastTwo >= 3 && lastTwo <= 10)
        return QLatin1StringView("few");
    return lastTwo >= 11 ? QLatin1StringView("many") : QLatin1StringView("other");
}

QString filled(const QString &pattern, Phrases::Arguments arguments)
{
    if (!pattern.contains(u'{'))
        return pattern;
    QString text;
    qsizetype from = 0;
    while (from < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0)
            break;
        text += QStringView(pattern).mid(from, open - from);
        const QStringView name = QStringView(pattern).mid(open + 1, close - open - 1);
        const auto argument = std::find_if(arguments.begin(), arguments.end(),
                                           [name](const auto &pair) { return pair.first == name; });
        if (argument == arguments.end())
            qCWarning(lcPhrases) << "no value for" << name << "in" << pattern;
        else
            text += argument->second;
        from = close + 1;
    }
    return text + QStringView(pattern).mid(from);
}

std::optional<Language> languageOf(QStringView tag)
{
    const QStringView primary = tag.left(tag.indexOf(u'-') < 0 ? tag.size() : tag.indexOf(u'-')).trimmed();
    for (const Language language : AllLanguages) {
        if (primary.compare(languageTag(language), Qt::CaseInsensitive) == 0)
            return language;
    }
    return std::nullopt;
}

} // namespace

QLatin1String languageTag(Language language) noexcept
{
    switch (language) {
    case Language::English:
        return QLatin1String("en");
    case Language::German:
        return QLatin1String("de");
    case Language::Arabic:
        return QLatin1String("ar");
    }
    return QLatin1String("en");
}

Language languageFor(QStringView customerLanguage, QByteArrayView acceptLanguage)
{
    if (const auto language = languageOf(customerLanguage.toString().replace(u'_', u'-')))
        return *language;
    Language best = Language::English;
    double bestWeight = 0;
    const QStringList ranges = QString::fromLatin1(acceptLanguage).split(u',');
    for (const QString &range : ranges) {
        const QStringList parts = range.split(u';');
        double weight = 1;
        for (const QString &part : parts) {
            if (part.trimmed().startsWith(QLatin1StringView("q=")))
                weight = part.trimmed().mid(2).toDouble();
        }
        const auto language = languageOf(QStringView(parts.first()).trimmed());
        if (language && weight > bestWeight) {
            best = *language;
            bestWeight = weight;
        }
    }
    return best;
}

Phrases::Phrases(Language language)
    : m_language(language)
    , m_locale(localeOf(language))
{
    QFile file(QStringLiteral(":/pages/phrases/%1.json").arg(languageTag(language)));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcPhrases) << "no catalogue" << file.fileName();
        return;
    }
    const QJsonObject catalogue = QJsonDocument::fromJson(file.readAll()).object();
    for (auto entry = catalogue.begin(); entry != catalogue.end(); ++entry) {
        if (entry->isString()) {
            m_texts.insert(entry.key().toUtf8(), entry->toString());
            continue;
        }
        const QJsonObject forms = entry->toObject();
        for (auto form = forms.begin(); form != forms.end(); ++form)
            m_plurals[entry.key()].insert(form.key(), form->toString());
    }
}

QString Phrases::text(QLatin1StringView key, Arguments arguments) const
{
    const auto phrase = m_texts.constFind(QByteArray::fromRawData(key.data(), key.size()));
    if (phrase == m_texts.cend()) {
        qCWarning(lcPhrases) << "no phrase" << key;
        return key;
    }
    return filled(*phrase, arguments);
}

QString Phrases::counted(QLatin1StringView key, qint64 count, Arguments arguments) const
{
    const auto forms = m_plurals.constFind(key);
    if (forms == m_plurals.cend()) {
        qCWarning(lcPhrases) << "no counted phrase" << key;
        return key;
    }
    const QString withCount = QString(forms->value(pluralCategory(m_language, count)))
                                  .replace(QLatin1StringView("{count}"), m_locale.toString(count));
    return filled(withCount, arguments);
}

} // namespace mc::store
