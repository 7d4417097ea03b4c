// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simnetwork.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace mc::sim {

/// A reply that is told what comes in, with the time limit of its request on the simulated clock.
class SimReply final : public QNetworkReply
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimReply)

public:
    SimReply(const QNetworkRequest &request, SimClock &clock, QObject *parent);
    ~SimReply() override;

    /// What its wire calls.
    [[nodiscard]] const ExchangePtr &exchange() const { return m_exchange; }

    void abort() override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool canReadLine() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    void takeHead(int status, const Headers &headers);
    void takeBytes(const QByteArray &bytes);
    void finishWith(NetworkError error);
    void restartLimit();

    SimClock &m_clock;
    ExchangePtr m_exchange;
    QByteArray m_body;
    qsizetype m_offset = 0;
    SimClock::Id m_limit = 0;
};

/// The network of one console: every request goes over its wire.
class SimNetwork final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimNetwork)

public:
    SimNetwork(SimClock &clock, Wire &wire);

    /// Asked before a request goes out; false: it does not, because its console has died already.
    std::function<bool(const QByteArray &verb, const QByteArray &path, const QByteArray &key)> mayGo;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    SimClock &m_clock;
    Wire &m_wire;
};

} // namespace mc::sim
