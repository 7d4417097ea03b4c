// SPDX-License-Identifier: Apache-2.0
#include "storage/ordercache.h"

#include "domain/orderjson.h"
#include "domain/plantedbug.h"
#include "storage/cacheerasure.h"
#include "storage/cachefile.h"
#include "storage/cancellationnews.h"
#include "storage/ordercolumns.h"
#include "storage/searchwords.h"
#include "storage/statement.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr qsizetype MostPlaceHints = 4096;

} // namespace

struct OrderCache::Known {
    qint64 place = 0;
    qint64 version = 0;
    qint64 generation = 0;
};

/// What a written order replaces.
struct OrderCache::Old {
    std::optional<Order> order;
    std::optional<qint64> place; ///< Where the new one stands, too.
    bool isUpdate = false; ///< Its row is still there and only needs its state.
};

// Prepared once: preparing costs more than the insert itself.
struct OrderCache::Statements {
    std::unique_ptr<Statement> find;
    std::unique_ptr<Statement> takenPlaces;
    std::unique_ptr<Statement> insertOrder;
    std::unique_ptr<Statement> insertDocument;
    std::unique_ptr<Statement> insertWords;
    std::unique_ptr<Statement> updateOrder;
    std::unique_ptr<Statement> updateDocument;
    std::unique_ptr<Statement> removeOrder;
    std::unique_ptr<Statement> removeDocument;
    std::unique_ptr<Statement> removeWords;
    std::unique_ptr<Statement> document;
    std::unique_ptr<Statement> findBuried;

    [[nodiscard]] StorageResult<void> prepare(const SqlConnection &connection);
};

StorageResult<void> OrderCache::Statements::prepare(const SqlConnection &connection)
{
    const std::pair<std::unique_ptr<Statement> *, QString> all[] = {
        {&find, u"SELECT place, version, generation FROM orders WHERE order_id=?"_s},
        {&takenPlaces, u"SELECT place FROM orders WHERE place>=? ORDER BY place"_s},
        {&insertOrder,
         u"INSERT INTO orders (place, order_id, version, generation, number, number_key, customer_name, "_s
         u"customer_email, customer_key, placed_at, first_item, item_count, item_status, payment_status, "_s
         u"currency, total_minor, obstacle, attention, ended_at) "_s
         u"VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s},
        {&insertDocument, u"INSERT INTO documents (place, document) VALUES (?,?)"_s},
        {&insertWords, u"INSERT INTO search (rowid, words) VALUES (?,?)"_s},
        {&updateOrder,
         u"UPDATE orders SET version=?, generation=?, first_item=?, item_count=?, item_status=?, "_s
         u"payment_status=?, obstacle=?, attention=?, ended_at=? WHERE place=?"_s},
        {&updateDocument, u"UPDATE documents SET document=? WHERE place=?"_s},
        {&removeOrder, u"DELETE FROM orders WHERE place=?"_s},
        {&removeDocument, u"DELETE FROM documents WHERE place=?"_s},
        {&removeWords, u"INSERT INTO search (search, rowid, words) VALUES ('delete',?,?)"_s},
        {&document, u"SELECT document FROM documents WHERE place=?"_s},
        {&findBuried, u"SELECT 1 FROM tombstones WHERE order_id=?"_s},
    };
    for (const auto &[statement, sql] : all) {
        auto prepared = Statement::prepare(connection, sql);
        if (!prepared)
            return tl::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

OrderCache::OrderCache(std::unique_ptr<SqlConnection> connection)
    : m_connection(std::move(connection))
    , m_statements(std::make_unique<Statements>())
{
}

OrderCache::~OrderCache() = default;

StorageResult<std::unique_ptr<OrderCache>> OrderCache::openFile(const QString &file)
{
    if (const auto isOurs = refuseNewer(file, u"cache"_s); !isOurs)
        return tl::unexpected(isOurs.error());
    auto connection = SqlConnection::open(file, SqlConnection::Mode::Cache);
    if (!connection)
        return tl::unexpected(connection.error());
    if (const auto migrated = migrate(**connection, u"cache"_s); !migrated)
        return tl::unexpected(migrated.error());
    std::unique_ptr<OrderCache> cache(new OrderCache(std::move(*connection)));
    if (const auto loaded = cache->load(); !loaded)
        return tl::unexpected(loaded.error());
    return cache;
}

StorageResult<std::unique_ptr<OrderCache>> OrderCache::open(const QString &file)
{
    auto cache = openFile(file);
    if (cache)
        return cache;
    if (cache.error().kind == StorageError::Kind::NewerVersion)
        return openFile(fileBeside(file, newestVersion(u"cache"_s)));
    if (cache.error().kind == StorageError::Kind::Damaged) {
        removeDatabase(file); // not kept aside: a copy would outlive the erasure of a customer
        return openFile(file);
    }
    return cache;
}

StorageResult<void> OrderCache::load()
{
    if (const auto prepared = m_statements->prepare(*m_connection); !prepared)
        return prepared;
    auto state = readState(*m_connection);
    if (!state)
        return tl::unexpected(state.error());
    m_state = std::move(*state);
    return prepareLog(*m_connection, m_state);
}

std::optional<Order> OrderCache::order(const OrderId &id) const
{
    const auto found = known(id);
    if (!found || !*found)
        return std::nullopt;
    auto read = orderAt((*found)->place);
    return read ? std::move(*read) : std::nullopt;
}

StorageResult<std::optional<Order>> OrderCache::orderAt(qint64 place) const
{
    Statement &find = *m_statements->document;
    find.bind(place);
    const auto found = find.next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const QByteArray document = find.bytes(0);
    find.reset();
    auto order = orderFromBytes(document);
    if (!order)
        return tl::unexpected(StorageError{StorageError::Kind::Damaged, order.error().what});
    return std::move(*order);
}

StorageResult<std::optional<OrderCache::Known>> OrderCache::known(const OrderId &id) const
{
    Statement &find = *m_statements->find;
    find.bind(id.toString());
    const auto found = find.next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const Known known{find.number(0), find.number(1), find.number(2)};
    find.reset();
    return known;
}

StorageResult<qint64> OrderCache::freePlace(const Order &order)
{
    const qint64 wanted = order.placedAtUtc.toSecsSinceEpoch() * PlacesPerSecond;
    qint64 place = m_nextPlace.value(wanted, wanted);
    Statement &taken = *m_statements->takenPlaces;
    taken.bind(place);
    for (;;) {
        const auto found = taken.next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found || taken.number(0) != place)
            break;
        ++place;
    }
    taken.reset();
    if (m_nextPlace.size() > MostPlaceHints)
        m_nextPlace.clear();
    m_nextPlace.insert(wanted, place + 1);
    return place;
}

StorageResult<void> OrderCache::insert(const WireOrder &wire, qint64 place)
{
    Statement &row = *m_statements->insertOrder;
    row.bind(place);
    row.bindAll(columnsOf(wire.order, m_state.generation));
    if (const auto done = row.run(); !done)
        return done;
    Statement &document = *m_statements->insertDocument;
    document.bind(place);
    document.bind(wire.document);
    if (const auto done = document.run(); !done)
        return done;
    Statement &words = *m_statements->insertWords;
    words.bind(place);
    words.bind(searchWords(wire.order));
    return words.run();
}

// For isOnlyStateNew(): the words stay as they are.
StorageResult<void> OrderCache::update(const WireOrder &wire, qint64 place)
{
    Statement &row = *m_statements->updateOrder;
    row.bindAll(stateColumnsOf(wire.order, m_state.generation));
    row.bind(place);
    if (const auto done = row.run(); !done)
        return done;
    Statement &document = *m_statements->updateDocument;
    document.bind(wire.document);
    document.bind(place);
    return document.run();
}

StorageResult<void> OrderCache::remove(qint64 place)
{
    const auto old = orderAt(place);
    if (!old)
        return tl::unexpected(old.error());
    if (*old) {
        Statement &words = *m_statements->removeWords;
        words.bind(place);
        words.bind(searchWords(**old));
        if (const auto done = words.run(); !done)
            return done;
    }
    for (Statement *statement : {m_statements->removeDocument.get(), m_statements->removeOrder.get()}) {
        statement->bind(place);
        if (const auto done = statement->run(); !done)
            return done;
    }
    return {};
}

StorageResult<bool> OrderCache::makeRoom(const WireOrder &wire, const Known &row, Old &old, CacheDelta &delta)
{
    const bool isOld = wire.order.version <= row.version && !bugPlanted("older-overwrites-newer");
    if (isOld && row.generation == m_state.generation)
        return false;
    auto read = orderAt(row.place);
    if (!read)
        return tl::unexpected(read.error());
    old.order = std::move(*read);
    delta.hasErased |= isErasure(old.order, wire.order);
    // A new snapshot writes every row anew, whatever the old one may have become.
    old.isUpdate =
        old.order && row.generation == m_state.generation && isOnlyStateNew(*old.order, wire.order);
    if (const auto done = old.isUpdate ? StorageResult<void>() : remove(row.place); !done)
        return tl::unexpected(done.error());
    const bool isSameSecond =
        old.order && old.order->placedAtUtc.toSecsSinceEpoch() == wire.order.placedAtUtc.toSecsSinceEpoch();
    if (isSameSecond)
        old.place = row.place; // the row keeps its place, so a view keeps its selection
    else
        delta.remove(row.place);
    return true;
}

StorageResult<void> OrderCache::write(const WireOrder &wire, CacheDelta &delta, bool isNews)
{
    const auto before = known(wire.order.id);
    if (!before)
        return tl::unexpected(before.error());
    Old old;
    if (*before) {
        const auto isNew = makeRoom(wire, **before, old, delta);
        if (!isNew)
            return tl::unexpected(isNew.error());
        if (!*isNew)
            return {};
    }
    const auto place = old.place ? StorageResult<qint64>(*old.place) : freePlace(wire.order);
    if (!place)
        return tl::unexpected(place.error());
    if (const auto done = old.isUpdate ? update(wire, *place) : insert(wire, *place); !done)
        return done;
    delta.write(*place, !*before);
    for (const Cancellation &one : wire.order.cancellations)
        delta.operations.insert(one.operation);
    if (isNews)
        delta.news.append(newsBetween(old.order, wire.order));
    return {};
}

// Ascending places fill the search index 2.3 times faster than the newest-first order of the wire.
StorageResult<void> OrderCache::writeAll(const QList<WireOrder> &orders, CacheDelta &delta, bool isNews)
{
    QList<const WireOrder *> ascending;
    ascending.reserve(orders.size());
    for (const WireOrder &wire : orders)
        ascending.append(&wire);
    std::stable_sort(ascending.begin(), ascending.end(), [](const WireOrder *a, const WireOrder *b) {
        return a->order.placedAtUtc < b->order.placedAtUtc;
    });
    for (const WireOrder *wire : ascending) {
        if (const auto done = write(*wire, delta, isNews); !done)
            return done;
    }
    return {};
}

StorageResult<void> OrderCache::beginSnapshot(const QByteArray &cursor, int total, const QString &epoch)
{
    CacheState next;
    next.generation = m_state.generation + 1;
    next.cursor = cursor;
    next.snapshotTotal = total;
    next.epoch = epoch;
    next.lastSuccessUtc = m_state.lastSuccessUtc;
    next.isRewriteDue = m_state.isRewriteDue;
    SqlTransaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    if (const auto done = m_connection->run(u"DELETE FROM tombstones"_s); !done)
        return done;
    if (const auto done = writeState(*m_connection, next); !done)
        return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    m_state = next;
    return prepareLog(*m_connection, m_state);
}

// Hardly any order is removed while a snapshot comes in, so it is asked first whether any was.
StorageResult<QList<WireOrder>> OrderCache::withoutBuried(const QList<WireOrder> &orders) const
{
    const auto any = m_connection->value(u"SELECT 1 FROM tombstones LIMIT 1"_s);
    if (!any)
        return tl::unexpected(any.error());
    if (!any->isValid())
        return orders;
    QList<WireOrder> living;
    living.reserve(orders.size());
    Statement &find = *m_statements->findBuried;
    for (const WireOrder &wire : orders) {
        find.bind(wire.order.id.toString());
        const auto isBuried = find.next();
        find.reset();
        if (!isBuried)
            return tl::unexpected(isBuried.error());
        if (!*isBuried)
            living.append(wire);
    }
    return living;
}

StorageResult<CacheDelta> OrderCache::addSnapshot(const QList<WireOrder> &orders, const QByteArray &resume)
{
    CacheDelta delta;
    CacheState next = m_state;
    if (!resume.isEmpty())
        next.resume = resume;
    next.snapshotLoaded += static_cast<int>(orders.size());
    SqlTransaction transaction(*m_connection);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    const auto living = withoutBuried(orders);
    if (!living)
        return tl::unexpected(living.error());
    if (const auto done = writeAll(*living, delta, false); !done)
        return tl::unexpected(done.error());
    next.isRewriteDue = next.isRewriteDue || delta.hasErased;
    if (const auto done = writeState(*m_connection, next); !done)
        return tl::unexpected(done.error());
    if (const auto done = transaction.commit(); !done)
        return tl::unexpected(done.error());
    m_state = next;
    return delta;
}

StorageResult<CacheDelta> OrderCache::endSnapshot()
{
    CacheDelta delta;
    CacheState next = m_state;
    next.resume.clear();
    next.isSnapshotComplete = true;
    SqlTransaction transaction(*m_connection);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    QSqlQuery stale = m_connection->query();
    if (!stale.exec(u"SELECT place FROM orders WHERE generation<%1"_s.arg(m_state.generation)))
        return tl::unexpected(StorageError::from(stale.lastError()));
    while (stale.next())
        delta.removed.insert(stale.value(0).toLongLong());
    if (const auto done = ended(stale); !done)
        return tl::unexpected(done.error());
    stale.finish();
    for (const qint64 place : std::as_const(delta.removed)) {
        if (const auto done = remove(place); !done)
            return tl::unexpected(done.error());
    }
    if (const auto done = m_connection->run(u"DELETE FROM tombstones"_s); !done)
        return tl::unexpected(done.error());
    if (const auto done = writeState(*m_connection, next); !done)
        return tl::unexpected(done.error());
    if (const auto done = transaction.commit(); !done)
        return tl::unexpected(done.error());
    m_state = next;
    if (const auto done = prepareLog(*m_connection, m_state); !done)
        return tl::unexpected(done.error());
    return delta;
}

StorageResult<void> OrderCache::bury(const QList<OrderId> &orders, CacheDelta &delta)
{
    auto bury = m_connection->prepare(u"INSERT OR IGNORE INTO tombstones (order_id) VALUES (?)"_s);
    if (!bury)
        return tl::unexpected(bury.error());
    for (const OrderId &id : orders) {
        const auto found = known(id);
        if (!found)
            return tl::unexpected(found.error());
        if (*found) {
            if (const auto done = remove((*found)->place); !done)
                return done;
            delta.remove((*found)->place);
        }
        if (m_state.isSnapshotComplete)
            continue;
        bury->addBindValue(id.toString());
        if (const auto done = run(*bury); !done)
            return done;
    }
    return {};
}

StorageResult<CacheDelta> OrderCache::applyChanges(const QList<WireOrder> &orders,
                                                   const QList<OrderId> &removed, const QByteArray &cursor)
{
    CacheDelta delta;
    if (orders.isEmpty() && removed.isEmpty() && cursor == m_state.cursor)
        return delta;
    CacheState next = m_state;
    next.cursor = cursor;
    SqlTransaction transaction(*m_connection);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    if (const auto done = writeAll(orders, delta, true); !done)
        return tl::unexpected(done.error());
    if (const auto done = bury(removed, delta); !done)
        return tl::unexpected(done.error());
    next.isRewriteDue = next.isRewriteDue || delta.hasErased;
    if (const auto done = writeState(*m_connection, next); !done)
        return tl::unexpected(done.error());
    if (const auto done = transaction.commit(); !done)
        return tl::unexpected(done.error());
    m_state = next;
    return delta;
}

StorageResult<void> OrderCache::rewriteAfterErasure()
{
    if (const auto done = rewriteWithoutDeleted(*m_connection); !done)
        return done;
    CacheState next = m_state;
    next.isRewriteDue = false;
    if (const auto done = writeState(*m_connection, next); !done)
        return done;
    m_state = next;
    return {};
}

void OrderCache::noteSuccess(const QDateTime &now)
{
    m_state.lastSuccessUtc = now;
    if (m_writtenSuccessUtc.isValid() && m_writtenSuccessUtc.secsTo(now) < 60)
        return;
    m_writtenSuccessUtc = now;
    (void)writeState(*m_connection, m_state); // losing it costs a wrong "as of" after a crash, nothing else
}

} // namespace mc
