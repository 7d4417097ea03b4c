// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "store/processing/effect.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <tl/expected.hpp>

namespace mc::store {

struct EngineConfig {
    QString id; ///< Id of the engine row.
    StoreId store;
    QString type; ///< "vendure"
    QUrl url;
    QString user;
    QString secret; ///< Unsealed in memory only; never logged.
    QString channel; ///< Vendure: channel token; may be empty.
};

struct EngineError {
    enum class Kind : quint8 {
        Unreachable, ///< No answer, time-out, 5xx, HTML instead of JSON: unknown whether it acted; read
                     ///< again, then retry.
        Denied, ///< Wrong secret or missing permission: somebody has to fix the connection.
        Refused, ///< The engine understood and said no.
        Unsupported ///< An answer that this version does not understand.
    };
    Kind kind = Kind::Unreachable;
    QString detail; ///< For people, one sentence without personal data.
};
template <typename Value>
using EngineResult = tl::expected<Value, EngineError>;

/// What became of a cancellation in the engine, read back after the call.
struct EngineCancelOutcome {
    enum class Kind : quint8 { Cancelled, AlreadyCancelled, Shipped, Refused };
    Kind kind = Kind::Cancelled;
    QString detail; ///< For people: tracking number, or what the engine said.
    Order order; ///< The order as the engine has it now.
};

/// Orders that changed since a position, and the next position (ASCII, opaque to everybody but the
/// connector).
struct EnginePage {
    QList<Order> orders; ///< externalId, source and version are the engine's; id and cancellations are empty.
                         ///< An order may come again unchanged.
    QStringList unreadable; ///< External ids of orders that this version does not understand; left out.
    QByteArray position; ///< To be kept once the orders are; pulling from an older one is always safe.
    bool hasMore = false; ///< Pull again at once.
    bool isHistory = false; ///< Part of the first import: old news, about which nobody gets a mail.
};

/// Orders that another connector object of the same engine read or changed: the next pull reads them again,
/// because what was merged out of turn must not hide a newer state. Thread-safe.
class TouchedOrders final
{
public:
    void add(const QString &externalId);
    [[nodiscard]] QStringList take();

private:
    std::mutex m_mutex;
    QSet<QString> m_ids;
};

/// What a connector gets from outside, so that tests can replace it.
struct EngineEnvironment {
    std::function<qint64()> nowMs = [] { return QDateTime::currentMSecsSinceEpoch(); };
    std::shared_ptr<TouchedOrders> touched = std::make_shared<TouchedOrders>();
    std::shared_ptr<const std::atomic<bool>> stop; ///< Set to end every call soon.
    std::chrono::milliseconds timeLimit{15'000};
};

/**
 * One commerce engine. Synchronous and blocking; each object is used by one worker thread at a time.
 *
 * Calls are serialised for each order by the caller. Every call has a time limit of its own (default 15 s).
 */
class EngineConnector : public EffectExecutor
{
public:
    /// Signs in and reads something harmless: what `engine test` prints.
    [[nodiscard]] virtual EngineResult<QString> test() = 0;
    /// All orders on the first call (empty position), later only what changed.
    [[nodiscard]] virtual EngineResult<EnginePage> pull(const QByteArray &position) = 0;
    /// These orders have changed, somebody says: the next pull reads them first. Any thread.
    virtual void expect(const QStringList &externalIds) = 0;
    [[nodiscard]] virtual EngineResult<Order> read(const QString &externalId) = 0;
    /// Checks that nothing shipped, cancels with the reason, reads back. Safe to repeat.
    [[nodiscard]] virtual EngineResult<EngineCancelOutcome> cancel(const Order &order,
                                                                   const Cancellation &request) = 0;
    /// Refund (or void of an authorisation) and restock of a cancellation; mail is not an engine's business.
    [[nodiscard]] EffectOutcome execute(const Effect &effect, const Order &order) override = 0;
};

/// nullptr: no such type of engine.
[[nodiscard]] std::unique_ptr<EngineConnector> makeConnector(const EngineConfig &config,
                                                             const EngineEnvironment &environment);
/// What `engine add` offers: "vendure".
[[nodiscard]] QStringList engineTypes();

} // namespace mc::store
