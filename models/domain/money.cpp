// SPDX-License-Identifier: Apache-2.0
#include "domain/money.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace mc {
namespace {

constexpr std::array NoMinor{u"BIF"sv, u"CLP"sv, u"DJF"sv, u"GNF"sv, u"ISK"sv, u"JPY"sv,
                             u"KMF"sv, u"KRW"sv, u"PYG"sv, u"RWF"sv, u"UGX"sv, u"UYI"sv,
                             u"VND"sv, u"VUV"sv, u"XAF"sv, u"XOF"sv, u"XPF"sv};
constexpr std::array ThreeDigits{u"BHD"sv, u"IQD"sv, u"JOD"sv, u"KWD"sv, u"LYD"sv, u"OMR"sv, u"TND"sv};
constexpr std::array FourDigits{u"CLF"sv, u"UYW"sv};

template <typename List>
bool has(const List &list, QStringView code)
{
    // Each amount that is shown asks, so nothing is measured or converted here.
    const std::u16string_view wanted(code.utf16(), static_cast<std::size_t>(code.size()));
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

qint64 unitOf(int digits)
{
    qint64 unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    return unit;
}

// The magnitude of the smallest qint64 does not fit a qint64.
quint64 magnitudeOf(qint64 value)
{
    return value < 0 ? ~static_cast<quint64>(value) + 1 : static_cast<quint64>(value);
}

} // namespace

bool isCurrency(QStringView code) noexcept
{
    return code.size() == 3
        && std::all_of(code.begin(), code.end(), [](QChar one) { return one >= u'A' && one <= u'Z'; });
}

int minorDigits(QStringView currency) noexcept
{
    if (has(NoMinor, currency))
        return 0;
    if (has(ThreeDigits, currency))
        return 3;
    return has(FourDigits, currency) ? 4 : 2;
}

QString amountText(const Money &money, const QLocale &locale)
{
    const int digits = minorDigits(money.currency);
    const auto unit = static_cast<quint64>(unitOf(digits));
    const quint64 magnitude = magnitudeOf(money.minor);
    QString text = money.minor < 0 ? locale.negativeSign() : QString();
    text += locale.toString(magnitude / unit);
    // A leading 1 keeps the zeros of "05" and is cut off again. Four figures would be grouped.
    if (digits > 2) {
        QLocale ungrouped = locale;
        ungrouped.setNumberOptions(QLocale::OmitGroupSeparator);
        text += locale.decimalPoint() + ungrouped.toString(unit + magnitude % unit).mid(1);
    } else if (digits > 0) {
        text += locale.decimalPoint() + locale.toString(unit + magnitude % unit).mid(1);
    }
    return text;
}

QString moneyText(const Money &money, const QLocale &locale)
{
    return amountText(money, locale) + QChar(QChar::Nbsp) + money.currency;
}

QString plainAmount(const Money &money)
{
    const int digits = minorDigits(money.currency);
    const auto unit = static_cast<quint64>(unitOf(digits));
    const quint64 magnitude = magnitudeOf(money.minor);
    QString text = money.minor < 0 ? u"-"_s : QString();
    text += QString::number(magnitude / unit);
    if (digits > 0)
        text += u'.' + QString::number(magnitude % unit).rightJustified(digits, u'0');
    return text;
}

std::optional<qint64> parsePlainAmount(QStringView text, QStringView currency)
{
    const bool isNegative = text.startsWith(u'-');
    if (isNegative)
        text = text.mid(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.mid(point + 1);
    const int digits = minorDigits(currency);
    if (whole.isEmpty() || whole.size() > 15 || (point >= 0 && fraction.isEmpty())
        || fraction.size() > digits)
        return std::nullopt;
    const QString figures = whole.toString() + fraction.toString().leftJustified(digits, u'0');
    if (!std::all_of(figures.cbegin(), figures.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    bool isNumber = false;
    const qint64 minor = figures.toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return isNegative ? -minor : minor;
}

} // namespace mc
