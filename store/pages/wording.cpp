// SPDX-License-Identifier: Apache-2.0
#include "store/pages/wording.h"

#include "store/pages/plaintext.h"

namespace mc::store {

namespace {
constexpr QLatin1StringView TimeFormat("HH:mm");
}

Wording::Wording(const Phrases &phrases, const QByteArray &timeZone)
    : m_phrases(&phrases)
    , m_zone(timeZone)
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

QString Wording::date(const QDateTime &time) const
{
    return dateOf(time.toTimeZone(m_zone));
}

QString Wording::dateOf(const QDateTime &local) const
{
    return m_phrases->locale().toString(local.date(), text(QLatin1StringView("date_format")));
}

QString Wording::dateAndTime(const QDateTime &time) const
{
    const QDateTime local = time.toTimeZone(m_zone);
    return text(QLatin1StringView("date_and_time"),
                {{QLatin1StringView("date"), dateOf(local)},
                 {QLatin1StringView("time"), local.toString(TimeFormat)}});
}

QString Wording::moment(const QDateTime &time, const QDateTime &other) const
{
    const QDateTime local = time.toTimeZone(m_zone);
    const QString clock = local.toString(TimeFormat);
    if (local.date() == other.toTimeZone(m_zone).date())
        return text(QLatin1StringView("moment.same_day"), {{QLatin1StringView("time"), clock}});
    return text(QLatin1StringView("moment.other_day"),
                {{QLatin1StringView("date"), dateOf(local)}, {QLatin1StringView("time"), clock}});
}

QString Wording::money(qint64 minor, const QString &currency) const
{
    return isolated(moneyText({minor, plainLine(currency)}, m_phrases->locale()), m_phrases->isRightToLeft());
}

QString Wording::count(qint64 number) const
{
    return m_phrases->locale().toString(number);
}

QString Wording::outside(const QString &text) const
{
    return isolated(plainLine(text), m_phrases->isRightToLeft());
}

} // namespace mc::store
