// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/vendure/vendureapi.h"
#include "store/engines/vendure/vendureorder.h"

#include <QHash>

namespace mc::store {

/**
 * Finds out which orders of a Vendure changed, although its `updatedAt` does not move when an order is
 * placed, paid, shipped, delivered or refunded.
 *
 * First every placed order, newest first. Then four nets, from fine and frequent to coarse and rare, each a
 * page a pull so that the cost for Vendure is bounded:
 *   1. every pull: what `updatedAt` or `orderPlacedAt` do tell, with an overlap;
 *   2. every second pull: id, state and updatedAt of the orders that are still open, 1000 at a time;
 *   3. every other second pull: all details of 100 open orders, round and round (parcels, payments);
 *   4. all details of all orders, round and round: quickly once after a start, then slowly; and quickly again
 *      when the number of orders in a state is not what it should be.
 * An order is handed out when its content differs from what was handed out before. What was seen is kept in
 * memory only and becomes valid when the caller comes back with the position that it was given.
 */
class VendureFeed final
{
    Q_DECLARE_TR_FUNCTIONS(mc::store::VendureFeed)
public:
    VendureFeed(VendureApi &api, EngineEnvironment environment);

    [[nodiscard]] EngineResult<EnginePage> pull(const QByteArray &position);

private:
    struct Seen {
        size_t brief = 0; ///< Hash of state and updatedAt.
        size_t full = 0; ///< Hash of the whole mapped order.
        quint32 round = 0; ///< Of the sweep that met it last.
        QString state;
    };
    struct Position {
        bool isImporting = true;
        QString before; ///< Import: everything placed at or after this time is in. Empty: nothing is.
        int skip = 0; ///< Import: orders to skip, while more than a page have the same time.
        QString since; ///< Latest time that Vendure told: the next changes are asked from here.
        qint64 version = 0; ///< Of the orders handed out last.

        [[nodiscard]] QByteArray toBytes() const;
        [[nodiscard]] static Position fromBytes(const QByteArray &bytes);
    };
    /// One list request and what it answered.
    struct Listing {
        QList<VendureOrder> orders;
        QStringList unreadable; ///< Those that were not known to be.
        QSet<QString> ids;
        QString oldest; ///< orderPlacedAt of the last row, as Vendure wrote it.
        int rows = 0;
    };

    void acknowledge(const QByteArray &position);
    void forgetGiven();
    [[nodiscard]] EngineResult<EnginePage> import();
    [[nodiscard]] EngineResult<EnginePage> next();
    [[nodiscard]] EngineResult<EnginePage> readPending();
    [[nodiscard]] EngineResult<void> askChanges();
    [[nodiscard]] EngineResult<void> sweepOpen();
    [[nodiscard]] EngineResult<void> rotateOpen(EnginePage &page);
    [[nodiscard]] EngineResult<void> scrub(EnginePage &page);
    [[nodiscard]] EngineResult<void> compareCounts();
    [[nodiscard]] EngineResult<void> follow(EnginePage &page);

    [[nodiscard]] EngineResult<Listing> list(const QJsonObject &options);
    [[nodiscard]] EngineResult<QJsonArray> listBriefly(const QJsonObject &options);
    void noteBriefly(const QJsonObject &row, quint32 round);
    void handOut(const Listing &listing, EnginePage &page);
    void noteTime(const QString &time);
    [[nodiscard]] qint64 nextVersion();
    void finish(EnginePage &page);

    VendureApi &m_api; ///< Not owned; outlives this object.
    EngineEnvironment m_environment;
    Position m_position;
    QByteArray m_givenPosition; ///< What the last pull returned.
    bool m_isStarted = false;
    QHash<QString, Seen> m_seen; ///< By Vendure's id.
    QHash<QString, Seen> m_given; ///< In the last page, not yet acknowledged.
    QStringList m_pending; ///< Orders whose details are to be read.
    QString m_latest; ///< Becomes `since` when nothing is pending.
    quint64 m_pulls = 0;
    quint32 m_sweepRound = 1;
    int m_sweepSkip = 0;
    int m_rotationSkip = 0;
    QString m_scrubBefore;
    int m_scrubSkip = 0;
    bool m_isScrubFast = true;
    bool m_isComplete = false; ///< Every order has been seen by this process: counts can be compared.
    QHash<QString, int> m_lastMismatch; ///< By state: Vendure's count minus ours.
    QHash<QString, int> m_scrubbedFor; ///< The mismatch that a quick round has not explained.
};

} // namespace mc::store
