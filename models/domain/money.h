// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QString>
#include <QStringView>

#include <optional>

namespace mc {

/// An amount in minor units of one ISO 4217 currency. Never added across currencies.
struct Money {
    qint64 minor = 0;
    QString currency;

    friend bool operator==(const Money &, const Money &) = default;
};

/// Whether it has the form of an ISO 4217 code: three capital letters.
[[nodiscard]] bool isCurrency(QStringView code) noexcept;

/// Digits after the decimal point, by ISO 4217 (2023 list). A table of our own, because QLocale prints
/// "1.234,00 JPY" and "1,23 KWD". Unknown codes have 2.
[[nodiscard]] int minorDigits(QStringView currency) noexcept;

/// "1,234.50": figures only, so that a column can align digits and code each in its own way.
[[nodiscard]] QString amountText(const Money &money, const QLocale &locale);

/// "1,234.50 EUR" with a no-break space.
[[nodiscard]] QString moneyText(const Money &money, const QLocale &locale);

/// "1234.50": locale-free, for CSV and logs.
[[nodiscard]] QString plainAmount(const Money &money);

/// Reads what plainAmount() writes ("12", "12.5", "-3.40"); nullopt for anything else or more digits than the
/// currency has.
[[nodiscard]] std::optional<qint64> parsePlainAmount(QStringView text, QStringView currency);

} // namespace mc
