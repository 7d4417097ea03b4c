// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/transport.h"
#include "net/wireorder.h"

#include <QObject>
#include <QPointer>

class QNetworkReply;

namespace mc {

/**
 * Reads the store's snapshot line by line while it comes in.
 *
 * began() at most once, batchRead() any number of times, then exactly one finished(). Between two pieces the
 * thread does what else waits for it. Asks for one part after the other: Qt 6.4 limits the buffer of no
 * chunked answer, and a store sends faster than the reader of the batches takes (docs/performance.md). Lives
 * in the transport's thread.
 */
class FetchSnapshot final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchSnapshot)
public:
    /// `from`: the last resume value that was kept; empty: from the newest order on.
    FetchSnapshot(const Transport &transport, QByteArray from, QObject *parent);
    ~FetchSnapshot() override;
    void start();

signals:
    void began(const QByteArray &cursor, int total);
    /// All orders since the last batch; `resume`, when it is not empty, continues right behind them or a
    /// little before their end. The first batch is small, so that there is something to see, later ones are
    /// large.
    void batchRead(const QList<mc::ReceivedOrder> &orders, const QByteArray &resume);
    /// true: the last line was read. Orders behind the last resume value come with the next attempt.
    void finished(const mc::NetResult<bool> &outcome);

private:
    void ask();
    void onReadyRead();
    void onFinished();
    [[nodiscard]] bool readPiece();
    void takeLines(const QByteArray &piece);
    [[nodiscard]] bool take(const QByteArray &line);
    void takeResume(const SnapshotLine &line);
    [[nodiscard]] bool goOn();
    void dropReply();
    void passOn();
    void fail(NetFailure::Kind kind, const QString &detail);
    void finish(const NetResult<bool> &outcome);

    const Transport &m_transport; ///< Not owned; outlives this call.
    QByteArray m_from; ///< Where the part that is read begins.
    QByteArray m_next; ///< Where the next one begins; empty: this part has not come to its end.
    QPointer<QNetworkReply> m_reply; ///< Child of the network manager, deleted by this call.
    QList<ReceivedOrder> m_orders; ///< Since the last batch.
    QByteArray m_resume; ///< The last one among them.
    qsizetype m_batch; ///< How many orders the next batch has at least.
    QByteArray m_rest; ///< The line that is not complete yet.
    QByteArray m_refusal; ///< Body of an answer that is no snapshot.
    bool m_hasBegun = false;
    bool m_hasEnded = false;
    bool m_isOver = false;
};

} // namespace mc
