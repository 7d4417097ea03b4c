// SPDX-License-Identifier: Apache-2.0
// A console without windows: the real sync engine, cache and outbox in a process of their own, told by lines
// on standard input what a person would do. It ends with its input, and it is made to be killed.
//
// First line: {"folder", "url", "token", "store": answer of GET /v1/store}. Then: {"cancel": ORDER, "body":
// {…}} or
// {"status": true}. It answers {"queued": OPERATION, "order": ORDER}, {"refused": ORDER}, {"waiting": n, …}.
#include "sync/syncengine.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace std::chrono_literals;

namespace {

void say(const QJsonObject &line)
{
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

SyncTiming quickTiming()
{
    SyncTiming timing;
    timing.net = {800ms, 1'500ms, 3'000ms};
    timing.feed = {500ms, 2'000ms, 100ms, 500ms};
    timing.retryFirst = 30ms;
    timing.retryLongest = 300ms;
    timing.tick = 300ms;
    timing.stalledAfter = 4'000ms;
    return timing;
}

class Driver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Driver)

public:
    Driver()
        : m_engine(m_network, m_scheduler, quickTiming())
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &Driver::readInput);
        connect(&m_engine, &SyncEngine::queued, this, [this](const QueuedRequest &request) {
            say({{u"queued"_s, request.operations.first().toString()}, {u"order"_s, m_order}});
        });
        connect(&m_engine, &SyncEngine::commandFailed, this, [this](const QString &) {
            say({{u"refused"_s, m_order}});
        });
        connect(&m_engine, &SyncEngine::updated, this,
                [this](const SyncUpdate &update) { m_pending = update.pending; });
    }

private:
    void readInput()
    {
        char piece[65536];
        const ssize_t size = ::read(STDIN_FILENO, piece, sizeof(piece));
        if (size <= 0) {
            QCoreApplication::quit();
            return;
        }
        m_bytes += QByteArray(piece, size);
        for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
            const QJsonObject line = QJsonDocument::fromJson(m_bytes.left(end)).object();
            m_bytes.remove(0, end + 1);
            obey(line);
        }
    }

    void obey(const QJsonObject &line)
    {
        if (line.contains(u"folder"_s)) {
            m_engine.open({u"proof"_s,
                           QUrl(line[u"url"_s].toString()),
                           {},
                           line[u"token"_s].toString().toLatin1(),
                           storeInfoFromJson(line[u"store"_s].toObject()),
                           line[u"folder"_s].toString()});
        } else if (line.contains(u"cancel"_s)) {
            m_order = line[u"cancel"_s].toString();
            const QByteArray body = QJsonDocument(line[u"body"_s].toObject()).toJson(QJsonDocument::Compact);
            m_engine.cancelOrders({{OrderId(m_order)}, u"other"_s, {}, body, 0ms});
        } else {
            sayStatus();
        }
    }

    void sayStatus() const
    {
        int waiting = 0;
        int refused = 0;
        int unconfirmed = 0;
        for (const OutboxRow &row : m_pending) {
            refused += row.state == OperationState::Refused ? 1 : 0;
            unconfirmed += row.state == OperationState::Sent ? 1 : 0;
            waiting += row.state == OperationState::Held || row.state == OperationState::Queued
                    || row.state == OperationState::Sending
                ? 1
                : 0;
        }
        say({{u"waiting"_s, waiting},
             {u"refused"_s, refused},
             {u"unconfirmed"_s, unconfirmed},
             {u"online"_s, m_engine.status().link == SyncStatus::Link::Online}});
    }

    QNetworkAccessManager m_network;
    RealScheduler m_scheduler;
    SyncEngine m_engine;
    QSocketNotifier m_input;
    QByteArray m_bytes;
    QString m_order; ///< Whom the last command was about: answers come in the same call.
    QList<OutboxRow> m_pending;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Driver driver;
    return QCoreApplication::exec();
}

#include "console.moc"
