// SPDX-License-Identifier: Apache-2.0
#include "ui/notify/notifier.h"

#include "ui/look/plaintext.h"

#include <QLocale>

#include <algorithm>

namespace mc {
namespace {

constexpr int MostNumbers = 3; // the rest is counted

} // namespace

Notifier::Notifier(ConsoleService &service, DesktopNotifications &desktop, std::chrono::milliseconds grouping,
                   QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
{
    m_grouping.setSingleShot(true);
    m_grouping.setInterval(grouping);
    connect(&m_grouping, &QTimer::timeout, this, &Notifier::flush);
    connect(&service, &ConsoleService::noticed, this, &Notifier::onNoticed);
    connect(&desktop, &DesktopNotifications::activated, this, &Notifier::activated);
}

void Notifier::setEnabled(bool isEnabled)
{
    m_isEnabled = isEnabled;
    if (!isEnabled) {
        m_grouping.stop();
        m_waiting.clear();
    }
}

void Notifier::onNoticed(const Notice &notice)
{
    if (!m_isEnabled || notice.numbers.isEmpty())
        return;
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
                                   [&notice](const Notice &one) { return one.kind == notice.kind; });
    if (same == m_waiting.end()) {
        m_waiting.append(notice);
    } else {
        for (const QString &number : notice.numbers) {
            if (!same->numbers.contains(number))
                same->numbers.append(number);
        }
    }
    if (!m_grouping.isActive()) // not restarted: a steady stream must still be heard
        m_grouping.start();
}

void Notifier::flush()
{
    const QList<Notice> group = std::exchange(m_waiting, {});
    if (group.isEmpty())
        return;
    if (group.size() == 1) {
        m_desktop.show(titleOf(group.first()), numbersOf(group.first().numbers));
        return;
    }
    QStringList lines;
    for (const Notice &notice : group)
        lines.append(titleOf(notice));
    m_desktop.show(tr("News about cancellations", "title of a desktop notification with several lines"),
                   lines.join(QLatin1Char('\n')));
}

QString Notifier::titleOf(const Notice &notice)
{
    const int count = static_cast<int>(notice.numbers.size());
    switch (notice.kind) {
    case Notice::Kind::CancellationRequested:
        return tr("%Ln cancellation(s) requested", "desktop notification", count);
    case Notice::Kind::CancellationSucceeded:
        return tr("%Ln order(s) cancelled", "desktop notification", count);
    case Notice::Kind::CancellationRejected:
        return tr("%Ln cancellation(s) rejected", "desktop notification", count);
    case Notice::Kind::RefundFailed:
        return tr("%Ln refund(s) failed", "desktop notification", count);
    case Notice::Kind::Conflict:
        return tr("%Ln cancelled order(s) shipped all the same", "desktop notification", count);
    }
    Q_UNREACHABLE();
}

QString Notifier::numbersOf(const QStringList &orders)
{
    QStringList numbers; // in one line beside each other: none may turn the others around
    for (const QString &number : orders)
        numbers.append(inSentence(number));
    const int more = static_cast<int>(numbers.size()) - MostNumbers;
    if (more <= 0)
        return QLocale().createSeparatedList(numbers);
    return tr("%1 and %Ln more", "%1: some order numbers", more)
        .arg(numbers.mid(0, MostNumbers).join(QStringLiteral(", ")));
}

} // namespace mc
