// SPDX-License-Identifier: Apache-2.0
// mc_windowbench: rows 1 and 2, the console against a bare window, each start a process of its own. Children
// are this program too: "--child bare", "--child console".
#include "app/console/consoleapp.h"
#include "app/console/consoleoptions.h"
#include "domain/orderjson.h"
#include "orders/liveconsole.h"
#include "orders/profilestore.h"
#include "sync/syncsession.h"
#include "tests/bench/benches.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMainWindow>
#include <QProcess>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::bench {
namespace {

constexpr int Starts = 7;
constexpr int BareRows = 50;
constexpr int BareColumns = 8;
constexpr int BrowsingSteps = 40;
constexpr auto BetweenSteps = 60ms;
constexpr int SnapshotPage = 500;
constexpr int ChildLimitMs = 120'000;
constexpr double MostResident = 120; ///< Megabytes.

qint64 now()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

/// Says when rows were painted for the first time, looks at some places, says what is in memory, and ends.
class Witness final : public QObject
{
public:
    explicit Witness(qint64 startedAt)
        : m_startedAt(startedAt)
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        auto *view =
            event->type() == QEvent::Paint ? qobject_cast<QAbstractItemView *>(object->parent()) : nullptr;
        const bool isFirst = !m_view && view && view->viewport() == object && view->model()
            && view->model()->rowCount() > 0 && view->isVisible();
        if (isFirst) {
            m_view = view;
            QTimer::singleShot(0, this, [this] { // behind the painting
                m_painted = static_cast<double>(now() - m_startedAt) / 1e6;
                browse(0);
            });
        }
        return false;
    }

private:
    void browse(int step)
    {
        if (step == BrowsingSteps) {
            std::printf("%.3f %.3f\n", m_painted, residentMegabytes().value_or(0));
            std::fflush(stdout);
            QCoreApplication::exit(0);
            return;
        }
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * (step * 7 % BrowsingSteps)
                                       / BrowsingSteps));
        QTimer::singleShot(BetweenSteps, this, [this, step] { browse(step + 1); });
    }

    qint64 m_startedAt;
    QAbstractItemView *m_view = nullptr;
    double m_painted = 0;
};

int showBare(QApplication &application)
{
    QStandardItemModel model(BareRows, BareColumns);
    for (int row = 0; row < BareRows; ++row) {
        for (int column = 0; column < BareColumns; ++column)
            model.setData(model.index(row, column), u"Row %1, column %2"_s.arg(row).arg(column));
    }
    QMainWindow window;
    auto *view = new QTableView;
    view->setModel(&model);
    window.setCentralWidget(view);
    window.resize(1280, 800);
    window.show();
    return application.exec();
}

int showConsole(QApplication &application, const QString &folder)
{
    LiveConsoleOptions live;
    live.paths = {folder + u"/data"_s, folder + u"/config"_s};
    const auto service = makeLiveConsoleService(live, std::make_unique<MemorySecretStore>());
    ConsoleOptions options;
    options.profileFolder = folder;
    ConsoleApp console(application, *service, options, {});
    console.start();
    return application.exec();
}

int runChild(const QStringList &arguments, int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"merchant-console"_s);
    QApplication application(argc, argv);
    const Witness witness(arguments.at(3).toLongLong());
    return arguments.at(2) == "bare"_L1 ? showBare(application) : showConsole(application, arguments.at(4));
}

/// A console that somebody signed in to before, on a store that cannot be reached.
void makeProfile(const OrderSet &orders, const QString &folder)
{
    StoreInfo store;
    store.id = StoreId(u"bench"_s);
    store.name = u"Bench"_s;
    store.epoch = u"epoch"_s;
    store.staffId = StaffId(u"anna"_s);
    store.staffName = u"Anna Berg"_s;
    store.role = Role::Owner;
    ProfileStore profiles(folder + u"/config"_s);
    const auto entry = profiles.put(QUrl(u"http://127.0.0.1:9"_s), u"anna@example.com"_s, store);
    profiles.setCurrent(entry.profile.id);
    SyncProfile profile;
    profile.store = store;
    profile.folder = folder + u"/data/profiles/"_s + entry.profile.id;
    const auto cache = orDie(OrderCache::open(fileFor(profile, u"orders"_s)), "opening the cache");
    orDie(cache->beginSnapshot("cursor", orders.count, u"epoch"_s), "beginning");
    for (int from = 0; from < orders.count; from += SnapshotPage) {
        QList<WireOrder> page;
        for (int i = from; i < std::min(from + SnapshotPage, orders.count); ++i) {
            const Order order = orderAt(orders, i);
            page.append({order, orderToBytes(order)});
        }
        (void)orDie(cache->addSnapshot(page, "resume"), "a page");
    }
    (void)orDie(cache->endSnapshot(), "ending");
}

struct Seen {
    double painted = 0;
    double resident = 0;
};

Seen startOne(const QString &kind, const QString &folder)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {u"--child"_s, kind, QString::number(now()), folder});
    if (!child.waitForFinished(ChildLimitMs))
        qFatal("a window does not end");
    const QList<QByteArray> words = child.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 2)
        qFatal("a window told nothing");
    return {words.at(0).toDouble(), words.at(1).toDouble()};
}

QList<Result> measure(const Setup &setup)
{
    Samples bareStarts;
    Samples starts;
    Samples bareSizes;
    Samples sizes;
    for (int i = 0; i < Starts; ++i) {
        const Seen bare = startOne(u"bare"_s, setup.folder);
        const Seen console = startOne(u"console"_s, setup.folder);
        bareStarts.add(bare.painted);
        bareSizes.add(bare.resident);
        starts.add(console.painted);
        sizes.add(console.resident);
    }
    const int n = setup.orders.count;
    Result start =
        resultOf(u"start"_s, u"1: process to painted rows, to a bare window with 50 rows"_s, n, starts);
    judge(start, start.median, bareStarts.percentile(0.5), 1.6);
    Result resident =
        resultOf(u"resident"_s, u"2: in memory after browsing, MB, to the bare window"_s, n, sizes);
    resident.unit = u"MB"_s;
    judge(resident, resident.median, bareSizes.percentile(0.5), 3);
    Result most = resultOf(u"resident-most"_s, u"2: the same to 120 MB"_s, n, sizes);
    most.unit = u"MB"_s;
    judge(most, most.median, MostResident, 1);
    return {start, resident, most};
}

int runParent(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const Setup setup = readSetup(parser, application, u"mc-window-files"_s);
    QDir(setup.folder).removeRecursively();
    makeProfile(setup.orders, setup.folder);
    const QList<Result> results = measure(setup);
    QDir(setup.folder).removeRecursively();
    return conclude(results, setup.out);
}

} // namespace
} // namespace mc::bench

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (arguments.size() == 5 && arguments.at(1) == "--child"_L1)
        return mc::bench::runChild(arguments, argc, argv);
    return mc::bench::runParent(argc, argv);
}
