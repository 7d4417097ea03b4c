// SPDX-License-Identifier: Apache-2.0
#include "net/fetchsnapshot.h"

#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr qint64 LongestOrderLine = 256LL * 1024;
constexpr qint64 BufferSize = 1024LL * 1024; ///< Where Qt keeps to it.
constexpr qint64 PieceSize = 256LL * 1024; ///< Some hundred orders.
// Orders of one answer: four megabytes compressed, three seconds of writing.
constexpr int PartSize = 20'000;
constexpr qsizetype LargestRefusal = 64LL * 1024;
// Each batch is a commit, and a commit of 2,000 orders costs a third less than eight of 250, most of all in
// the search index (docs/performance.md).
constexpr qsizetype FirstBatch = 250;
constexpr qsizetype LargestBatch = 2000;
constexpr qsizetype MostHeld = 4000; ///< Of a store that names no point to resume from.

} // namespace

FetchSnapshot::FetchSnapshot(const Transport &transport, QByteArray from, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_from(std::move(from))
    , m_batch(FirstBatch)
{
}

FetchSnapshot::~FetchSnapshot()
{
    dropReply();
}

void FetchSnapshot::start()
{
    ask();
}

void FetchSnapshot::ask()
{
    QByteArray path = "/v1/orders?limit=" + QByteArray::number(PartSize);
    if (!m_from.isEmpty())
        path += "&from=" + m_from.toPercentEncoding();
    QNetworkRequest request = m_transport.request(path);
    request.setRawHeader("Accept", "application/x-ndjson");
    request.setDecompressedSafetyCheckThreshold(-1); // lines are limited instead; orders compress well
    m_reply = m_transport.send("GET", request, {});
    m_reply->setReadBufferSize(BufferSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &FetchSnapshot::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &FetchSnapshot::onFinished, Qt::QueuedConnection);
}

void FetchSnapshot::onReadyRead()
{
    // A request of the person at the screen is in the same thread and must not wait for a million orders.
    if (readPiece())
        QMetaObject::invokeMethod(this, &FetchSnapshot::onReadyRead, Qt::QueuedConnection);
}

bool FetchSnapshot::readPiece()
{
    if (m_isOver || !m_reply)
        return false;
    // canReadLine() does not look into what Qt has yet to decompress, so the lines are cut here.
    const QByteArray piece = m_reply->read(PieceSize);
    if (piece.isEmpty())
        return false;
    const bool isSnapshot = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200
        && m_reply->rawHeader("Content-Type").startsWith("application/x-ndjson");
    if (isSnapshot)
        takeLines(piece);
    else
        m_refusal += piece.first(std::min(piece.size(), LargestRefusal - m_refusal.size()));
    return true;
}

void FetchSnapshot::takeLines(const QByteArray &piece)
{
    m_rest += piece;
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        const QByteArray line = m_rest.mid(from, end - from).trimmed();
        from = end + 1;
        if (line.size() > LongestOrderLine) {
            fail(NetFailure::Kind::NotTheStore, u"a line is too long"_s);
            return;
        }
        if (!line.isEmpty() && !take(line))
            return;
    }
    m_rest.remove(0, from);
    if (m_rest.size() > LongestOrderLine)
        fail(NetFailure::Kind::NotTheStore, u"a line is too long"_s);
}

bool FetchSnapshot::take(const QByteArray &line)
{
    auto read = snapshotLine(line);
    if (!read) {
        fail(NetFailure::Kind::NotTheStore, read.error().what);
        return false;
    }
    switch (read->kind) {
    case SnapshotLine::Kind::Head:
        if (!std::exchange(m_hasBegun, true))
            emit began(read->cursor, read->total);
        break;
    case SnapshotLine::Kind::Order:
        m_orders.append(std::move(read->order));
        if (m_orders.size() > MostHeld)
            passOn();
        break;
    case SnapshotLine::Kind::Resume:
        takeResume(*read);
        break;
    case SnapshotLine::Kind::End:
        m_hasEnded = true;
        break;
    }
    return !m_isOver;
}

void FetchSnapshot::takeResume(const SnapshotLine &line)
{
    m_resume = line.resume;
    if (line.isPartEnd)
        m_next = line.resume;
    if (m_orders.size() >= m_batch) {
        passOn();
        m_batch = std::min(2 * m_batch, LargestBatch);
    }
}

void FetchSnapshot::passOn()
{
    if (!m_orders.isEmpty())
        emit batchRead(std::exchange(m_orders, {}), std::exchange(m_resume, {}));
}

void FetchSnapshot::onFinished()
{
    if (m_isOver || !m_reply)
        return;
    if (readPiece()) { // what has come in before the end
        QMetaObject::invokeMethod(this, &FetchSnapshot::onFinished, Qt::QueuedConnection);
        return;
    }
    if (m_isOver || !m_reply)
        return;
    takeLines("\n"_ba); // the last line may lack its line break
    if (m_isOver || !m_reply)
        return;
    if (m_hasEnded) {
        finish(true);
        return;
    }
    if (goOn())
        return;
    const auto outcome = outcomeOf(*m_reply, m_refusal, false);
    if (!outcome)
        finish(tl::unexpected(outcome.error()));
    else
        fail(m_refusal.isEmpty() ? NetFailure::Kind::TimedOut : NetFailure::Kind::NotTheStore,
             u"the snapshot broke off"_s);
}

bool FetchSnapshot::goOn()
{
    // A store that begins the same part again would never come to an end.
    if (m_next.isEmpty() || m_next == m_from)
        return false;
    m_from = std::exchange(m_next, {});
    m_rest.clear();
    dropReply();
    ask();
    return true;
}

void FetchSnapshot::fail(NetFailure::Kind kind, const QString &detail)
{
    NetFailure failure;
    failure.kind = kind;
    failure.detail = detail;
    finish(tl::unexpected(failure));
}

void FetchSnapshot::finish(const NetResult<bool> &outcome)
{
    m_isOver = true;
    dropReply();
    passOn(); // also of a snapshot that broke off: the next attempt goes on behind them
    emit finished(outcome);
}

void FetchSnapshot::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

} // namespace mc
