// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/keptdates.h"

#include "orders/words.h"

namespace mc {
namespace {

constexpr qsizetype MostDates = 2'000;
constexpr qint64 Minute = 60'000; ///< Milliseconds.

} // namespace

KeptDates::Texts KeptDates::textsOf(const QDateTime &at, const QDateTime &now, const QLocale &locale)
{
    if (!at.isValid())
        return {};
    const qint64 minute = now.toMSecsSinceEpoch() / Minute;
    if (minute != m_minute || m_texts.size() >= MostDates)
        m_texts.clear();
    m_minute = minute;
    const auto known = m_texts.constFind(at.toMSecsSinceEpoch());
    if (known != m_texts.cend())
        return *known;
    return *m_texts.insert(at.toMSecsSinceEpoch(), {relativeDate(at, now, locale), absoluteDate(at, locale)});
}

} // namespace mc
