// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/money.h"
#include "store/pages/phrases.h"

#include <QDateTime>
#include <QTimeZone>

namespace mc::store {

/// Phrases with the store's time zone: how a customer reads dates, money and names. A value; the phrases are
/// not owned and outlive it.
class Wording final
{
public:
    Wording(const Phrases &phrases, const QByteArray &timeZone);

    [[nodiscard]] const Phrases &phrases() const noexcept { return *m_phrases; }
    [[nodiscard]] QString text(QLatin1StringView key, Phrases::Arguments arguments = {}) const
    {
        return m_phrases->text(key, arguments);
    }

    [[nodiscard]] QString date(const QDateTime &time) const; ///< "20 November 2026"
    [[nodiscard]] QString dateAndTime(const QDateTime &time) const; ///< "20 November 2026 at 14:28"
    /// "at 14:31" when both are on one day of the store, else "on 20 November 2026 at 14:31".
    [[nodiscard]] QString moment(const QDateTime &time, const QDateTime &other) const;
    [[nodiscard]] QString money(qint64 minor, const QString &currency) const; ///< Isolated.
    [[nodiscard]] QString count(qint64 number) const;
    /// Text from outside, inside a sentence.
    [[nodiscard]] QString outside(const QString &text) const;

private:
    [[nodiscard]] QString dateOf(const QDateTime &local) const;

    const Phrases *m_phrases; ///< Not owned.
    QTimeZone m_zone;
};

} // namespace mc::store
