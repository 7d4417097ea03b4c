// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/storewords.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;
using namespace std::chrono_literals;

class SettingsPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void settingsSurviveTheDisk()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("ui.ini"));
        const UiSettings settings{
            ColorScheme::Dark, RowHeight::Compact, QStringLiteral("ar"), StartPage::Cancellations, false, 0s};

        QVERIFY(saveUiSettings(file, settings));

        QCOMPARE(loadUiSettings(file), settings);
    }

    void whatIsNotKnownReadsAsTheDefault_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no file") << QByteArray();
        QTest::newRow("nonsense") << QByteArray("\x01\x02[[[=");
        QTest::newRow("words of a newer version")
            << QByteArray("[appearance]\nscheme=sepia\nrowHeight=huge\n[cancelling]\nundoSeconds=soon\n");
    }
    void whatIsNotKnownReadsAsTheDefault()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("ui.ini")));
        if (!text.isEmpty()) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
        }

        QCOMPARE(loadUiSettings(file.fileName()), UiSettings());
    }

    void undoTimeStaysInItsRange_data()
    {
        QTest::addColumn<QByteArray>("seconds");
        QTest::addColumn<int>("read");
        QTest::newRow("negative") << QByteArray("-5") << 0;
        QTest::newRow("usual") << QByteArray("12") << 12;
        QTest::newRow("too long") << QByteArray("86400") << 30;
    }
    void undoTimeStaysInItsRange()
    {
        QFETCH(QByteArray, seconds);
        QFETCH(int, read);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("ui.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[cancelling]\nundoSeconds=" + seconds + "\n");
        file.close();

        QCOMPARE(loadUiSettings(file.fileName()).undoTime, std::chrono::seconds(read));
    }

    void aChoiceIsEmittedAsOneValue()
    {
        FakeConsoleService service;
        SettingsPage page(service, UiSettings());
        page.show();
        QSignalSpy changed(&page, &SettingsPage::settingsChanged);

        auto *scheme = page.findChild<QComboBox *>(QStringLiteral("settings.scheme"));
        scheme->setFocus();
        QTest::keyClick(scheme, Qt::Key_End);
        QTest::mouseClick(page.findChild<QCheckBox *>(QStringLiteral("settings.notifications")),
                          Qt::LeftButton, {}, QPoint(8, 8));

        QCOMPARE(changed.count(), 2);
        QCOMPARE(page.settings().scheme, ColorScheme::Dark);
        QVERIFY(!page.settings().areNotificationsOn);
        QCOMPARE(changed.last().first().value<UiSettings>(), page.settings());
    }

    void undoTimeGoesToTheService()
    {
        FakeConsoleService service;
        SettingsPage page(service, UiSettings());
        page.show();
        auto *undo = page.findChild<QComboBox *>(QStringLiteral("settings.undo"));

        undo->setFocus();
        QTest::keyClick(undo, Qt::Key_Home);

        QCOMPARE(undo->currentText(), QStringLiteral("Off"));
        QCOMPARE(page.settings().undoTime, 0s);
    }

    void anUnusualUndoTimeIsShownAsItIs()
    {
        FakeConsoleService service;
        UiSettings settings;
        settings.undoTime = 7s;

        const SettingsPage page(service, settings);

        QCOMPARE(page.findChild<QComboBox *>(QStringLiteral("settings.undo"))->currentData().toInt(), 7);
    }

    void whatTheStoreDecidesIsShownAndNotEditable()
    {
        FakeConsoleService service;
        StoreInfo store = sampleStore();
        store.policy = {PolicyMode::AutomaticThenAsk, 60, 24, false};
        service.setStore(store);

        const SettingsPage page(service, UiSettings());

        auto *policy = page.findChild<QWidget *>(QStringLiteral("settings.policy"));
        QStringList words;
        for (const QLabel *label : policy->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(words.contains(policySentence(store.policy)));
        QVERIFY(words.filter(QStringLiteral("Ordered by mistake")).size() == 1);
        for (const QWidget *widget : policy->findChildren<QWidget *>())
            QCOMPARE(widget->focusPolicy(), Qt::NoFocus);
    }

    void policiesReadDifferently()
    {
        QSet<QString> sentences;
        for (const PolicyMode mode :
             {PolicyMode::Automatic, PolicyMode::AutomaticThenAsk, PolicyMode::Ask, PolicyMode::Off})
            sentences.insert(policySentence({mode, 60, 24, false}));
        sentences.insert(policySentence({PolicyMode::Ask, 60, 24, true}));

        QCOMPARE(sentences.size(), 5);
    }

    void storesAreSwitchedAddedAndLeft()
    {
        FakeConsoleService service;
        service.setProfiles({{QStringLiteral("a"), QUrl(QStringLiteral("https://a.example")), {}, {}},
                             {QStringLiteral("b"), QUrl(QStringLiteral("https://b.example")), {}, {}}},
                            QStringLiteral("a"));
        SettingsPage page(service, UiSettings());
        page.resize(900, 2000);
        page.show();
        QSignalSpy added(&page, &SettingsPage::addStoreRequested);
        auto *current = page.findChild<QPushButton *>(QStringLiteral("settings.store.a"));
        auto *other = page.findChild<QPushButton *>(QStringLiteral("settings.store.b"));
        QVERIFY(!current->isVisible());

        QTest::mouseClick(other, Qt::LeftButton);
        QCOMPARE(service.currentProfile(), QStringLiteral("b"));
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("settings.addStore")), Qt::LeftButton);
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("settings.signOut")), Qt::LeftButton);

        QCOMPARE(added.count(), 1);
        QCOMPARE(service.signOuts, 1);
    }

    void whatWaitsForAnotherStoreIsSaidBelowIt()
    {
        FakeConsoleService service;
        const QUrl url(QStringLiteral("https://b.example"));
        service.setProfiles({{QStringLiteral("a"), QUrl(QStringLiteral("https://a.example")), {}, {}},
                             {QStringLiteral("b"), url, {}, {}, 1, true},
                             {QStringLiteral("c"), url, {}, {}, 3, false}},
                            QStringLiteral("a"));
        SettingsPage page(service, UiSettings());
        page.resize(900, 2000);
        page.show();
        const auto words = [&page](const char *id) {
            return page.findChild<QLabel *>(QStringLiteral("settings.waiting.") + QLatin1String(id));
        };

        QVERIFY(!words("a")->isVisible());
        QCOMPARE(words("b")->text(), QStringLiteral("1 change(s) wait until you sign in to this store."));
        QCOMPARE(words("c")->text(), QStringLiteral("3 change(s) are being sent."));
    }

    void everythingThatCanBePressedHasAName()
    {
        FakeConsoleService service;
        SettingsPage page(service, UiSettings());
        page.show();

        for (QWidget *widget : page.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"
