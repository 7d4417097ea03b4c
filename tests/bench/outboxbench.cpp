// SPDX-License-Identifier: Apache-2.0
// From the press of "Cancel order" to a row that survives a power cut.
#include "storage/cachefile.h"
#include "storage/outbox.h"
#include "tests/bench/benches.h"
#include "tests/bench/sqlitefloor.h"

using namespace Qt::StringLiterals;

namespace mc::bench {
namespace {

constexpr int Presses = 400;

OutboxRow rowOf(const Order &order)
{
    OutboxRow row;
    row.operation = OperationId(newUuid7());
    row.store = StoreId(u"store"_s);
    row.staff = StaffId(u"staff"_s);
    row.order = order.id;
    row.orderNumber = order.number;
    row.reasonCode = u"ordered_by_mistake"_s;
    row.comments = u"Wrong house number: it is 81, not 18."_s;
    row.body = QByteArray(400, 'x');
    row.queuedAtUtc = QDateTime::currentDateTimeUtc();
    row.heldUntilUtc = row.queuedAtUtc.addSecs(10);
    return row;
}

} // namespace

// One after the other on the same disk, so that both meet the same moods of it.
QList<Result> benchOutbox(const Setup &setup)
{
    const QString ours = setup.folder + u"/outbox.sqlite"_s;
    const QString least = setup.folder + u"/commit.sqlite"_s;
    removeDatabase(ours);
    removeDatabase(least);
    const auto outbox = orDie(Outbox::open(ours), "opening the outbox");
    SqliteFloor floor(least, SqliteFloor::Mode::Ledger);
    floor.run("CREATE TABLE small (content BLOB)");
    Samples presses;
    Samples commits;
    for (int i = 0; i < Presses; ++i) {
        const OutboxRow row = rowOf(orderAt(setup.orders, i % setup.orders.count));
        const Watch press;
        orDie(outbox->add({row}), "a request");
        presses.add(press.milliseconds());
        const Watch commit;
        floor.insertBlob(row.body);
        commits.add(commit.milliseconds());
    }
    Result result =
        resultOf(u"outbox"_s, u"9: request durable, p95 to that of one commit; bar: it and two frames"_s,
                 setup.orders.count, presses);
    const double base = commits.percentile(0.95);
    judge(result, result.p95, base, (base + TwoFrames) / base);
    return {result};
}

} // namespace mc::bench
