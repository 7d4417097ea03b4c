// SPDX-License-Identifier: Apache-2.0
#include "orders/words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;

Q_DECLARE_METATYPE(mc::TimelineEvent)

class TimelineWordsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aTimelineEventIsToldInTheReadersWords_data()
    {
        using K = TimelineKind;
        const QDateTime at = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        QTest::addColumn<TimelineEvent>("event");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const TimelineEvent &event, const QString &words) {
            QTest::newRow(name) << event << words;
        };
        row("a mail by its name", {at, K::MailSent, {}, {}, u"order_confirmation"_s},
            u"Order confirmation"_s);
        row("a mail that failed, and what was said",
            {at, K::MailFailed, {}, u"mailbox full"_s, u"cancelled"_s}, u"Order cancelled · mailbox full"_s);
        row("a mail of a later version", {at, K::MailSent, {}, {}, u"reminder"_s}, u"reminder"_s);
        row("a mail of an older store", {at, K::MailSent, {}, u"order confirmation"_s},
            u"order confirmation"_s);
        row("an amount", {at, K::Refunded, {}, {}, {}, Money{1250, u"EUR"_s}}, u"12.50 EUR"_s);
        row("an amount with three digits", {at, K::Refunded, {}, {}, {}, Money{1250, u"KWD"_s}},
            u"1.250 KWD"_s);
        row("an amount of an older store", {at, K::Refunded, {}, u"12.50"_s}, u"12.50"_s);
        row("a reason", {at, K::CancellationRequested, {}, u"other"_s}, u"Other"_s);
        row("our sentence instead of the log's",
            {at, K::Postponed, {}, u"HTTP 502"_s, u"engine_unreachable"_s},
            u"The shop system cannot be reached. The store tries again by itself."_s);
        row("a wait of a later version", {at, K::Postponed, {}, {}, u"moon_phase"_s}, u"moon_phase"_s);
        row("nothing", {at, K::Packed, {}, {}}, QString());
    }
    void aTimelineEventIsToldInTheReadersWords()
    {
        QFETCH(const TimelineEvent, event);
        QFETCH(const QString, words);

        const QString told = timelineDetail(event, nullptr, QLocale(u"en"_s));

        QCOMPARE(QString(told).replace(QChar::Nbsp, u' '), words);
        QVERIFY(!timelineTitle(event.kind).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TimelineWordsTest)
#include "tst_timelinewords.moc"
