// SPDX-License-Identifier: Apache-2.0
#include "orders/workerpulse.h"
#include "tests/support/manualscheduler.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

class WorkerPulseTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aWorkerThatAnswersIsNotSpokenOf()
    {
        ManualScheduler scheduler;
        WorkerPulse pulse(scheduler, [](const std::function<void()> &answer) { answer(); });
        QSignalSpy silent(&pulse, &WorkerPulse::fellSilent);

        scheduler.advance(10min);

        QCOMPARE(silent.size(), 0);
    }

    void silenceIsToldOnceAndSoIsTheReturn()
    {
        ManualScheduler scheduler;
        std::function<void()> pending;
        WorkerPulse pulse(scheduler,
                          [&pending](std::function<void()> answer) { pending = std::move(answer); });
        QSignalSpy silent(&pulse, &WorkerPulse::fellSilent);
        QSignalSpy back(&pulse, &WorkerPulse::cameBack);

        scheduler.advance(15s);
        QCOMPARE(silent.size(), 0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("does not answer")));
        scheduler.advance(60s);
        QCOMPARE(silent.size(), 1);
        QCOMPARE(back.size(), 0);

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("answers again")));
        pending();
        QCOMPARE(back.size(), 1);

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("does not answer")));
        scheduler.advance(60s);
        QCOMPARE(silent.size(), 2);
    }

    void anAnswerAfterTheEndHurtsNobody()
    {
        ManualScheduler scheduler;
        std::function<void()> pending;
        {
            WorkerPulse pulse(scheduler,
                              [&pending](std::function<void()> answer) { pending = std::move(answer); });
            scheduler.advance(6s);
        }

        pending();
        scheduler.advance(60s);

        QCOMPARE(scheduler.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(WorkerPulseTest)
#include "tst_workerpulse.moc"
