// SPDX-License-Identifier: Apache-2.0
#include "herd.h"

#include "sync/syncsession.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::sim {
namespace {

constexpr int OpensWithinMs = 60'000;
const QByteArray StoreAnswer =
    R"({"id":"s","name":"Shop","epoch":"e1","caller":{"id":"anna","role":"owner"}})";
const QByteArray NoChanges = R"({"orders":[],"removed":[],"cursor":"c1","hasMore":false})";

SyncProfile profileOf(const QString &folder, int console)
{
    SyncProfile profile;
    profile.id = QString::number(console);
    profile.url = QUrl(u"http://127.0.0.1:1"_s);
    profile.token = QByteArray::number(console);
    profile.store.id = StoreId(u"s"_s);
    profile.store.staffId = StaffId(u"anna"_s);
    profile.folder = folder;
    return profile;
}

/// A cache that has everything already, so that a console that comes back asks for changes only.
void makeFiles(const QString &folder)
{
    const SyncProfile profile = profileOf(folder, 0);
    const auto cache = OrderCache::open(fileFor(profile, u"orders"_s));
    if (!cache || !(*cache)->beginSnapshot("c1", 0, u"e1"_s) || !(*cache)->endSnapshot()
        || !Outbox::open(fileFor(profile, u"outbox"_s)))
        qFatal("the files of a console could not be made");
}

} // namespace

HerdNetwork::HerdNetwork(SimClock &clock, Dice dice)
    : m_clock(clock)
    , m_dice(dice)
{
    beat();
}

void HerdNetwork::begin(Outage outage)
{
    m_isOut = true;
    m_outage = outage;
    const auto streams = std::exchange(m_streams, {});
    for (const ExchangePtr &stream : streams) {
        if (outage != Outage::Silent && !stream->isGone)
            stream->broken(QNetworkReply::RemoteHostClosedError);
    }
}

void HerdNetwork::end()
{
    m_isOut = false;
}

void HerdNetwork::beat()
{
    m_clock.after(15s, [this] {
        m_streams.removeIf([](const ExchangePtr &stream) { return stream->isGone; });
        const auto streams = m_streams;
        for (const ExchangePtr &stream : streams)
            stream->bytes(": still here\n\n");
        beat();
    });
}

void HerdNetwork::say(const ExchangePtr &exchange, int status, const QByteArray &type, const QByteArray &body)
{
    Headers headers{{"Content-Type", type}};
    if (status == 503)
        headers.emplace_back(QByteArray("Retry-After"), QByteArray("2"));
    m_clock.after(Millis(m_dice.between(5, 200)), [exchange, status, headers, body] {
        if (exchange->isGone)
            return;
        exchange->head(status, headers);
        exchange->bytes(body);
        exchange->end();
    });
}

void HerdNetwork::answerOut(const QString &path, const ExchangePtr &exchange)
{
    switch (m_outage) {
    case Outage::Refused:
        m_clock.after(5ms, [exchange] {
            if (!exchange->isGone)
                exchange->broken(QNetworkReply::ConnectionRefusedError);
        });
        return;
    case Outage::Silent:
        return;
    case Outage::Busy:
        say(exchange, 503, "application/problem+json", R"({"type":"/problems/unavailable","status":503})");
        return;
    case Outage::Half:
        if (path == u"/v1/store")
            say(exchange, 200, "application/json", StoreAnswer);
        else
            say(exchange, 500, "text/html", "<html></html>");
        return;
    }
    Q_UNREACHABLE();
}

void HerdNetwork::answer(const QString &path, const ExchangePtr &exchange)
{
    if (path == u"/v1/store") {
        say(exchange, 200, "application/json", StoreAnswer);
    } else if (path == u"/v1/changes") {
        say(exchange, 200, "application/json", NoChanges);
    } else {
        m_streams.append(exchange);
        m_clock.after(Millis(m_dice.between(5, 200)), [exchange] {
            if (exchange->isGone)
                return;
            exchange->head(200, {{"Content-Type", "text/event-stream"}});
            exchange->bytes("retry: 3000\n\n");
        });
    }
}

QNetworkReply *HerdNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *outgoing)
{
    Q_UNUSED(operation)
    Q_UNUSED(outgoing)
    const QString path = request.url().path();
    const QByteArray token = request.rawHeader("Authorization").mid(7);
    m_asked.push_back({m_clock.ms(), token.toInt(), path == u"/v1/store"});
    auto *reply = new SimReply(request, m_clock, this);
    if (m_isOut)
        answerOut(path, reply->exchange());
    else
        answer(path, reply->exchange());
    return reply;
}

Herd::Herd(const QString &folder, int consoles, quint64 seed)
    : m_dice(seed)
    , m_folder(folder)
    , m_network(std::make_unique<HerdNetwork>(m_clock, m_dice.fork()))
{
    m_clock.setMostEvents(1'000'000'000);
    QDir().mkpath(folder + u"/made"_s);
    makeFiles(folder + u"/made"_s);
    SyncTiming timing;
    timing.net.total = std::chrono::hours(24); // a real timer; the replies keep simulated limits
    for (int i = 0; i < consoles; ++i) {
        m_schedulers.push_back(std::make_unique<SimScheduler>(m_clock, m_dice.fork(), 0ms));
        m_engines.push_back(std::make_unique<SyncEngine>(*m_network, *m_schedulers.back(), timing));
        m_clock.after(Millis(m_dice.below(OpensWithinMs)), [this, i] { open(i); });
    }
}

Herd::~Herd()
{
    m_engines.clear();
    m_network.reset();
}

void Herd::open(int console)
{
    const QString own = m_folder + u'/' + QString::number(console);
    QDir().mkpath(own);
    const QDir made(m_folder + u"/made"_s);
    for (const QString &file : made.entryList(QDir::Files))
        QFile::copy(made.filePath(file), own + u'/' + file);
    m_engines[static_cast<std::size_t>(console)]->open(profileOf(own, console));
}

int Herd::onlineCount() const
{
    int count = 0;
    for (const auto &engine : m_engines)
        count += engine->status().link == SyncStatus::Link::Online ? 1 : 0;
    return count;
}

} // namespace mc::sim
