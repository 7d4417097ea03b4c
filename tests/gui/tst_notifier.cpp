// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "ui/notify/notifier.h"

#include <QSignalSpy>
#include <QTest>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

namespace {

class FakeDesktop final : public DesktopNotifications
{
public:
    void show(const QString &title, const QString &text) override { shown.append({title, text}); }

    QList<std::pair<QString, QString>> shown;
};

Notice notice(Notice::Kind kind, const QStringList &numbers)
{
    return {kind, numbers};
}

} // namespace

class NotifierTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aNoticeNamesItsOrderAndNothingElse()
    {
        FakeConsoleService service;
        FakeDesktop desktop;
        const Notifier notifier(service, desktop, 1ms);

        service.notice(notice(Notice::Kind::CancellationRequested, {QStringLiteral("MC-1")}));

        QTRY_COMPARE(desktop.shown.count(), 1);
        QVERIFY(desktop.shown.first().first.contains(QStringLiteral("requested")));
        QCOMPARE(desktop.shown.first().second, QStringLiteral("MC-1"));
    }

    void aBurstIsOneMessage()
    {
        FakeConsoleService service;
        FakeDesktop desktop;
        const Notifier notifier(service, desktop, 20ms);

        for (int i = 0; i < 30; ++i)
            service.notice(notice(Notice::Kind::CancellationRequested, {QStringLiteral("MC-%1").arg(i)}));
        service.notice(notice(Notice::Kind::CancellationRequested, {QStringLiteral("MC-0")}));

        QTRY_COMPARE(desktop.shown.count(), 1);
        QVERIFY(desktop.shown.first().first.contains(QStringLiteral("30")));
        QVERIFY(desktop.shown.first().second.startsWith(QStringLiteral("MC-0, MC-1, MC-2")));
        QVERIFY(desktop.shown.first().second.contains(QStringLiteral("27")));
    }

    void severalKindsAreOneMessageWithALineEach()
    {
        FakeConsoleService service;
        FakeDesktop desktop;
        const Notifier notifier(service, desktop, 20ms);

        service.notice(notice(Notice::Kind::CancellationRequested, {QStringLiteral("A")}));
        service.notice(notice(Notice::Kind::RefundFailed, {QStringLiteral("B"), QStringLiteral("C")}));
        service.notice(notice(Notice::Kind::Conflict, {QStringLiteral("D")}));

        QTRY_COMPARE(desktop.shown.count(), 1);
        QCOMPARE(desktop.shown.first().second.count(QLatin1Char('\n')), 2);
    }

    void aSteadyStreamIsStillHeard()
    {
        FakeConsoleService service;
        FakeDesktop desktop;
        const Notifier notifier(service, desktop, 30ms);
        QTimer stream;
        connect(&stream, &QTimer::timeout, &service, [&service] {
            service.notice(notice(Notice::Kind::CancellationSucceeded, {QStringLiteral("A")}));
        });

        stream.start(5ms);

        QTRY_VERIFY(desktop.shown.count() >= 2);
    }

    void offMeansSilentAndNothingIsKept()
    {
        FakeConsoleService service;
        FakeDesktop desktop;
        Notifier notifier(service, desktop, 1ms);
        service.notice(notice(Notice::Kind::CancellationRequested, {QStringLiteral("before")}));
        notifier.setEnabled(false);
        service.notice(notice(Notice::Kind::CancellationRequested, {QStringLiteral("while off")}));

        notifier.setEnabled(true);
        service.notice(notice(Notice::Kind::CancellationRequested, {QStringLiteral("after")}));

        QTRY_COMPARE(desktop.shown.count(), 1);
        QCOMPARE(desktop.shown.first().second, QStringLiteral("after"));
    }

    void aClickLeadsToTheWindow()
    {
        FakeConsoleService service;
        FakeDesktop desktop;
        const Notifier notifier(service, desktop, 1ms);
        QSignalSpy activated(&notifier, &Notifier::activated);

        emit desktop.activated();

        QCOMPARE(activated.count(), 1);
    }
};

QTEST_MAIN(NotifierTest)
#include "tst_notifier.moc"
