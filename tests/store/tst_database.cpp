// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/auditrepository.h"
#include "store/orderbook/migrations.h"
#include "store/orderbook/statement.h"
#include "store/orderbook/threadreaders.h"
#include "tests/support/storefixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <latch>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::sqlValue;

namespace {

void setSetting(Tx &tx, const StoreId &store, const QString &name)
{
    StoreRepository(tx).setSetting(store, name, u"1"_s);
}

} // namespace

class DatabaseTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void opensAgainWithWhatWasCommitted_data() { test::addEngineRows(); }
    void opensAgainWithWhatWasCommitted()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        const OrderId id = m_fixture.addOrder(u"MC-1"_s);

        m_fixture.close();
        auto again = Database::open(m_fixture.config());

        QVERIFY(again.has_value());
        std::optional<Order> order;
        (*again)->readAndWait(
            [&](Tx &tx) { order = Orderbook(tx, m_fixture.storeId(), m_fixture.now).order(id); });
        QVERIFY(order.has_value());
        QCOMPARE(order->number, u"MC-1"_s);
    }

    void newerSchemaIsRefusedAndLeftAlone_data() { test::addEngineRows(); }
    void newerSchemaIsRefusedAndLeftAlone()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        const auto raised = m_fixture.database().writeAndWait(
            [](Tx &tx) { Statement(tx, u"UPDATE schema_info SET version = 999"_s).run(); });
        QVERIFY(raised.has_value());
        m_fixture.close();

        const auto refused = Database::open(m_fixture.config());

        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, DatabaseError::Kind::NewerSchema);
        Connection look(m_fixture.config(), Connection::Access::ReadOnly);
        QVERIFY(look.open().has_value());
        QVERIFY(look.execute(u"SELECT 1 / (CASE WHEN version = 999 THEN 1 ELSE 0 END) FROM schema_info"_s)
                    .has_value());
    }

    // As an I/O thread does: what was committed is seen, nothing can be written, each thread for itself.
    void aQuickReadRunsInTheCallersThread()
    {
        m_fixture.open(u"sqlite"_s);
        const OrderId id = m_fixture.addOrder(u"MC-1"_s);
        const auto read = [&](std::thread::id *where) {
            std::optional<Order> order;
            const bool isHere = m_fixture.database().readHere([&](Tx &tx) {
                *where = std::this_thread::get_id();
                order = Orderbook(tx, m_fixture.storeId(), m_fixture.now).order(id);
            });
            return isHere && order && order->number == u"MC-1"_s;
        };
        std::array<std::thread::id, 2> where;
        std::array<std::thread::id, 2> threads;
        std::array<bool, 2> isRead{};
        std::array<std::thread, 2> others;
        for (std::size_t i = 0; i < others.size(); ++i) {
            others[i] = std::thread([&, i] {
                threads[i] = std::this_thread::get_id();
                isRead[i] = true;
                for (int round = 0; round < 50; ++round)
                    isRead[i] = read(&where[i]) && isRead[i];
            });
        }
        for (std::thread &other : others)
            other.join();

        QVERIFY(isRead[0] && isRead[1]);
        QCOMPARE(where[0], threads[0]);
        QCOMPARE(where[1], threads[1]);
        bool hasFailed = false;
        QVERIFY(m_fixture.database().readHere([&](Tx &tx) {
            setSetting(tx, m_fixture.storeId(), u"written"_s);
            hasFailed = tx.hasFailed();
        }));
        QVERIFY(hasFailed);
    }

    // Beyond them jobs go to the workers; PostgreSQL is asked over a connection that others wait for.
    void aQuickReadIsNotForEveryThread()
    {
        m_fixture.open(u"sqlite"_s);
        int refused = 0;
        std::vector<std::thread> threads;
        std::mutex mutex;
        std::latch all(ThreadReaders::MostThreads + 3);
        for (std::size_t i = 0; i < ThreadReaders::MostThreads + 3; ++i) {
            threads.emplace_back([&] {
                bool hasRun = false;
                const bool isHere = m_fixture.database().readHere([&](Tx &) { hasRun = true; });
                const std::scoped_lock lock(mutex);
                refused += isHere ? 0 : 1;
                if (isHere != hasRun)
                    refused = -100;
                all.count_down();
            });
        }
        all.wait(); // a thread that has ended would leave its identity to the next
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(refused, 3);

        m_fixture.close();
        m_fixture.open(u"postgres"_s);
        QVERIFY(!m_fixture.database().readHere([](Tx &) { QFAIL("nothing is read here"); }));
    }

    void aFailingJobDoesNotHarmItsNeighbours_data() { test::addEngineRows(); }
    void aFailingJobDoesNotHarmItsNeighbours()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        std::latch held(1);
        std::atomic<int> committed = 0;
        std::atomic<int> rolledBack = 0;
        std::atomic<int> failed = 0;
        const auto count = [&](CommitOutcome outcome, const DatabaseError &) {
            ++(outcome == CommitOutcome::Committed        ? committed
                   : outcome == CommitOutcome::RolledBack ? rolledBack
                                                          : failed);
        };

        m_fixture.database().write([&](Tx &) { held.wait(); }, {}); // so that the others wait as one group
        for (int i = 0; i < 30; ++i) {
            m_fixture.database().write(
                [this, i](Tx &tx) {
                    setSetting(tx, m_fixture.storeId(), u"job-%1"_s.arg(i));
                    if (i % 3 == 1)
                        tx.rollBack();
                    if (i % 3 == 2)
                        Statement(
                            tx, u"INSERT INTO store_setting (store_id, name, value) VALUES ('x', 'y', 'z')"_s)
                            .run();
                },
                count);
        }
        held.count_down();

        QTRY_COMPARE(committed + rolledBack + failed, 30);
        QCOMPARE(committed.load(), 10);
        QCOMPARE(rolledBack.load(), 10);
        QCOMPARE(failed.load(), 10);
        QCOMPARE(
            sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM store_setting WHERE name LIKE 'job-%'"_s),
            u"10"_s);
    }

    void waitingJobsAreCommittedTogether_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<int>("undone"); // the job that undoes itself, if any
        QTest::newRow("sqlite") << u"sqlite"_s << -1;
        QTest::newRow("sqlite, one undone") << u"sqlite"_s << 5;
        QTest::newRow("postgres") << u"postgres"_s << -1;
        QTest::newRow("postgres, one undone") << u"postgres"_s << 5;
    }
    void waitingJobsAreCommittedTogether()
    {
        QFETCH(const QString, engine);
        QFETCH(const int, undone);
        constexpr int Jobs = 12;
        m_fixture.open(engine);
        auto config = m_fixture.config();
        config.writers = 1;
        auto opened = Database::open(config);
        QVERIFY(opened.has_value());
        Database &database = **opened;
        std::latch isHolding(1);
        std::latch held(1);
        std::atomic<int> done = 0;
        std::atomic<int> committed = 0;
        std::atomic<int> writtenAtFirstDone = 0;
        std::array<std::atomic<bool>, Jobs> isWritten{};

        database.write(
            [&](Tx &) {
                isHolding.count_down();
                held.wait();
            },
            {});
        isHolding.wait(); // a writer that wakes up late would take some of the others into this job's commit
        for (int i = 0; i < Jobs; ++i) {
            database.write(
                [&, i](Tx &tx) {
                    setSetting(tx, m_fixture.storeId(), u"job-%1"_s.arg(i));
                    isWritten.at(static_cast<std::size_t>(i)) = true;
                    if (i == undone)
                        tx.rollBack();
                },
                [&](CommitOutcome outcome, const DatabaseError &) {
                    committed += outcome == CommitOutcome::Committed ? 1 : 0;
                    if (++done == 1)
                        writtenAtFirstDone =
                            static_cast<int>(std::count(isWritten.cbegin(), isWritten.cend(), true));
                });
        }
        held.count_down();

        QTRY_COMPARE(done.load(), Jobs);
        const int kept = undone < 0 ? Jobs : Jobs - 1;
        QCOMPARE(committed.load(), kept);
        QCOMPARE(sqlValue(database, u"SELECT COUNT(*) FROM store_setting WHERE name LIKE 'job-%'"_s),
                 QString::number(kept));
        // With a commit for each job the first answer would have come after the first job.
        if (undone < 0)
            QCOMPARE(writtenAtFirstDone.load(), Jobs);
    }

    void waitingJobsShareOneLookAtTheFeed()
    {
        m_fixture.open(u"postgres"_s);
        auto config = m_fixture.config();
        config.writers = 1;
        auto database = Database::open(config);
        QVERIFY(database.has_value());
        const QString position = u"SELECT position FROM feed"_s;
        const int before = sqlValue(**database, position).toInt();
        std::latch held(1);
        std::atomic<int> done = 0;
        (*database)->write([&](Tx &) { held.wait(); }, {});
        for (int i = 0; i < 3; ++i) {
            (*database)->write(
                [&, i](Tx &tx) { tx.touch(m_fixture.storeId(), OrderId(QString::number(i)), true); },
                [&](CommitOutcome outcome, const DatabaseError &) {
                    done += outcome == CommitOutcome::Committed ? 1 : 0;
                });
        }
        held.count_down();

        QTRY_COMPARE(done.load(), 3);
        QCOMPARE(sqlValue(**database, u"SELECT COUNT(*) FROM change"_s), u"3"_s);
        // One for the first, if its writer woke up before the others came.
        const int steps = sqlValue(**database, position).toInt() - before;
        QVERIFY2(steps >= 1 && steps <= 2, qPrintable(QString::number(steps)));
    }

    void readersCannotWrite_data() { test::addEngineRows(); }
    void readersCannotWrite()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        bool hasFailed = false;

        m_fixture.database().readAndWait([&](Tx &tx) {
            setSetting(tx, m_fixture.storeId(), u"from-a-reader"_s);
            hasFailed = tx.hasFailed();
        });

        QVERIFY(hasFailed);
        QCOMPARE(sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM store_setting"_s), u"0"_s);
    }

    void acceptedJobsAreFinishedBeforeTheEnd_data() { test::addEngineRows(); }
    void acceptedJobsAreFinishedBeforeTheEnd()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        std::atomic<int> done = 0;
        for (int i = 0; i < 50; ++i) {
            m_fixture.database().write([&](Tx &tx) { setSetting(tx, m_fixture.storeId(), u"last"_s); },
                                       [&](CommitOutcome, const DatabaseError &) { ++done; });
        }

        m_fixture.close();

        QCOMPARE(done.load(), 50);
    }

    void backupIsConsistentAndTakesANewEpoch()
    {
        m_fixture.open(u"sqlite"_s);
        const OrderId id = m_fixture.addOrder(u"MC-1"_s);
        const QByteArray cursor = m_fixture.write([](Orderbook &book, Tx &) { return book.cursor(); });
        const QString file = m_folder.filePath(u"it's a backup.sqlite"_s);

        QVERIFY(m_fixture.database().backUpTo(file).has_value());
        QVERIFY(!m_fixture.database().backUpTo(file).has_value()); // never overwritten

        auto restored = Database::open({file, {}});
        QVERIFY(restored.has_value());
        bool hasOrder = false;
        bool isRefused = false;
        (*restored)->readAndWait([&](Tx &tx) {
            const Orderbook book(tx, m_fixture.storeId(), m_fixture.now);
            hasOrder = book.order(id).has_value();
            isRefused = !book.changes(cursor, 10).has_value();
        });
        QVERIFY(hasOrder);
        QVERIFY(isRefused);
    }

    void otherProcessesHearOfChanges_data() { test::addEngineRows(); }
    void otherProcessesHearOfChanges()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        auto second = Database::open(m_fixture.config());
        QVERIFY(second.has_value());
        std::atomic<int> here = 0;
        std::atomic<int> there = 0;
        m_fixture.database().setFeedListener(
            [&](const QString &store) { here += store == m_fixture.storeId().toString(); });
        (*second)->setFeedListener(
            [&](const QString &store) { there += store == m_fixture.storeId().toString(); });

        m_fixture.addOrder(u"MC-1"_s);

        QTRY_COMPARE(here.load(), 1);
        QTRY_COMPARE(there.load(), 1);
        m_fixture.database().setFeedListener({});
    }

    void whatAProcessCommitsItselfIsToldOnce()
    {
        m_fixture.open(u"sqlite"_s);
        auto second = Database::open(m_fixture.config());
        QVERIFY(second.has_value());
        std::atomic<int> own = 0;
        std::atomic<int> foreign = 0;
        m_fixture.database().setFeedListener([&](const QString &) { ++own; });
        (*second)->setFeedListener([&](const QString &) { ++foreign; });

        m_fixture.addOrder(u"MC-1"_s);
        QTRY_COMPARE(foreign.load(), 1); // the other one's watch has looked since
        m_fixture.addOrder(u"MC-2"_s);
        QTRY_COMPARE(foreign.load(), 2);

        QCOMPARE(own.load(), 2);
        m_fixture.database().setFeedListener({});
    }

    void otherProcessesHearOfWebhooks_data() { test::addEngineRows(); }
    void otherProcessesHearOfWebhooks()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        std::atomic<int> here = 0;
        std::atomic<int> there = 0;
        std::atomic<int> feed = 0;
        auto second = Database::open(m_fixture.config());
        QVERIFY(second.has_value());
        m_fixture.database().setEngineListener([&](const QString &id) { here += id == u"e-1"; });
        (*second)->setEngineListener([&](const QString &id) { there += id == u"e-1"; });
        (*second)->setFeedListener([&](const QString &) { ++feed; });

        m_fixture.database().tellEngine(u"e-1"_s);

        QTRY_COMPARE(here.load(), 1);
        if (engine == u"postgres")
            QTRY_COMPARE(there.load(), 1);
        QCOMPARE(feed.load(), 0);
        m_fixture.database().setEngineListener({});
    }

    void whoOnlyListensComesBackToo()
    {
        m_fixture.open(u"postgres"_s);
        std::atomic<int> heard = 0;
        const auto second = Database::open(m_fixture.config());
        QVERIFY(second.has_value());
        (*second)->setFeedListener([&](const QString &) { ++heard; });
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"QSocketNotifier: Invalid socket"_s));
        (void)m_fixture.database().writeAndWait([](Tx &tx) { // the second one's listening connection
            Statement(
                tx,
                u"SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE datname "
                "= current_database() AND query ILIKE 'LISTEN%' ORDER BY backend_start DESC LIMIT 1) "
                "AS newest"_s)
                .run();
        });

        const auto isHeard = [&] {
            (void)m_fixture.database().writeAndWait(
                [this](Tx &tx) { tx.touch(m_fixture.storeId(), OrderId(u"any"_s)); });
            return heard > 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isHeard(), 20'000);
    }

    void lostConnectionsAreOpenedAgain()
    {
        m_fixture.open(u"postgres"_s);
        m_fixture.addOrder(u"MC-1"_s); // so that statements have been prepared
        std::atomic<int> heard = 0;
        m_fixture.database().setFeedListener([&](const QString &) { ++heard; });
        // What Qt says of the listening connection's socket when the server closes it.
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"QSocketNotifier: Invalid socket"_s));
        const auto cut = m_fixture.database().writeAndWait([](Tx &tx) {
            Statement(
                tx,
                u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid()"_s)
                .run();
        });
        QVERIFY(cut.has_value());

        // Each connection notices at its next job; nothing of a job that was told to have failed is kept.
        int committed = 0;
        const auto tryOnce = [&] {
            const auto written = m_fixture.database().writeAndWait(
                [&](Tx &tx) { setSetting(tx, m_fixture.storeId(), u"again"_s); });
            committed = written ? committed + 1 : 0;
            return committed >= 8;
        };
        QTRY_VERIFY_WITH_TIMEOUT(tryOnce(), 20'000);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(sqlValue(m_fixture.database(), u"SELECT COUNT(*) FROM store_setting"_s), u"1"_s);
        m_fixture.addOrder(u"MC-2"_s);
        QTRY_VERIFY(heard > 0);
        m_fixture.database().setFeedListener({});
    }

    void auditChainNoticesAnAlteredAndAMissingRow_data() { test::addEngineRows(); }
    void auditChainNoticesAnAlteredAndAMissingRow()
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        for (int i = 0; i < 5; ++i)
            m_fixture.setPolicy({PolicyMode::Ask, i, 24, false});
        const auto firstBroken = [this] {
            std::optional<qint64> broken;
            m_fixture.database().readAndWait(
                [&](Tx &tx) { broken = AuditRepository(tx).firstBroken(m_fixture.storeId()); });
            return broken.value_or(0);
        };
        const auto run = [this](const QString &sql) {
            QVERIFY(m_fixture.database().writeAndWait([&](Tx &tx) { Statement(tx, sql).run(); }).has_value());
        };

        QCOMPARE(firstBroken(), 0);
        run(u"UPDATE audit SET detail = 'off' WHERE sequence = 3"_s);
        QCOMPARE(firstBroken(), 3);
        run(u"UPDATE audit SET detail = 'ask' WHERE sequence = 3"_s);
        QCOMPARE(firstBroken(), 0);
        run(u"DELETE FROM audit WHERE sequence = 5"_s);
        QCOMPARE(firstBroken(), 5);
    }

private:
    test::StoreFixture m_fixture;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
