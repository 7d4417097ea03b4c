// SPDX-License-Identifier: Apache-2.0
#include "simnetwork.h"

using namespace std::chrono_literals;

namespace mc::sim {
namespace {

constexpr auto Heartbeat = 15'000ms; // as the store's listener

void breakNow(Exchange &exchange, QNetworkReply::NetworkError error)
{
    exchange.isGone = true;
    exchange.broken(error);
}

void endNow(Exchange &exchange)
{
    exchange.isGone = true;
    exchange.end();
}

} // namespace

struct Wire::Stream {
    ExchangePtr exchange;
    quint64 life = 0;
    quint64 subscription = 0;
    qint64 lastAt = 0; ///< Bytes of one stream never overtake each other.
    bool isDead = false; ///< Nothing gets through any more, and the client does not know.
};

store::Request requestOf(const QByteArray &method, const QByteArray &target, const Headers &headers,
                         const QByteArray &body)
{
    store::Request request;
    request.method = method;
    const qsizetype question = target.indexOf('?');
    request.rawPath = question < 0 ? target : target.first(question);
    request.path = store::percentDecoded(request.rawPath).value_or(QString());
    if (question >= 0)
        request.query = store::parseQuery(QByteArrayView(target).sliced(question + 1))
                            .value_or(QList<std::pair<QString, QString>>());
    request.headers = headers;
    if (!body.isEmpty())
        request.headers.append({"content-length", QByteArray::number(body.size())});
    request.body = body;
    request.clientAddress = QStringLiteral("127.0.0.1");
    return request;
}

Wire::Wire(SimClock &clock, SimServer &server, Dice dice, QByteArray name)
    : m_clock(clock)
    , m_server(server)
    , m_dice(dice)
    , m_name(std::move(name))
{
}

Wire::~Wire()
{
    *m_isAlive = false;
    for (const auto &stream : std::as_const(m_streams))
        m_server.unsubscribe(stream->subscription);
}

void Wire::setWeather(const Weather &weather)
{
    m_weather = weather;
    if (weather.way == Weather::Way::Open)
        return;
    const auto streams = m_streams;
    for (const auto &stream : streams)
        closeStream(stream, weather.way == Weather::Way::Refused);
}

void Wire::later(int least, int most, const ExchangePtr &exchange, std::function<void(Exchange &)> what)
{
    m_clock.after(Millis(m_dice.between(least, std::max(least, most))),
                  [alive = m_isAlive, exchange, what = std::move(what)] {
                      if (*alive && exchange && !exchange->isGone)
                          what(*exchange);
                  });
}

void Wire::breakOff(const ExchangePtr &exchange, QNetworkReply::NetworkError error)
{
    later(1, m_weather.slowest, exchange, [error](Exchange &one) { breakNow(one, error); });
}

void Wire::answerPage(const ExchangePtr &exchange, int status)
{
    later(1, m_weather.slowest, exchange, [status](Exchange &one) {
        one.head(status, {{"Content-Type", "text/html"}});
        one.bytes("<html><body>Not the store</body></html>");
        endNow(one);
    });
}

void Wire::send(const store::Request &request, const ExchangePtr &exchange)
{
    m_clock.note(m_name + " sends " + request.method + ' ' + request.rawPath);
    if (m_weather.way == Weather::Way::Refused) {
        breakOff(exchange, QNetworkReply::ConnectionRefusedError);
        return;
    }
    if (m_weather.way == Weather::Way::Silent)
        return;
    if (m_dice.chance(m_weather.lostBefore)) {
        if (m_dice.chance(50))
            breakOff(exchange, QNetworkReply::RemoteHostClosedError);
        return;
    }
    if (m_dice.chance(m_weather.proxyError)) {
        answerPage(exchange, m_dice.chance(50) ? 502 : 503);
        return;
    }
    if (m_dice.chance(m_weather.portal)) {
        answerPage(exchange, 200);
        return;
    }
    const auto go = [this, alive = m_isAlive, request](const ExchangePtr &to) {
        return [this, alive, request, to] {
            if (*alive)
                arrive(request, to);
        };
    };
    const bool isDoubled = m_dice.chance(m_weather.doubled);
    const bool isSecondHeard = isDoubled && m_dice.chance(50);
    const int delay = m_dice.between(1, m_weather.slowest);
    m_clock.after(Millis(delay), go(isSecondHeard ? nullptr : exchange));
    if (isDoubled)
        m_clock.after(Millis(delay + m_dice.below(4 * m_weather.slowest)),
                      go(isSecondHeard ? exchange : nullptr));
}

void Wire::arrive(const store::Request &request, const ExchangePtr &exchange)
{
    if (!m_server.isUp()) {
        breakOff(exchange, QNetworkReply::ConnectionRefusedError);
        return;
    }
    const quint64 life = m_server.life();
    const auto isAnswered = std::make_shared<bool>(false);
    m_server.handle(request,
                    [this, alive = m_isAlive, exchange, life, isAnswered](const store::Response &response) {
                        if (*alive && !std::exchange(*isAnswered, true) && m_server.life() == life)
                            answer(response, exchange, life);
                    });
    if (*isAnswered)
        return;
    // The server has died over it: its kernel closes the connection, or the whole computer is gone.
    if (m_dice.chance(70))
        breakOff(exchange, QNetworkReply::RemoteHostClosedError);
}

void Wire::answer(const store::Response &response, const ExchangePtr &exchange, quint64 life)
{
    if (!exchange || exchange->isGone)
        return;
    if (m_weather.way == Weather::Way::Silent)
        return;
    if (m_dice.chance(m_weather.lostAfter)) {
        const int how = m_dice.below(3);
        if (how == 0)
            breakOff(exchange, QNetworkReply::RemoteHostClosedError);
        else if (how == 1)
            answerPage(exchange, 502);
        return;
    }
    later(1, m_weather.slowest, exchange,
          [this, response, exchange, life](Exchange &) { deliver(response, exchange, life); });
}

void Wire::deliver(const store::Response &response, const ExchangePtr &exchange, quint64 life)
{
    m_clock.note(m_name + " hears " + QByteArray::number(response.status));
    exchange->head(response.status, response.headers);
    if (response.events)
        openStream(exchange, life);
    else if (response.source)
        deliverSource(response.source, exchange, life);
    else
        deliverBody(response.body, exchange);
}

void Wire::deliverBody(const QByteArray &body, const ExchangePtr &exchange)
{
    if (m_dice.chance(m_weather.cutOff)) {
        if (body.size() > 1)
            exchange->bytes(body.first(m_dice.between(1, static_cast<int>(body.size()) - 1)));
        breakOff(exchange, QNetworkReply::RemoteHostClosedError);
        return;
    }
    if (!body.isEmpty())
        exchange->bytes(body);
    endNow(*exchange);
}

/// In the middle of a line. Counted in lines, because some of them hold cursors, whose length differs from
/// run to run.
qsizetype Wire::somewhereIn(const QByteArray &piece)
{
    qsizetype at = 0;
    for (int line = m_dice.below(static_cast<int>(piece.count('\n')) + 1); line > 0; --line)
        at = piece.indexOf('\n', at) + 1;
    return std::min<qsizetype>(at + 5, piece.size());
}

void Wire::deliverSource(const store::BodySource &source, const ExchangePtr &exchange, quint64 life)
{
    const auto piece = m_server.isUp() && m_server.life() == life ? m_server.produce(source) : std::nullopt;
    if (m_server.life() != life || m_dice.chance(m_weather.cutOff)) {
        if (piece)
            exchange->bytes(piece->first(somewhereIn(*piece)));
        breakOff(exchange, QNetworkReply::RemoteHostClosedError);
        return;
    }
    if (!piece) {
        endNow(*exchange);
        return;
    }
    // In two parts, so that what was read early may arrive after newer changes.
    const qsizetype cut = somewhereIn(*piece);
    exchange->bytes(piece->first(cut));
    later(1, 4 * m_weather.slowest, exchange,
          [this, source, exchange, life, rest = piece->sliced(cut)](Exchange &) {
              exchange->bytes(rest);
              if (!exchange->isGone)
                  deliverSource(source, exchange, life);
          });
}

void Wire::openStream(const ExchangePtr &exchange, quint64 life)
{
    const auto stream = std::make_shared<Stream>();
    stream->exchange = exchange;
    stream->life = life;
    stream->lastAt = m_clock.ms();
    stream->subscription = m_server.subscribe([this, alive = m_isAlive, stream](bool isAlive) {
        if (!*alive)
            return;
        if (isAlive)
            say(stream, "event: change\ndata: {}\n\n");
        else
            closeStream(stream, m_dice.chance(70));
    });
    m_streams.append(stream);
    say(stream, "retry: 3000\n\n");
    beat(stream);
}

void Wire::beat(const std::shared_ptr<Stream> &stream)
{
    m_clock.after(Heartbeat, [this, alive = m_isAlive, stream] {
        if (!*alive || stream->isDead)
            return;
        if (stream->exchange->isGone) {
            closeStream(stream, false);
            return;
        }
        say(stream, ": still here\n\n");
        beat(stream);
    });
}

void Wire::say(const std::shared_ptr<Stream> &stream, const QByteArray &bytes)
{
    if (stream->isDead || stream->exchange->isGone)
        return;
    const qint64 at = std::max(stream->lastAt, m_clock.ms() + m_dice.between(1, m_weather.slowest));
    stream->lastAt = at;
    m_clock.after(Millis(at - m_clock.ms()), [alive = m_isAlive, stream, bytes] {
        if (*alive && !stream->isDead && !stream->exchange->isGone)
            stream->exchange->bytes(bytes);
    });
}

void Wire::closeStream(const std::shared_ptr<Stream> &stream, bool isHeard)
{
    stream->isDead = true;
    m_server.unsubscribe(stream->subscription);
    m_streams.removeOne(stream);
    if (isHeard)
        breakOff(stream->exchange, QNetworkReply::RemoteHostClosedError);
}

} // namespace mc::sim
