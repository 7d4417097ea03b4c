// SPDX-License-Identifier: Apache-2.0
#include "domain/money.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr std::array NoMinor{u"BIF", u"CLP", u"DJF", u"GNF", u"ISK", u"JPY", u"KMF", u"KRW", u"PYG",
                             u"RWF", u"UGX", u"UYI", u"VND", u"VUV", u"XAF", u"XOF", u"XPF"};
constexpr std::array ThreeDigits{u"BHD", u"IQD", u"JOD", u"KWD", u"LYD", u"OMR", u"TND"};
constexpr std::array FourDigits{u"CLF", u"UYW"};

template <typename List>
bool has(const List &list, QStringView code)
{
    return std::any_of(list.begin(), list.end(),
                       [code](const char16_t *entry) { return code == QStringView(entry); });
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
