// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "domain/orderjson.h"
#include "domain/orderrules.h"
#include "store/orderbook/statement.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::StoreFixture;

namespace {

constexpr int Orders = 500;
constexpr int ThreadsASide = 2;

struct Score {
    std::atomic<int> cancelled = 0;
    std::atomic<int> shipped = 0;
};

} // namespace

class RaceTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cancelAndShipNeverBothWin_data() { test::addEngineRows(); }
    void cancelAndShipNeverBothWin()
    {
        QFETCH(QString, engine);
        const QList<OrderId> ids = prepare(engine);
        const auto cancel = [this](const OrderId &id) {
            return m_fixture.write([&](Orderbook &book, Tx &) {
                return book.requestCancellation(StoreFixture::request(id)).has_value();
            });
        };
        const auto ship = [this](const OrderId &id) {
            return m_fixture.write([&](Orderbook &book, Tx &) {
                return book
                    .recordShipment(StoreFixture::shipment(id, ShipmentReport::Kind::Intent),
                                    StoreFixture::staff())
                    .has_value();
            });
        };

        const auto [perOrder, bothWon] = race(ids, cancel, ship);

        QCOMPARE(bothWon, 0);
        QCOMPARE(perOrder, Orders); // and somebody won each of them
        for (const OrderId &id : ids) {
            const Order order = m_fixture.order(id);
            const bool isHeld = openCancellation(order) != nullptr;
            const bool hasLeft = order.lines.constFirst().state == ItemStatus::Shipped;
            QVERIFY(isHeld != hasLeft);
        }
    }

    // The negative control: looking first and acting afterwards, as many shops do, must be caught by the same
    // count.
    void theCountCatchesCheckThenAct_data() { test::addEngineRows(); }
    void theCountCatchesCheckThenAct()
    {
        QFETCH(QString, engine);
        const QList<OrderId> ids = prepare(engine);
        const auto looksFree = [this](const OrderId &id) {
            QString state;
            m_fixture.database().readAndWait([&](Tx &tx) {
                Statement row(tx, u"SELECT hold || fulfilment FROM orders WHERE id = :id"_s);
                row.bind(":id"_L1, id);
                state = row.first() ? row.text(0) : QString();
            });
            std::this_thread::yield();
            return state == u"open";
        };
        const auto act = [this](const OrderId &id, const QString &sql) {
            return m_fixture.write([&](Orderbook &, Tx &tx) {
                Statement row(tx, sql);
                row.bind(":id"_L1, id);
                return row.runAndCount() == 1;
            });
        };

        const auto [perOrder, bothWon] = race(
            ids,
            [&](const OrderId &id) {
                return looksFree(id) && act(id, u"UPDATE orders SET hold = 'x' WHERE id = :id"_s);
            },
            [&](const OrderId &id) {
                return looksFree(id) && act(id, u"UPDATE orders SET fulfilment = 'left' WHERE id = :id"_s);
            });

        QVERIFY2(bothWon > 0, "the race was not close enough to show anything");
    }

private:
    QList<OrderId> prepare(const QString &engine)
    {
        m_fixture.open(engine);
        return m_fixture.write([](Orderbook &book, Tx &) {
            QList<OrderId> made;
            for (int i = 0; i < Orders; ++i)
                made.append(book.mergeOrder(StoreFixture::sampleOrder(u"MC-%1"_s.arg(i)),
                                            StoreFixture::staff(), false)
                                .value()
                                .id);
            return made;
        });
    }

    /// Both sides meet at each order. Returns how many orders somebody won and how many both did.
    template <typename Cancel, typename Ship>
    std::pair<int, int> race(const QList<OrderId> &ids, Cancel cancel, Ship ship)
    {
        std::vector<Score> scores(static_cast<std::size_t>(ids.size()));
        std::barrier meeting(2 * ThreadsASide);
        const auto run = [&](bool isShipping) {
            for (qsizetype i = 0; i < ids.size(); ++i) {
                meeting.arrive_and_wait();
                Score &score = scores[static_cast<std::size_t>(i)];
                if (isShipping)
                    score.shipped += ship(ids.at(i)) ? 1 : 0;
                else
                    score.cancelled += cancel(ids.at(i)) ? 1 : 0;
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 2 * ThreadsASide; ++i)
            threads.emplace_back(run, i % 2 == 1);
        for (std::thread &thread : threads)
            thread.join();
        const auto won = std::count_if(scores.cbegin(), scores.cend(),
                                       [](const Score &one) { return one.cancelled > 0 || one.shipped > 0; });
        const auto both = std::count_if(scores.cbegin(), scores.cend(), [](const Score &one) {
            return one.cancelled > 0 && one.shipped > 0;
        });
        return {static_cast<int>(won), static_cast<int>(both)};
    }

    StoreFixture m_fixture;
};

QTEST_GUILESS_MAIN(RaceTest)
#include "tst_race.moc"
