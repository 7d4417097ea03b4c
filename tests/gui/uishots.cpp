// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"
#include "ui/cancellation/canceldialog.h"
#include "ui/look/notices.h"
#include "ui/look/theme.h"
#include "ui/orders/ordertable.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextStream>
#include <QTranslator>

#include <functional>

// Writes a picture of every scene of the windows, from the service in memory: uishots [--list] [--dark]
// [--contrast] [--lang ar] [--only NAME] DIR. For people who judge the looks; the tests assert the behaviour.
namespace mc::test {
namespace {

struct Stage {
    FakeConsoleService service;
    std::unique_ptr<MainWindow> window;
    QWidget *front = nullptr; // a dialog or menu over the window, or null

    explicit Stage(Sample sample)
    {
        service.setOrders(sampleOrders(sample));
        service.setCount(service.queryState().count, true);
    }
    void open()
    {
        MainWindow::Options options;
        options.clock = [] { return sampleNow(); };
        window = std::make_unique<MainWindow>(service, options);
        window->show();
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QTest::qWait(20); // pictures need every pending layout; the tests never wait like this
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *found = window->findChild<Widget *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no widget %s", name);
        return found;
    }
    OrderTable &table() const { return *find<OrderTable>("ordersTable"); }
    void click(const char *name) const { find<QAbstractButton>(name)->click(); }
    void chooseRows(const QList<int> &rows) const
    {
        for (const int row : rows)
            table().selectionModel()->select(table().model()->index(row, 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void openDialog(const QList<int> &rows)
    {
        chooseRows(rows);
        if (rows.size() > 1) {
            click("bulkCancel");
        } else {
            table().setFocus();
            table().setCurrentIndex(table().model()->index(rows.first(), 1));
            QTest::keyClick(&table(), Qt::Key_Delete);
        }
        settle();
        front = find<CancelDialog>("cancelDialog");
    }
    [[nodiscard]] QImage picture() const
    {
        settle();
        QImage back = window->grab().toImage();
        if (front == nullptr)
            return back;
        const QImage top = front->grab().toImage();
        QPainter painter(&back);
        const bool isWindow = qobject_cast<QDialog *>(front) != nullptr;
        if (isWindow)
            painter.fillRect(back.rect(), QColor(12, 16, 24, 110));
        const QPoint at = isWindow
            ? QPoint((window->width() - front->width()) / 2, (window->height() - front->height()) / 2)
            : front->pos() - window->pos();
        painter.drawImage(at, top);
        return back;
    }
};

struct Scene {
    const char *name;
    std::function<void(Stage &)> prepare;
    Sample sample = Sample::Usual;
};

void openMenu(Stage &stage)
{
    stage.open();
    stage.table().pressActions(1);
    Stage::settle();
    auto *menu = stage.find<QMenu>("orderMenu");
    menu->setActiveAction(menu->actions().last());
    stage.front = menu;
}

void loading(Stage &stage)
{
    SyncStatus status;
    status.link = SyncStatus::Link::Syncing;
    status.loadedOrders = 486;
    status.expectedOrders = 1284;
    stage.service.setOrders({});
    stage.service.setSync(status);
    stage.service.setPhase(QueryState::Phase::Loading);
    stage.open();
    QTest::qWait(400);
}

void failed(Stage &stage)
{
    SyncStatus status;
    status.link = SyncStatus::Link::Offline;
    stage.service.setOrders({});
    stage.service.setSync(status);
    stage.service.setPhase(QueryState::Phase::Failed);
    stage.open();
}

void offline(Stage &stage)
{
    SyncStatus status = stage.service.syncStatus();
    status.link = SyncStatus::Link::Offline;
    status.waitingToBeSent = 1;
    stage.service.setSync(status);
    stage.open();
    stage.service.cancelOrders({{OrderId(QStringLiteral("MC-104824"))}, QStringLiteral("other"), {}});
}

void nothingFound(Stage &stage)
{
    stage.open();
    stage.find<QLineEdit>("orderSearch")->setText(QStringLiteral("walnut chair"));
    for (QAction *action : stage.find<QMenu>("itemStatusFilterMenu")->actions()) {
        if (action->objectName() == QLatin1String("filter_shipped"))
            action->trigger();
    }
    QTest::qWait(50);
}

void filled(Stage &stage)
{
    stage.open();
    stage.openDialog({0});
    stage.find<QComboBox>("reason")->setCurrentIndex(0);
    stage.find<QPlainTextEdit>("comments")
        ->setPlainText(QStringLiteral("Customer called: wants the dark oak instead."));
    stage.click("onBehalf");
}

QList<Scene> scenes()
{
    return {
        {"orders", [](Stage &stage) { stage.open(); }},
        {"orders-arabic", [](Stage &stage) { stage.open(); }, Sample::Arabic},
        {"orders-long-names", [](Stage &stage) { stage.open(); }, Sample::LongNames},
        {"orders-menu", openMenu},
        {"orders-narrow",
         [](Stage &stage) {
             stage.open();
             stage.window->resize(960, 640);
         }},
        {"orders-compact-bulk",
         [](Stage &stage) {
             stage.open();
             stage.table().setDensity(Density::Compact);
             stage.chooseRows({0, 1, 3, 7});
             stage.table().setFocus(Qt::TabFocusReason);
             stage.table().selectionModel()->setCurrentIndex(stage.table().model()->index(7, 7),
                                                             QItemSelectionModel::NoUpdate);
         }},
        {"orders-offline", offline},
        {"orders-empty-search", nothingFound},
        {"orders-none-yet",
         [](Stage &stage) {
             stage.service.setOrders({});
             stage.open();
         }},
        {"orders-loading", loading},
        {"orders-placeholders",
         [](Stage &stage) {
             stage.service.model().setLoadedUpTo(4);
             stage.open();
         }},
        {"orders-error", failed},
        {"orders-toast",
         [](Stage &stage) {
             stage.open();
             stage.service.cancelOrders(
                 {{OrderId(QStringLiteral("MC-104832"))}, QStringLiteral("other"), {}});
         }},
        {"cancel-single", filled},
        {"cancel-empty",
         [](Stage &stage) {
             stage.open();
             stage.openDialog({1});
         }},
        {"cancel-no-reason",
         [](Stage &stage) {
             stage.open();
             stage.openDialog({1});
             stage.click("confirmCancel");
         }},
        {"cancel-too-long",
         [](Stage &stage) {
             stage.open();
             stage.openDialog({1});
             stage.find<QComboBox>("reason")->setCurrentIndex(0);
             stage.find<QPlainTextEdit>("comments")->setPlainText(QStringLiteral("word ").repeated(110));
             stage.click("confirmCancel");
         }},
        {"cancel-bulk",
         [](Stage &stage) {
             stage.open();
             stage.openDialog({0, 1, 3, 6, 7});
         }},
        {"cancel-bulk-many",
         [](Stage &stage) {
             stage.service.setOrders({});
             QList<Order> many;
             for (int i = 0; i < 12; ++i)
                 many.append(makeOrder(QStringLiteral("MC-%1").arg(104900 - i)));
             stage.service.setOrders(many);
             stage.open();
             stage.openDialog({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
         }},
        {"cancel-refused",
         [](Stage &stage) {
             stage.open();
             stage.openDialog({1});
             Order order = stage.service.view(OrderId(QStringLiteral("MC-104824"))).order;
             order.lines[0].state = ItemStatus::Shipped;
             order.shipments = {{QStringLiteral("DHL"), QStringLiteral("JD01"), sampleNow().addSecs(-120)}};
             stage.service.change(order);
             QTest::qWait(150);
         }},
        {"cancellations",
         [](Stage &stage) {
             stage.open();
             stage.window->showPage(Page::Cancellations);
         }},
        {"settings",
         [](Stage &stage) {
             stage.open();
             stage.window->showPage(Page::Settings);
         }},
        {"help",
         [](Stage &stage) {
             stage.open();
             stage.window->showPage(Page::Help);
         }},
        {"detail",
         [](Stage &stage) {
             stage.open();
             emit stage.table().orderActivated(2);
         }},
        {"sign-in",
         [](Stage &stage) {
             stage.service.signOut();
             stage.open();
         }},
    };
}

} // namespace
} // namespace mc::test

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("list"), QStringLiteral("Names of the scenes")},
         {QStringLiteral("dark"), QStringLiteral("Dark scheme")},
         {QStringLiteral("contrast"), QStringLiteral("High contrast")},
         {QStringLiteral("lang"), QStringLiteral("Language"), QStringLiteral("code"), QStringLiteral("en")},
         {QStringLiteral("only"), QStringLiteral("One scene"), QStringLiteral("name")}});
    parser.addPositionalArgument(QStringLiteral("dir"), QStringLiteral("Where the pictures go"));
    parser.addHelpOption();
    parser.process(application);
    const QString language = parser.value(QStringLiteral("lang"));
    QLocale::setDefault(language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::Ireland)
                                                        : QLocale(language));
    QTranslator translator;
    if (translator.load(QStringLiteral(":/i18n/merchant-console_") + language))
        QApplication::installTranslator(&translator);
    QApplication::setLayoutDirection(QLocale().textDirection());
    const bool isDark = parser.isSet(QStringLiteral("dark"));
    mc::applyTheme(application,
                   parser.isSet(QStringLiteral("contrast"))
                       ? (isDark ? mc::Scheme::HighContrastDark : mc::Scheme::HighContrastLight)
                       : (isDark ? mc::Scheme::Dark : mc::Scheme::Light));
    const QDir folder(parser.positionalArguments().value(0, QStringLiteral(".")));
    QDir().mkpath(folder.path());
    for (const mc::test::Scene &scene : mc::test::scenes()) {
        const QString name = QString::fromLatin1(scene.name);
        if (parser.isSet(QStringLiteral("list")))
            QTextStream(stdout) << name << '\n';
        if (parser.isSet(QStringLiteral("list"))
            || (parser.isSet(QStringLiteral("only")) && parser.value(QStringLiteral("only")) != name))
            continue;
        mc::test::Stage stage(scene.sample);
        scene.prepare(stage);
        if (!stage.picture().save(folder.filePath(name + QLatin1String(".png"))))
            return 1;
    }
    return 0;
}
