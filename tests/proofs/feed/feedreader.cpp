// SPDX-License-Identifier: Apache-2.0
#include "tests/proofs/feed/feedreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::proof {

FeedReader::FeedReader(int number, std::function<quint16()> port, FeedIdentity who, Wakes wakes, quint64 seed)
    : m_number(number)
    , m_port(std::move(port))
    , m_who(std::move(who))
    , m_wakes(wakes)
    , m_random(seed)
    , m_thread([this] { run(); })
{
}

FeedReader::~FeedReader()
{
    m_isStopping = true;
    m_thread.join();
}

QByteArray FeedReader::cursor() const
{
    const QMutexLocker lock(&m_mutex);
    return m_resume.isEmpty() ? m_cursor : QByteArray(); // in a half snapshot the cursor promises nothing yet
}

QHash<QString, qint64> FeedReader::versions() const
{
    const QMutexLocker lock(&m_mutex);
    return m_versions;
}

QStringList FeedReader::takeFindings()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_findings, {});
}

void FeedReader::find(const QString &what)
{
    const QMutexLocker lock(&m_mutex);
    m_findings.append(u"reader %1: %2"_s.arg(m_number).arg(what));
}

void FeedReader::run()
{
    while (!m_isStopping) {
        bool isFresh = false;
        {
            const QMutexLocker lock(&m_mutex);
            isFresh = m_cursor.isEmpty() || !m_resume.isEmpty();
        }
        if (isFresh)
            takeSnapshot();
        else if (!takeChanges())
            waitForNews();
    }
    m_stream.reset();
}

void FeedReader::take(const QByteArray &document, bool isSnapshot)
{
    const QJsonObject order = QJsonDocument::fromJson(document).object();
    const QString id = order[u"id"_s].toString();
    const qint64 version = order[u"version"_s].toInteger();
    const QMutexLocker lock(&m_mutex);
    qint64 &known = m_versions[id];
    // A snapshot's page may be older than a change that was read on the way; the feed itself never goes back.
    if (version < known && !isSnapshot)
        m_findings.append(
            u"reader %1: order %2 went back from %3 to %4"_s.arg(m_number).arg(id).arg(known).arg(version));
    known = std::max(known, version);
    ++m_received;
}

void FeedReader::takeSnapshot()
{
    // Some take it in parts, and go on behind each as if it had broken off.
    const int part = int(m_random() % 2 == 0 ? 1 + m_random() % 300 : 100'000);
    QByteArray path = "/v1/orders?limit=" + QByteArray::number(part);
    {
        const QMutexLocker lock(&m_mutex);
        if (m_resume.isEmpty())
            m_versions.clear();
        else
            path += "&from=" + m_resume;
    }
    const auto answer = test::HttpProbe(m_port()).send("GET", path, m_who.reader);
    if (answer.status == 410) { // restored while the snapshot came in
        const QMutexLocker lock(&m_mutex);
        m_resume.clear();
        return;
    }
    if (answer.status != 200) {
        std::this_thread::sleep_for(5ms);
        return;
    }
    QByteArray cursor;
    QByteArray resume;
    bool isComplete = false;
    for (const QByteArray &line : answer.body.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(u"number"_s))
            take(line, true);
        else if (object.contains(u"cursor"_s))
            cursor = object[u"cursor"_s].toString().toLatin1();
        else if (object.contains(u"resume"_s))
            resume = object[u"resume"_s].toString().toLatin1();
        else if (object[u"end"_s].toBool())
            isComplete = true;
    }
    const QMutexLocker lock(&m_mutex);
    m_cursor = cursor;
    m_resume = isComplete ? QByteArray() : resume;
    m_mayResync = m_mayResync && !isComplete;
    ++m_snapshots;
}

bool FeedReader::takeChanges()
{
    const QByteArray after = cursor();
    const QByteArray limit = QByteArray::number(1 + int(m_random() % 200));
    const auto answer =
        test::HttpProbe(m_port()).send("GET", "/v1/changes?after=" + after + "&limit=" + limit, m_who.reader);
    if (answer.status == 410) {
        if (!m_mayResync)
            find(u"sent back to a snapshot without a restore"_s);
        const QMutexLocker lock(&m_mutex);
        m_cursor.clear();
        return true;
    }
    const QJsonObject page = answer.json();
    if (answer.status != 200 || page.isEmpty()) { // closed, or cut off by a restart: nothing is known of it
        std::this_thread::sleep_for(5ms);
        return true;
    }
    const QJsonArray orders = page[u"orders"_s].toArray();
    for (const QJsonValue &order : orders)
        take(QJsonDocument(order.toObject()).toJson(QJsonDocument::Compact), false);
    const QMutexLocker lock(&m_mutex);
    m_cursor = page[u"cursor"_s].toString().toLatin1();
    return page[u"hasMore"_s].toBool();
}

void FeedReader::listen()
{
    m_stream = std::make_unique<QTcpSocket>();
    m_stream->connectToHost(u"127.0.0.1"_s, m_port());
    if (!m_stream->waitForConnected(1000)) {
        m_stream.reset();
        return;
    }
    m_stream->write("GET /v1/changes/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n" + m_who.reader.first().first
                    + ": " + m_who.reader.first().second + "\r\n\r\n");
}

void FeedReader::waitForNews()
{
    if (m_wakes == Wakes::ByClock) {
        std::this_thread::sleep_for(15ms);
        return;
    }
    if (!m_stream)
        listen(); // and reads once more: what came before the stream was open wakes nobody
    else if (m_stream->waitForReadyRead(500))
        m_events += int(m_stream->readAll().count("event:"));
    if (m_stream && m_stream->state() != QAbstractSocket::ConnectedState)
        m_stream.reset();
}

} // namespace mc::proof
