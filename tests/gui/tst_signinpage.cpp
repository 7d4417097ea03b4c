// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "ui/signin/signinpage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace mc;
using namespace mc::test;

namespace {

struct Bench {
    Bench()
    {
        page.resize(900, 700);
        page.show();
    }
    [[nodiscard]] QLineEdit *edit(const char *name) const
    {
        return page.findChild<QLineEdit *>(QStringLiteral("signin.") + QString::fromLatin1(name));
    }
    [[nodiscard]] QString problem(const char *name) const
    {
        const auto *label = page.findChild<QLabel *>(QStringLiteral("signin.") + QString::fromLatin1(name)
                                                     + QStringLiteral(".problem"));
        return label->isVisible() ? label->text() : QString();
    }
    void fill(const QString &address, const QString &email, const QString &password) const
    {
        edit("address")->setText(address);
        edit("email")->setText(email);
        edit("password")->setText(password);
    }
    void submit() const
    {
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("signin.submit")), Qt::LeftButton);
    }

    FakeConsoleService service;
    SignInPage page{service};
};

} // namespace

class SignInPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void addressesAreReadLikePeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<AddressProblem>("problem");
        const auto good = AddressProblem::None;
        QTest::newRow("https") << "https://a.example" << "https://a.example" << good;
        QTest::newRow("without a scheme") << "a.example" << "https://a.example" << good;
        QTest::newRow("with a path") << " https://a.example/shop/ " << "https://a.example/shop" << good;
        QTest::newRow("query is dropped") << "https://a.example/?x=1#y" << "https://a.example" << good;
        QTest::newRow("this computer") << "http://127.0.0.1:8400" << "http://127.0.0.1:8400" << good;
        QTest::newRow("this computer, short") << "127.0.0.1:8400" << "http://127.0.0.1:8400" << good;
        QTest::newRow("this computer by name") << "http://localhost:1" << "http://localhost:1" << good;
        QTest::newRow("this computer, IPv6") << "http://[::1]:1" << "http://[::1]:1" << good;
        QTest::newRow("empty") << "  " << "" << AddressProblem::Missing;
        QTest::newRow("http elsewhere") << "http://a.example" << "" << AddressProblem::NotEncrypted;
        QTest::newRow("a name like this computer's")
            << "http://127.0.0.1.evil.example" << "" << AddressProblem::NotEncrypted;
        QTest::newRow("four parts, one no number")
            << "http://127.0.0.evil" << "" << AddressProblem::NotEncrypted;
        QTest::newRow("a file") << "file:///etc/passwd" << "" << AddressProblem::NotAnAddress;
        QTest::newRow("a password in it") << "https://a:b@c.example" << "" << AddressProblem::NotAnAddress;
        QTest::newRow("words") << "my store" << "" << AddressProblem::NotAnAddress;
    }
    void addressesAreReadLikePeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QFETCH(AddressProblem, problem);

        const StoreAddress address = readStoreAddress(text);

        QCOMPARE(address.problem, problem);
        QCOMPARE(address.url.toString(), url);
    }

    void signsInByKeyboardAlone()
    {
        Bench bench;
        QTRY_COMPARE(QApplication::focusWidget(), bench.edit("address"));
        QSignalSpy signedIn(&bench.page, &SignInPage::signedIn);

        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("orders.example"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ada@example.com"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("secret"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(bench.service.signIns.count(), 1);
        const auto &asked = bench.service.signIns.first();
        QCOMPARE(asked.store, QUrl(QStringLiteral("https://orders.example")));
        QCOMPARE(asked.email, QStringLiteral("ada@example.com"));
        QCOMPARE(asked.password, QStringLiteral("secret"));
        QVERIFY(asked.isRemembered);
        QTRY_COMPARE(signedIn.count(), 1);
        QVERIFY(bench.edit("password")->text().isEmpty());
    }

    void problemsStandNextToTheirField()
    {
        Bench bench;
        bench.fill(QStringLiteral("http://shop.example"), QStringLiteral("ada"), {});

        bench.submit();

        QVERIFY(bench.problem("address").contains(QStringLiteral("not encrypted")));
        QVERIFY(!bench.problem("email").isEmpty());
        QVERIFY(!bench.problem("password").isEmpty());
        QCOMPARE(QApplication::focusWidget(), bench.edit("address"));
        QVERIFY(bench.service.signIns.isEmpty());
        QTest::keyClick(bench.edit("address"), Qt::Key_End);
        QTest::keyClicks(bench.edit("address"), QStringLiteral("x"));
        QVERIFY(bench.problem("address").isEmpty());
        QVERIFY(!bench.problem("email").isEmpty());
    }

    void aSecondPressWaitsForTheFirst()
    {
        Bench bench;
        bench.fill(QStringLiteral("a.example"), QStringLiteral("a@b.example"), QStringLiteral("x"));

        bench.submit();
        bench.submit();

        QCOMPARE(bench.service.signIns.count(), 1);
    }

    void theStoresAnswerIsShownAndNothingTypedIsLost()
    {
        Bench bench;
        bench.fill(QStringLiteral("a.example"), QStringLiteral("a@b.example"), QStringLiteral("wrong"));
        bench.service.failNextWith(QStringLiteral("E-mail or password is wrong."));

        bench.submit();

        QTRY_VERIFY(bench.page.findChild<QWidget *>(QStringLiteral("signin.failure")) != nullptr);
        QCOMPARE(bench.edit("email")->text(), QStringLiteral("a@b.example"));
        QCOMPARE(bench.edit("password")->text(), QStringLiteral("wrong"));
        QCOMPARE(QApplication::focusWidget(), bench.edit("password"));
        bench.submit();
        QCOMPARE(bench.service.signIns.count(), 2);
    }

    void aKnownStoreAsksForThePasswordOnly()
    {
        Bench bench;

        bench.page.start({QStringLiteral("p"), QUrl(QStringLiteral("https://a.example")),
                          QStringLiteral("a@b.example"), QStringLiteral("A")},
                         true);

        QCOMPARE(QApplication::focusWidget(), bench.edit("password"));
        auto *back = bench.page.findChild<QPushButton *>(QStringLiteral("signin.back"));
        QVERIFY(back->isVisible());
        bench.page.start({}, false);
        QVERIFY(!back->isVisible());
        QVERIFY(bench.edit("address")->text().isEmpty());
    }

    void thePasswordIsNeverReadable()
    {
        const Bench bench;

        QCOMPARE(bench.edit("password")->echoMode(), QLineEdit::Password);
    }
};

QTEST_MAIN(SignInPageTest)
#include "tst_signinpage.moc"
