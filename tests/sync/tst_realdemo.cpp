// SPDX-License-Identifier: Apache-2.0
// The demo's own store, started again and again, with a real merchant-store.
#include "app/console/demostore.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace mc {
namespace {

// Of a demo with a real store that is started and ended; empty when it never became ready.
QUrl addressOfDemo(const QString &folder)
{
    DemoStore store(QStringLiteral(MC_STORE), folder);
    const QSignalSpy failed(&store, &DemoStore::failed);
    QUrl address;
    QObject::connect(&store, &DemoStore::ready, &store,
                     [&address](const DemoAccess &access) { address = access.url; });
    store.start();
    static_cast<void>(QTest::qWaitFor([&] { return address.isValid() || !failed.isEmpty(); }, 120'000));
    return address;
}

} // namespace

class RealDemoTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void linksInOldMailsWorkAfterTheNextStart()
    {
        const QTemporaryDir folder;
        const QUrl first = addressOfDemo(folder.path());
        QVERIFY(first.isValid());

        QCOMPARE(addressOfDemo(folder.path()), first);
    }

    void aTakenPortStopsNoDemo()
    {
        const QTemporaryDir folder;
        const QUrl first = addressOfDemo(folder.path());
        QTcpServer somebodyElse;
        QVERIFY(somebodyElse.listen(QHostAddress::LocalHost, quint16(first.port())));

        const QUrl second = addressOfDemo(folder.path());

        QVERIFY(second.isValid());
        QVERIFY(second != first);
    }
};

} // namespace mc

QTEST_GUILESS_MAIN(mc::RealDemoTest)
#include "tst_realdemo.moc"
