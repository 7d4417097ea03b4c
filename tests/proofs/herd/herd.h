// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simreply.h"
#include "sync/syncengine.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace mc::sim {

/// How a store is out of order.
enum class Outage : quint8 {
    Refused, ///< Nobody listens.
    Silent, ///< Connections open and nothing comes.
    Busy, ///< 503 "in two seconds again", from everything.
    Half ///< It says who it is and fails at everything else.
};

struct Asked {
    qint64 ms = 0;
    int console = 0;
    bool isFirst = false; ///< "Who are you?": the first request of an attempt.
};

/// A store that answers shortly and remembers when it was asked; the only network of all consoles.
class HerdNetwork final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HerdNetwork)

public:
    HerdNetwork(SimClock &clock, Dice dice);

    void begin(Outage outage);
    void end();
    [[nodiscard]] const std::vector<Asked> &asked() const { return m_asked; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    void beat();
    void answer(const QString &path, const ExchangePtr &exchange);
    void answerOut(const QString &path, const ExchangePtr &exchange);
    void say(const ExchangePtr &exchange, int status, const QByteArray &type, const QByteArray &body);

    SimClock &m_clock;
    Dice m_dice;
    bool m_isOut = false;
    Outage m_outage = Outage::Refused;
    std::vector<Asked> m_asked;
    QList<ExchangePtr> m_streams;
};

/// So many real engines on one simulated clock.
class Herd final
{
    Q_DISABLE_COPY_MOVE(Herd)

public:
    Herd(const QString &folder, int consoles, quint64 seed);
    ~Herd();

    [[nodiscard]] SimClock &clock() { return m_clock; }
    [[nodiscard]] HerdNetwork &network() { return *m_network; }
    [[nodiscard]] int onlineCount() const;

private:
    void open(int console);

    SimClock m_clock;
    Dice m_dice;
    QString m_folder;
    std::unique_ptr<HerdNetwork> m_network;
    std::vector<std::unique_ptr<SimScheduler>> m_schedulers;
    std::vector<std::unique_ptr<SyncEngine>> m_engines;
};

} // namespace mc::sim
