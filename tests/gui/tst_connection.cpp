// SPDX-License-Identifier: Apache-2.0
// What the window says of the connection, of sign-ins and of what waits.
#include "tests/support/fakeconsoleservice.h"
#include "tests/support/widgetchecks.h"
#include "ui/look/notices.h"
#include "ui/look/theme.h"
#include "ui/orders/ordertable.h"
#include "ui/shell/connectionwords.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

namespace mc::test {

class ConnectionTest final : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<FakeConsoleService> m_service;
    std::unique_ptr<MainWindow> m_window;
    MainWindow::Options m_options;

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void open()
    {
        m_window = std::make_unique<MainWindow>(*m_service, m_options);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    OrderTable &table() const { return *find<OrderTable>("ordersTable"); }
    Toast *toast() const
    {
        for (Toast *one : m_window->findChildren<Toast *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString toastText() const
    {
        return toast() == nullptr ? QString()
                                  : toast()->findChild<QLabel *>(QStringLiteral("toastText"))->text();
    }
    void requestCancellation()
    {
        m_service->cancelOrders({{OrderId(QStringLiteral("MC-104832"))}, QStringLiteral("other"), {}});
        QTRY_VERIFY(toast() != nullptr);
    }

private slots:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        applyTheme(*qApp, Scheme::Light);
        m_service = std::make_unique<FakeConsoleService>();
        m_options = {};
        m_options.clock = [] { return sampleNow(); };
    }
    void cleanup()
    {
        m_window.reset();
        m_service.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void offlineIsSaidUntilItIsOver()
    {
        open();
        QVERIFY(!find<QWidget>("connectionBanner")->isVisible());
        SyncStatus status = m_service->syncStatus();
        status.link = SyncStatus::Link::Offline;
        status.waitingToBeSent = 1;

        m_service->setSync(status);

        QVERIFY(find<QWidget>("connectionBanner")->isVisible());
        QCOMPARE(find<QLabel>("connectionText")->text(),
                 QStringLiteral("Offline since 14:39\n1 change(s) waiting"));
        QTest::mouseClick(find<QAbstractButton>("tryAgain"), Qt::LeftButton);
        QCOMPARE(m_service->syncs, 1);
        requestCancellation();
        QVERIFY(toastText().contains(QStringLiteral("as soon as you are online")));
        m_service->setOffline(false);
        QVERIFY(!find<QWidget>("connectionBanner")->isVisible());
    }

    void withoutASignInTheOrdersCanBeReadAndCancelled()
    {
        SyncStatus status = m_service->syncStatus();
        status.link = SyncStatus::Link::SignedOut;
        m_service->setSync(status);

        open();

        QCOMPARE(m_window->page(), Page::Orders);
        QVERIFY(table().model()->rowCount() > 0);
        QVERIFY(find<QWidget>("connectionBanner")->isVisible());
        QVERIFY(!find<QWidget>("tryAgain")->isVisible());
        requestCancellation();
        QCOMPARE(toastText(),
                 QStringLiteral("Cancellation of MC-104832 saved. It is sent as soon as you sign in."));
        QTest::mouseClick(find<QAbstractButton>("signInAgain"), Qt::LeftButton);
        QCOMPARE(m_window->page(), Page::SignIn);
        QCOMPARE(find<QLineEdit>("signin.email")->text(), QStringLiteral("ada@nordhem.example"));
        QTest::mouseClick(find<QAbstractButton>("signin.back"), Qt::LeftButton);
        QCOMPARE(m_window->page(), Page::Orders);
    }

    void whatWaitsForOtherStoresIsSaid()
    {
        StoreProfile other{QStringLiteral("p2"),
                           QUrl(QStringLiteral("https://b.example")),
                           {},
                           QStringLiteral("Beta"),
                           2,
                           true};
        open();
        auto *words = find<QLabel>("otherStoresText");
        QVERIFY(!words->isVisible());

        m_service->setProfiles(m_service->profiles() + QList{other}, m_service->currentProfile());

        QVERIFY(words->isVisible());
        QCOMPARE(words->text(), QStringLiteral("2 change(s) waiting for other stores"));
        QVERIFY(words->toolTip().contains(QStringLiteral("Beta")));
        QVERIFY(words->toolTip().contains(QStringLiteral("until you sign in")));
        other.waitingToBeSent = 0;
        m_service->setProfiles({other}, {});
        QVERIFY(!words->isVisible());
    }

    void connectionWordsSayTheState_data()
    {
        QTest::addColumn<SyncStatus::Link>("link");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<QString>("text");
        using L = SyncStatus::Link;
        QTest::newRow("signed out") << L::SignedOut << 0 << QStringLiteral("Signed out");
        QTest::newRow("connecting") << L::Connecting << 0 << QStringLiteral("Connecting");
        QTest::newRow("syncing") << L::Syncing << 0 << QStringLiteral("Loading orders");
        QTest::newRow("online") << L::Online << 0 << QStringLiteral("Up to date\nas of 14:39");
        QTest::newRow("online, sending") << L::Online << 2 << QStringLiteral("Online\n2 change(s) waiting");
        QTest::newRow("offline") << L::Offline << 0 << QStringLiteral("Offline since 14:39");
        QTest::newRow("stalled") << L::Stalled << 1
                                 << QStringLiteral("No news since 14:39\n1 change(s) waiting");
        QTest::newRow("unresponsive")
            << L::Unresponsive << 1 << QStringLiteral("Waiting for this computer\n1 change(s) waiting");
    }

    void connectionWordsSayTheState()
    {
        QFETCH(SyncStatus::Link, link);
        QFETCH(int, waiting);
        QFETCH(QString, text);
        SyncStatus status;
        status.link = link;
        status.waitingToBeSent = waiting;
        status.lastSuccessUtc = sampleNow().addSecs(-20);

        QCOMPARE(connectionWords(status, sampleNow(), QLocale::c()).text, text);
    }

    void aTokenThatIsMissingAfterAllAsksForSignIn()
    {
        SyncStatus status;
        status.link = SyncStatus::Link::Connecting;
        m_service->setStore(std::nullopt);
        m_service->setSync(status);
        open();
        QCOMPARE(m_window->page(), Page::Orders);

        status.link = SyncStatus::Link::SignedOut;
        m_service->setSync(status);

        QTRY_COMPARE(m_window->page(), Page::SignIn);
    }

    void signedOutAsksForSignIn()
    {
        m_service->signOut();
        open();
        QCOMPARE(m_window->page(), Page::SignIn);
        QVERIFY(!find<QWidget>("sidePanel")->isVisible());

        m_service->signIn(QUrl(QStringLiteral("https://orders.nordhem.example")), {}, {}, false);

        QTRY_COMPARE(m_window->page(), Page::Orders);
    }
};

} // namespace mc::test

QTEST_MAIN(mc::test::ConnectionTest)
#include "tst_connection.moc"
