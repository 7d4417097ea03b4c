// SPDX-License-Identifier: Apache-2.0
#include "store/engines/enginesync.h"

#include "store/orderbook/leaserepository.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/storerepository.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

Q_LOGGING_CATEGORY(lcSync, "mc.store.engines.sync")

constexpr qint64 FreshMs = 24LL * 60 * 60 * 1000; // Whoever ordered earlier expects no confirmation now.

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(mc::store::EngineSync)
};

QString leaseName(const QString &engine)
{
    return u"engine:"_s + engine;
}

Actor engineActor(const QString &type)
{
    return {RequestedBy::Merchant, u"store"_s, type};
}

bool isSameLine(const LineItem &stored, const LineItem &incoming)
{
    return stored.title == incoming.title && stored.sku == incoming.sku
        && stored.quantity == incoming.quantity && stored.cancelledQuantity == incoming.cancelledQuantity
        && stored.unitPriceMinor == incoming.unitPriceMinor && stored.state == incoming.state;
}

bool areSameLines(const Order &stored, const Order &incoming)
{
    if (stored.lines.size() != incoming.lines.size())
        return false;
    return std::all_of(incoming.lines.cbegin(), incoming.lines.cend(), [&stored](const LineItem &line) {
        return std::any_of(stored.lines.cbegin(), stored.lines.cend(), [&line](const LineItem &one) {
            return one.id == line.id && isSameLine(one, line);
        });
    });
}

std::optional<Refusal> takeOver(Orderbook &book, const Order &order, const Actor &actor, bool isMailWanted)
{
    const auto known = book.findByExternalId(order.externalId);
    const auto stored = known ? book.order(*known) : std::nullopt;
    if (stored && !isEngineNews(*stored, order))
        return std::nullopt;
    const auto merged = book.mergeOrder(order, actor, isMailWanted);
    return merged ? std::nullopt : std::optional(merged.error());
}

} // namespace

std::chrono::milliseconds engineBackOff(int failures, std::chrono::milliseconds interval, double jitter)
{
    constexpr std::chrono::milliseconds Longest = std::chrono::minutes(5);
    const std::chrono::milliseconds doubled = interval * (1LL << std::clamp(failures, 0, 16));
    const auto bounded = std::max(interval, std::min(doubled, Longest));
    return std::chrono::milliseconds(qint64(double(bounded.count()) * (0.75 + jitter / 2)));
}

bool isEngineNews(const Order &stored, const Order &incoming)
{
    const bool areShipmentsKnown =
        std::all_of(incoming.shipments.cbegin(), incoming.shipments.cend(), [&stored](const Shipment &one) {
            return std::any_of(
                stored.shipments.cbegin(), stored.shipments.cend(), [&one](const Shipment &known) {
                    return known.carrier == one.carrier && known.trackingNumber == one.trackingNumber;
                });
        });
    const bool isSame = stored.number == incoming.number && stored.source == incoming.source
        && stored.placedAtUtc == incoming.placedAtUtc && stored.currency == incoming.currency
        && stored.totalMinor == incoming.totalMinor && stored.shippingMinor == incoming.shippingMinor
        && stored.customer == incoming.customer && stored.shippingAddress == incoming.shippingAddress
        && stored.payment == incoming.payment && areShipmentsKnown && areSameLines(stored, incoming);
    return !isSame;
}

EngineSync::EngineSync(Database &database, EngineRow row, std::unique_ptr<EngineConnector> connector,
                       std::shared_ptr<std::atomic<bool>> stop, Options options)
    : m_database(database)
    , m_row(std::move(row))
    , m_connector(std::move(connector))
    , m_stop(std::move(stop))
    , m_options(options)
    , m_holder(newUuid7())
    , m_thread([this] { run(); })
{
}

EngineSync::~EngineSync()
{
    *m_stop = true;
    wake();
    m_thread.join();
}

void EngineSync::wake()
{
    const std::lock_guard lock(m_mutex);
    m_isWoken = true;
    m_condition.notify_all();
}

void EngineSync::waitFor(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_condition.wait_for(lock, time, [this] { return m_isWoken || *m_stop; });
    m_isWoken = false;
}

void EngineSync::run()
{
    while (!*m_stop) {
        if (!hold()) {
            waitFor(m_options.interval);
            continue;
        }
        takeWakes();
        const auto page = pull();
        const bool isKept = page && keep(*page);
        if (*m_stop)
            break;
        m_failures = isKept ? 0 : m_failures + 1;
        const double jitter = QRandomGenerator::global()->generateDouble();
        if (!isKept)
            waitFor(engineBackOff(m_failures, m_options.interval, jitter));
        else if (!page->hasMore)
            waitFor(m_options.interval);
    }
    release();
}

bool EngineSync::hold()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_heldUntil.isValid() && now.msecsTo(m_heldUntil) > m_options.lease.count() / 2)
        return true;
    bool isTaken = false;
    m_database.readAndWait([&](Tx &tx) {
        isTaken =
            LeaseRepository(tx).isTaken(m_row.store, leaseName(m_row.id), m_holder, now) || tx.hasFailed();
    });
    bool isHeld = false;
    std::optional<EngineRow> row;
    if (!isTaken) {
        const auto outcome = m_database.writeAndWait([&](Tx &tx) {
            isHeld = renew(tx);
            row = EngineRepository(tx).find(m_row.store, m_row.id);
        });
        isHeld = isHeld && row && outcome && *outcome == CommitOutcome::Committed;
    }
    if (!isHeld)
        m_heldUntil = {};
    else // Another process may have come further meanwhile.
        m_row = std::move(*row);
    return isHeld;
}

/// In every transaction that writes. False: somebody has followed, and what this one did is undone.
bool EngineSync::renew(Tx &tx)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime until = now.addMSecs(m_options.lease.count());
    const bool isHeld = LeaseRepository(tx).take(m_row.store, leaseName(m_row.id), m_holder, now, until);
    m_heldUntil = isHeld ? until : QDateTime();
    if (!isHeld)
        tx.rollBack();
    return isHeld;
}

void EngineSync::release()
{
    if (!m_heldUntil.isValid())
        return;
    (void)m_database.writeAndWait(
        [this](Tx &tx) { LeaseRepository(tx).release(m_row.store, leaseName(m_row.id), m_holder); });
}

/// What webhooks named since the last look.
void EngineSync::takeWakes()
{
    bool hasWakes = false;
    m_database.readAndWait([&](Tx &tx) { hasWakes = EngineRepository(tx).hasWakes(m_row.store, m_row.id); });
    if (!hasWakes)
        return;
    QStringList orders;
    const auto outcome = m_database.writeAndWait(
        [&](Tx &tx) { orders = EngineRepository(tx).takeWakes(m_row.store, m_row.id); });
    if (outcome && *outcome == CommitOutcome::Committed)
        m_connector->expect(orders);
}

std::optional<EnginePage> EngineSync::pull()
{
    auto page = m_connector->pull(m_row.position);
    if (page)
        return std::move(*page);
    if (*m_stop)
        return std::nullopt;
    const EngineError &error = page.error();
    qCInfo(lcSync) << "engine" << m_row.id << "pull failed:" << error.detail;
    const bool isDenied = error.kind == EngineError::Kind::Denied;
    showState(isDenied ? EngineRow::State::Denied : EngineRow::State::Unreachable, error.detail);
    return std::nullopt;
}

bool EngineSync::keep(const EnginePage &page)
{
    for (qsizetype from = 0; from < page.orders.size(); from += m_options.ordersPerTransaction) {
        if (!mergeChunk(page.orders.mid(from, m_options.ordersPerTransaction), page.isHistory))
            return false;
    }
    for (const QString &id : page.unreadable)
        m_unreadable.insert(id);
    return finish(page);
}

bool EngineSync::mergeChunk(const QList<Order> &orders, bool isHistory)
{
    QStringList left;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto outcome = m_database.writeAndWait([&](Tx &tx) {
        left.clear(); // The job may run twice.
        if (!renew(tx))
            return;
        Orderbook book(tx, m_row.store, now);
        const bool areMailsWanted =
            StoreRepository(tx).setting(m_row.store, u"engine.confirmations"_s, u"on"_s) == u"on";
        for (const Order &order : orders) {
            const bool isFresh = order.placedAtUtc.msecsTo(now) < FreshMs;
            const auto refusal =
                takeOver(book, order, engineActor(m_row.type), areMailsWanted && isFresh && !isHistory);
            if (refusal && refusal->kind == Refusal::Kind::Database)
                return; // The transaction carries the error.
            if (refusal)
                left.append(order.externalId);
        }
    });
    if (!outcome || *outcome != CommitOutcome::Committed) {
        qCInfo(lcSync) << "engine" << m_row.id
                       << "merge failed:" << (outcome ? QString() : outcome.error().detail);
        return false;
    }
    for (const Order &order : orders)
        m_unreadable.remove(order.externalId);
    for (const QString &id : std::as_const(left))
        m_unreadable.insert(id);
    return true;
}

QString EngineSync::workingDetail() const
{
    if (m_unreadable.isEmpty())
        return {};
    //: %n number of orders in the engine
    return SyncWords::tr("%n order(s) could not be understood and are left out.", nullptr,
                         int(m_unreadable.size()));
}

bool EngineSync::finish(const EnginePage &page)
{
    const bool isMoved = page.position != m_row.position;
    if (isMoved) {
        const auto outcome = m_database.writeAndWait([&](Tx &tx) {
            if (renew(tx))
                EngineRepository(tx).setPosition(m_row.store, m_row.id, page.position);
        });
        if (!outcome || *outcome != CommitOutcome::Committed)
            return false;
        m_row.position = page.position;
    }
    showState(EngineRow::State::Working, workingDetail());
    return true;
}

void EngineSync::showState(EngineRow::State state, const QString &detail)
{
    if (m_row.state == state && m_row.stateDetail == detail)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto outcome = m_database.writeAndWait([&](Tx &tx) {
        if (renew(tx))
            EngineRepository(tx).setState(m_row.store, m_row.id, state, detail, now);
    });
    if (!outcome || *outcome != CommitOutcome::Committed)
        return;
    m_row.state = state;
    m_row.stateDetail = detail;
    m_row.stateAt = now;
}

} // namespace mc::store
