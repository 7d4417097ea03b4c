// SPDX-License-Identifier: Apache-2.0
// Writers that hold their transactions open, readers that follow the feed over HTTP, restarts, and a store
// that comes back from a backup: nothing is missed, nothing goes backwards.
#include "domain/plantedbug.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/storerepository.h"
#include "tests/proofs/feed/feedreader.h"
#include "tests/proofs/support/proof.h"
#include "tests/support/storefixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>
#include <QUrl>
#include <QUrlQuery>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using namespace mc::proof;
using namespace std::chrono_literals;
using mc::test::StoreFixture;

namespace {

constexpr int Writers = 8;
constexpr int EventsARound = 2500; // then restarts, which are what takes time

/// One database with one or two services on it, its writers and its readers.
class FeedRun final
{
public:
    struct Setup {
        bool isPostgres = false;
        QString folder;
        quint64 seed = 0;
        std::chrono::milliseconds patience{60'000};
    };

    FeedRun(Setup setup, StoreFixture &fixture)
        : m_setup(std::move(setup))
        , m_config(fixture.newConfig(m_setup.isPostgres ? u"postgres"_s : u"sqlite"_s))
    {
        m_config.writers = Writers;
        m_config.readers = 3;
    }

    /// True: all promises were kept.
    bool run(qint64 events, bool withRestores)
    {
        if (!openAll())
            return false;
        m_who = m_stores[0].addStore();
        startReaders();
        const qint64 rounds = std::max<qint64>(1, events / EventsARound);
        for (qint64 round = 0; round < rounds && m_findings.isEmpty(); ++round) {
            const qint64 share = events * (round + 1) / rounds - events * round / rounds;
            const bool isRestoring = withRestores && round % 4 == 1;
            writeRound(round, share, isRestoring);
            compare(u"round %1"_s.arg(round));
            if (isRestoring && m_findings.isEmpty())
                restore();
        }
        for (const auto &reader : m_readers)
            received += reader->received();
        for (const auto &reader : m_readers) {
            snapshots += reader->snapshots();
            wakeUps += reader->events();
        }
        m_readers.clear();
        for (FeedStore &one : m_stores)
            one.close();
        return m_findings.isEmpty();
    }

    [[nodiscard]] const QStringList &findings() const { return m_findings; }

    qint64 committed = 0; ///< Changes of orders, each one event.
    qint64 received = 0;
    int snapshots = 0;
    int wakeUps = 0;
    int restarts = 0;
    int restores = 0;
    int refusedOldCursors = 0;

private:
    [[nodiscard]] int processes() const { return m_setup.isPostgres ? 2 : 1; }

    bool openAll()
    {
        for (int i = 0; i < processes(); ++i) {
            if (!m_stores[std::size_t(i)].open(m_config)) {
                m_findings.append(u"a store did not open"_s);
                return false;
            }
        }
        return true;
    }

    void startReaders()
    {
        for (int i = 0; i < 3; ++i) {
            const quint16 mine = m_stores[std::size_t(i % processes())].port();
            const quint16 other = m_stores[std::size_t((i + 1) % processes())].port();
            // The last one meets another process each time, as behind a load balancer.
            auto turn = std::make_shared<std::atomic<int>>(0);
            const auto port = [=] { return i == 2 && (*turn)++ % 2 == 1 ? other : mine; };
            m_readers.push_back(std::make_unique<FeedReader>(
                i, port, m_who, i == 2 ? FeedReader::Wakes::ByClock : FeedReader::Wakes::ByEvents,
                m_setup.seed + quint64(i)));
        }
    }

    void writeRound(qint64 round, qint64 events, bool isBackingUp)
    {
        std::vector<std::thread> threads;
        std::atomic<int> left = Writers / 2;
        for (int i = 0; i < Writers; ++i) {
            threads.emplace_back([=, this, &left] {
                const qint64 share = events * (i + 1) / Writers - events * i / Writers;
                const bool isSecond = processes() > 1 && i % 2 == 1;
                write(i, round, isSecond ? share / 2 : share, isSecond ? 1 : 0);
                if (isSecond && --left == 0)
                    restart(1); // while the others go on writing
                if (isSecond)
                    write(i + Writers, round, share - share / 2, 0);
            });
        }
        if (isBackingUp)
            backUp();
        for (std::thread &thread : threads)
            thread.join();
        if (!isBackingUp) // the backup's store takes the place at once
            restart(0);
    }

    /// `events` changes in transactions of one to three orders that stay open for a while.
    void write(int writer, qint64 round, qint64 events, int process)
    {
        std::seed_seq sequence{quint32(m_setup.seed), quint32(writer), quint32(round), quint32(process)};
        std::mt19937_64 random(sequence);
        QList<Order> mine;
        for (qint64 done = 0; done < events;) {
            QList<Order> batch;
            const qint64 size = std::min<qint64>(events - done, 1 + qint64(random() % 3));
            for (qint64 i = 0; i < size; ++i) {
                const bool isNew = mine.size() < 3 || random() % 10 < 7;
                if (isNew) {
                    mine.append(
                        StoreFixture::sampleOrder(u"F%1-%2-%3"_s.arg(round).arg(writer).arg(mine.size())));
                    batch.append(mine.constLast());
                    continue;
                }
                Order &one = mine[qsizetype(random() % quint64(mine.size()))];
                ++one.version;
                one.totalMinor += 1;
                if (std::none_of(batch.cbegin(), batch.cend(),
                                 [&one](const Order &known) { return known.number == one.number; }))
                    batch.append(one);
            }
            done += batch.size();
            const auto held = std::chrono::microseconds(random() % (m_setup.isPostgres ? 4000 : 200));
            const auto written = m_stores[std::size_t(process)].database().writeAndWait([&](Tx &tx) {
                Orderbook book(tx, m_who.store, QDateTime::currentDateTimeUtc());
                for (const Order &order : std::as_const(batch)) {
                    if (!book.mergeOrder(order, StoreFixture::staff(), false))
                        tx.fail({DatabaseError::Kind::Other, u"not merged"_s});
                }
                std::this_thread::sleep_for(held);
            });
            const std::lock_guard lock(m_mutex);
            if (written)
                committed += batch.size();
            else
                m_findings.append(u"writer %1: %2"_s.arg(writer).arg(written.error().detail));
        }
    }

    void restart(int process)
    {
        m_stores[std::size_t(process)].close();
        const bool isOpen = m_stores[std::size_t(process)].open(m_config);
        const std::lock_guard lock(m_mutex);
        ++restarts;
        if (!isOpen)
            m_findings.append(u"a store did not open again"_s);
    }

    /// Waits until every reader stands where the feed ends, and compares what each has with what there is.
    void compare(const QString &when)
    {
        const QByteArray end = m_stores[0].cursor(m_who);
        const auto versions = m_stores[0].versions(m_who);
        for (std::size_t i = 0; i < m_readers.size(); ++i) {
            FeedReader &reader = *m_readers[i];
            QElapsedTimer timer;
            timer.start();
            while (reader.cursor() != end && !timer.hasExpired(m_setup.patience.count()))
                std::this_thread::sleep_for(2ms);
            if (reader.cursor() != end)
                m_findings.append(u"%1: reader %2 does not reach the end of the feed"_s.arg(when).arg(i));
            const auto has = reader.versions();
            int missed = 0;
            for (auto it = versions.cbegin(); it != versions.cend(); ++it)
                missed += has.value(it.key()) == it.value() ? 0 : 1;
            if (missed > 0 || has.size() != versions.size()) {
                m_findings.append(u"%1: reader %2 misses %3 of %4 orders, has %5"_s.arg(when)
                                      .arg(i)
                                      .arg(missed)
                                      .arg(versions.size())
                                      .arg(has.size()));
            }
            m_findings += reader.takeFindings();
        }
    }

    [[nodiscard]] bool runTool(const QString &program, const QStringList &arguments, const QString &in,
                               const QString &out)
    {
        QProcess tool;
        if (!in.isEmpty())
            tool.setStandardInputFile(in);
        tool.setStandardOutputFile(out);
        tool.start(program, arguments);
        const bool isDone = tool.waitForFinished(60'000) && tool.exitCode() == 0;
        if (!isDone)
            m_findings.append(program + u": "_s + QString::fromUtf8(tool.readAllStandardError()));
        return isDone;
    }

    void backUp()
    {
        std::this_thread::sleep_for(100ms); // somewhere among the writers
        m_backup = QDir(m_setup.folder).filePath(u"backup-%1"_s.arg(++restores));
        if (m_setup.isPostgres) {
            (void)runTool(u"pg_dump"_s, {m_config.postgresUrl}, {}, m_backup);
            return;
        }
        const auto saved = m_stores[0].database().backUpTo(m_backup);
        if (!saved)
            m_findings.append(u"backup: "_s + saved.error().detail);
    }

    /// The backup takes the database's place; cursors from before it lead to a snapshot, whatever they saw.
    void restore()
    {
        QList<QByteArray> old{m_stores[0].cursor(m_who)};
        for (const auto &reader : m_readers) {
            old.append(reader->cursor());
            reader->expectRestore();
        }
        for (FeedStore &one : m_stores)
            one.close();
        if (m_setup.isPostgres) {
            m_config.postgresUrl = restoredDatabase();
        } else {
            m_config.sqliteFile = m_backup;
        }
        if (!m_findings.isEmpty() || !openAll())
            return;
        for (const QByteArray &cursor : std::as_const(old)) {
            const auto answer = mc::test::HttpProbe(m_stores[0].port())
                                    .send("GET", "/v1/changes?after=" + cursor, m_who.reader);
            refusedOldCursors += answer.status == 410 ? 1 : 0;
            if (answer.status != 410)
                m_findings.append(
                    u"a cursor from before the restore was answered with %1"_s.arg(answer.status));
        }
        compare(u"restore %1"_s.arg(restores));
    }

    [[nodiscard]] QString restoredDatabase()
    {
        const QString name = u"restored%1"_s.arg(restores);
        QUrl url(m_config.postgresUrl);
        const QString socket = QUrlQuery(url).queryItemValue(u"host"_s);
        (void)runTool(u"createdb"_s, {u"-h"_s, socket, u"-U"_s, u"postgres"_s, name}, {},
                      QProcess::nullDevice());
        const QString made = u"postgresql://postgres@/%1?host=%2"_s.arg(name, socket);
        (void)runTool(u"psql"_s, {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, made}, m_backup,
                      QProcess::nullDevice());
        if (const auto database = Database::open({{}, made})) // before anybody is served from it
            (void)(*database)->writeAndWait([this](Tx &tx) { StoreRepository(tx).renewEpoch(m_who.store); });
        return made;
    }

    Setup m_setup;
    Database::Config m_config;
    FeedIdentity m_who;
    std::array<FeedStore, 2> m_stores;
    std::vector<std::unique_ptr<FeedReader>> m_readers;
    std::mutex m_mutex; ///< For findings and counts among the writers.
    QStringList m_findings;
    QString m_backup;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto request = readRequest(QCoreApplication::arguments());
    if (!request)
        return 2;
    QLoggingCategory::setFilterRules(u"mc.store.access=false"_s); // one line a request would drown the rest
    Report report(u"feed"_s, *request);
    StoreFixture fixture;
    for (const bool isPostgres : {false, true}) {
        FeedRun one({isPostgres, request->workFolder, request->seed}, fixture);
        (void)one.run(request->size / 2, true);
        for (const QString &finding : one.findings())
            report.violation((isPostgres ? u"postgres: "_s : u"sqlite: "_s) + finding);
        const QString side = isPostgres ? u"postgres"_s : u"sqlite"_s;
        report.figure(side,
                      QJsonObject{{u"events"_s, one.committed},
                                  {u"received"_s, one.received},
                                  {u"snapshots"_s, one.snapshots},
                                  {u"wake_ups"_s, one.wakeUps},
                                  {u"restarts"_s, one.restarts},
                                  {u"restores"_s, one.restores},
                                  {u"old_cursors_refused"_s, one.refusedOldCursors}});
        std::printf("%s: %lld events\n", qPrintable(side), one.committed);
        std::fflush(stdout);
    }
    for (const char *bug : {"sequence-cursor", "timestamp-cursor"}) {
        plantBugs({bug});
        FeedRun control({true, request->workFolder, request->seed, 2'000ms}, fixture);
        const bool isKept = control.run(2'000, false);
        plantBugs({});
        report.control(QString::fromLatin1(bug), !isKept);
        for (const QString &finding : control.findings().mid(0, 2))
            std::printf("control %s: %s\n", bug, qPrintable(finding));
    }
    return report.close();
}
