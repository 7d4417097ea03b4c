// SPDX-License-Identifier: Apache-2.0
// Rows 3, 4, 5 and 9 with the window: from the key or the press to what is painted.
#include "domain/codes.h"
#include "tests/bench/benchphrases.h"
#include "tests/bench/sqlitefloor.h"
#include "tests/bench/window/hand.h"
#include "tests/bench/window/openconsole.h"
#include "ui/orders/ordertable.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::bench {
namespace {

constexpr int Phrases = 60;
constexpr int FewPhrases = 15; ///< With few orders, as in every run of the tests.
constexpr int Few = 100'000;
constexpr auto BetweenClicks = 120ms; ///< Nobody clicks twice in less.
constexpr int Jumps = 200;
constexpr int WheelSteps = 200;
constexpr int RowsAStep = 3; ///< Of the wheel.
constexpr int Presses = 40;

void tell(const char *name, double value)
{
    std::printf("%s %.4f\n", name, value);
}

void press(QWidget &widget, QChar letter)
{
    QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
    QCoreApplication::sendEvent(&widget, &down);
}

// A key whose time has come while the one before is not painted yet is late, and that counts.
void typePhrase(Hand &hand, const QString &phrase)
{
    const Moment began = std::chrono::steady_clock::now();
    QLineEdit &field = hand.searchField();
    for (qsizetype i = 0; i < phrase.size(); ++i) {
        const Moment due = began
            + std::chrono::duration_cast<Moment::duration>(std::chrono::duration<double, std::milli>(
                BetweenKeys * static_cast<double>(i)));
        hand.idleUntil(due);
        if (phrase.at(i) == u' ') { // asks for nothing new
            press(field, u' ');
            continue;
        }
        tell("search", hand.untilRows([&] { press(field, phrase.at(i)); }, due));
    }
}

void search(Hand &hand, const ChildTask &task)
{
    const OrderSet set{task.orders, task.seed};
    Dice dice(task.seed + 3);
    hand.searchField().setFocus();
    const int phrases = set.count < Few ? FewPhrases : Phrases;
    for (int i = 0; i < phrases; ++i) {
        typePhrase(hand, phraseOf(orderAt(set, dice.below(set.count)), dice));
        hand.searchField().clear();
        hand.rest();
    }
}

using Filter = QStringList; ///< Names of actions in the filter menus.

template <typename Status>
QString actionOf(Status status)
{
    return "filter_"_L1 + codeOf(status);
}

QList<Filter> filters()
{
    QList<Filter> all{{}};
    for (int i = 1; i <= static_cast<int>(ItemStatus::Returned); ++i)
        all.append({actionOf(static_cast<ItemStatus>(i))});
    for (int i = 1; i <= static_cast<int>(PaymentStatus::Voided); ++i)
        all.append({actionOf(static_cast<PaymentStatus>(i))});
    all.append({actionOf(ItemStatus::Delivered), actionOf(PaymentStatus::Paid)});
    all.append({actionOf(ItemStatus::Cancelled), actionOf(PaymentStatus::Refunded)});
    all.append({actionOf(ItemStatus::NotShipped), actionOf(PaymentStatus::Authorized)});
    return all;
}

void setFilter(Hand &hand, const Filter &filter, bool isOn)
{
    for (const QString &name : filter) {
        auto *action = hand.table().window()->findChild<QAction *>(name);
        if (action == nullptr)
            qFatal("there is no action %s", qUtf8Printable(name));
        hand.idle(BetweenClicks);
        tell("sort", hand.untilRows([&] { action->setChecked(isOn); }, std::chrono::steady_clock::now()));
    }
}

void sortAndFilter(Hand &hand)
{
    OrderTable &table = hand.table();
    for (const Filter &filter : filters()) {
        setFilter(hand, filter, true);
        for (const OrderColumn column :
             {OrderColumn::Number, OrderColumn::Items, OrderColumn::ItemStatus, OrderColumn::PaymentStatus,
              OrderColumn::Amount, OrderColumn::PlacedAt}) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                hand.idle(BetweenClicks);
                tell("sort",
                     hand.untilRows([&] { emit table.sortRequested(column, order); },
                                    std::chrono::steady_clock::now()));
            }
        }
        setFilter(hand, filter, false);
    }
    hand.rest();
}

void jumpIn(Hand &hand, Dice &dice)
{
    QScrollBar &bar = *hand.table().verticalScrollBar();
    for (int i = 0; i < Jumps && bar.maximum() > 0; ++i) {
        const Moment from = std::chrono::steady_clock::now();
        tell("jump", hand.untilPainted([&] { bar.setValue(dice.below(bar.maximum())); }));
        tell("whole", hand.untilWhole(from));
    }
    for (int i = 0; i < WheelSteps && bar.value() + RowsAStep < bar.maximum(); ++i) {
        const Moment from = std::chrono::steady_clock::now();
        tell("scroll", hand.untilPainted([&] { bar.setValue(bar.value() + RowsAStep * bar.singleStep()); }));
        tell("whole", hand.untilWhole(from));
    }
}

void scroll(Hand &hand, ConsoleService &service, const ChildTask &task)
{
    Dice dice(task.seed + 5);
    OrderQuery query;
    query.period = OrderQuery::Period::All;
    for (const OrderQuery::SortKey key :
         {OrderQuery::SortKey::PlacedAt, OrderQuery::SortKey::Customer, OrderQuery::SortKey::Amount}) {
        query.sortKey = key;
        query.itemStatuses =
            key == OrderQuery::SortKey::Amount ? QSet{ItemStatus::Delivered} : QSet<ItemStatus>();
        service.setQuery(query);
        hand.rest();
        jumpIn(hand, dice);
    }
}

// From the press of "Cancel order" in its window until the row says so; one commit on the same disk beside
// it.
void cancel(Hand &hand, ConsoleService &service, const ChildTask &task)
{
    SqliteFloor floor(task.folder + u"/commit.sqlite"_s, SqliteFloor::Mode::Ledger);
    floor.run("CREATE TABLE IF NOT EXISTS small (content BLOB)");
    OrderQuery query;
    query.period = OrderQuery::Period::All;
    service.setQuery(query);
    hand.rest();
    int done = 0;
    // In the middle: nothing is painted of a row that lies behind the toast of the one before.
    for (int row = 0; done < Presses && row < service.orders().rowCount(); ++row) {
        hand.table().scrollTo(hand.table().model()->index(row, 0), QAbstractItemView::PositionAtCenter);
        hand.rest();
        const OrderRow before = hand.rowAt(row);
        if (!before.isLoaded || before.obstacle != CancelObstacle::None || before.pending)
            continue;
        CancelCommand command;
        command.orders = {before.id};
        command.reasonCode = u"ordered_by_mistake"_s;
        const auto isShown = [&] { return hand.rowAt(row).pending.has_value(); };
        tell("cancel", hand.untilPainted([&] { service.cancelOrders(command); }, isShown));
        const Moment from = std::chrono::steady_clock::now();
        floor.insertBlob(QByteArray(400, 'x'));
        tell("commit", millisecondsBetween(from, std::chrono::steady_clock::now()));
        ++done;
    }
}

} // namespace

int actInWindow(QApplication &application, const ChildTask &task)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // what was told before a failure is kept
    OpenConsole console(application, task.folder);
    ConsoleService &service = console.service();
    Hand hand(service);
    console.start();
    OrderQuery query;
    query.period = OrderQuery::Period::All;
    service.setQuery(query);
    hand.waitForTable();
    hand.rest();
    hand.table().window()->findChild<QAbstractButton *>(u"viewAllOrders"_s)->setChecked(true);
    const auto isWanted = [&task](const QString &act) {
        return task.acts.isEmpty() || task.acts.contains(act);
    };
    if (isWanted(u"search"_s))
        search(hand, task);
    if (isWanted(u"sort"_s))
        sortAndFilter(hand);
    if (isWanted(u"scroll"_s))
        scroll(hand, service, task);
    if (isWanted(u"cancel"_s))
        cancel(hand, service, task);
    std::fflush(stdout);
    return 0;
}

} // namespace mc::bench
