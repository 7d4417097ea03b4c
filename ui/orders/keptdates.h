// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QString>

namespace mc {

/**
 * The words for the dates that a table shows, made once a minute. Each conversion to local time asks the
 * system whether its time zone is another now, which was a twentieth of what the window
 * does while somebody types (docs/performance.md).
 *
 * Bounded. For the GUI thread.
 */
class KeptDates final
{
public:
    struct Texts {
        QString relative; ///< relativeDate()
        QString absolute; ///< absoluteDate()
    };

    /// Of a moment, as it reads in the minute of `now`; empty where there is none.
    [[nodiscard]] Texts textsOf(const QDateTime &at, const QDateTime &now, const QLocale &locale);

private:
    QHash<qint64, Texts> m_texts; ///< By milliseconds since 1970.
    qint64 m_minute = 0; ///< In which they were made.
};

} // namespace mc
