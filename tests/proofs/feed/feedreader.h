// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/proofs/feed/feedstore.h"

#include <QMutex>
#include <QStringList>

#include <atomic>
#include <functional>
#include <random>
#include <thread>

class QTcpSocket;

namespace mc::proof {

/**
 * A client that follows a store's feed as a console does: a snapshot (NDJSON), then the changes since, woken
 * by server-sent events or by its own clock. Runs in a thread of its own until it is destroyed; all members
 * are thread-safe.
 */
class FeedReader final
{
    Q_DISABLE_COPY_MOVE(FeedReader)

public:
    enum class Wakes : quint8 { ByEvents, ByClock };
    FeedReader(int number, std::function<quint16()> port, FeedIdentity who, Wakes wakes, quint64 seed);
    ~FeedReader();

    [[nodiscard]] QByteArray cursor() const;
    [[nodiscard]] QHash<QString, qint64> versions() const;
    [[nodiscard]] QStringList takeFindings(); ///< Broken promises since the last call.
    [[nodiscard]] int snapshots() const { return m_snapshots; }
    [[nodiscard]] int events() const { return m_events; }
    [[nodiscard]] qint64 received() const { return m_received; }
    /// The store was restored: until the reader has met the 410, it may be told to start again.
    void expectRestore() { m_mayResync = true; }

private:
    void run();
    void takeSnapshot();
    [[nodiscard]] bool takeChanges(); ///< True: there is more at once.
    void take(const QByteArray &document, bool isSnapshot);
    void find(const QString &what);
    void waitForNews();
    void listen();

    const int m_number;
    const std::function<quint16()> m_port; ///< Each request may go to another process.
    const FeedIdentity m_who;
    const Wakes m_wakes;
    std::mt19937_64 m_random;
    std::unique_ptr<QTcpSocket> m_stream; ///< Lives in the thread.
    mutable QMutex m_mutex; ///< For the four below.
    QByteArray m_cursor;
    QByteArray m_resume;
    QHash<QString, qint64> m_versions;
    QStringList m_findings;
    std::atomic<bool> m_mayResync = false;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_snapshots = 0;
    std::atomic<int> m_events = 0;
    std::atomic<qint64> m_received = 0;
    std::thread m_thread; ///< Last: uses the rest.
};

} // namespace mc::proof
