// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simclock.h"
#include "store/http/message.h"

#include <QNetworkReply>

#include <memory>

namespace mc::sim {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// One request on its way, as its sender sees it. Each function is called until `broken` or `end`.
struct Exchange {
    std::function<void(int status, const Headers &headers)> head;
    std::function<void(const QByteArray &bytes)> bytes;
    std::function<void()> end;
    std::function<void(QNetworkReply::NetworkError)> broken;
    bool isGone = false; ///< The sender has given up, or all has been said.
};
using ExchangePtr = std::shared_ptr<Exchange>;

/// The far end of all wires.
class SimServer
{
public:
    virtual ~SimServer() = default;
    [[nodiscard]] virtual bool isUp() const = 0;
    /// Changes with every start: what an earlier life still owes is never said.
    [[nodiscard]] virtual quint64 life() const = 0;
    /// May reply before it returns, or never (it dies).
    virtual void handle(store::Request request, std::function<void(store::Response)> reply) = 0;
    [[nodiscard]] virtual std::optional<QByteArray> produce(const store::BodySource &source) = 0;
    /// Called with each change, and once with false when the server dies.
    virtual quint64 subscribe(std::function<void(bool isAlive)> wake) = 0;
    virtual void unsubscribe(quint64 id) = 0;
};

/// What a wire does to requests, in percent of them.
struct Weather {
    int lostBefore = 0; ///< Never arrives; silence or a reset.
    int lostAfter = 0; ///< Has been handled; the answer is lost: silence, a reset or a proxy's error page.
    int doubled = 0; ///< Arrives twice, the second time later.
    int proxyError = 0; ///< A proxy answers 502 or 503 by itself.
    int portal = 0; ///< Something else answers 200.
    int cutOff = 0; ///< The answer breaks off in the middle.
    int slowest = 60; ///< Milliseconds each way, at most.
    enum class Way : quint8 { Open, Refused, Silent } way = Way::Open;
};

/// The way from one client to the store and back.
class Wire final
{
    Q_DISABLE_COPY_MOVE(Wire)

public:
    Wire(SimClock &clock, SimServer &server, Dice dice, QByteArray name);
    ~Wire();

    void send(const store::Request &request, const ExchangePtr &exchange);
    void setWeather(const Weather &weather);
    [[nodiscard]] const Weather &weather() const { return m_weather; }

private:
    struct Stream;
    void later(int least, int most, const ExchangePtr &exchange, std::function<void(Exchange &)> what);
    void breakOff(const ExchangePtr &exchange, QNetworkReply::NetworkError error);
    void answerPage(const ExchangePtr &exchange, int status);
    void arrive(const store::Request &request, const ExchangePtr &exchange);
    void answer(const store::Response &response, const ExchangePtr &exchange, quint64 life);
    void deliver(const store::Response &response, const ExchangePtr &exchange, quint64 life);
    void deliverBody(const QByteArray &body, const ExchangePtr &exchange);
    [[nodiscard]] qsizetype somewhereIn(const QByteArray &piece);
    void deliverSource(const store::BodySource &source, const ExchangePtr &exchange, quint64 life);
    void openStream(const ExchangePtr &exchange, quint64 life);
    void beat(const std::shared_ptr<Stream> &stream);
    void say(const std::shared_ptr<Stream> &stream, const QByteArray &bytes);
    void closeStream(const std::shared_ptr<Stream> &stream, bool isHeard);

    SimClock &m_clock;
    SimServer &m_server;
    Dice m_dice;
    QByteArray m_name;
    Weather m_weather;
    QList<std::shared_ptr<Stream>> m_streams;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

/// "GET /v1/orders?from=…" with headers, as the store's listener would hand it over.
[[nodiscard]] store::Request requestOf(const QByteArray &method, const QByteArray &target,
                                       const Headers &headers, const QByteArray &body);

} // namespace mc::sim
