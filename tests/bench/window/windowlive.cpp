// SPDX-License-Identifier: Apache-2.0
// A console on a real store, for the rows that need both: storebench.py and its neighbours start it.
#include "tests/bench/measure.h"
#include "tests/bench/window/hand.h"
#include "tests/bench/window/openconsole.h"
#include "ui/orders/ordertable.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::bench {
namespace {

constexpr auto Beat = 2ms;
constexpr double WorthALine = 32; ///< Milliseconds, two frames: when it was helps to find out why.

double secondsNow()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <typename... Values>
void tell(const char *format, Values... values)
{
    std::printf(format, values...);
    std::fflush(stdout);
}

/// How long the GUI thread let a timer wait that was due every two milliseconds.
class Heart final : public QObject
{
public:
    Heart()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const Moment now = std::chrono::steady_clock::now();
            const double stall = std::max(0.0,
                                          millisecondsBetween(m_last, now)
                                              - std::chrono::duration<double, std::milli>(Beat).count());
            m_stalls.add(stall);
            m_last = now;
            if (stall > WorthALine)
                std::fprintf(stderr, "the window stood still for %.0f ms after %.1f s\n", stall,
                             millisecondsBetween(m_began, now) / 1000);
        });
    }
    void start()
    {
        m_stalls = {};
        m_began = m_last = std::chrono::steady_clock::now();
        m_timer.start(Beat);
    }
    void stop()
    {
        m_timer.stop();
        tell("stalls %lld %.3f %.3f %.3f %.3f\n", static_cast<long long>(m_stalls.count()),
             m_stalls.percentile(0.5), m_stalls.percentile(0.99), m_stalls.percentile(0.999),
             m_stalls.percentile(1));
    }

private:
    QTimer m_timer;
    Moment m_began;
    Moment m_last;
    Samples m_stalls;
};

/// Says when a row that can be seen shows another state than before: "painted NUMBER STATUS SECONDS".
class RowWatch final
{
public:
    explicit RowWatch(Hand &hand)
        : m_hand(hand)
    {
    }
    void look()
    {
        const int rows = std::min(m_hand.table().model()->rowCount(), Looked);
        for (int row = 0; row < rows; ++row) {
            const OrderRow now = m_hand.rowAt(row);
            ItemStatus &before = m_seen[now.number];
            if (now.isLoaded && before != now.itemStatus) {
                before = now.itemStatus;
                tell("painted %s %d %.6f\n", qUtf8Printable(now.number), static_cast<int>(now.itemStatus),
                     secondsNow());
            }
        }
    }

private:
    static constexpr int Looked = 16; ///< What a window of the usual size shows without scrolling.
    Hand &m_hand;
    QHash<QString, ItemStatus> m_seen;
};

} // namespace

int followStore(QApplication &application, const QString &folder, const QUrl &store, const QString &email)
{
    OpenConsole console(application, folder);
    ConsoleService &service = console.service();
    Hand hand(service);
    Heart heart;
    RowWatch watch(hand);
    console.start();
    OrderQuery query;
    query.period = OrderQuery::Period::All;
    service.setQuery(query);
    QObject::connect(&service, &ConsoleService::signInFailed, &application,
                     [](const QString &sentence) { qFatal("%s", qUtf8Printable(sentence)); });
    QObject::connect(&service, &ConsoleService::syncStatusChanged, &application,
                     [&, isSynced = false](const SyncStatus &status) mutable {
                         if (isSynced || status.link != SyncStatus::Link::Online || status.expectedOrders > 0)
                             return;
                         isSynced = true;
                         heart.stop();
                         tell("synced %.6f\n", secondsNow());
                     });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        char words[64];
        const auto count = ::read(STDIN_FILENO, words, sizeof words);
        if (count <= 0) {
            service.shutDown();
            return;
        }
        tell("memory %.1f %.1f\n", residentMegabytes().value_or(0), peakMegabytes().value_or(0));
    });
    QObject::connect(&service, &ConsoleService::shutDownFinished, &application, &QCoreApplication::quit);
    heart.start();
    tell("signing-in %.6f\n", secondsNow());
    service.signIn(store, email, QString::fromUtf8(qgetenv("MC_BENCH_PASSWORD")), false);
    hand.waitForTable();
    tell("first-rows %.6f\n", secondsNow());
    hand.onPainted([&watch] { watch.look(); });
    return application.exec();
}

} // namespace mc::bench
