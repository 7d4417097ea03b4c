// SPDX-License-Identifier: Apache-2.0
// Negative control of the ThreadSanitizer run: races of our own that must be reported whatever is suppressed,
// and a hand-over through Qt that must not be.
#include <QCoreApplication>
#include <QProcess>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <latch>
#include <string>
#include <string_view>
#include <thread>

namespace mc::test {
namespace {

int shared = 0;

void plainRace()
{
    const auto count = [] {
        for (int i = 0; i < 1000; ++i)
            ++shared;
    };
    std::thread other(count);
    count();
    other.join();
}

/// A thread that has started a program is still looked at.
void raceAfterFork()
{
    std::latch end(1);
    std::thread idle([&end] { end.wait(); }); // only a program with threads could go blind
    QProcess process;
    process.start(QStringLiteral("true"), QStringList());
    process.waitForFinished();
    end.count_down();
    idle.join();
    plainRace();
}

class Worker final
{
public:
    Worker()
    {
        m_object.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        QMetaObject::invokeMethod(
            &m_object, [] {}, Qt::BlockingQueuedConnection); // what waits before it runs, too
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Worker)

    template <typename Job>
    void post(Job job)
    {
        QMetaObject::invokeMethod(&m_object, std::move(job), Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_object;
};

/// Who posts goes on using what the slot uses. The flags order nothing: they only make both meet each time.
void queuedRace()
{
    static std::atomic<bool> hasBegun = false;
    static std::atomic<bool> mayGoOn = false;
    Worker worker;
    worker.post([] {
        hasBegun.store(true, std::memory_order_relaxed);
        while (!mayGoOn.load(std::memory_order_relaxed))
            std::this_thread::yield();
        ++shared;
    });
    while (!hasBegun.load(std::memory_order_relaxed))
        std::this_thread::yield();
    ++shared;
    mayGoOn.store(true, std::memory_order_relaxed);
}

/// What a queued call carries belongs to the slot from then on.
void queuedHandOver()
{
    Worker worker;
    for (int i = 0; i < 1000; ++i)
        worker.post([text = std::string(100, 'x')]() mutable { text += 'y'; });
}

} // namespace
} // namespace mc::test

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "plain-race")
        mc::test::plainRace();
    else if (what == "queued-race")
        mc::test::queuedRace();
    else if (what == "race-after-fork")
        mc::test::raceAfterFork();
    else if (what == "hand-over")
        mc::test::queuedHandOver();
    else
        return 2;
    std::puts("done");
    return 0;
}
