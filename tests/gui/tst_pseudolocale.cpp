// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "tests/support/widgetchecks.h"
#include "ui/cancellation/canceldialog.h"
#include "ui/look/theme.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

namespace mc::test {

namespace {

constexpr QChar Open(u'⟦');
constexpr QChar Close(u'⟧');

/// Every text becomes longer by two fifths and wears brackets: what has none on screen never went through
/// tr().
class PseudoLocale final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QByteArrayView(context).startsWith("Q"))
            return {}; // Qt's own words have their own catalogues
        const QString text = QString::fromUtf8(source);
        return Open + text + QString(text.size() * 2 / 5, u'~') + Close;
    }
};

/// Letters outside brackets that are neither data nor a figure.
bool isTranslated(const QString &text, const QSet<QString> &data)
{
    QString rest = text;
    for (qsizetype from = rest.indexOf(Open); from >= 0; from = rest.indexOf(Open)) {
        const qsizetype to = rest.lastIndexOf(Close);
        if (to < from)
            return false;
        rest.remove(from, to - from + 1);
    }
    QStringList longestFirst = data.values(); // an address before the host in it
    std::sort(longestFirst.begin(), longestFirst.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &known : longestFirst)
        rest.remove(known);
    return std::none_of(rest.cbegin(), rest.cend(), [](QChar c) { return c.isLetter(); });
}

} // namespace

class PseudoLocaleTest final : public QObject
{
    Q_OBJECT
private:
    PseudoLocale m_locale;
    std::unique_ptr<FakeConsoleService> m_service;
    std::unique_ptr<MainWindow> m_window;

    // What comes from the store or the system and is not to be translated here.
    QSet<QString> data() const
    {
        QSet<QString> words{QStringLiteral("EUR"), QStringLiteral("Merchant Console"),
                            QStringLiteral("Europe/Stockholm")};
        const StoreInfo store = m_service->store().value();
        words << store.name << store.staffName << store.staffEmail << store.supportEmail << store.currency
              << QString::fromLatin1(store.timeZone);
        for (const CancelReason &reason : store.reasons)
            words << reason.text;
        for (const StoreProfile &profile : m_service->profiles())
            words << profile.storeName << profile.email << profile.url.toString(QUrl::StripTrailingSlash)
                  << profile.url.host();
        for (const QString &language :
             {QStringLiteral("English"), QStringLiteral("Deutsch"), QStringLiteral("العربية")})
            words << language;
        words.remove(QString());
        return words;
    }
    QStringList untranslated(const QWidget &within) const
    {
        const QSet<QString> known = data();
        QStringList found;
        const auto look = [&](const QObject *object, const QString &text) {
            if (!text.isEmpty() && !isTranslated(text, known))
                found.append(object->objectName() + QLatin1String(": ") + text);
        };
        for (const QLabel *label : within.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&within))
                look(label, label->text());
        }
        for (const QAbstractButton *button : within.findChildren<QAbstractButton *>()) {
            if (button->isVisibleTo(&within))
                look(button, button->text());
        }
        return found;
    }
    QStringList cutOff(const QWidget &within) const
    {
        QStringList found;
        for (const QPushButton *button : within.findChildren<QPushButton *>()) {
            if (button->isVisibleTo(&within) && !button->text().isEmpty()
                && button->width() + 1 < button->minimumSizeHint().width())
                found.append(button->objectName() + QLatin1String(": ") + button->text());
        }
        return found;
    }

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_locale); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_locale); }
    void init()
    {
        QTest::failOnWarning(anyWarning());
        applyTheme(*qApp, Scheme::Light);
        m_service = std::make_unique<FakeConsoleService>();
        MainWindow::Options options;
        options.clock = [] { return sampleNow(); };
        m_window = std::make_unique<MainWindow>(*m_service, options);
        m_window->resize(1280, 800);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_service.reset();
    }

    void everyTextOfAPageIsTranslatedAndNothingIsCutOff_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("orders") << static_cast<int>(Page::Orders);
        QTest::newRow("settings") << static_cast<int>(Page::Settings);
        QTest::newRow("help") << static_cast<int>(Page::Help);
        QTest::newRow("sign-in") << static_cast<int>(Page::SignIn);
    }
    void everyTextOfAPageIsTranslatedAndNothingIsCutOff()
    {
        QFETCH(int, page);

        m_window->showPage(static_cast<Page>(page));
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));

        QCOMPARE(untranslated(*m_window).join(u'\n'), QString());
        QCOMPARE(cutOff(*m_window).join(u'\n'), QString());
    }
    void everyMenuIsTranslated()
    {
        QStringList plain;
        for (const QAction *action : m_window->menuBar()->findChildren<QAction *>()) {
            if (!action->text().isEmpty() && !isTranslated(action->text(), data()))
                plain.append(action->text());
        }
        QCOMPARE(plain.join(u'\n'), QString());
    }
    void theCheckSeesATextWithoutTranslation()
    {
        QLabel forgotten(QStringLiteral("Forgotten"), m_window->centralWidget());
        forgotten.show();

        QCOMPARE(untranslated(*m_window), QStringList{QStringLiteral(": Forgotten")});
    }
};

} // namespace mc::test

QTEST_MAIN(mc::test::PseudoLocaleTest)
#include "tst_pseudolocale.moc"
