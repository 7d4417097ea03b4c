// SPDX-License-Identifier: Apache-2.0
#include "store/processing/processor.h"

#include "domain/plantedbug.h"
#include "store/orderbook/orderrows.h"
#include "store/orderbook/storerepository.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

Q_LOGGING_CATEGORY(lcProcessing, "mc.store.processing")

// Small enough that a worker works its claim off before the lease ends, even when each step takes long.
constexpr int ClaimSize = 20;
constexpr int MostMailAttempts = 20;

/// Past half of the lease the rest is left to whoever claims it next.
bool isLeaseRunningOut(const QDateTime &claimedAt, const QDateTime &now)
{
    return claimedAt.msecsTo(now) > shortened(Orderbook::ClaimLease).count() / 2;
}

Rejection rejectionOf(EngineCancelOutcome::Kind kind)
{
    return kind == EngineCancelOutcome::Kind::Shipped ? Rejection::Shipped : Rejection::EngineRefused;
}

/// Why a request waits for its engine, as the timeline says it.
QString postponedCode(EngineError::Kind kind)
{
    switch (kind) {
    case EngineError::Kind::Unreachable:
        return u"engine_unreachable"_s;
    case EngineError::Kind::Denied:
        return u"engine_denied"_s;
    case EngineError::Kind::Unsupported:
    case EngineError::Kind::Refused:
        break;
    }
    return u"engine_not_understood"_s;
}

std::optional<QDateTime> earlier(const std::optional<QDateTime> &a, const std::optional<QDateTime> &b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

} // namespace

Processor::Processor(Database &database, ProcessorClock clock)
    : m_database(database)
    , m_clock(std::move(clock))
{
}

Processor::~Processor()
{
    stop();
}

void Processor::setExecutor(const StoreId &store, Effect::Kind kind, std::shared_ptr<EffectExecutor> executor)
{
    const std::lock_guard lock(m_mutex);
    m_executors[{store.toString(), static_cast<int>(kind)}] = std::move(executor);
}

void Processor::setConnector(const StoreId &store, const QString &source,
                             std::shared_ptr<EngineConnector> connector)
{
    const std::lock_guard lock(m_mutex);
    m_connectors[{store.toString(), source}] = std::move(connector);
}

std::shared_ptr<EngineConnector> Processor::connectorFor(const StoreId &store, const QString &source) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_connectors.find({store.toString(), source});
    return it == m_connectors.end() ? nullptr : it->second;
}

void Processor::start()
{
    for (const Lane lane : {Lane::Decisions, Lane::Mail})
        m_threads.emplace_back([this, lane] { loop(lane); });
}

void Processor::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wakeUp.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Processor::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken.fill(true);
    }
    m_wakeUp.notify_all();
}

void Processor::loop(Lane lane)
{
    bool &isWoken = m_isWoken.at(static_cast<std::size_t>(lane));
    for (;;) {
        const auto due = runOnce(lane);
        const qint64 left = due ? m_clock.now().msecsTo(*due) : m_clock.idle.count();
        // What is still due could not be done (the disk is full, another process is at it): not at once
        // again.
        const auto wait =
            left > 0 ? std::min(std::chrono::milliseconds(left), m_clock.idle) : m_clock.firstBackOff;
        std::unique_lock lock(m_mutex);
        m_wakeUp.wait_for(lock, wait, [&] { return m_isStopping || isWoken; });
        if (m_isStopping)
            return;
        isWoken = false;
    }
}

std::chrono::milliseconds Processor::backOff(int attempts) const
{
    const double base = double(m_clock.firstBackOff.count()) * double(1ULL << std::clamp(attempts, 0, 30));
    const double capped = std::min(base, double(m_clock.longestBackOff.count()));
    const double jitter = m_clock.jitter ? m_clock.jitter() : QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(static_cast<qint64>(capped * (0.5 + jitter)));
}

std::vector<StoreId> Processor::stores() const
{
    std::vector<StoreId> ids;
    m_database.readAndWait([&ids](Tx &tx) {
        ids.clear();
        const QList<Store> list = StoreRepository(tx).list();
        for (const Store &store : list)
            ids.push_back(store.id);
    });
    return ids;
}

std::optional<QDateTime> Processor::nextDue(const StoreId &store, Lane lane) const
{
    std::optional<QDateTime> due;
    m_database.readAndWait([&](Tx &tx) {
        const QDateTime now = m_clock.now();
        const EffectBook effects(tx, store, now);
        due = lane == Lane::Mail
            ? effects.nextDue(EffectBook::Which::Mail)
            : earlier(effects.nextDue(EffectBook::Which::ButMail), Orderbook(tx, store, now).nextDue());
    });
    return due;
}

std::optional<QDateTime> Processor::runOnce(Lane lane)
{
    std::optional<QDateTime> first;
    for (const StoreId &store : stores()) {
        // Asking is a read; an idle store never writes.
        auto due = nextDue(store, lane);
        for (bool hasWorked = true; hasWorked && due && *due <= m_clock.now(); due = nextDue(store, lane)) {
            hasWorked = lane == Lane::Mail ? execute(store, EffectBook::Which::Mail) : settleAll(store);
            const std::lock_guard lock(m_mutex);
            if (m_isStopping)
                return std::nullopt;
        }
        first = earlier(first, due);
    }
    return first;
}

bool Processor::settleAll(const StoreId &store)
{
    const bool hasDecided = decide(store);
    return execute(store, EffectBook::Which::ButMail) || hasDecided;
}

bool Processor::write(const Database::Job &job)
{
    const auto outcome = m_database.writeAndWait(job);
    if (!outcome)
        qCWarning(lcProcessing, "a step was not written: %s", qUtf8Printable(outcome.error().detail));
    return outcome.has_value();
}

bool Processor::decide(const StoreId &store)
{
    const QDateTime claimedAt = m_clock.now();
    QList<std::pair<Order, CancellationId>> foreign;
    int count = 0;
    // Without an engine nobody else has to be asked: claim and outcome are one transaction.
    const bool isWritten = write([&](Tx &tx) {
        Orderbook book(tx, store, claimedAt);
        foreign.clear();
        count = book.expireUndecided(ClaimSize);
        const QList<CancellationId> claimed = book.claimDue(ClaimSize);
        count += static_cast<int>(claimed.size());
        for (const CancellationId &id : claimed) {
            const auto orderId = book.findByCancellation(id);
            const auto order = orderId ? book.order(*orderId) : std::nullopt;
            if (order && isFromEngine(*order))
                foreign.append({*order, id});
            else if (order)
                (void)book.succeed(id);
        }
    });
    if (!isWritten)
        return false;
    for (const auto &[order, id] : std::as_const(foreign)) {
        if (isLeaseRunningOut(claimedAt, m_clock.now()))
            break;
        decideOne(store, order, id);
    }
    return count > 0;
}

void Processor::decideOne(const StoreId &store, const Order &order, const CancellationId &id)
{
    const auto connector = connectorFor(store, order.source);
    const auto it = std::find_if(order.cancellations.cbegin(), order.cancellations.cend(),
                                 [&id](const Cancellation &one) { return one.id == id; });
    if (it == order.cancellations.cend())
        return;
    if (!connector) {
        settle(store, order, id,
               tl::unexpected(
                   EngineError{EngineError::Kind::Unreachable, u"The shop system is not connected."_s}));
        return;
    }
    settle(store, order, id, connector->cancel(order, *it));
}

void Processor::settle(const StoreId &store, const Order &order, const CancellationId &id,
                       const EngineResult<EngineCancelOutcome> &outcome)
{
    write([&](Tx &tx) {
        const QDateTime now = m_clock.now();
        Orderbook book(tx, store, now);
        const bool isRefused = !outcome
            && (outcome.error().kind == EngineError::Kind::Refused || bugPlanted("unreachable-taken-for-no"));
        if (isRefused) {
            (void)book.reject(id, Rejection::EngineRefused, outcome.error().detail);
            return;
        }
        if (!outcome) {
            // Whether the engine has acted is unknown: the next attempt reads first.
            book.postpone(id, now.addMSecs(backOff(book.attempts(id) - 1).count()), outcome.error().detail,
                          postponedCode(outcome.error().kind));
            return;
        }
        const bool isCancelled = outcome->kind == EngineCancelOutcome::Kind::Cancelled
            || outcome->kind == EngineCancelOutcome::Kind::AlreadyCancelled;
        if (isCancelled)
            (void)book.succeed(id, Orderbook::Authority::Engine);
        else
            (void)book.reject(id, rejectionOf(outcome->kind), outcome->detail);
        // After the outcome, so that what the engine cancelled for us is not taken for its own doing.
        if (outcome->order.externalId == order.externalId)
            (void)book.mergeOrder(outcome->order, storeActor(), false);
    });
}

bool Processor::execute(const StoreId &store, EffectBook::Which which)
{
    const QDateTime claimedAt = m_clock.now();
    QList<ClaimedEffect> claimed;
    const bool isWritten =
        write([&](Tx &tx) { claimed = EffectBook(tx, store, claimedAt).claimDue(ClaimSize, which); });
    if (!isWritten)
        return false;
    for (const ClaimedEffect &one : std::as_const(claimed)) {
        if (isLeaseRunningOut(claimedAt, m_clock.now()))
            break;
        executeOne(one);
    }
    return !claimed.isEmpty();
}

EffectOutcome Processor::outcomeOf(const ClaimedEffect &claimed)
{
    const Effect &effect = claimed.effect;
    if (effect.kind != Effect::Kind::Mail && isFromEngine(claimed.order)) {
        const auto connector = connectorFor(effect.store, claimed.order.source);
        return connector ? connector->execute(effect, claimed.order)
                         : EffectOutcome{EffectOutcome::Kind::TryLater, u"the engine is not connected"_s};
    }
    std::shared_ptr<EffectExecutor> executor;
    {
        const std::lock_guard lock(m_mutex);
        auto it = m_executors.find({effect.store.toString(), static_cast<int>(effect.kind)});
        if (it == m_executors.end())
            it = m_executors.find({QString(), static_cast<int>(effect.kind)});
        executor = it == m_executors.end() ? nullptr : it->second;
    }
    if (executor)
        return executor->execute(effect, claimed.order);
    // Said once, not kept back: mails that wait for months for a mail server would only confuse their
    // readers.
    if (effect.kind == Effect::Kind::Mail)
        return {EffectOutcome::Kind::Refused, u"no mail server is set up"_s};
    return {EffectOutcome::Kind::Manual, {}};
}

void Processor::executeOne(const ClaimedEffect &claimed)
{
    const Effect &effect = claimed.effect;
    EffectOutcome outcome = outcomeOf(claimed);
    // Money is tried for ever, the rest is given up and shown.
    const bool isGivenUp = outcome.kind == EffectOutcome::Kind::TryLater
        && effect.kind != Effect::Kind::Refund && effect.attempts >= MostMailAttempts;
    if (isGivenUp)
        outcome = {EffectOutcome::Kind::Refused, u"given up after %1 attempts"_s.arg(effect.attempts)};
    write([&](Tx &tx) {
        const QDateTime now = m_clock.now();
        EffectBook book(tx, effect.store, now);
        switch (outcome.kind) {
        case EffectOutcome::Kind::Done:
            book.setDone(effect);
            return;
        case EffectOutcome::Kind::TryLater:
            book.postpone(effect, now.addMSecs(backOff(effect.attempts - 1).count()), outcome.detail);
            return;
        case EffectOutcome::Kind::Refused:
            book.setRefused(effect, outcome.detail);
            return;
        case EffectOutcome::Kind::Manual:
            book.setManual(effect);
            return;
        }
    });
}

} // namespace mc::store
