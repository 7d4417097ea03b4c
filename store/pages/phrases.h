// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QLatin1String>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <array>
#include <initializer_list>
#include <utility>

namespace mc::store {

/// The languages that customers are served in.
enum class Language : quint8 { English, German, Arabic };
inline constexpr std::array AllLanguages{Language::English, Language::German, Language::Arabic};

/// "en", "de", "ar"
[[nodiscard]] QLatin1String languageTag(Language language) noexcept;

/// The customer's language as the order knows it, else the best of an Accept-Language header, else English.
[[nodiscard]] Language languageFor(QStringView customerLanguage, QByteArrayView acceptLanguage);

/**
 * The words of one language for pages and mails: resources/pages/phrases/LANGUAGE.json.
 *
 * Immutable after construction, so thread-safe. A key that is not there is a mistake in the program; it is
 * logged and shown as the key.
 */
class Phrases final
{
public:
    using Arguments = std::initializer_list<std::pair<QLatin1StringView, QString>>;

    explicit Phrases(Language language);

    [[nodiscard]] Language language() const noexcept { return m_language; }
    [[nodiscard]] bool isRightToLeft() const noexcept { return m_language == Language::Arabic; }
    /// For months and figures: British English, German, Arabic with European figures.
    [[nodiscard]] const QLocale &locale() const noexcept { return m_locale; }

    /// Placeholders "{name}" are filled in one pass: a value that looks like a placeholder stays text.
    [[nodiscard]] QString text(QLatin1StringView key, Arguments arguments = {}) const;
    /// The form of the language for that number; "{count}" is the number.
    [[nodiscard]] QString counted(QLatin1StringView key, qint64 count, Arguments arguments = {}) const;

private:
    Language m_language;
    QLocale m_locale;
    QHash<QByteArray, QString> m_texts; ///< By bytes, since every key that is looked up is Latin-1.
    QHash<QString, QHash<QString, QString>> m_plurals; ///< Key → category ("one", "few", …) → text.
};

} // namespace mc::store
